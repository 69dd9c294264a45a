# Builds Eqlair and puts it on a Java runtime, nothing else:
#
#   docker build -t eqlair .
#   docker run --rm -v eqlair-data:/app/data eqlair key create --name ann --role admin
#   docker run --rm -p 127.0.0.1:8080:8080 -v eqlair-data:/app/data eqlair
#
# To try it without keys: docker run --rm -p 127.0.0.1:8080:8080 -e EQLAIR_ACCESS_OPEN=true eqlair

FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
# Where Maven is fetched from, if not from the place that is pinned (docker build --build-arg MVNW_URL=...).
ARG MVNW_URL
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY src/main src/main
# Tests are not in the build context: they ran before. Maven and the libraries are kept between builds.
RUN --mount=type=cache,target=/root/.m2 ./mvnw --batch-mode package
# One directory for each layer: the libraries, which change seldom, and the application.
RUN java -Djarmode=tools -jar target/eqlair.jar extract --layers --destination layers
# Empty: what outlives the process (eqlair.data.dir) goes there.
RUN mkdir data

FROM eclipse-temurin:25-jre
LABEL org.opencontainers.image.title="Eqlair" \
      org.opencontainers.image.description="EQL detection rules on a live stream of events, without Elasticsearch" \
      org.opencontainers.image.licenses="Apache-2.0"
WORKDIR /app
# Nothing is run in this stage and no shell is needed, so that any image with a Java 25 runtime can take the base's place.
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
# Below the working directory, where the setting's default has it. The user must be able to write there, root owns the rest.
COPY --from=build --chown=10001:10001 /build/data/ ./data/
VOLUME /app/data
# A number and not a name: Kubernetes can tell that it is not root (runAsNonRoot).
USER 10001:10001
# Inside a container the loopback address can be reached by nobody. Who reaches the container is decided outside, by
# the published port (as above, this machine only) or a network policy; Eqlair asks for a key, and does not start without one.
ENV SERVER_ADDRESS=0.0.0.0
EXPOSE 8080
# No HEALTHCHECK: it would need a shell or curl in the image. Ask /livez and /readyz from outside, as Kubernetes does.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-jar", "eqlair.jar"]
