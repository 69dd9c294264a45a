package io.eqlair.engine;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lends workspaces: to at most twice as many threads at a time as there are cores, since more would only take memory. Others
 * wait, so whoever has one does nothing but evaluate with it. Thread-safe.
 */
final class Workspaces {

    private final Semaphore free = new Semaphore(2 * Runtime.getRuntime().availableProcessors());
    private final ConcurrentLinkedDeque<Workspace> idle = new ConcurrentLinkedDeque<>();
    private final Supplier<Workspace> maker;
    private final StreamTally tally;

    /**
     * Makes workspaces as they are needed.
     *
     * @param tally where the events are counted that were evaluated
     */
    Workspaces(Supplier<Workspace> maker, StreamTally tally) {
        this.maker = maker;
        this.tally = tally;
    }

    /** The workspace that was used last, which is the warmest. */
    Workspace borrow() {
        free.acquireUninterruptibly();
        Workspace warm = idle.pollFirst();
        return warm == null ? make() : warm;
    }

    private Workspace make() {
        try {
            return maker.get();
        } catch (RuntimeException | Error failed) {
            free.release();
            throw failed;
        }
    }

    void giveBack(Workspace workspace) {
        tally.add(workspace.settleAccounts());
        idle.addFirst(workspace);
        free.release();
    }
}
