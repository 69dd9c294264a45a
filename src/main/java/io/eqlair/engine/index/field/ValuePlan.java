package io.eqlair.engine.index.field;

import io.eqlair.eql.analysis.Predicate;
import java.util.List;

/** What a matcher is made of, shared by all threads, each of which makes its own. Immutable. */
@FunctionalInterface
public interface ValuePlan {

    /** A predicate, and what it is called in answers. */
    record Entry(int id, Predicate.OfField predicate) {}

    /** A plan for predicates about the text of one field: Exists, OneOf and Like. */
    static ValuePlan ofText(List<Entry> entries) {
        FieldPlan plan = FieldPlan.of(entries);
        return () -> plan.matcher(MatcherBounds.DEFAULT);
    }

    /** A plan for regular expressions about one field. */
    static ValuePlan ofExpressions(List<Entry> entries) {
        return () -> new ExpressionMatcher(entries, MatcherBounds.DEFAULT);
    }

    /** A matcher for one thread. */
    ValueMatcher newMatcher();
}
