package io.eqlair.ingest.body;

import java.io.IOException;
import java.util.zip.ZipException;

/** What stands around deflated bytes. */
interface Wrapping {

    /** Whether the inflater is to leave it alone, which else takes that of zlib. */
    boolean isOurs();

    /** Reads what stands before; false where nothing follows. */
    boolean begin() throws IOException;

    /** Looks at inflated bytes. */
    void inflated(byte[] buffer, int offset, int length);

    /** Reads what stands behind. */
    void end() throws IOException;

    /** That of zlib, told by its first two bytes, or none. */
    static Wrapping ofDeflate(PackedStream packed) throws IOException {
        int first = packed.peek(0);
        int second = packed.peek(1);
        boolean zlib = (first & 0x0F) == 8 && first >> 4 < 8 && (first << 8 | second) % 31 == 0;
        return new Single(packed, !zlib);
    }

    /** Deflated bytes that are all there is. */
    record Single(PackedStream packed, boolean isOurs) implements Wrapping {

        @Override
        public boolean begin() throws IOException {
            return !packed.isAtEnd();
        }

        @Override
        public void inflated(byte[] buffer, int offset, int length) {}

        @Override
        public void end() throws IOException {
            if (!packed.isAtEnd()) {
                throw new ZipException("something follows its end");
            }
        }
    }
}
