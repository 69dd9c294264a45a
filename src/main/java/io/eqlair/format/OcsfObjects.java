package io.eqlair.format;

import static io.eqlair.format.DocumentWriter.list;
import static io.eqlair.format.DocumentWriter.object;
import static io.eqlair.format.DocumentWriter.say;

import io.eqlair.eql.value.Timestamps;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * OCSF's processes, users, devices and files, made of fields of the Elastic Common Schema. One that lacks what the schema requires of
 * it is empty: nothing is lost, as the event itself is there, too.
 */
final class OcsfObjects {

    private static final String UNKNOWN = "Unknown";

    private OcsfObjects() {}

    /** A process with its parent. */
    static ObjectNode launched(EventTree tree) {
        ObjectNode process = process(tree, "process");
        if (!process.isEmpty()) {
            say(process, "parent_process", process(tree, "process.parent"));
        }
        return process;
    }

    /** A process must be known by its number or an id of its own. */
    static ObjectNode process(EventTree tree, String field) {
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

    /** A user must have a name or an id. */
    static ObjectNode user(EventTree tree) {
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

    /** The file that an event is about. */
    static ObjectNode file(EventTree tree) {
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
}
