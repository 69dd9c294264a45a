package io.eqlair.rule;

import io.eqlair.problem.Problem;
import io.eqlair.rule.format.Places;
import io.eqlair.rule.format.Position;
import io.eqlair.rule.format.TomlLocator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** Says in our words what the TOML parser says in its own, which are for the authors of parsers. */
final class TomlSyntax {

    private static final int LONGEST_QUOTE = 40;
    private static final int LONGEST_REASON = 200;

    private TomlSyntax() {}

    static RuleProblem problem(String text, String origin, JacksonException e) {
        String reason = e.getOriginalMessage();
        boolean again = reason.equals("Duplicate key") || reason.equals("Table redefined");
        Places.Twice twice = again ? TomlLocator.locate(text).twice() : null;
        if (twice != null) {
            return RuleProblem.of(
                    Problem.RULE_TOML_TWICE,
                    origin,
                    twice.second(),
                    twice.path(),
                    twice.first().line());
        }
        Position position = position(e.getLocation());
        return switch (reason) {
            case "Newline not permitted here" -> RuleProblem.of(Problem.RULE_TOML_LINE_END, origin, position);
            case "Premature end of file" -> RuleProblem.of(Problem.RULE_TOML_FILE_END, origin, position);
            case "Unknown escape sequence" -> RuleProblem.of(Problem.RULE_TOML_ESCAPE, origin, position);
            case String other
            when other.startsWith("Unknown token") || other.startsWith("Unexpected token") ->
                RuleProblem.of(Problem.RULE_TOML_TOKEN, origin, position, at(text, position));
            case String other
            when other.startsWith("More data after value") ->
                RuleProblem.of(Problem.RULE_TOML_AFTER_VALUE, origin, position);
            default -> RuleProblem.of(Problem.RULE_TOML_SYNTAX, origin, position, plain(reason));
        };
    }

    private static @Nullable Position position(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? null
                : new Position(location.getLineNr(), Math.max(1, location.getColumnNr()));
    }

    /** Without the names of the parser's own settings, and not longer than anybody reads. */
    private static String plain(String reason) {
        String plain = reason.replaceAll(", from `[^`]*`", "").replaceAll("[.?]+$", "");
        return plain.length() <= LONGEST_REASON ? plain : plain.substring(0, LONGEST_REASON) + "…";
    }

    /** What stands at a place, to the end of its line. */
    private static String at(String text, @Nullable Position position) {
        if (position == null) {
            return "";
        }
        String line = text.lines().skip(position.line() - 1L).findFirst().orElse("");
        String rest =
                line.substring(Math.min(position.column() - 1, line.length())).strip();
        return rest.length() <= LONGEST_QUOTE ? rest : rest.substring(0, LONGEST_QUOTE) + "…";
    }
}
