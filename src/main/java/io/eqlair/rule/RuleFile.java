package io.eqlair.rule;

import io.eqlair.rule.format.LocatedText;
import io.eqlair.rule.format.Position;
import io.eqlair.rule.format.QueryPlace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of one rule file. The origin is its path, or {@code classpath:} and its name. */
public sealed interface RuleFile {

    String origin();

    /**
     * The file is in order; whether its query is, shows when it is compiled.
     *
     * @param text the file itself, to say where in it something is wrong
     */
    record Loaded(Rule rule, String origin, LocatedText text) implements RuleFile {

        /** The same file with another form of its rule. */
        Loaded with(Rule other) {
            return new Loaded(other, origin, text);
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
