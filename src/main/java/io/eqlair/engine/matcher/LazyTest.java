package io.eqlair.engine.matcher;

import io.eqlair.eql.analysis.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A test of a field's value that is made when it is first wanted: an index answers for nearly all events, and most rules
 * are never asked for evidence. Threads that want it at once make the same.
 */
final class LazyTest implements ValueTest {

    private final Predicate.OfField predicate;
    private volatile @Nullable ValueTest made;

    LazyTest(Predicate.OfField predicate) {
        this.predicate = predicate;
    }

    @Override
    public boolean accepts(Object value) {
        ValueTest test = made;
        if (test == null) {
            test = ValueTests.of(predicate);
            made = test;
        }
        return test.accepts(value);
    }
}
