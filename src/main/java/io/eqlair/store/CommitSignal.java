package io.eqlair.store;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Tells those who read alerts in their order that there are new ones. It only wakes them: what is new they read. Thread-safe. */
public final class CommitSignal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long count;

    /** There are new alerts. */
    public void raise() {
        lock.lock();
        try {
            count++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How often there were new alerts so far: to be asked before reading, and handed to {@link #await} after. */
    public long count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    /** Returns when there were new alerts since the count was asked, or after some time: another service may write, too. */
    public void await(long counted, Duration most) throws InterruptedException {
        long left = most.toNanos();
        lock.lock();
        try {
            while (count == counted && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
