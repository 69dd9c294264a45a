package io.eqlair.api.exceptions;

import io.eqlair.catalog.LiveRules;
import io.eqlair.exceptions.ExceptionItem;
import io.eqlair.exceptions.ExceptionState;
import io.eqlair.exceptions.LiveExceptions;
import java.time.InstantSource;

/** Shows exceptions with what came of them, seen against the rules there are now. */
final class ShownExceptions {

    private final LiveExceptions live;
    private final LiveRules rules;
    private final InstantSource clock;

    ShownExceptions(LiveExceptions live, LiveRules rules, InstantSource clock) {
        this.live = live;
        this.rules = rules;
        this.clock = clock;
    }

    ShownException of(ExceptionItem item) {
        return ShownException.of(item, live.set(), rules.catalog(), clock.instant());
    }

    ExceptionState state(ExceptionItem item) {
        return ExceptionState.of(item, clock.instant());
    }
}
