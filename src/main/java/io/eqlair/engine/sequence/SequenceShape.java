package io.eqlair.engine.sequence;

import io.eqlair.eql.analysis.AnalyzedQuery;
import io.eqlair.eql.analysis.Stage;
import io.eqlair.event.StoredEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shape of a sequence: its stages as numbers of items, what must be missing where, and how long all may take. */
public final class SequenceShape implements Shape {

    /** Missing events go by whole milliseconds, so that their time may end up to one later. */
    private static final long WHOLE_MILLISECOND = 1_000_000;

    /** For each stage, missing ones included, the number of its item. */
    private final List<Integer> itemOfStage = new ArrayList<>();

    private final List<Stage> distinct;
    private final List<Boolean> missingOfStage = new ArrayList<>();
    private final Machine machine;
    private final @Nullable MissingEvents missing;
    private final long maxspan;
    private final long retention;
    private final long presentItems;
    private final long lateness;
    private final boolean ignoresRepetition;

    /**
     * The shape for a stream.
     *
     * @param limits say how long a sequence without {@code maxspan} is kept, and how late an event may come
     */
    public static SequenceShape live(AnalyzedQuery.Sequence query, SequenceLimits limits) {
        return new SequenceShape(query, limits.retention(), limits.lateness().toNanos(), true);
    }

    /** The shape for a search, in which events are in order and all there, and each counts. */
    static SequenceShape search(AnalyzedQuery.Sequence query) {
        return new SequenceShape(query, Duration.ZERO, Long.MAX_VALUE, false);
    }

    private SequenceShape(
            AnalyzedQuery.Sequence query, Duration defaultRetention, long lateness, boolean ignoresRepetition) {
        this.distinct = ItemTable.distinct(query);
        for (Stage stage : query.stages()) {
            itemOfStage.add(ItemTable.indexOf(distinct, stage));
            missingOfStage.add(stage.missing());
        }
        Duration span = query.maxspan();
        this.maxspan = span == null ? Long.MAX_VALUE : span.toNanos();
        this.machine = new Machine(present(), maxspan, untilBit(query.until()));
        this.missing = missingOfStage.contains(true) && span != null ? missing(span) : null;
        long kept = span == null ? defaultRetention.toNanos() : maxspan;
        this.retention = missing == null ? kept : kept + WHOLE_MILLISECOND;
        this.presentItems = presentBits();
        this.lateness = lateness;
        this.ignoresRepetition = ignoresRepetition;
    }

    private int[] present() {
        List<Integer> present = new ArrayList<>();
        for (int i = 0; i < itemOfStage.size(); i++) {
            if (!missingOfStage.get(i)) {
                present.add(itemOfStage.get(i));
            }
        }
        return present.stream().mapToInt(Integer::intValue).toArray();
    }

    private long presentBits() {
        long bits = 0;
        for (int item : present()) {
            bits |= Items.bit(item);
        }
        return bits;
    }

    private long untilBit(@Nullable Stage until) {
        return until == null ? 0 : Items.bit(ItemTable.indexOf(distinct, until));
    }

    private MissingEvents missing(Duration span) {
        List<MissingEvents.Place> places = new ArrayList<>();
        int before = 0;
        for (int i = 0; i < itemOfStage.size(); i++) {
            if (missingOfStage.get(i)) {
                places.add(new MissingEvents.Place(itemOfStage.get(i), before));
            } else {
                before++;
            }
        }
        return new MissingEvents(places.stream().distinct().toList(), before, span.toMillis());
    }

    @Override
    public int items() {
        return distinct.size();
    }

    @Override
    public boolean isKeyed() {
        return !distinct.getFirst().keys().isEmpty();
    }

    @Override
    public long retention() {
        return retention;
    }

    @Override
    public boolean waitsForTime() {
        return missing != null;
    }

    @Override
    public KeyState newState(JoinKey key) {
        return missing == null ? new SequenceKeyState(key, this) : new MissingKeyState(key, this, missing);
    }

    @Override
    public List<Step> steps(List<StoredEvent> events) {
        List<Step> steps = new ArrayList<>();
        Iterator<StoredEvent> next = events.iterator();
        for (int i = 0; i < itemOfStage.size(); i++) {
            steps.add(new Step(itemOfStage.get(i), missingOfStage.get(i) ? null : next.next()));
        }
        return steps;
    }

    Machine machine() {
        return machine;
    }

    /** The items that must be there, as bits. */
    long presentItems() {
        return presentItems;
    }

    /**
     * What is older than this need not be waited for, once an event of a time has come. One ahead of the stream's time
     * says no more than the stream: its clock may be wrong.
     */
    long floor(long timestamp, long now) {
        boolean known = lateness != Long.MAX_VALUE && now != Long.MIN_VALUE;
        return known ? Math.min(timestamp, now) - lateness : Long.MIN_VALUE;
    }

    /** Whether an event that comes twice within the allowed lateness counts once. */
    boolean ignoresRepetition() {
        return ignoresRepetition;
    }

    /** The partials of a state, for people. */
    List<Pending> pending(JoinKey key, Partial[] state) {
        List<Pending> pending = new ArrayList<>();
        for (Partial partial : state) {
            long end = partial.first().timestamp() + maxspan;
            long deadline = maxspan == Long.MAX_VALUE || end < partial.first().timestamp() ? Long.MAX_VALUE : end;
            pending.add(new Pending(key, partial.events(), machine.item(partial.length()), deadline));
        }
        return pending;
    }
}
