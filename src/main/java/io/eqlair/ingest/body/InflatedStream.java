package io.eqlair.ingest.body;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Unpacks what was deflated, also where several such parts follow each other. Unlike the JDK's reader of gzip it refuses what
 * follows the last part, and takes as many empty parts as come without a call within a call for each.
 */
final class InflatedStream extends InputStream {

    private final PackedStream packed;
    private final Wrapping wrapping;
    private final Inflater inflater;
    private boolean inside;

    InflatedStream(PackedStream packed, Wrapping wrapping) {
        this.packed = packed;
        this.wrapping = wrapping;
        this.inflater = new Inflater(wrapping.isOurs());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        while (length > 0 && (inside || begin())) {
            int inflated = inflate(buffer, offset, length);
            if (inflated > 0) {
                wrapping.inflated(buffer, offset, inflated);
                return inflated;
            }
            advance();
        }
        return length == 0 ? 0 : -1;
    }

    private boolean begin() throws IOException {
        inside = wrapping.begin();
        return inside;
    }

    private int inflate(byte[] buffer, int offset, int length) throws IOException {
        try {
            return inflater.inflate(buffer, offset, length);
        } catch (DataFormatException broken) {
            throw new ZipException(broken.getMessage());
        }
    }

    /** Nothing came: the part has ended, or more of it is needed. */
    private void advance() throws IOException {
        if (inflater.finished()) {
            packed.unread(inflater.getRemaining());
            inflater.reset();
            wrapping.end();
            inside = false;
        } else if (inflater.needsDictionary()) {
            throw new ZipException("it was packed with a dictionary");
        } else {
            packed.feed(inflater);
        }
    }

    /** Frees what inflating takes outside the heap. */
    @Override
    public void close() {
        inflater.end();
    }
}
