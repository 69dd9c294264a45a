package io.eqlair.repository;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what comes out of an archive, and lets no more through than the limit: a small archive may hold a great deal. */
final class Unpacked {

    private final int most;
    private long bytes;

    Unpacked(int most) {
        this.most = most;
    }

    InputStream through(InputStream input) {
        return new Counted(input);
    }

    private void count(long more) throws TooMuch {
        bytes += Math.max(0, more);
        if (bytes > most) {
            throw new TooMuch();
        }
    }

    /** More comes out of the archive than the limit. */
    static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1;
    }

    private final class Counted extends FilterInputStream {

        Counted(InputStream input) {
            super(input);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            count(read);
            return read;
        }

        /** Reads what it skips, so that it is counted. */
        @Override
        public long skip(long length) throws IOException {
            return readNBytes((int) Math.min(length, 1 << 16)).length;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
