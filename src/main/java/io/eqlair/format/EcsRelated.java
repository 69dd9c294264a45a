package io.eqlair.format;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The addresses, users, hosts and hashes of an alert's events, in one place each, whatever fields they come from. */
final class EcsRelated {

    /** What the index of an address takes: anything else would have the whole document refused. */
    private static final Pattern ADDRESS =
            Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|(?=.*:.*:)[0-9a-fA-F:]{2,39}(\\d{1,3}(\\.\\d{1,3}){3})?");

    private static final Pattern HOST = Pattern.compile(
            "host\\.(name|hostname)|(source|destination|client|server|url)\\.domain|dns\\.question\\.name");

    private static final String USER = "user.name";
    private static final String HASH = "hash";

    private final Set<String> ip = new LinkedHashSet<>();
    private final Set<String> user = new LinkedHashSet<>();
    private final Set<String> hosts = new LinkedHashSet<>();
    private final Set<String> hash = new LinkedHashSet<>();

    /** Adds those of an event. */
    void add(EventTree tree) {
        walk("", tree.root(), this::add);
    }

    private static void walk(String path, JsonNode node, BiConsumer<String, String> values) {
        switch (node) {
            case ObjectNode object -> {
                for (Map.Entry<String, JsonNode> member : object.properties()) {
                    String name = member.getKey();
                    walk(path.isEmpty() ? name : path + "." + name, member.getValue(), values);
                }
            }
            case ArrayNode array -> array.values().forEach(each -> walk(path, each, values));
            default -> {
                if (node.isString() && !node.stringValue().isEmpty()) {
                    values.accept(path, node.stringValue());
                }
            }
        }
    }

    private void add(String path, String value) {
        if (isStep(path, "ip") && ADDRESS.matcher(value).matches()) {
            ip.add(value);
        } else if (path.equals(USER) || path.endsWith("." + USER) || path.equals("related.user")) {
            user.add(value);
        } else if (HOST.matcher(path).matches() || path.equals("related.hosts")) {
            hosts.add(value);
        } else if (path.contains("." + HASH + ".") || path.equals("related.hash")) {
            hash.add(value);
        }
    }

    private static boolean isStep(String path, String name) {
        return path.endsWith("." + name);
    }

    /** What was found; without the kinds of which there was nothing. */
    ObjectNode fields() {
        ObjectNode related = DocumentWriter.object();
        DocumentWriter.say(related, "ip", ip);
        DocumentWriter.say(related, "user", user);
        DocumentWriter.say(related, "hosts", hosts);
        DocumentWriter.say(related, "hash", hash);
        return related;
    }
}
