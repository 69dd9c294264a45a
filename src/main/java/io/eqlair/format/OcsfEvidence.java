package io.eqlair.format;

import static io.eqlair.format.DocumentWriter.object;
import static io.eqlair.format.DocumentWriter.say;

import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** An event as OCSF's evidence: what the schema has words for, and the event itself. */
final class OcsfEvidence {

    private static final int MOST_PORT = 65_535;

    private OcsfEvidence() {}

    /**
     * An event as evidence. The process of an event about processes is the one it is about, and who did it is its parent; the process
     * of any other event is who did it.
     */
    static ObjectNode of(AlertTrees.Read read) {
        EventTree tree = read.tree();
        boolean aboutProcess = tree.texts("event.category").contains("process");
        ObjectNode evidence = object();
        ObjectNode actor = object();
        say(actor, "process", OcsfObjects.process(tree, aboutProcess ? "process.parent" : "process"));
        say(actor, "user", OcsfObjects.user(tree));
        say(evidence, "actor", actor);
        say(evidence, "process", aboutProcess ? OcsfObjects.launched(tree) : null);
        say(evidence, "device", OcsfObjects.device(tree));
        say(evidence, "src_endpoint", endpoint(tree, "source", "client"));
        say(evidence, "dst_endpoint", endpoint(tree, "destination", "server"));
        say(evidence, "file", OcsfObjects.file(tree));
        say(evidence, "query", query(tree));
        say(evidence, "url", url(tree));
        evidence.putRawValue("data", new RawValue(read.event().source().text()));
        return evidence;
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
