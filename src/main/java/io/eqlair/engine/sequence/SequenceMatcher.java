package io.eqlair.engine.sequence;

import io.eqlair.event.Event;
import io.eqlair.event.StoredEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The live state of one sequence or sample rule, sharded by join key. Thread-safe: one lock is held at a time, and never
 * while anything else is called.
 */
public final class SequenceMatcher {

    /** A power of two; more than there are cores, so that two threads rarely want the same one. */
    private static final int SHARDS = 16;

    private final Shape shape;
    private final StateBudget budget;
    private final StateBudget.Account account;
    private final Shard[] shards;
    private final DueBound live = new DueBound();
    private final DueBound replayed = new DueBound();

    /** The state of a rule that has just been loaded; it counts against a budget that it shares with others. */
    public SequenceMatcher(Shape shape, StateBudget budget) {
        this.shape = shape;
        this.budget = budget;
        this.account = budget.new Account();
        this.shards = new Shard[shape.isKeyed() ? SHARDS : 1];
        for (int i = 0; i < shards.length; i++) {
            shards[i] = new Shard(shape, account, live, replayed);
        }
        budget.add(this);
    }

    public Shape shape() {
        return shape;
    }

    /** What the state costs, and what was lost. */
    public StateBudget.Account account() {
        return account;
    }

    /** Shows an event to the rule. What it completes is handed over while no lock is held. */
    public List<Completed> accept(Event event, ItemTable items, StreamTime time) {
        List<KeyedItems> keyedItems = items.match(event);
        return keyedItems.isEmpty() ? List.of() : accept(keyedItems, event.stored(), time);
    }

    /** The same for an event whose items and keys are known already. */
    public List<Completed> accept(List<KeyedItems> keyedItems, StoredEvent event, StreamTime time) {
        List<Completed> completed = new ArrayList<>(0);
        boolean inTime = true;
        for (KeyedItems keyed : keyedItems) {
            Shard shard = shard(keyed.key());
            inTime &= shard.accept(keyed, event, time, completed);
        }
        if (!inTime) {
            account.countLate();
        }
        budget.enforce(this);
        if (completed.size() > 1) {
            completed.sort(Completed.ORDER);
        }
        return completed;
    }

    /**
     * What the passing of time completes; a look at two numbers while nothing is due.
     *
     * @param clock in nanoseconds since 1970
     */
    public List<Completed> settle(StreamTime time, long clock) {
        long until = time.settled(clock);
        long replayUntil = time.replaySettled(clock);
        return live.isDue(until) || replayed.isDue(replayUntil) ? settle(until, replayUntil) : List.of();
    }

    private List<Completed> settle(long until, long replayUntil) {
        List<Completed> completed = new ArrayList<>(0);
        try {
            for (Shard shard : shards) {
                shard.settle(until, replayUntil, completed);
            }
        } finally {
            noteDue();
        }
        completed.sort(Completed.ORDER);
        return completed;
    }

    private void noteDue() {
        live.lift();
        replayed.lift();
        for (Shard shard : shards) {
            live.lower(shard.nextLive());
            replayed.lower(shard.nextReplayed());
        }
    }

    /** Forgets what no later event could extend. What time decides on that occasion is returned. */
    public List<Completed> clean(StreamTime time) {
        List<Completed> completed = new ArrayList<>(0);
        for (Shard shard : shards) {
            shard.clean(time.watermark(), completed);
        }
        completed.sort(Completed.ORDER);
        return completed;
    }

    /**
     * What is pending: of each shard a moment's view, from the stalest key to the freshest.
     *
     * @param skipped how many are left out before the first one shown
     * @param most how many are shown
     */
    public PendingPage pending(long skipped, int most) {
        PendingPage.Collector page = new PendingPage.Collector(skipped, most);
        for (Shard shard : shards) {
            shard.show(page);
        }
        return page.done();
    }

    /** What is pending for one key. */
    public List<Pending> pending(JoinKey key) {
        return shard(key).pending(key);
    }

    /** Forgets everything. */
    public void clear() {
        for (Shard shard : shards) {
            shard.clear();
        }
    }

    /** Gives up the state, because the rule is gone. */
    public void close() {
        budget.remove(this);
    }

    long stalest() {
        long stalest = Long.MAX_VALUE;
        for (Shard shard : shards) {
            stalest = Math.min(stalest, shard.stalest());
        }
        return stalest;
    }

    boolean evictStalest() {
        Shard stalest = shards[0];
        for (Shard shard : shards) {
            stalest = shard.stalest() < stalest.stalest() ? shard : stalest;
        }
        boolean evicted = stalest.evictStalest();
        if (evicted) {
            account.countEvicted();
        }
        return evicted;
    }

    private Shard shard(JoinKey key) {
        return shards[key.hashCode() & (shards.length - 1)];
    }

    /** Writes the state. Each shard is written as of one moment; events go on in the others meanwhile. */
    void save(StateWriter out) throws IOException {
        for (Shard shard : shards) {
            shard.save(out);
        }
    }

    /** Reads the state of one key. */
    void restore(StateReader in) throws IOException {
        JoinKey key = in.key();
        shard(key).restore(key, in);
    }
}
