package io.eqlair.engine.matcher;

import io.eqlair.event.Event;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A matcher that is compiled when the first question comes. Two threads that ask at once may both compile it. */
final class DeferredMatcher implements EventMatcher {

    private final Supplier<EventMatcher> compiler;
    private volatile @Nullable EventMatcher compiled;

    DeferredMatcher(Supplier<EventMatcher> compiler) {
        this.compiler = compiler;
    }

    @Override
    public boolean matches(Event event) {
        return compiled().matches(event);
    }

    @Override
    public List<Evidence> evidence(Event event) {
        return compiled().evidence(event);
    }

    private EventMatcher compiled() {
        EventMatcher matcher = compiled;
        if (matcher == null) {
            matcher = compiler.get();
            compiled = matcher;
        }
        return matcher;
    }
}
