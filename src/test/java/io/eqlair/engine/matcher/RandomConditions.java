package io.eqlair.engine.matcher;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes conditions that make sense, over fields of few values, so that they often hold. */
public final class RandomConditions {

    private static final List<String> FIELDS = List.of("s", "t.u", "n", "m.o.p", "flag", "ip", "absent");
    private static final List<String> STRINGS = List.of(
            "\"a\"",
            "\"B\"",
            "\"ab\"",
            "\"AB\"",
            "\"\"",
            "\"1\"",
            "\"1.0\"",
            "\"true\"",
            "\"\u00e9\"",
            "\"\u00c9\"",
            "\"a*\"",
            "\"\"\"a\\b\"\"\"",
            "\"x\\ny\"",
            "\"\u017f\"",
            "\"10.1.2.3\"");
    private static final List<String> NUMBERS =
            List.of("0", "1", "2", "1.0", "1.5", "-1", "50", "250", "9007199254740993", "9007199254740992.0", "1 + 1");
    private static final List<String> WILDCARDS = List.of(
            "\"a\"",
            "\"A*\"",
            "\"*b\"",
            "\"?\"",
            "\"*\"",
            "\"a?\"",
            "\"\"",
            "\"*1*\"",
            "\"\"\"a\\*\"\"\"",
            "\"x?y\"",
            "\"\u00c9\"",
            "\"S\"",
            "\"t*e\"");
    private static final List<String> EXPRESSIONS =
            List.of("\"a.*\"", "\"[ab]+\"", "\"a|B\"", "\"(ab)?\"", "\".{1,2}\"", "\"x.y\"", "\"[0-9.]*\"", "\"B\"");
    private static final List<String> TIMES = List.of(
            "\"2026-11-22T10:00:00Z\"",
            "\"2026-11-22T10:00:00.5Z\"",
            "1795341600000",
            "\"2026-11-22T10:00:00.500000001Z\"");
    private static final List<String> RELATIONS = List.of("==", "!=", "<", "<=", ">", ">=");

    private final Random random;

    public RandomConditions(Random random) {
        this.random = random;
    }

    public String condition(int depth) {
        if (depth == 0) {
            return leaf();
        }
        return switch (random.nextInt(9)) {
            case 0, 1 -> "(" + condition(depth - 1) + " and " + condition(depth - 1) + ")";
            case 2, 3 -> "(" + condition(depth - 1) + " or " + condition(depth - 1) + ")";
            case 4 -> "not (" + condition(depth - 1) + ")";
            case 5 -> "(" + condition(depth - 1) + ") " + pick("==", "!=") + " " + pick("true", "false", "(1 == 1)");
            case 6 -> pick("true", "false") + " " + pick("==", "!=") + " (" + condition(depth - 1) + ")";
            case 7 -> pick("true", "false", "null", "(null > 1)", "(\"a\" : \"A\")");
            default -> leaf();
        };
    }

    private String leaf() {
        return switch (random.nextInt(12)) {
            case 0 -> compared(field(), pick("==", "!="), pick(string(), number(), pick("true", "false")));
            case 1 -> compared(field(), pick(RELATIONS), pick(string(), number()));
            case 2 -> compared(text(2), pick(RELATIONS), string());
            case 3 -> compared(amount(2), pick(RELATIONS), number());
            case 4 -> compared(pick(field(), text(2), amount(2), truth()), pick("==", "!="), "null");
            case 5 -> pick(field(), text(2)) + " " + matched();
            case 6 -> member();
            case 7 -> truth();
            case 8 -> pick("flag", "?flag", "s", "absent");
            case 9 -> "?" + field() + " " + pick("==", "!=") + " ?" + field();
            case 10 -> compared(pick("@timestamp", "seen"), pick(RELATIONS), time());
            default -> compared("string(" + inner(2) + ")", "==", pick("\"true\"", "\"false\""));
        };
    }

    /** Three-valued logic, since it stands inside a leaf. */
    private String inner(int depth) {
        if (depth == 0) {
            return pick(
                    truth(),
                    compared(field(), pick(RELATIONS), pick(string(), number())),
                    "flag",
                    field() + " == null");
        }
        return switch (random.nextInt(4)) {
            case 0 -> "(" + inner(depth - 1) + " and " + inner(depth - 1) + ")";
            case 1 -> "(" + inner(depth - 1) + " or " + inner(depth - 1) + ")";
            case 2 -> "not (" + inner(depth - 1) + ")";
            default -> pick(member(), field() + " " + matched(), inner(0));
        };
    }

    private String compared(String one, String relation, String other) {
        return random.nextInt(4) == 0
                ? "(" + other + ") " + relation + " (" + one + ")"
                : "(" + one + ") " + relation + " (" + other + ")";
    }

    private String matched() {
        boolean regex = random.nextInt(3) == 0;
        String operator = regex ? pick("regex", "regex~") : pick(":", "like", "like~");
        return operator + " (" + list(() -> pick(regex ? EXPRESSIONS : WILDCARDS)) + ")";
    }

    private String member() {
        return switch (random.nextInt(3)) {
            case 0 -> pick(field(), amount(1)) + pick(" in", " not in") + " (" + list(this::number) + ")";
            case 1 -> pick(field(), text(1)) + pick(" in~", " not in~") + " (" + list(this::string) + ")";
            default -> pick(field(), text(1)) + pick(" in", " not in") + " (" + list(this::string) + ")";
        };
    }

    private String truth() {
        return switch (random.nextInt(3)) {
            case 0 -> "cidrMatch(" + pick("ip", "ip", "s") + ", \"10.0.0.0/8\", \"::1\")";
            case 1 ->
                pick("startsWith", "endsWith", "stringContains") + pick("", "~") + "(" + text(1) + ", " + text(1) + ")";
            default -> "startsWith~(" + field() + ", " + string() + ")";
        };
    }

    private String text(int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(6)) {
            case 0 -> field();
            case 1 -> "concat(" + text(depth - 1) + ", " + pick(string(), field()) + ")";
            case 2 -> "substring(" + text(depth - 1) + ", " + pick("0", "1", "-1") + pick("", ", 1", ", null") + ")";
            case 3 -> "string(" + amount(depth - 1) + ")";
            case 4 -> "between" + pick("", "~") + "(" + text(depth - 1) + ", \"a\", " + string() + ")";
            default -> "string(" + field() + ")";
        };
    }

    private String amount(int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(7)) {
            case 0 -> pick("n", "m.o.p", "n", "s");
            case 1 ->
                "(" + amount(depth - 1) + " " + pick("+", "-", "*", "/", "%") + " " + pick(amount(depth - 1), number())
                        + ")";
            case 2 -> "length(" + text(depth - 1) + ")";
            case 3 -> "indexOf" + pick("", "~") + "(" + text(depth - 1) + ", " + string() + ")";
            case 4 -> "number(" + text(depth - 1) + ")";
            case 5 -> "(-" + amount(depth - 1) + ")";
            default ->
                pick("add", "subtract", "multiply", "divide", "modulo") + "(" + amount(depth - 1) + ", " + number()
                        + ")";
        };
    }

    private String field() {
        return pick(FIELDS);
    }

    private String string() {
        return pick(STRINGS);
    }

    private String number() {
        return pick(NUMBERS);
    }

    private String time() {
        return pick(TIMES);
    }

    private String list(Supplier<String> member) {
        return Stream.generate(member).limit(1 + random.nextInt(3)).collect(Collectors.joining(", "));
    }

    private String pick(String... values) {
        return values[random.nextInt(values.length)];
    }

    private String pick(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
