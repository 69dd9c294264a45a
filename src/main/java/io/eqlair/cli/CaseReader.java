package io.eqlair.cli;

import io.eqlair.event.EventLimits;
import io.eqlair.event.JsonSyntax;
import io.eqlair.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.toml.TomlMapper;

/** Reads one case. Numbers in its events stay as they are written, to the last digit. */
final class CaseReader {

    private static final int MOST_BYTES = 16 << 20;
    private static final Set<String> KNOWN = Set.of("name", "rule_id", "alerts", "events", "events_file", "index");
    private static final String MEMBERS = "`name`, `rule_id`, `alerts`, `events`, `events_file` and `index`";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final ObjectMapper TOML = TomlMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Path file;
    private final JsonNode content;

    private CaseReader(Path file, JsonNode content) {
        this.file = file;
        this.content = content;
    }

    static TestCase read(Path file) throws CaseRejected {
        JsonNode content = parse(file);
        if (!content.isObject()) {
            throw new CaseRejected(Problem.MEMBER_TYPE, "The case", described(content), "an object");
        }
        return new CaseReader(file, content).testCase();
    }

    private static JsonNode parse(Path file) throws CaseRejected {
        boolean toml = file.toString().endsWith(".toml");
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new CaseRejected(Problem.CASE_TOO_LARGE, MOST_BYTES);
            }
            return (toml ? TOML : JSON).readTree(Files.readAllBytes(file));
        } catch (JacksonException malformed) {
            throw malformed(malformed, toml ? "TOML" : "JSON");
        } catch (IOException unreadable) {
            throw new CaseRejected(Problem.PATH_UNREADABLE, file, reason(unreadable));
        }
    }

    private static CaseRejected malformed(JacksonException why, String notation) {
        TokenStreamLocation place = why.getLocation();
        int line = place == null ? 1 : Math.max(place.getLineNr(), 1);
        int column = place == null ? 1 : Math.max(place.getColumnNr(), 1);
        String reason = JsonSyntax.explain(why, EventLimits.DEFAULT).reason();
        return new CaseRejected(Problem.CASE_SYNTAX, notation, line, column, reason);
    }

    /** Of what goes wrong with files, the message is often no more than the path. */
    static String reason(IOException broken) {
        return broken.getClass().getSimpleName().replaceAll("Exception$", "") + ": " + broken.getMessage();
    }

    private TestCase testCase() throws CaseRejected {
        for (String name : content.propertyNames()) {
            if (!KNOWN.contains(name)) {
                throw new CaseRejected(Problem.CASE_MEMBER_UNKNOWN, name, MEMBERS);
            }
        }
        String name = text("name");
        return new TestCase(
                name == null ? file.getFileName().toString() : name,
                required("rule_id", text("rule_id")),
                alerts(),
                events(),
                text("index"));
    }

    private int alerts() throws CaseRejected {
        JsonNode alerts = required("alerts", content.get("alerts"));
        boolean whole = alerts.isInt() && alerts.intValue() >= 0;
        expect(whole, "alerts", alerts, "a whole number from 0");
        return alerts.intValue();
    }

    private TestCase.Events events() throws CaseRejected {
        JsonNode events = content.get("events");
        String eventsFile = text("events_file");
        if (events != null && eventsFile != null) {
            throw new CaseRejected(Problem.CASE_EVENTS_TWICE);
        }
        if (eventsFile != null) {
            return new TestCase.Events.InFile(file.resolveSibling(eventsFile));
        }
        JsonNode inline = required("events", events);
        expect(inline.isArray() || inline.isString(), "events", inline, "a list of events, or NDJSON as a string");
        return new TestCase.Events.Inline(inline.isString() ? inline.stringValue() : JSON.writeValueAsString(inline));
    }

    private @Nullable String text(String name) throws CaseRejected {
        JsonNode value = content.get(name);
        if (value == null) {
            return null;
        }
        expect(value.isString() && !value.stringValue().isBlank(), name, value, "a string that is not empty");
        return value.stringValue();
    }

    private static <T> T required(String name, @Nullable T value) throws CaseRejected {
        if (value == null) {
            throw new CaseRejected(Problem.CASE_MEMBER_MISSING, name);
        }
        return value;
    }

    private static void expect(boolean given, String name, JsonNode found, String expected) throws CaseRejected {
        if (!given) {
            throw new CaseRejected(Problem.MEMBER_TYPE, name, described(found), expected);
        }
    }

    private static String described(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case NULL -> "null";
            case MISSING -> "nothing";
            default -> "`" + value.asString() + "`";
        };
    }
}
