@echo off
rem Runs the Maven that .mvn\wrapper\maven-wrapper.properties pins, on a JDK that can build this project:
rem
rem   mvnw verify
rem
rem The same as mvnw, which says more.
setlocal EnableExtensions

rem ---- The JDK: the first of version 21 or newer
set "JDK="
set "MAJOR=0"
if defined JAVA_HOME call :try "%JAVA_HOME%"
for /f "tokens=1,* delims==" %%A in ('set JAVA 2^>nul') do call :try "%%B"
for /f "delims=" %%A in ('where javac 2^>nul') do call :try "%%~dpA.."
for /d %%A in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*") do call :try "%%~A"
for /d %%A in ("%ProgramFiles%\Zulu\*" "%ProgramFiles%\Amazon Corretto\*" "%USERPROFILE%\.jdks\*") do call :try "%%~A"
if defined JDK set "JAVA_HOME=%JDK%"
if not defined JDK if not exist "%USERPROFILE%\.m2\toolchains.xml" goto no_jdk

rem ---- Maven: the pinned one from the cache, or fetched now
for /f "usebackq eol=# tokens=1,* delims==" %%A in ("%~dp0.mvn\wrapper\maven-wrapper.properties") do (
    if "%%A"=="distributionUrl" set "PINNED=%%B"
    if "%%A"=="distributionSha256Sum" set "SUM=%%B"
)
set "URL=%PINNED%"
if defined MVNW_URL set "URL=%MVNW_URL%"
for %%A in ("%PINNED%") do set "MAVEN=%%~nA"
set "MAVEN=%MAVEN:-bin=%"
set "CACHE=%USERPROFILE%\.m2\wrapper"
set "MVN=%CACHE%\%MAVEN%\bin\mvn.cmd"
if exist "%MVN%" goto run

set "REASON="
set "STATUS=%TEMP%\mvnw.%RANDOM%%RANDOM%"
"%JAVA_HOME%\bin\java" %MAVEN_OPTS% "%~dp0.mvn\wrapper\FetchMaven.java" "%URL%" "%SUM%" "%CACHE%\%MAVEN%" >"%STATUS%"
set "RESULT=%ERRORLEVEL%"
for /f "usebackq delims=" %%A in ("%STATUS%") do set "REASON=%%A"
del "%STATUS%"
if "%RESULT%"=="0" goto run
if not "%RESULT%"=="3" exit /b %RESULT%

rem ---- Maven: the installed one, where the archive cannot be fetched
set "MVN="
for /f "delims=" %%A in ('where mvn.cmd 2^>nul') do if not defined MVN set "MVN=%%A"
if not defined MVN goto no_maven
set "VERSION=0.0.0"
for /f "tokens=3" %%A in ('call "%MVN%" --version 2^>nul ^| findstr /c:"Apache Maven"') do set "VERSION=%%A"
for /f "tokens=1-3 delims=." %%A in ("%VERSION%") do set /a NUMBER=%%A*1000000+%%B*1000+%%C
if %NUMBER% LSS 3008007 goto no_maven
echo mvnw: %URL% cannot be fetched (%REASON%); using Maven %VERSION% from the PATH. 1>&2
if %MAJOR% GEQ 24 set "MAVEN_OPTS=--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED %MAVEN_OPTS%"

:run
call "%MVN%" %*
exit /b %ERRORLEVEL%

rem ---- Takes a directory as the JDK if none was taken before and it holds one that is new enough
:try
if defined JDK exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "MAJOR=0"
for /f "tokens=2 delims=.=" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set MAJOR=%%V
set MAJOR=%MAJOR:"=%
if %MAJOR% GEQ 21 set "JDK=%~1"
exit /b 0

:no_jdk
echo mvnw: No JDK of version 21 or newer was found in JAVA_HOME, on the PATH or in the usual places. 1>&2
echo mvnw: Install one (Temurin 25 from https://adoptium.net is what Eqlair ships on) or set JAVA_HOME to it. 1>&2
exit /b 1

:no_maven
echo mvnw: %URL% cannot be fetched (%REASON%), and there is no Maven of 3.8.7 or newer on the PATH. 1>&2
echo mvnw: Install one, or set MVNW_URL to a place that has this archive. 1>&2
exit /b 1
