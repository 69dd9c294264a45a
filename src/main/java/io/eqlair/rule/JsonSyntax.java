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
        Position position = position(text, offset, line);
        return switch (reason) {
            case String end
            when end.startsWith("Unexpected end-of-input") -> RuleProblem.of(Problem.RULE_JSON_END, origin, position);
            case String escape
            when escape.startsWith("Unrecognized character escape") ->
                RuleProblem.of(Problem.RULE_JSON_ESCAPE, origin, position(text, Math.max(0, offset - 1), line));
            case String control
            when control.startsWith("Illegal unquoted character") ->
                RuleProblem.of(Problem.RULE_JSON_CONTROL, origin, position);
            case String after
            when after.startsWith("Trailing token") -> RuleProblem.of(Problem.RULE_JSON_AFTER_VALUE, origin, position);
            case String token
            when token.startsWith("Unexpected") || token.startsWith("Unrecognized token") ->
                RuleProblem.of(Problem.RULE_JSON_TOKEN, origin, position, quote(text, offset));
            default -> RuleProblem.of(Problem.RULE_JSON_SYNTAX, origin, position, plain(reason));
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

    private static String plain(String reason) {
        String plain = reason.lines().findFirst().orElse("").replaceAll("[.?]+$", "");
        return plain.length() <= LONGEST_REASON ? plain : plain.substring(0, LONGEST_REASON) + "…";
    }
}
