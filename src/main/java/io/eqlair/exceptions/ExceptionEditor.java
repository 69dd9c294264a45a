package io.eqlair.exceptions;

import io.eqlair.catalog.EditTerms;
import io.eqlair.catalog.LiveRules;
import io.eqlair.exceptions.ExceptionItem.Origin;
import io.eqlair.problem.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Changes exceptions, one change at a time: notes who does it, keeps it on the disk, and puts it in force. What is not in order
 * is refused, and all stays as it was. Thread-safe.
 */
public final class ExceptionEditor {

    private final ExceptionChanges changes;
    private final LiveExceptions live;
    private final LiveRules rules;
    private final ExceptionLimits limits;
    private final InstantSource clock;
    private final ExceptionReader reader;

    public ExceptionEditor(
            ExceptionChanges changes,
            LiveExceptions live,
            LiveRules rules,
            ExceptionLimits limits,
            InstantSource clock) {
        this.changes = changes;
        this.live = live;
        this.rules = rules;
        this.limits = limits;
        this.clock = clock;
        this.reader = new ExceptionReader(limits);
    }

    /** Makes an exception with an id of its own. */
    public ExceptionEdit<ExceptionItem> create(byte[] json, EditTerms terms) {
        return put(UUID.randomUUID().toString(), json, terms);
    }

    /** Puts an exception in place of the one with its id, if there is one; its hits are counted on. */
    public ExceptionEdit<ExceptionItem> put(String id, byte[] json, EditTerms terms) {
        synchronized (changes) {
            ExceptionItem before = live.set().find(id).orElse(null);
            if (!terms.allow(version(before))) {
                return new ExceptionEdit.Outdated<>(version(before));
            }
            return switch (reader.read(json, live.set().listIds())) {
                case ExceptionReader.Result.Wrong wrong -> new ExceptionEdit.Invalid<>(wrong.findings());
                case ExceptionReader.Result.Read read -> put(id, before, read.terms(), terms);
            };
        }
    }

    private ExceptionEdit<ExceptionItem> put(
            String id, @Nullable ExceptionItem before, ExceptionTerms said, EditTerms terms) {
        ExceptionItem after = made(id, before, said, Origin.API, clock.instant());
        ExceptionSet next = live.set().with(after);
        List<ExceptionFinding> obstacles = obstacles(said, next);
        if (!obstacles.isEmpty()) {
            return new ExceptionEdit.Invalid<>(obstacles);
        }
        return changes.put(List.of(new ExceptionChanges.Put(before, after)), next, terms)
                .answer(before, after);
    }

    static ExceptionItem made(
            String id, @Nullable ExceptionItem before, ExceptionTerms said, Origin origin, Instant now) {
        return new ExceptionItem(id, said, origin, before == null ? now : before.createdAt(), now);
    }

    private List<ExceptionFinding> obstacles(ExceptionTerms said, ExceptionSet next) {
        List<ExceptionFinding> limit = beyondLimits(next, limits);
        return limit.isEmpty()
                ? rules.catalog()
                        .map(catalog -> ExceptionChecks.errors(said, catalog))
                        .orElse(List.of())
                : limit;
    }

    /** What is too much of all exceptions together. */
    static List<ExceptionFinding> beyondLimits(ExceptionSet next, ExceptionLimits limits) {
        if (next.items().size() > limits.items()) {
            return List.of(ExceptionFinding.of("", Problem.EXCEPTION_TOO_MANY, limits.items()));
        }
        int fields = next.fields();
        return fields > limits.fields()
                ? List.of(ExceptionFinding.of("entries", Problem.EXCEPTION_TOO_MANY_FIELDS, fields, limits.fields()))
                : List.of();
    }

    /** Removes an exception, or a file that should be one and is none. */
    public ExceptionEdit<ExceptionItem> delete(String id, EditTerms terms) {
        synchronized (changes) {
            ExceptionItem before = live.set().find(id).orElse(null);
            boolean broken =
                    live.set().rejected().stream().anyMatch(file -> file.id().equals(id));
            if (before == null && !broken) {
                return new ExceptionEdit.Missing<>();
            }
            if (!terms.allow(version(before))) {
                return new ExceptionEdit.Outdated<>(version(before));
            }
            return changes.delete(id, before, live.set().without(id), terms).answer(before, null);
        }
    }

    private static String version(@Nullable ExceptionItem item) {
        return item == null ? "" : ExceptionVersion.of(item);
    }
}
