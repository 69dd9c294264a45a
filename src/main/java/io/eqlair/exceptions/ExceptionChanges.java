package io.eqlair.exceptions;

import io.eqlair.catalog.EditTerms;
import io.eqlair.catalog.LiveRules;
import io.eqlair.repository.AuditEntry;
import io.eqlair.repository.AuditLog;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes changes that are in order: first the line in the audit log, then the file, then the rules anew. Whoever looks at the set
 * in force to change it holds this object's lock meanwhile.
 */
public final class ExceptionChanges {

    private static final Logger LOG = LoggerFactory.getLogger(ExceptionChanges.class);

    private final ExceptionStore store;
    private final LiveExceptions live;
    private final LiveRules rules;
    private final AuditLog audit;
    private final InstantSource clock;

    public ExceptionChanges(
            ExceptionStore store, LiveExceptions live, LiveRules rules, AuditLog audit, InstantSource clock) {
        this.store = store;
        this.live = live;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /** An exception in place of another, which is null where there was none. */
    record Put(@Nullable ExceptionItem before, ExceptionItem after) {}

    /**
     * What became of a change.
     *
     * @param reason why it could not be kept; null where it was
     * @param inForce whether the rules run with it
     */
    record Kept(@Nullable String reason, boolean inForce) {

        <T> ExceptionEdit<T> answer(@Nullable T before, @Nullable T after) {
            if (reason != null) {
                return new ExceptionEdit.NotKept<>(reason);
            }
            return inForce ? new ExceptionEdit.Done<>(before, after) : new ExceptionEdit.NotInForce<>();
        }
    }

    /** What the store has to do for a change. */
    @FunctionalInterface
    private interface Keeping {
        void run() throws IOException;
    }

    Kept put(List<Put> items, ExceptionSet next, EditTerms terms) {
        List<AuditEntry> entries = items.stream()
                .map(item -> entry(
                        item.after().id(),
                        item.before() == null ? null : ExceptionVersion.of(item.before()),
                        ExceptionVersion.of(item.after()),
                        item.after().terms().name(),
                        terms))
                .toList();
        return make(next, entries, () -> {
            for (Put item : items) {
                store.put(item.after());
            }
        });
    }

    Kept delete(String id, @Nullable ExceptionItem before, ExceptionSet next, EditTerms terms) {
        String version = before == null ? null : ExceptionVersion.of(before);
        String name = before == null ? null : before.terms().name();
        return make(next, List.of(entry(id, version, null, name, terms)), () -> store.delete(id));
    }

    Kept putList(@Nullable ValueList before, ValueList after, ExceptionSet next, EditTerms terms) {
        String version = before == null ? null : ExceptionVersion.of(before);
        AuditEntry entry = listEntry(after.id(), version, ExceptionVersion.of(after), terms);
        return make(next, List.of(entry), () -> store.put(after));
    }

    Kept deleteList(String id, @Nullable ValueList before, ExceptionSet next, EditTerms terms) {
        String version = before == null ? null : ExceptionVersion.of(before);
        return make(next, List.of(listEntry(id, version, null, terms)), () -> store.deleteList(id));
    }

    private Kept make(ExceptionSet next, List<AuditEntry> entries, Keeping keeping) {
        try {
            audit.append(entries);
            keeping.run();
        } catch (IOException e) {
            LOG.error("A change of exceptions could not be kept, and was not made.", e);
            noteFailure(entries);
            return new Kept(String.valueOf(e.getMessage()), false);
        }
        live.replace(next);
        return new Kept(null, rules.recompile());
    }

    private void noteFailure(List<AuditEntry> entries) {
        try {
            audit.append(entries.stream().map(ExceptionChanges::failed).toList());
        } catch (IOException again) {
            LOG.error("Nor could that be noted in the audit log.", again);
        }
    }

    private static AuditEntry failed(AuditEntry entry) {
        return new AuditEntry(
                entry.at(),
                entry.actor(),
                entry.address(),
                "failed",
                null,
                entry.exceptionId(),
                entry.listId(),
                null,
                null,
                entry.before(),
                entry.after(),
                entry.action());
    }

    private AuditEntry entry(
            String id, @Nullable String before, @Nullable String after, @Nullable String name, EditTerms terms) {
        return new AuditEntry(
                clock.instant(),
                terms.actor(),
                terms.address(),
                action(after),
                null,
                id,
                null,
                null,
                null,
                before,
                after,
                name);
    }

    private AuditEntry listEntry(String id, @Nullable String before, @Nullable String after, EditTerms terms) {
        return new AuditEntry(
                clock.instant(),
                terms.actor(),
                terms.address(),
                action(after),
                null,
                null,
                id,
                null,
                null,
                before,
                after,
                null);
    }

    private static String action(@Nullable String after) {
        return after == null ? "delete" : "put";
    }
}
