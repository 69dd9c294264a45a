package io.eqlair.repository;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * A file, or something else in one piece, that somebody named as a place of rules. Its content says what it is: a zip, a
 * tar, an export, or one rule; the last three may be packed with gzip.
 */
final class NamedFile {

    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final int HEAD = 512;

    private final String origin;
    private final RuleLoading loading;

    private NamedFile(String origin, RuleLoading loading) {
        this.origin = origin;
        this.loading = loading;
    }

    static void load(String origin, Opening file, RuleLoading loading) {
        NamedFile named = new NamedFile(origin, loading);
        try (SeekableByteChannel channel = file.open()) {
            named.load(channel);
        } catch (IOException e) {
            loading.unreadable(origin, e);
        }
    }

    private void load(SeekableByteChannel channel) throws IOException {
        InputStream input = new BufferedInputStream(Channels.newInputStream(channel));
        byte[] head = head(input);
        if (ZipFiles.isZip(head)) {
            RuleArchive.load(origin, loading, archive -> ZipFiles.read(channel.position(0), archive));
        } else if (Bytes.at(head, 0, GZIP)) {
            loadPacked(input);
        } else {
            loadPlain(input, head);
        }
    }

    /**
     * Only a tar can be damaged behind its beginning and still be of use. The JDK's reader makes a call within a call for each packed
     * part that is empty, so that a few thousand of them would be its end.
     */
    private void loadPacked(InputStream packed) {
        try {
            InputStream input = new BufferedInputStream(GzipCompressorInputStream.builder()
                    .setInputStream(packed)
                    .setDecompressConcatenated(true)
                    .get());
            loadPlain(input, head(input));
        } catch (IOException e) {
            RuleArchive.damaged(origin, loading, e, 0);
        }
    }

    private void loadPlain(InputStream input, byte[] head) throws IOException {
        if (TarFiles.isTar(head)) {
            RuleArchive.load(origin, loading, archive -> TarFiles.read(input, archive));
        } else if (FileKind.of(origin) == FileKind.EXPORT || RuleExport.hasLines(input, loading.limits())) {
            loading.export(origin, input);
        } else {
            byte[] content = input.readNBytes(loading.limits().fileBytes() + 1);
            loading.read(origin, () -> new ByteArrayInputStream(content));
        }
    }

    private static byte[] head(InputStream input) throws IOException {
        input.mark(HEAD);
        byte[] head = input.readNBytes(HEAD);
        input.reset();
        return head;
    }

    /** Opens the file, as a zip is read from its end. */
    @FunctionalInterface
    interface Opening {
        SeekableByteChannel open() throws IOException;
    }
}
