package io.eqlair.exceptions;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.engine.matcher.RandomDocuments;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Random entries, asked of random events, against what the operators are said to mean, written down as plainly as can be. */
class ExceptionPropertyTest {

    private static final long SEED = Long.getLong("eqlair.seed", 20261122);
    private static final int EXCEPTIONS = 4_000;
    private static final List<Operator> OPERATORS = List.of(Operator.values());
    private static final List<String> FIELDS = List.of("s", "t.u", "n", "m.o.p", "flag", "ip", "none");
    private static final List<String> VALUES = List.of(
            "\"a\"",
            "\"B\"",
            "\"ab\"",
            "\"\"",
            "\"1\"",
            "\"1.0\"",
            "\"true\"",
            "\"s\"",
            "\"10.1.2.3\"",
            "0",
            "1",
            "2",
            "1.0",
            "1.5",
            "50",
            "true",
            "false",
            "\"250\"",
            "\"n/a\"",
            "9007199254740993");
    private static final List<String> PATTERNS = List.of("\"a*\"", "\"*\"", "\"?\"", "\"1*\"", "\"A?\"", "\"*\\n*\"");
    private static final List<String> NETWORKS = List.of("\"10.0.0.0/8\"", "\"::/0\"", "\"10.1.2.3\"", "\"::2/128\"");
    private static final ValueList LIST = new ValueList("l", "L", ListType.KEYWORD, List.of("a", "1", "true", "x\ny"));

    private final Random random = new Random(SEED);
    private final RandomDocuments documents = new RandomDocuments(random);
    private final Asking asking = new Asking(LIST);

    @Test
    void conditionsAgreeWithWhatTheOperatorsAreSaidToMean() {
        int excepted = 0;
        for (int i = 0; i < EXCEPTIONS; i++) {
            String entries = list(2);
            ExceptionTerms terms = asking.terms(entries);
            for (int j = 0; j < 3; j++) {
                Map<String, List<Object>> document = documents.document();
                String json = documents.json(document);
                boolean expected = all(JsonMapper.shared().readTree(entries), document);
                assertThat(asking.excepts(terms, json))
                        .as("seed %s: %s on %s", SEED, entries, json)
                        .isEqualTo(expected);
                excepted += expected ? 1 : 0;
            }
        }
        assertThat(excepted).as("excepted").isBetween(EXCEPTIONS / 2, EXCEPTIONS * 5 / 2);
    }

    /** What is written for files is read as the same. */
    @Test
    void whatIsWrittenIsReadAsTheSame() {
        for (int i = 0; i < EXCEPTIONS; i++) {
            ExceptionTerms terms = asking.terms(list(3));
            String written = JsonMapper.shared().writeValueAsString(ExceptionWriter.entries(terms.entries()));
            assertThat(asking.terms(written)).isEqualTo(terms);
        }
    }

    private String list(int depth) {
        return IntStream.rangeClosed(0, random.nextInt(2))
                .mapToObj(i -> entry(depth))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private String entry(int depth) {
        int kind = depth == 0 ? 3 : random.nextInt(6);
        return switch (kind) {
            case 0 -> "{\"and\":" + list(depth - 1) + "}";
            case 1 -> "{\"or\":" + list(depth - 1) + "}";
            case 2 -> "{\"not\":" + entry(depth - 1) + "}";
            default -> leaf();
        };
    }

    private String leaf() {
        Operator operator = OPERATORS.get(random.nextInt(OPERATORS.size()));
        String value = switch (operator.takes()) {
            case NOTHING -> "";
            case ONE -> ",\"value\":" + pick(VALUES);
            case SEVERAL -> ",\"value\":[" + pick(VALUES) + "," + pick(VALUES) + "]";
            case PATTERNS -> ",\"value\":" + pick(PATTERNS);
            case NETWORKS -> ",\"value\":[" + pick(NETWORKS) + "," + pick(NETWORKS) + "]";
            case LIST -> ",\"value\":\"l\"";
        };
        return "{\"field\":\"" + pick(FIELDS) + "\",\"operator\":\"" + operator.text() + "\"" + value + "}";
    }

    private String pick(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static boolean all(JsonNode entries, Map<String, List<Object>> document) {
        return entries.valueStream().allMatch(entry -> holds(entry, document));
    }

    private static boolean holds(JsonNode entry, Map<String, List<Object>> document) {
        if (entry.has("and")) {
            return all(entry.get("and"), document);
        }
        if (entry.has("or")) {
            return entry.get("or").valueStream().anyMatch(one -> holds(one, document));
        }
        if (entry.has("not")) {
            return !holds(entry.get("not"), document);
        }
        List<Object> values = document.getOrDefault(entry.get("field").stringValue(), List.of());
        JsonNode value = entry.path("value");
        return switch (entry.get("operator").stringValue()) {
            case "is" -> values.stream().anyMatch(one -> same(one, value));
            case "is_not" -> values.stream().noneMatch(one -> same(one, value));
            case "is_one_of" -> values.stream().anyMatch(one -> sameAsOne(one, value));
            case "is_not_one_of" -> values.stream().noneMatch(one -> sameAsOne(one, value));
            case "exists" -> !values.isEmpty();
            case "does_not_exist" -> values.isEmpty();
            case "matches" -> values.stream().anyMatch(one -> matches(one, value));
            case "does_not_match" -> values.stream().noneMatch(one -> matches(one, value));
            case "in_cidr" -> values.stream().anyMatch(one -> inNetwork(one, value));
            case "not_in_cidr" -> values.stream().noneMatch(one -> inNetwork(one, value));
            case "in_list" -> values.stream().anyMatch(one -> LIST.values().contains(one.toString()));
            case "not_in_list" -> values.stream().noneMatch(one -> LIST.values().contains(one.toString()));
            default -> throw new AssertionError(entry);
        };
    }

    private static boolean sameAsOne(Object value, JsonNode list) {
        return list.valueStream().anyMatch(one -> same(value, one));
    }

    /** Of the same text, or numbers of the same value; a text that writes a number as Java does is one, too. */
    private static boolean same(Object value, JsonNode wanted) {
        Object constant = wanted.isString()
                ? wanted.stringValue()
                : wanted.isBoolean()
                        ? wanted.booleanValue()
                        : wanted.isIntegralNumber() ? (Object) wanted.longValue() : wanted.doubleValue();
        if (value.toString().equals(constant.toString())) {
            return true;
        }
        return value instanceof Number
                && constant.toString().matches("-?[0-9]+(\\.[0-9]+)?")
                && new BigDecimal(value.toString()).compareTo(new BigDecimal(constant.toString())) == 0;
    }

    private static boolean matches(Object value, JsonNode pattern) {
        String regex = pattern.stringValue()
                .chars()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.DOTALL).matcher(value.toString()).matches();
    }

    /** Of the documents' values two are addresses. */
    private static boolean inNetwork(Object value, JsonNode networks) {
        return networks.valueStream().map(JsonNode::stringValue).anyMatch(network -> switch (network) {
            case "10.0.0.0/8", "10.1.2.3" -> value.equals("10.1.2.3");
            case "::/0" -> value.equals("10.1.2.3") || value.equals("::1");
            default -> false;
        });
    }
}
