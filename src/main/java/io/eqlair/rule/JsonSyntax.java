package io.eqlair.rule;

import io.eqlair.problem.Problem;
import io.eqlair.rule.format.JsonLocator;
import io.eqlair.rule.format.Places;
import io.eqlair.rule.format.Position;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** Says in our words what the JSON parser says in its own, which are for the authors of parsers. */
final class JsonSyntax {

    private static final int LONGEST_QUOTE = 40;
    private static final int LONGEST_REASON = 200;

    private JsonSyntax() {}

    /** The line is that of the file on which the text begins. */
    static RuleProblem problem(String text, String origin, int line, JacksonException e) {
        String reason = e.getOriginalMessage();
        Places.Twice twice = reason.startsWith("Duplicate")
                ? JsonLocator.locate(text, "", line).twice()
                : null;
        if (twice != null) {
            int first = twice.first().line();
            return RuleProblem.of(Problem.RULE_JSON_TWICE, origin, twice.second(), twice.path(), first);
        }
        TokenStreamLocation place = e.getLocation();
        int offset = place == null ? 0 : Math.clamp(place.getCharOffset(), 0, text.length());
        Problem kind = kind(reason);
        Position position = position(text, kind == Problem.RULE_JSON_ESCAPE ? Math.max(0, offset - 1) : offset, line);
        String argument = kind == Problem.RULE_JSON_SYNTAX ? plain(reason) : quote(text, offset);
        return RuleProblem.of(kind, origin, position, argument);
    }

    private static Problem kind(String reason) {
        return switch (reason) {
            case String end when end.startsWith("Unexpected end-of-input") -> Problem.RULE_JSON_END;
            case String escape when escape.startsWith("Unrecognized character escape") -> Problem.RULE_JSON_ESCAPE;
            case String control when control.startsWith("Illegal unquoted character") -> Problem.RULE_JSON_CONTROL;
            case String after when after.startsWith("Trailing token") -> Problem.RULE_JSON_AFTER_VALUE;
            case String token
            when token.startsWith("Unexpected") || token.startsWith("Unrecognized token") -> Problem.RULE_JSON_TOKEN;
            default -> Problem.RULE_JSON_SYNTAX;
        };
    }

    private static Position position(String text, int offset, int firstLine) {
        String before = text.substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count();
        return new Position(firstLine + line, offset - before.lastIndexOf('\n'));
    }

    /** What stands at a place, to the end of its line. */
    private static String quote(String text, int offset) {
        String rest = text.substring(offset).lines().findFirst().orElse("").strip();
        return rest.length() <= LONGEST_QUOTE ? rest : rest.substring(0, LONGEST_QUOTE) + "…";
    }

    /** Without the names of the parser's own settings, and not longer than anybody reads. */
    private static String plain(String reason) {
        String first = reason.lines().findFirst().orElse("");
        String plain = first.replaceAll(", from `[^`]*`", "").replaceAll("[.?]+$", "");
        return plain.length() <= LONGEST_REASON ? plain : plain.substring(0, LONGEST_REASON) + "…";
    }
}
