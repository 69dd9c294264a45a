package io.eqlair.store;

import io.eqlair.alert.Alert;
import io.eqlair.alert.RaisedAlert;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Alerts that could not be stored, and that nobody will raise again: the engine has moved on past the sequences they tell of, and
 * the sender's next attempt is taken for a repetition. Alerts of single events are not kept, as the next attempt raises them again.
 * Bounded; what does not fit is told in the log and counted. Thread-safe.
 */
public final class Backlog {

    private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);

    /** Where it is part of a text, an alert is kept that need not be. */
    private static final Pattern HEAD = Pattern.compile("\\|\\s*head\\b");

    private final long mostBytes;
    private final Deque<RaisedAlert> kept = new ArrayDeque<>();
    private final AtomicLong lost = new AtomicLong();
    private long bytes;

    public Backlog(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Keeps those that would not be raised again. */
    public synchronized void keep(List<RaisedAlert> raised) {
        raised.stream().filter(one -> !isRepeatable(one.alert())).forEach(this::keep);
    }

    /** An alert on alerts is raised again when these are; one of a rule with {@code head} has used that up. */
    private static boolean isRepeatable(Alert alert) {
        String query = alert.definition().rule().query().text();
        return alert.events().size() == 1 && !HEAD.matcher(query).find();
    }

    private void keep(RaisedAlert raised) {
        long size = raised.alert().bytes();
        if (bytes + size > mostBytes) {
            lost.incrementAndGet();
            LOG.error(
                    "The alert {} is lost: it could not be stored, and {} bytes of alerts wait already. It was: {}",
                    raised.alert().id(),
                    bytes,
                    raised.alert().reason());
            return;
        }
        bytes += size;
        kept.add(raised);
    }

    /** The first of what is kept, in its order. */
    public synchronized List<RaisedAlert> first(int most) {
        return kept.stream().limit(most).toList();
    }

    /** Gives the first up, which cannot be stored though others can. */
    public synchronized void giveUpFirst() {
        RaisedAlert first = kept.remove();
        bytes -= first.alert().bytes();
        lost.incrementAndGet();
        LOG.error(
                "The alert {} is lost, as it cannot be stored. It was: {}",
                first.alert().id(),
                first.alert().reason());
    }

    /** Forgets the first so many, which are stored now. */
    public synchronized void stored(int count) {
        for (int i = 0; i < count; i++) {
            bytes -= kept.remove().alert().bytes();
        }
    }

    /** How many alerts wait. */
    public synchronized int size() {
        return kept.size();
    }

    /** How many did not fit. */
    public long lost() {
        return lost.get();
    }
}
