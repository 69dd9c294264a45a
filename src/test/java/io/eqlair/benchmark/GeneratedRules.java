package io.eqlair.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rules from a seed, in the style of those that people write: mostly starts of Linux processes, some files, connections and
 * sequences, and rules for another system that the generated stream never has. For those who have no rules of the field at hand.
 */
final class GeneratedRules {

    private static final int COUNT = 530;

    private static final List<String> NAMES = LinuxCommand.all().stream()
            .map(command -> LinuxCommand.name(command.executable()))
            .distinct()
            .toList();

    private static final List<String> STRANGE_NAMES = List.of(
            "frobnicate",
            "zkeeper",
            "mkdropper",
            "lsdump",
            "kworkr",
            "pscanner",
            "chiselx",
            "tunl",
            "sockd",
            "rsockets",
            "miner64",
            "xhost2",
            "sshpassd",
            "hydrad",
            "johnny",
            "pwndrop",
            "revproxy",
            "gostly",
            "dnscatd",
            "icmpsh");

    private static final List<String> SHELLS = List.of("bash", "dash", "sh", "zsh", "ksh", "fish", "csh", "tcsh");

    private static final List<String> PLACES = List.of(
            "/tmp/*",
            "/var/tmp/*",
            "/dev/shm/*",
            "/run/user/*",
            "/home/*/.*",
            "/etc/cron.*/*",
            "/etc/systemd/system/*",
            "/root/.ssh/*",
            "/usr/local/lib/*.so",
            "/etc/ld.so.*",
            "/boot/*",
            "/srv/*/upload/*",
            "/var/www/*.php",
            "/opt/*/bin/*");

    private static final List<String> FILE_NAMES = List.of(
            "*.service",
            "*.timer",
            "authorized_keys*",
            "*.so",
            "pam_*",
            "*.rules",
            "*.desktop",
            "ld.so.*",
            "*.php",
            "*.ko",
            ".bash*",
            "*.pth");

    private static final List<String> PARTS = List.of(
            "*--decode*",
            "*http*://*",
            "-e",
            "-lvp*",
            "*/dev/tcp/*",
            "*passwd*",
            "*.ssh*",
            "--privileged",
            "*exec*",
            "*shadow*",
            "*socket*",
            "u+s",
            "*+x*",
            "*authorized_keys*",
            "-i",
            "*LD_PRELOAD*",
            "--no-check-certificate",
            "*:*@*",
            "4444",
            "*crontab*");

    private static final List<String> WINDOWS_NAMES = List.of(
            "cmd.exe",
            "powershell.exe",
            "rundll32.exe",
            "regsvr32.exe",
            "mshta.exe",
            "wscript.exe",
            "certutil.exe",
            "bitsadmin.exe",
            "schtasks.exe",
            "net.exe",
            "whoami.exe",
            "msbuild.exe",
            "installutil.exe",
            "wmic.exe",
            "psexesvc.exe",
            "svchost.exe");

    private static final List<String> WINDOWS_PLACES = List.of(
            "?:\\\\Users\\\\*\\\\AppData\\\\*",
            "?:\\\\ProgramData\\\\*",
            "*\\\\Temp\\\\*.exe",
            "?:\\\\Windows\\\\Tasks\\\\*",
            "*\\\\Startup\\\\*.lnk",
            "HKLM\\\\Software\\\\*\\\\Run\\\\*",
            "HKEY_USERS\\\\*\\\\Environment\\\\*",
            "*\\\\Services\\\\*\\\\ImagePath");

    private final Chance chance;

    private GeneratedRules(long seed) {
        chance = new Chance(seed);
    }

    /** Writes the rules into a directory of their own. */
    static Path write(long seed) {
        GeneratedRules rules = new GeneratedRules(seed);
        try {
            Path directory = Files.createTempDirectory("eqlair-rules");
            for (int number = 0; number < COUNT; number++) {
                Path file = directory.resolve("rule-%03d.toml".formatted(number));
                Files.writeString(file, rules.toml(number));
                file.toFile().deleteOnExit();
            }
            directory.toFile().deleteOnExit();
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String toml(int number) {
        return """
                [rule]
                description = "Made for measurements."
                index = ["logs-endpoint.events.*", "endgame-*"]
                language = "eql"
                name = "Generated %d"
                risk_score = 47
                rule_id = "%s"
                severity = "medium"
                type = "eql"
                query = '''
                %s
                '''
                """.formatted(number, chance.uuid(), query());
    }

    private String query() {
        int kind = chance.below(100);
        if (kind < 55) {
            return "process where " + start();
        }
        if (kind < 65) {
            return "file where " + file();
        }
        if (kind < 70) {
            return "network where " + connection();
        }
        if (kind < 80) {
            String then = chance.percent(50) ? "network where " + connection() : "file where " + file();
            return "sequence by host.id, process.entity_id with maxspan=%ds\n  [process where %s]\n  [%s]"
                    .formatted(1 + chance.below(60), start(), then);
        }
        return windows();
    }

    private String start() {
        String condition = """
                host.os.type == "linux" and event.type == "start" and event.action in ("exec", "exec_event", "start") and
                process.name in (%s)""".formatted(names(2 + chance.below(8)));
        if (chance.percent(70)) {
            condition += " and\nprocess.args : (" + quoted(chance.some(PARTS, 1 + chance.below(5))) + ")";
        }
        if (chance.percent(40)) {
            condition += " and\nprocess.parent.name in (" + quoted(chance.some(SHELLS, 4)) + ")";
        }
        if (chance.percent(30)) {
            condition += " and\n(process.executable : (%s) or process.command_line : (%s))"
                    .formatted(quoted(chance.some(PLACES, 3)), quoted(chance.some(PARTS, 3)));
        }
        return condition + " and\nnot process.parent.executable : (" + quoted(chance.some(PLACES, 3)) + ")"
                + (chance.percent(50) ? " and\nnot process.command_line like (\"*ansible*\", \"*puppet*\")" : "");
    }

    private String file() {
        return """
                host.os.type == "linux" and event.action in ("creation", "rename") and file.path : (%s) and
                file.name : (%s) and not process.name in (%s) and not file.extension in ("swp", "tmp", "part")""".formatted(quoted(chance.some(PLACES, 4)), quoted(chance.some(FILE_NAMES, 3)), names(6));
    }

    private String connection() {
        return """
                host.os.type == "linux" and event.type == "start" and event.action == "connection_attempted" and
                process.name : (%s) and not cidrmatch(destination.ip, "10.0.0.0/8", "127.0.0.0/8", "192.168.0.0/16")""".formatted(names(5));
    }

    private String windows() {
        return chance.percent(60)
                ? """
                  process where host.os.type == "windows" and event.type == "start" and process.name : (%s) and
                  process.args : (%s) and not process.executable : (%s)""".formatted(
                                quoted(chance.some(WINDOWS_NAMES, 4)),
                                quoted(chance.some(PARTS, 3)),
                                quoted(chance.some(WINDOWS_PLACES, 2)))
                : """
                  registry where host.os.type == "windows" and event.type == "change" and registry.path : (%s) and
                  not process.name : (%s)""".formatted(quoted(chance.some(WINDOWS_PLACES, 3)), quoted(chance.some(WINDOWS_NAMES, 4)));
    }

    /** Names that no host uses, and sometimes some that they do. */
    private String names(int count) {
        List<String> strange = chance.some(STRANGE_NAMES, count);
        return (chance.percent(40) ? quoted(chance.some(NAMES, Math.max(1, count / 3))) + ", " : "") + quoted(strange);
    }

    private static String quoted(List<String> texts) {
        return texts.stream().map(text -> "\"" + text + "\"").collect(Collectors.joining(", "));
    }
}
