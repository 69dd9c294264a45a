package io.eqlair.validation.truth;

import io.eqlair.eql.analysis.Predicate;
import java.util.Set;

/** Whether every value that satisfies one predicate satisfies another of the same field. */
final class Implication {

    private Implication() {}

    static boolean holds(Predicate.OfField one, Predicate.OfField other) {
        if (one.equals(other) || other instanceof Predicate.Exists) {
            return true; // whatever is asked of a field, some value must answer it
        }
        if (one instanceof Predicate.OneOf few && other instanceof Predicate.OneOf more && isPart(few, more)) {
            return true;
        }
        Texts accepted = Texts.of(other);
        if (one instanceof Predicate.Exists) {
            return accepted != null && accepted.isEverything();
        }
        Texts texts = Texts.of(one);
        return texts != null && accepted != null && texts.within(accepted);
    }

    /** Numbers and booleans among them: equal constants are equal to the same values. */
    private static boolean isPart(Predicate.OneOf few, Predicate.OneOf more) {
        return few.ignoreCase() == more.ignoreCase()
                && Set.copyOf(more.values()).containsAll(few.values());
    }
}
