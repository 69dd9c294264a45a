package io.eqlair.ingest;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads that evaluate pieces of large bodies, for all requests together. A piece for which none is free is evaluated by the thread
 * that brings it: a core is never idle while there is work, and never has to choose between many threads. Thread-safe.
 */
public final class EvaluationThreads implements AutoCloseable {

    /** More pieces of one body do not make it faster, and each is memory. */
    private static final int MOST_CHUNKS = 8;

    private static final int IDLE_SECONDS = 60;

    private final int threads;
    private final int chunkSize;
    private final ExecutorService executor;
    private final BlockingQueue<Chunk> chunks;

    /** So many threads, besides those that bring the bodies. */
    public EvaluationThreads(int threads) {
        this(threads, Chunk.SIZE);
    }

    /** For tests as well: bodies are cut into pieces of a size. */
    EvaluationThreads(int threads, int chunkSize) {
        this.threads = threads;
        this.chunkSize = chunkSize;
        this.executor = new ThreadPoolExecutor(
                0,
                Math.max(threads, 1),
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Thread.ofPlatform().name("evaluation-", 1).daemon().factory(),
                (work, none) -> work.run());
        this.chunks = new ArrayBlockingQueue<>(2 * MOST_CHUNKS);
    }

    /** As many as there are cores, counting the thread that brings the body. */
    public static EvaluationThreads forAllCores() {
        return new EvaluationThreads(Runtime.getRuntime().availableProcessors() - 1);
    }

    /** Whether it is of use to bring something here. */
    boolean areThere() {
        return threads > 0;
    }

    /** How many pieces of one body may be under way. */
    int mostChunks() {
        return Math.min(threads + 2, MOST_CHUNKS);
    }

    int chunkSize() {
        return chunkSize;
    }

    /** How much of a body is looked at before it is brought here: what is no larger is done sooner by one thread. */
    int windowSize() {
        return Math.max(chunkSize / 4, 1);
    }

    /** Done on one of the threads, or has been done on this one when it returns. */
    Future<?> run(Runnable work) {
        return executor.submit(work);
    }

    /** An empty chunk. */
    Chunk borrow() {
        Chunk used = chunks.poll();
        return used == null ? new Chunk(chunkSize) : used;
    }

    /** A chunk that nobody looks at any more. */
    void giveBack(Chunk chunk) {
        chunk.clear();
        chunks.offer(chunk);
    }

    @Override
    public void close() {
        executor.shutdown();
    }
}
