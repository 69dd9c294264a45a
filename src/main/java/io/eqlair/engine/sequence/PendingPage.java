package io.eqlair.engine.sequence;

import java.util.ArrayList;
import java.util.List;

/**
 * Some of what is pending.
 *
 * @param total how much there is in all
 */
public record PendingPage(List<Pending> shown, long total) {

    public PendingPage {
        shown = List.copyOf(shown);
    }

    /** Is shown all states one after another, and makes entries only of what is on the page: a million keys may wait. */
    static final class Collector {

        private final long first;
        private final int most;
        private final List<Pending> shown = new ArrayList<>();
        private long total;

        Collector(long skipped, int most) {
            this.first = skipped;
            this.most = most;
        }

        void add(KeyState state) {
            int count = state.pendingCount();
            if (total + count > first && shown.size() < most) {
                state.pending().stream()
                        .skip(Math.max(0, first - total))
                        .limit((long) most - shown.size())
                        .forEach(shown::add);
            }
            total += count;
        }

        PendingPage done() {
            return new PendingPage(shown, total);
        }
    }
}
