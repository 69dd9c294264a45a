package io.eqlair.format;

import static io.eqlair.format.DocumentWriter.list;
import static io.eqlair.format.DocumentWriter.object;
import static io.eqlair.format.DocumentWriter.say;

import io.eqlair.eql.value.Timestamps;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/**
 * OCSF's objects, made of fields of the Elastic Common Schema. One that lacks what the schema requires of it is left out: nothing
 * is lost, as the event itself is there, too.
 */
final class OcsfObjects {

    private static final String UNKNOWN = "Unknown";
    private static final int MOST_PORT = 65_535;

    private OcsfObjects() {}

    /**
     * An event as evidence. The process of an event about processes is the one it is about, and who did it is its parent; the process
     * of any other event is who did it.
     */
    static ObjectNode evidence(AlertTrees.Read read) {
        EventTree tree = read.tree();
        boolean aboutProcess = tree.texts("event.category").contains("process");
        ObjectNode evidence = object();
        ObjectNode actor = object();
        say(actor, "process", process(tree, aboutProcess ? "process.parent" : "process"));
        say(actor, "user", user(tree));
        say(evidence, "actor", actor);
        say(evidence, "process", aboutProcess ? launched(tree) : null);
        say(evidence, "device", device(tree));
        say(evidence, "src_endpoint", endpoint(tree, "source", "client"));
        say(evidence, "dst_endpoint", endpoint(tree, "destination", "server"));
        say(evidence, "file", file(tree));
        say(evidence, "query", query(tree));
        say(evidence, "url", url(tree));
        evidence.putRawValue("data", new RawValue(read.event().source().text()));
        return evidence;
    }

    private static ObjectNode launched(EventTree tree) {
        ObjectNode process = process(tree, "process");
        if (!process.isEmpty()) {
            say(process, "parent_process", process(tree, "process.parent"));
        }
        return process;
    }

    /** A process must be known by its number or an id of its own. */
    private static ObjectNode process(EventTree tree, String field) {
        Long pid = tree.number(field + ".pid");
        String uid = tree.text(field + ".entity_id");
        ObjectNode process = object();
        if (pid == null && uid == null) {
            return process;
        }
        say(process, "pid", pid);
        say(process, "uid", uid);
        say(process, "name", tree.text(field + ".name"));
        say(process, "cmd_line", tree.text(field + ".command_line"));
        say(process, "created_time", millis(tree.text(field + ".start")));
        say(process, "file", file(tree.text(field + ".executable"), null, tree, field + ".hash"));
        return process;
    }

    private static @Nullable Long millis(@Nullable String time) {
        OptionalLong nanos = time == null ? OptionalLong.empty() : Timestamps.parse(time);
        return nanos.isPresent() ? Timestamps.toInstant(nanos.getAsLong()).toEpochMilli() : null;
    }

    private static ObjectNode user(EventTree tree) {
        String name = tree.text("user.name");
        String uid = tree.text("user.id");
        ObjectNode user = object();
        if (name == null && uid == null) {
            return user;
        }
        say(user, "name", name);
        say(user, "uid", uid);
        say(user, "domain", tree.text("user.domain"));
        say(user, "full_name", tree.text("user.full_name"));
        say(user, "email_addr", tree.text("user.email"));
        return user;
    }

    /** The host of an event, or of all events. */
    static ObjectNode device(EventTree tree) {
        ObjectNode device = object();
        String name = tree.text("host.name");
        String hostname = tree.text("host.hostname");
        say(device, "hostname", hostname == null ? name : hostname);
        say(device, "name", name);
        say(device, "uid", tree.text("host.id"));
        say(device, "ip", tree.text("host.ip"));
        if (device.isEmpty()) {
            return device;
        }
        say(device, "mac", tree.text("host.mac"));
        say(device, "domain", tree.text("host.domain"));
        device.put("type_id", 0);
        device.put("type", UNKNOWN);
        say(device, "os", system(tree));
        return device;
    }

    private static ObjectNode system(EventTree tree) {
        String type = tree.text("host.os.type");
        String name = tree.text("host.os.name");
        ObjectNode system = object();
        if (type == null && name == null) {
            return system;
        }
        OcsfState.Choice kind = kind(type == null ? "" : type);
        system.put("name", name == null ? type : name);
        system.put("type_id", kind.id());
        system.put("type", kind.caption());
        say(system, "version", tree.text("host.os.version"));
        return system;
    }

    private static OcsfState.Choice kind(String type) {
        return switch (type) {
            case "windows" -> new OcsfState.Choice(100, "Windows");
            case "linux" -> new OcsfState.Choice(200, "Linux");
            case "android" -> new OcsfState.Choice(201, "Android");
            case "macos" -> new OcsfState.Choice(300, "macOS");
            case "ios" -> new OcsfState.Choice(301, "iOS");
            default -> new OcsfState.Choice(0, UNKNOWN);
        };
    }

    /** One end of a connection, from the first of the fields that has an address or a name. */
    private static ObjectNode endpoint(EventTree tree, String... fields) {
        return Stream.of(fields)
                .map(field -> endpoint(tree, field))
                .filter(endpoint -> !endpoint.isEmpty())
                .findFirst()
                .orElseGet(DocumentWriter::object);
    }

    private static ObjectNode endpoint(EventTree tree, String field) {
        ObjectNode endpoint = object();
        say(endpoint, "ip", tree.text(field + ".ip"));
        say(endpoint, "hostname", tree.text(field + ".domain"));
        Long port = tree.number(field + ".port");
        if (!endpoint.isEmpty() && port != null && port >= 0 && port <= MOST_PORT) {
            endpoint.put("port", port);
        }
        return endpoint;
    }

    private static ObjectNode file(EventTree tree) {
        String path = tree.text("file.path");
        ObjectNode file = file(path, tree.text("file.name"), tree, "file.hash");
        if (!file.isEmpty()) {
            OcsfState.Choice type = fileType(tree.text("file.type"));
            file.put("type_id", type.id());
            file.put("type", type.caption());
            say(file, "size", tree.number("file.size"));
        }
        return file;
    }

    /** A file must have a name: that of its path, if it has no other. */
    private static ObjectNode file(@Nullable String path, @Nullable String name, EventTree tree, String hash) {
        ObjectNode file = object();
        String known = name == null && path != null ? lastStep(path) : name;
        if (known == null || known.isEmpty()) {
            return file;
        }
        file.put("name", known);
        say(file, "path", path);
        file.put("type_id", 1);
        file.put("type", "Regular File");
        say(file, "hashes", hashes(tree, hash));
        return file;
    }

    private static String lastStep(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static OcsfState.Choice fileType(@Nullable String type) {
        return switch (type) {
            case "file" -> new OcsfState.Choice(1, "Regular File");
            case "dir" -> new OcsfState.Choice(2, "Folder");
            case "symlink" -> new OcsfState.Choice(7, "Symbolic Link");
            case null, default -> new OcsfState.Choice(0, UNKNOWN);
        };
    }

    private static ArrayNode hashes(EventTree tree, String field) {
        List<ObjectNode> hashes = new ArrayList<>();
        addHash(hashes, 1, "MD5", tree.text(field + ".md5"));
        addHash(hashes, 2, "SHA-1", tree.text(field + ".sha1"));
        addHash(hashes, 3, "SHA-256", tree.text(field + ".sha256"));
        addHash(hashes, 4, "SHA-512", tree.text(field + ".sha512"));
        return list(hashes);
    }

    private static void addHash(List<ObjectNode> hashes, int id, String algorithm, @Nullable String value) {
        if (value != null) {
            hashes.add(
                    object().put("algorithm_id", id).put("algorithm", algorithm).put("value", value));
        }
    }

    private static ObjectNode query(EventTree tree) {
        ObjectNode query = object();
        String name = tree.text("dns.question.name");
        if (name != null) {
            query.put("hostname", name);
            say(query, "type", tree.text("dns.question.type"));
            say(query, "class", tree.text("dns.question.class"));
        }
        return query;
    }

    private static ObjectNode url(EventTree tree) {
        ObjectNode url = object();
        String full = tree.text("url.full");
        String text = full == null ? tree.text("url.original") : full;
        if (text != null) {
            url.put("url_string", text);
            say(url, "scheme", tree.text("url.scheme"));
            say(url, "hostname", tree.text("url.domain"));
            say(url, "port", tree.number("url.port"));
            say(url, "path", tree.text("url.path"));
            say(url, "query_string", tree.text("url.query"));
        }
        return url;
    }
}
