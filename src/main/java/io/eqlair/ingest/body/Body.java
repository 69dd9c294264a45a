package io.eqlair.ingest.body;

import io.eqlair.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request carries, as it comes from the network.
 *
 * @param length in bytes as they are sent, -1 where that is not known
 * @param encoding the header {@code Content-Encoding}, null where there is none
 */
public record Body(
        InputStream stream, long length, @Nullable String encoding) {

    /** What is thought of a length that is not said. */
    static final int UNKNOWN = 64 * 1024;

    /** Events that are packed are packed so well, roughly. */
    private static final int PACKED = 8;

    /** The unpacked bytes; reading more of them than the limit ends in {@link BodyRejected}. */
    public InputStream open(long limit) throws IOException {
        return open(BodyLimits.of(limit), BodyListener.NOBODY);
    }

    /** The same; somebody is told whenever bytes are waited for. */
    public InputStream open(BodyLimits limits, BodyListener listener) throws IOException {
        if (length > limits.bytes()) {
            throw new BodyRejected(Problem.BODY_TOO_LARGE, limits.bytes());
        }
        PackedStream sent = new PackedStream(stream, limits.bytes());
        return new BoundedStream(unpacked(sent, limits.bytes()), sent, limits, listener);
    }

    /** How many bytes it probably has once it is unpacked, 1 at least. */
    long announced() {
        return length < 0 ? UNKNOWN : Math.max(length, 1) * (encoding == null ? 1 : PACKED);
    }

    /** How many bytes {@link #open} gives, -1 where that is not known. */
    public long unpackedLength() {
        return encoding == null ? length : -1;
    }

    /** The encoding that was applied last is named last, and undone first. */
    private InputStream unpacked(PackedStream sent, long limit) throws IOException {
        List<Encoding> applied = encoding == null ? List.of() : Encoding.parse(encoding);
        InputStream unpacked = sent;
        for (Encoding last : applied.reversed()) {
            PackedStream packed = unpacked == sent ? sent : new PackedStream(unpacked, limit);
            unpacked = new UnpackedStream(last, packed, limit);
        }
        return unpacked;
    }
}
