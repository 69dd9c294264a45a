package io.eqlair.benchmark;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events of forty Linux hosts in the shape of an endpoint agent's, from a seed: processes that start, fork and end, files that are
 * written, connections that are opened. Dense, in that nearly every event is of a kind that most rules for Linux ask about, and has
 * all the fields that they read. One command of some fifty is one that somebody ought to look at.
 */
final class LinuxStream {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final int HOSTS = 40;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(n|hex|host|user|ip|file)}");
    private static final List<String> PEOPLE = List.of("ann", "bob", "carla", "dmitri", "eve", "deploy", "root");
    private static final List<Integer> PORTS = List.of(22, 53, 80, 443, 443, 443, 5432, 6379, 8080, 9200);

    private final Chance chance;
    private final JsonMapper json = new JsonMapper();
    private final List<LinuxCommand> commands = LinuxCommand.all();
    private final List<WeightedPath> files = LinuxCommand.lines("linux-files.txt").stream()
            .map(WeightedPath::parse)
            .toList();
    private final List<LinuxHost> hosts;
    private final List<LinuxSession> sessions;
    private final List<byte[]> documents = new ArrayList<>();
    private long millis = START.toEpochMilli();

    private LinuxStream(long seed) {
        chance = new Chance(seed);
        hosts = IntStream.range(0, HOSTS)
                .mapToObj(number -> LinuxHost.of(number, chance))
                .toList();
        sessions = hosts.stream()
                .flatMap(host ->
                        Stream.generate(() -> LinuxSession.of(host, chance)).limit(12))
                .toList();
    }

    /** So many documents, or a few more. */
    static List<byte[]> generate(int count, long seed) {
        LinuxStream stream = new LinuxStream(seed);
        while (stream.documents.size() < count) {
            stream.command();
        }
        return List.copyOf(stream.documents);
    }

    private void command() {
        LinuxCommand command = chance.of(commands, LinuxCommand::often);
        LinuxSession session = chance.of(sessions);
        LinuxProcess process = session.start(command, filled(command.arguments()), chance);
        if (chance.percent(25)) {
            event(session, process.forked(), "process", "fork", "start", Map.of());
        }
        event(session, process.shown(), "process", "exec", "start", Map.of());
        if (chance.percent(25)) {
            file(session, process);
        }
        if (chance.percent(15)) {
            connection(session, process);
        }
        if (chance.percent(25)) {
            event(session, process.ended(), "process", "end", "end", Map.of());
        }
    }

    private void file(LinuxSession session, LinuxProcess process) {
        String path = filled(chance.of(files, WeightedPath::often).path());
        String name = LinuxCommand.name(path);
        int dot = name.lastIndexOf('.');
        Map<String, Object> file = Tree.of(
                "path",
                path,
                "name",
                name,
                "extension",
                dot < 0 ? "" : name.substring(dot + 1),
                "size",
                chance.below(1_000_000),
                "mode",
                "0644",
                "owner",
                process.user(),
                "Ext",
                Tree.of("header_bytes", chance.hex(32)));
        boolean created = chance.percent(60);
        event(
                session,
                process.acting(),
                "file",
                created ? "creation" : "rename",
                created ? "creation" : "change",
                Tree.of("file", file));
    }

    private void connection(LinuxSession session, LinuxProcess process) {
        Map<String, Object> ends = Tree.of(
                "source",
                        Tree.of(
                                "ip",
                                session.host().address(),
                                "address",
                                session.host().address(),
                                "port",
                                32_768 + chance.below(28_000)),
                "destination", end(chance.percent(70) ? chance.of(hosts).address() : address()),
                "network", Tree.of("transport", "tcp", "type", "ipv4", "direction", "egress"));
        event(session, process.acting(), "network", "connection_attempted", "start", ends);
    }

    private Map<String, Object> end(String address) {
        return Tree.of("ip", address, "address", address, "port", chance.of(PORTS));
    }

    private void event(
            LinuxSession session,
            Map<String, Object> process,
            String category,
            String action,
            String type,
            Map<String, Object> more) {
        millis += chance.below(40);
        String time =
                Instant.ofEpochMilli(millis).plusNanos(chance.below(1_000_000)).toString();
        String dataset = "endpoint.events." + category;
        Map<String, Object> document = Tree.of(
                "agent", Tree.of("id", session.host().id(), "type", "endpoint", "version", "8.17.2"),
                "process", process,
                "message", "Endpoint " + category + " event",
                "@timestamp", time,
                "ecs", Tree.of("version", "8.10.0"),
                "data_stream", Tree.of("namespace", "default", "type", "logs", "dataset", dataset),
                "host", session.host().shown(),
                "event",
                        Tree.of(
                                "agent_id_status",
                                "verified",
                                "sequence",
                                documents.size(),
                                "ingested",
                                time,
                                "created",
                                time,
                                "kind",
                                "event",
                                "module",
                                "endpoint",
                                "action",
                                action,
                                "id",
                                "N" + chance.hex(22),
                                "category",
                                List.of(category),
                                "type",
                                List.of(type),
                                "dataset",
                                dataset,
                                "outcome",
                                "unknown"),
                "user", session.person(session.user()),
                "group",
                        Tree.of(
                                "Ext",
                                Tree.of("real", Tree.of("name", session.user(), "id", session.userId())),
                                "name",
                                session.user(),
                                "id",
                                session.userId()));
        document.putAll(more);
        documents.add(json.writeValueAsBytes(document));
    }

    private List<String> filled(List<String> texts) {
        return texts.stream().map(this::filled).toList();
    }

    private String filled(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> switch (found.group(1)) {
            case "n" -> String.valueOf(1 + chance.below(9_000));
            case "hex" -> chance.hex(16);
            case "host" -> chance.of(hosts).name();
            case "user" -> chance.of(PEOPLE);
            case "ip" -> address();
            default -> filled(chance.of(files, WeightedPath::often).path());
        });
    }

    private String address() {
        return "198.51.%d.%d".formatted(chance.below(256), 1 + chance.below(254));
    }

    /** A line of {@code linux-files.txt}. */
    private record WeightedPath(int often, String path) {

        static WeightedPath parse(String line) {
            int blank = line.indexOf(' ');
            return new WeightedPath(Integer.parseInt(line.substring(0, blank)), line.substring(blank + 1));
        }
    }
}
