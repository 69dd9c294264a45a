package io.eqlair.engine;

import io.eqlair.engine.sequence.SequenceMatcher;
import io.eqlair.engine.sequence.StateReader;
import io.eqlair.engine.sequence.StateWriter;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What the rules remember, in one file: a magic number, how far the stream has come, the records of {@link StateWriter},
 * and a checksum. The file is written beside its place and then moved there, so that there is always a whole one.
 */
final class StateSnapshot {

    /** "EQLS" and the version of the format. */
    private static final long MAGIC = 0x4551_4C53_0000_0001L;

    private StateSnapshot() {}

    /** How far the stream had come. */
    record Position(long newest, long arrivals) {}

    static void write(Path file, Position position, List<RunningRule> rules, Runnable settled) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent, ownerOnly(parent, "rwx------"));
        }
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        Files.createFile(beside, ownerOnly(beside, "rw-------"));
        try (OutputStream out = Files.newOutputStream(beside)) {
            write(out, position, rules);
        }
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        settled.run();
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** There are events in it, which not everybody may read; some systems have no such rights. */
    private static FileAttribute<?>[] ownerOnly(Path path, String rights) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    private static void write(OutputStream file, Position position, List<RunningRule> rules) throws IOException {
        CRC32C checksum = new CRC32C();
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new CheckedOutputStream(file, checksum), 1 << 16));
        out.writeLong(MAGIC);
        out.writeLong(position.newest());
        out.writeLong(position.arrivals());
        StateWriter writer = new StateWriter(out);
        for (RunningRule rule : rules) {
            SequenceMatcher matcher = rule.matcher();
            RuleDefinition definition = rule.rule().definition();
            if (matcher != null) {
                writer.rule(definition.id(), definition.contentHash(), matcher);
            }
        }
        writer.end();
        long sum = checksum.getValue();
        out.writeLong(sum);
        out.flush();
    }

    /** Checks the whole file before anything of it is used; {@link IOException} says what is wrong with it. */
    static void check(Path file) throws IOException {
        CRC32C checksum = new CRC32C();
        long body = Files.size(file) - Long.BYTES;
        try (DataInputStream in = open(file, checksum)) {
            in.skipNBytes(Math.max(0, body));
            long found = checksum.getValue();
            if (body < 3 * Long.BYTES || in.readLong() != found) {
                throw new IOException("the checksum does not fit");
            }
        }
        try (DataInputStream in = open(file, checksum)) {
            if (in.readLong() != MAGIC) {
                throw new IOException("it is no snapshot of this version");
            }
        }
    }

    /**
     * Reads a file that has been checked. Returns the position; the number of keys is added to the counter. Where the
     * content makes no sense for all that, the rules remember nothing.
     */
    static Position read(Path file, List<RunningRule> rules, AtomicInteger keys) throws IOException {
        try {
            return readInto(rules, file, keys);
        } catch (IOException | RuntimeException senseless) {
            rules.stream().map(RunningRule::matcher).filter(Objects::nonNull).forEach(SequenceMatcher::clear);
            throw senseless;
        }
    }

    private static Position readInto(List<RunningRule> rules, Path file, AtomicInteger keys) throws IOException {
        try (DataInputStream in = open(file, new CRC32C())) {
            in.readLong();
            Position position = new Position(in.readLong(), in.readLong());
            keys.addAndGet(new StateReader(in).readInto((id, hash) -> find(rules, id, hash)));
            return position;
        }
    }

    private static @Nullable SequenceMatcher find(List<RunningRule> rules, String id, String hash) {
        for (RunningRule rule : rules) {
            RuleDefinition definition = rule.rule().definition();
            if (definition.id().equals(id) && definition.contentHash().equals(hash)) {
                return rule.matcher();
            }
        }
        return null;
    }

    private static DataInputStream open(Path file, CRC32C checksum) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        return new DataInputStream(new CheckedInputStream(in, checksum));
    }
}
