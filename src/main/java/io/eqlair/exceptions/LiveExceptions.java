package io.eqlair.exceptions;

import io.eqlair.catalog.RuleExemptions;
import io.eqlair.engine.Exemption;
import io.eqlair.rule.Rule;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The exceptions in force: rules are compiled with these. Thread-safe. */
public final class LiveExceptions implements RuleExemptions {

    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private volatile ExceptionSet set;

    public LiveExceptions(ExceptionSet set) {
        this.set = set;
    }

    /** All of them now. */
    public ExceptionSet set() {
        return set;
    }

    /** Has somebody told after each change which is still to come. */
    public void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    /** Puts another set in place of the one there is. The rules are to be compiled with it then. */
    void replace(ExceptionSet next) {
        set = next;
        watchers.forEach(Runnable::run);
    }

    @Override
    public List<Exemption> of(Rule rule) {
        return set.exemptions(rule);
    }
}
