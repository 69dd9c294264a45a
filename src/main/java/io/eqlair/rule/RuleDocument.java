package io.eqlair.rule;

import io.eqlair.problem.Problem;
import io.eqlair.rule.format.JsonDocument;
import io.eqlair.rule.format.LocatedText;
import io.eqlair.rule.format.TomlDocument;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A text that was read as TOML or JSON, whatever it says.
 *
 * @param content by tables: the keys of a rule are below {@code rule}, even where the text does without that, as Kibana's
 *     export does
 */
record RuleDocument(String origin, LocatedText text, Map<String, Object> content) {

    private static final String RULE = "rule";
    private static final String METADATA = "metadata";
    private static final String ID = "rule_id";
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Set<String> OF_EXCEPTIONS = Set.of("list_id", "item_id", "entries");

    /** Whether bytes are a JSON object, if they are anything: TOML cannot begin like that. */
    static boolean isJson(byte[] bytes) {
        for (byte next : bytes) {
            if (next == '{') {
                return true;
            }
            boolean before = " \t\r\n".indexOf(next) >= 0 || next < 0; // white space, or a byte order mark
            if (!before) {
                return false;
            }
        }
        return false;
    }

    static RuleDocument parse(byte[] bytes, String origin, int line) throws RuleRefused {
        String text = decode(bytes, origin);
        return isJson(bytes) ? json(text, origin, line) : toml(text, origin);
    }

    private static String decode(byte[] bytes, String origin) throws RuleRefused {
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CharBuffer output = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(input, output, true);
        if (result.isError()) {
            throw new RuleRefused(RuleProblem.of(Problem.RULE_FILE_ENCODING, origin, null, input.position() + 1));
        }
        String text = output.flip().toString();
        boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        return (marked ? text.substring(1) : text).replace("\r\n", "\n");
    }

    private static RuleDocument toml(String text, String origin) throws RuleRefused {
        try {
            return new RuleDocument(origin, LocatedText.toml(text), TomlDocument.parse(text));
        } catch (JacksonException e) {
            throw new RuleRefused(TomlSyntax.problem(text, origin, e));
        }
    }

    private static RuleDocument json(String text, String origin, int line) throws RuleRefused {
        Map<String, Object> content;
        try {
            content = JsonDocument.parse(text);
        } catch (JacksonException e) {
            throw new RuleRefused(JsonSyntax.problem(text, origin, line, e));
        }
        boolean tables = content.containsKey(RULE) || content.get(METADATA) instanceof Map<?, ?>;
        LocatedText located = LocatedText.json(text, tables ? "" : RULE, line);
        String half = HalfCharacters.firstIn(tables ? content : Map.of(RULE, content));
        if (half != null) {
            throw new RuleRefused(RuleProblem.of(
                    Problem.RULE_JSON_HALF_CHARACTER, origin, located.places().of(half)));
        }
        return new RuleDocument(origin, located, tables ? content : Map.of(RULE, content));
    }

    RuleFile read() {
        return new RuleReader(origin, content, text).read();
    }

    /** What the file is instead of a rule; null if it is one. */
    @Nullable
    Problem notARule() {
        boolean aboutRules = content.containsKey("exceptions") || content.containsKey("actions");
        boolean rule = switch (text.notation()) {
            case TOML -> content.containsKey(RULE) || (content.containsKey(METADATA) && !aboutRules);
            case JSON -> table().containsKey(ID) && table().containsKey("type");
        };
        return rule ? null : Problem.RULE_SKIPPED_NO_RULE;
    }

    /** What the line of an export is instead of a rule; null if it is one. */
    @Nullable
    Problem notARuleOfAnExport() {
        Set<?> keys = table().keySet();
        if (keys.contains(ID) || (keys.contains("query") && keys.contains("type"))) {
            return null;
        }
        if (keys.stream().anyMatch(OF_EXCEPTIONS::contains)) {
            return Problem.RULE_SKIPPED_EXCEPTION;
        }
        if (keys.contains("attributes")) {
            return Problem.RULE_SKIPPED_ACTION;
        }
        return keys.contains("exported_count") ? Problem.RULE_SKIPPED_SUMMARY : Problem.RULE_SKIPPED_LINE;
    }

    private Map<?, ?> table() {
        return content.get(RULE) instanceof Map<?, ?> table ? table : Map.of();
    }
}
