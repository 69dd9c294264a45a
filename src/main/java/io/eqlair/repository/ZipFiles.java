package io.eqlair.repository;

import io.eqlair.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Collections;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The files of a zip, as its directory lists them; that is at its end. One that is damaged does not keep the others from being read. */
final class ZipFiles {

    private static final byte[] MAGIC = {'P', 'K', 3, 4};
    private static final byte[] EMPTY = {'P', 'K', 5, 6};

    private ZipFiles() {}

    /** Whether something that begins with these bytes is a zip. */
    static boolean isZip(byte[] head) {
        return Bytes.at(head, 0, MAGIC) || Bytes.at(head, 0, EMPTY);
    }

    static void read(SeekableByteChannel channel, RuleArchive archive) throws IOException {
        try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(channel).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                file(zip, entry, archive);
            }
        } catch (Unpacked.TooMuch e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            archive.reject(Problem.RULE_ARCHIVE_WITHOUT_LIST); // all that is read before the files
        }
    }

    private static void file(ZipFile zip, ZipArchiveEntry entry, RuleArchive archive) throws Unpacked.TooMuch {
        if (entry.isUnixSymlink()) {
            archive.link(entry.getName());
        } else if (!entry.isDirectory()) {
            read(zip, entry, archive);
        }
    }

    private static void read(ZipFile zip, ZipArchiveEntry entry, RuleArchive archive) throws Unpacked.TooMuch {
        try {
            archive.file(entry.getName(), () -> new Checked(archive.unpack(zip.getInputStream(entry)), entry.getCrc()));
        } catch (Unpacked.TooMuch e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            boolean usual = zip.canReadEntryData(entry);
            Problem fault = usual ? Problem.RULE_ARCHIVED_FILE_DAMAGED : Problem.RULE_ARCHIVED_FILE_LOCKED;
            archive.unreadable(entry.getName(), fault);
        }
    }

    /** A stream that fails at its end unless its checksum is right. */
    private static final class Checked extends CheckedInputStream {

        private final long expected;

        Checked(InputStream input, long expected) {
            super(input, new CRC32());
            this.expected = expected;
        }

        @Override
        public int read() throws IOException {
            return checked(super.read());
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return checked(super.read(into, offset, length));
        }

        private int checked(int read) throws ZipException {
            if (read < 0 && getChecksum().getValue() != expected) {
                throw new ZipException("the checksum is wrong");
            }
            return read;
        }
    }
}
