package io.eqlair.ingest.body;

import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/** The wrapping of gzip (RFC 1952): a header before each part, and behind it a checksum and a length. */
final class GzipMembers implements Wrapping {

    private static final int MAGIC = 0x8B1F;
    private static final int DEFLATED = 8;
    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    /** Time, extra flags and operating system: of no use here. */
    private static final int UNUSED = 6;

    private final PackedStream packed;
    private final CRC32 checksum = new CRC32();
    private long length;
    private boolean later;

    GzipMembers(PackedStream packed) {
        this.packed = packed;
    }

    @Override
    public boolean isOurs() {
        return true;
    }

    @Override
    public boolean begin() throws IOException {
        if (packed.isAtEnd()) {
            return false;
        }
        if (packed.nextShort() != MAGIC || packed.next() != DEFLATED) {
            throw new ZipException(later ? "something follows its end" : "it does not begin as gzip does");
        }
        skipHeader(packed.next());
        checksum.reset();
        length = 0;
        later = true;
        return true;
    }

    private void skipHeader(int flags) throws IOException {
        skip(UNUSED);
        if ((flags & EXTRA) != 0) {
            skip(packed.nextShort());
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            packed.nextShort();
        }
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            packed.next();
        }
    }

    private void skipText() throws IOException {
        while (packed.next() != 0) {
            // it may have any length, and is not kept
        }
    }

    @Override
    public void inflated(byte[] buffer, int offset, int count) {
        checksum.update(buffer, offset, count);
        length += count;
    }

    @Override
    public void end() throws IOException {
        if (packed.nextInt() != checksum.getValue()) {
            throw new ZipException("its checksum is wrong");
        }
        if (packed.nextInt() != (length & 0xFFFFFFFFL)) {
            throw new ZipException("its length is wrong");
        }
    }
}
