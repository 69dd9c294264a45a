package io.eqlair.ingest.body;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import io.eqlair.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a body may be packed. Its name in a header is that of the constant in lower case. */
public enum Encoding {
    GZIP,
    /** In the wrapping of zlib, as the standard has it, or without, as some send it. */
    DEFLATE,
    ZSTD,
    /** A single block, as shippers send it, or the format with frames. */
    SNAPPY;

    /** Applied to one body. */
    private static final int MOST = 2;

    /** Memory for what a zstd frame refers back to, as a power of two: what every reader of zstd has to have. */
    private static final int ZSTD_WINDOW = 23;

    /** Names for a header, {@code gzip, deflate, zstd, snappy}. */
    public static final String ACCEPTED =
            Arrays.stream(values()).map(Encoding::text).collect(Collectors.joining(", "));

    /** What a header says was applied to a body, in this order. */
    static List<Encoding> parse(String header) throws BodyRejected {
        String[] names = header.strip().toLowerCase(Locale.ROOT).split("\\s*,\\s*", -1);
        if (names.length > MOST) {
            throw unknown(header);
        }
        List<Encoding> encodings = new ArrayList<>();
        for (String name : names) {
            switch (name) {
                case "", "identity" -> {}
                case "gzip", "x-gzip" -> encodings.add(GZIP);
                case "deflate" -> encodings.add(DEFLATE);
                case "zstd" -> encodings.add(ZSTD);
                case "snappy" -> encodings.add(SNAPPY);
                default -> throw unknown(header);
            }
        }
        return encodings;
    }

    private static BodyRejected unknown(String header) {
        String shown = header.strip().toLowerCase(Locale.ROOT);
        return new BodyRejected(Problem.BODY_ENCODING, shown, ACCEPTED.replace(", ", "`, `"), MOST);
    }

    /** The name in a header. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Begins to unpack; what it gives throws whatever it likes where the bytes are not so packed. */
    InputStream unpack(PackedStream packed, long limit) throws IOException {
        return switch (this) {
            case GZIP -> new InflatedStream(packed, new GzipMembers(packed));
            case DEFLATE -> new InflatedStream(packed, Wrapping.ofDeflate(packed));
            case ZSTD -> new ZstdInputStreamNoFinalizer(packed).setLongMax(ZSTD_WINDOW);
            case SNAPPY -> Snappy.unpack(packed, limit);
        };
    }
}
