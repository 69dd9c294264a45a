package io.eqlair.ingest.body;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.snappy.FramedSnappyCompressorOutputStream;
import org.apache.commons.compress.compressors.snappy.SnappyCompressorOutputStream;

/** What senders do to a body. */
public enum Packing {
    GZIP("gzip"),
    DEFLATE("deflate"),
    /** Without zlib's wrapping. */
    RAW_DEFLATE("deflate"),
    ZSTD("zstd"),
    SNAPPY("snappy"),
    FRAMED_SNAPPY("snappy");

    private final String encoding;

    Packing(String encoding) {
        this.encoding = encoding;
    }

    /** What the header says then. */
    public String encoding() {
        return encoding;
    }

    /** Whether packed bodies that follow each other are one. */
    boolean isContinuable() {
        return this == GZIP || this == ZSTD || this == FRAMED_SNAPPY;
    }

    /** Packs. */
    public byte[] pack(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = into(packed, bytes.length)) {
            out.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private OutputStream into(OutputStream out, int length) throws IOException {
        return switch (this) {
            case GZIP -> new GZIPOutputStream(out);
            case DEFLATE -> new DeflaterOutputStream(out);
            case RAW_DEFLATE -> new DeflaterOutputStream(out, new Deflater(Deflater.DEFAULT_COMPRESSION, true));
            case ZSTD -> new ZstdOutputStreamNoFinalizer(out);
            case SNAPPY -> new SnappyCompressorOutputStream(out, length, 1 << 15);
            case FRAMED_SNAPPY -> new FramedSnappyCompressorOutputStream(out);
        };
    }
}
