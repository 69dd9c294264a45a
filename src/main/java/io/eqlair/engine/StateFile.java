package io.eqlair.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;

/** The file in which an engine's memory outlives a restart. */
public final class StateFile {

    /** What became of a restore. */
    public sealed interface Restored {

        /** There was no file: nothing is remembered. */
        record Nothing() implements Restored {}

        /** So many join keys go on. */
        record Keys(int count) implements Restored {}

        /**
         * The file was damaged and nothing of it was used.
         *
         * @param setAside where it is now
         * @param reason what is wrong with it
         */
        record Damaged(Path setAside, String reason) implements Restored {}
    }

    private final Path file;
    private final DetectionEngine engine;
    private final InstantSource clock;

    public StateFile(Path file, DetectionEngine engine, InstantSource clock) {
        this.file = file;
        this.engine = engine;
        this.clock = clock;
    }

    public Path path() {
        return file;
    }

    /** Goes on with what was saved. A damaged file is set aside, for whoever wants to look at it. */
    public Restored restore() throws IOException {
        if (!Files.exists(file)) {
            return new Restored.Nothing();
        }
        try {
            return new Restored.Keys(engine.restore(file));
        } catch (IOException | RuntimeException damaged) {
            Path aside = file.resolveSibling(file.getFileName() + ".damaged-" + clock.millis());
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            return new Restored.Damaged(aside, String.valueOf(damaged.getMessage()));
        }
    }

    /**
     * Saves what the rules remember.
     *
     * @param settled done before the file takes the place of the last one: what it no longer has, because it has become a
     *     detection, must last elsewhere by then; whatever is thrown keeps the last one
     */
    public void save(Runnable settled) throws IOException {
        engine.save(file, settled);
    }
}
