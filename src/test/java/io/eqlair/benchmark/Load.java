package io.eqlair.benchmark;

import io.eqlair.engine.DetectionEngine;
import java.util.List;

/** Something that takes whole streams, in a process whose CPU time can be told. */
interface Load extends AutoCloseable {

    String name();

    /** Whether it shows events to rules. */
    boolean detects();

    /** How many events come together. */
    int batch();

    /** Makes ready what is not to be measured. */
    void prepare(byte[][] documents);

    /**
     * Takes what was prepared.
     *
     * @param atATime how many batches may be under way at a time
     * @return how many alerts there were
     */
    long run(int atATime);

    /** What its process has computed so far. */
    long cpuNanos();

    @Override
    void close();

    /** A server that bodies are posted to. */
    final class Posted implements Load {

        private final String name;
        private final ServerProcess server;
        private final LoadClient client;
        private final int batch;
        private final boolean detects;
        private List<byte[]> requests = List.of();

        private Posted(String name, ServerProcess server, String path, String wanted, boolean detects, int batch) {
            this.name = name;
            this.server = server;
            this.client = new LoadClient(server.port(), path, wanted);
            this.detects = detects;
            this.batch = batch;
        }

        /** The service, which must not reject any of the events. */
        static Load service(ServerProcess server, int batch) {
            return new Posted("service", server, "/api/v1/events", "\"rejected\":0,", true, batch);
        }

        /** A servlet that only reads. */
        static Load bodyOnly(ServerProcess server, int batch) {
            return new Posted("body only", server, BodyOnlyServer.SERVLET, "{", false, batch);
        }

        /** The same as a handler behind Spring's dispatcher. */
        static Load handler(ServerProcess server, int batch) {
            return new Posted("body only, by a handler", server, BodyOnlyServer.HANDLER, "{", false, batch);
        }

        @Override
        public boolean detects() {
            return detects;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public int batch() {
            return batch;
        }

        @Override
        public void prepare(byte[][] documents) {
            requests = client.requests(documents, batch);
            client.connect();
        }

        @Override
        public long run(int atATime) {
            return client.send(requests, atATime);
        }

        @Override
        public long cpuNanos() {
            return server.cpuNanos();
        }

        @Override
        public void close() {
            client.close();
        }
    }

    /** The engine in this process, without anything around it. */
    final class Alone implements Load {

        private static final int BATCH = 1_000;

        private final Detecting detecting;
        private byte[][] documents = {};

        Alone(DetectionEngine engine) {
            detecting = new Detecting("engine alone", engine, detections -> {});
        }

        @Override
        public boolean detects() {
            return true;
        }

        @Override
        public String name() {
            return detecting.name();
        }

        @Override
        public int batch() {
            return BATCH;
        }

        @Override
        public void prepare(byte[][] next) {
            documents = next;
        }

        @Override
        public long run(int atATime) {
            long alerts = 0;
            for (int from = 0; from < documents.length; from += BATCH) {
                alerts += detecting.take(documents, from, Math.min(from + BATCH, documents.length));
            }
            return alerts;
        }

        @Override
        public long cpuNanos() {
            return ServerProcess.cpuNanos(ProcessHandle.current().pid());
        }

        @Override
        public void close() {
            // nothing was opened
        }
    }
}
