package io.eqlair.rule;

import io.eqlair.problem.Problem;
import io.eqlair.rule.format.LocatedText;
import io.eqlair.rule.format.Position;
import io.eqlair.rule.format.QueryPlace;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of one rule file. The origin is its path, or {@code classpath:} and its name; in an archive {@code
 * rules.zip!/linux/a.toml}, in an export {@code export.ndjson:3} with the number of the line. */
public sealed interface RuleFile {

    String origin();

    /**
     * The file is in order; whether its query is, shows when it is compiled.
     *
     * @param text the file itself, to say where in it something is wrong
     * @param content all that the file says, by its tables: maps, lists, strings, numbers and booleans. Immutable to the
     *     bottom; {@link io.eqlair.rule.format.TomlWriter} makes a file of it again
     */
    record Loaded(Rule rule, String origin, LocatedText text, Map<String, Object> content) implements RuleFile {

        /** The same file with another form of its rule. */
        Loaded with(Rule other) {
            return new Loaded(other, origin, text, content);
        }

        /** The same file, refused because a rule that was read earlier, from another file, has its id. */
        public Rejected refusedAsDuplicate(String first) {
            RuleProblem taken = RuleProblem.of(Problem.RULE_ID_DUPLICATE, origin, idPosition(), rule.id(), first);
            return new Rejected(origin, rule.id().value(), rule.name(), List.of(taken));
        }

        /** Where the file says the id. */
        public Position idPosition() {
            Position position = text.places().of("rule.rule_id");
            return position == null ? Position.START : position;
        }

        /** Where the file says the query. */
        public QueryPlace queryPlace() {
            return text.places().query();
        }
    }

    /**
     * The file, or a whole location, is not in order.
     *
     * @param id what stands at {@code rule_id}, a UUID or not; null when nothing does, or when it is not text
     * @param name likewise
     * @param problems all that was found, in the order of the file; never empty
     */
    record Rejected(
            String origin, @Nullable String id, @Nullable String name, List<RuleProblem> problems) implements RuleFile {

        public Rejected {
            problems = List.copyOf(problems);
        }

        public Rejected(String origin, RuleProblem problem) {
            this(origin, null, null, List.of(problem));
        }

        /** A file or a location with one problem that is at no place in it. */
        public static Rejected of(String origin, Problem problem, Object... arguments) {
            return new Rejected(origin, RuleProblem.of(problem, origin, null, arguments));
        }
    }

    /**
     * A rule of a type that is known, and that Eqlair does not run.
     *
     * @param id as in {@link Rejected}
     * @param type for example {@code threshold}
     * @param problem why not, and what to do instead
     */
    record Unsupported(
            String origin, @Nullable String id, @Nullable String name, String type, RuleProblem problem)
            implements RuleFile {}
}
