package io.eqlair.repository;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The files of a tar, packed or not. */
final class TarFiles {

    private static final byte[] MAGIC = {'u', 's', 't', 'a', 'r'};
    private static final int MAGIC_AT = 257;

    private TarFiles() {}

    /** Whether something that begins with these bytes, at least 512 of them, is a tar. */
    static boolean isTar(byte[] head) {
        return Bytes.at(head, MAGIC_AT, MAGIC);
    }

    static void read(InputStream tar, RuleArchive archive) throws IOException {
        TarArchiveInputStream entries = new TarArchiveInputStream(archive.unpack(tar));
        for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            if (entry.isSymbolicLink() || entry.isLink()) {
                archive.link(entry.getName());
            } else if (entry.isFile()) {
                archive.file(entry.getName(), () -> new Entry(entries));
            }
        }
    }

    /** The file at which the stream of all files is; closing it is not the end of the others. */
    private static final class Entry extends FilterInputStream {

        Entry(InputStream entries) {
            super(entries);
        }

        @Override
        public void close() {
            // the next file comes out of the same stream
        }
    }
}
