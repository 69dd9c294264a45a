package io.eqlair.ingest;

import io.eqlair.engine.DetectionEngine;
import io.eqlair.ingest.body.ByteWindow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * Evaluates lines of one body on several cores. What comes of it is told in their order, as if they had been evaluated one after the
 * other. For one thread, which reads the body and helps when all others are busy.
 */
final class ParallelRun {

    /** A chunk, and when it is done. */
    private record UnderWay(Chunk chunk, Future<?> done) {}

    private final Batch batch;
    private final Evaluations evaluations;
    private final EvaluationThreads threads;
    private final ByteWindow window;
    private final int longestDocument;
    private final Deque<UnderWay> underWay = new ArrayDeque<>();
    private Chunk next;

    ParallelRun(
            Batch batch, Evaluations evaluations, EvaluationThreads threads, ByteWindow window, int longestDocument) {
        this.batch = batch;
        this.evaluations = evaluations;
        this.threads = threads;
        this.window = window;
        this.longestDocument = longestDocument;
        this.next = threads.borrow();
    }

    /**
     * Goes on from where the window stands, which must be at an object that begins a line, to the end of the body, or as far as its
     * lines can be told apart without reading what is between. The window stands behind the last document that was told then.
     */
    void run() throws IOException {
        boolean more = true;
        while (more || !underWay.isEmpty()) {
            if (more && hasRoom()) {
                more = start();
            } else if (!tell(underWay.remove())) {
                return;
            }
        }
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        next.writeAllTo(rest);
        window.putBack(rest.toByteArray());
        threads.giveBack(next);
    }

    /** A sender that lets us wait shall not let what it has sent wait. */
    private boolean hasRoom() {
        return underWay.size() < threads.mostChunks() && (!window.waited() || underWay.isEmpty());
    }

    /** Begins with another chunk; false where none can be cut. */
    private boolean start() {
        try {
            next.fillFrom(window);
        } catch (IOException broken) {
            return false; // and so it will be again when what came before has been told, and somebody reads on
        }
        boolean last = window.ended() && window.position() == window.limit();
        if (!next.cut(last)) {
            return false;
        }
        Chunk chunk = next;
        next = threads.borrow();
        chunk.moveRestTo(next);
        DetectionEngine.Place place = evaluations.session().reserve(chunk.length()); // more than there are documents
        underWay.add(new UnderWay(chunk, threads.run(() -> evaluate(chunk, place, last))));
        return !last;
    }

    private void evaluate(Chunk chunk, DetectionEngine.Place place, boolean last) {
        try (Evaluation evaluation = evaluations.into(chunk, place)) {
            ByteWindow piece = chunk.window(longestDocument);
            DocumentSplitter.ofObjects(piece, evaluation, longestDocument, last).split(Long.MAX_VALUE);
            chunk.evaluatedTo(piece.position());
        } catch (IOException impossible) {
            throw new IllegalStateException("a chunk is in memory and takes every verdict", impossible);
        }
    }

    /** Tells what came of a chunk; false if it did not end where a document does, and others must look at it and what follows. */
    private boolean tell(UnderWay first) throws IOException {
        await(first.done());
        Chunk chunk = first.chunk();
        chunk.tell(batch);
        boolean whole = chunk.isWhole();
        if (!whole) {
            putBack(chunk);
        }
        threads.giveBack(chunk);
        return whole;
    }

    /** What is under way in vain is read by others still, so that its chunks cannot be used again. */
    private void putBack(Chunk chunk) {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        chunk.writeRestTo(rest);
        underWay.forEach(later -> later.chunk().writeAllTo(rest));
        next.writeAllTo(rest);
        window.putBack(rest.toByteArray());
    }

    private static void await(Future<?> done) throws IOException {
        try {
            done.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a body was evaluated");
        } catch (ExecutionException failed) {
            throw new IllegalStateException("evaluating a piece of a body failed", failed.getCause());
        }
    }
}
