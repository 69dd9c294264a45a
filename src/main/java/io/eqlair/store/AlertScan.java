package io.eqlair.store;

import io.eqlair.store.AlertQueries.AlertRef;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a list. First it asks for rows without their documents, which may be large; then it loads some of them at a time, until
 * enough are found or a limit is reached. For one thread.
 */
final class AlertScan {

    /** Rows that are asked for at a time, and documents that are loaded at a time. */
    private static final int ROWS = 500;

    /** Bytes of documents that are loaded at a time. */
    private static final long BYTES = 8 << 20;

    private final AlertQueries queries;
    private final AlertCondition condition;
    private final AlertContent content;
    private final AlertSort sort;
    private final QueryLimits limits;
    private final Consumer<KeptAlert> taker;

    private int found;
    private @Nullable AlertPosition at;
    private long bytes;
    private int scanned;

    /** Whether there are rows behind the position. */
    private boolean more = true;

    /** A scan that hands each alert to a taker. */
    AlertScan(AlertQueries queries, AlertFilter filter, AlertSort sort, QueryLimits limits, Consumer<KeptAlert> taker) {
        this.queries = queries;
        this.condition = new AlertCondition(filter);
        this.content = new AlertContent(filter);
        this.sort = sort;
        this.limits = limits;
        this.taker = taker;
    }

    /** Takes so many alerts, unless there are fewer or a limit comes first. */
    void run(@Nullable AlertPosition after, int most) {
        at = after;
        while (more && !isFull(most)) {
            int rows = content.acceptsAll() ? Math.min(ROWS, most - found) : ROWS;
            List<AlertRef> refs = queries.refs(condition, sort, at, rows + 1);
            take(refs.subList(0, Math.min(rows, refs.size())), refs.size() > rows, most);
        }
    }

    /** Where the list goes on; null where it has ended. */
    @Nullable
    AlertPosition next() {
        return more ? at : null;
    }

    /** Whether it ended because so much had been read. */
    boolean isPartial() {
        return more && scanned >= limits.scanned();
    }

    /** Takes rows until enough are found; then those that are left are behind the position. */
    private void take(List<AlertRef> refs, boolean beyond, int most) {
        int taken = 0;
        while (taken < refs.size() && !isFull(most)) {
            List<AlertRef> part = part(refs.subList(taken, refs.size()));
            taken += takePart(part, most);
        }
        more = beyond || taken < refs.size();
    }

    private int takePart(List<AlertRef> part, int most) {
        Map<Long, KeptAlert> loaded = queries.load(part);
        int taken = 0;
        for (AlertRef ref : part) {
            if (isFull(most)) {
                return taken;
            }
            take(ref, loaded.get(ref.position().seq()));
            taken++;
        }
        return taken;
    }

    private void take(AlertRef ref, @Nullable KeptAlert kept) {
        at = ref.position();
        scanned += content.acceptsAll() ? 0 : 1;
        if (kept != null && content.accepts(kept.alert())) {
            taker.accept(kept);
            found++;
            bytes += ref.bytes();
        }
    }

    private static List<AlertRef> part(List<AlertRef> refs) {
        int size = 0;
        long sum = 0;
        while (size < refs.size() && sum < BYTES) {
            sum += refs.get(size).bytes();
            size++;
        }
        return refs.subList(0, size);
    }

    private boolean isFull(int most) {
        return found == most || bytes >= limits.bytes() || scanned >= limits.scanned();
    }
}
