package io.eqlair.sink;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Mends the end of a file of lines that was left in the middle of one, as the power or the disk gave out. */
final class LastLine {

    private static final Logger LOG = LoggerFactory.getLogger(LastLine.class);
    private static final int CHUNK = 1 << 16;

    /** A longer one is cut off unread; its alert comes again. */
    private static final int LONGEST = 16 << 20;

    private LastLine() {}

    /** Gives the last line its end where only that is missing, and cuts it off where more is. */
    static void mend(FileChannel channel, Path file) throws IOException {
        long size = channel.size();
        if (size == 0 || read(channel, size - 1, 1)[0] == '\n') {
            return;
        }
        long start = start(channel, size);
        long length = size - start;
        if (length <= LONGEST && isJson(read(channel, start, (int) length))) {
            int unused = channel.write(ByteBuffer.wrap(new byte[] {'\n'}), size);
        } else {
            channel.truncate(start);
            LOG.warn(
                    "The last line of {} was broken off after {} bytes and is removed; its alert comes again.",
                    file,
                    length);
        }
    }

    /** Where the last line begins. */
    private static long start(FileChannel channel, long size) throws IOException {
        for (long end = size; end > 0; end -= CHUNK) {
            long from = Math.max(0, end - CHUNK);
            byte[] chunk = read(channel, from, (int) (end - from));
            for (int i = chunk.length - 1; i >= 0; i--) {
                if (chunk[i] == '\n') {
                    return from + i + 1;
                }
            }
        }
        return 0;
    }

    private static byte[] read(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
            // until all is there
        }
        return bytes.array();
    }

    private static boolean isJson(byte[] line) {
        try {
            return JsonMapper.shared().readTree(line).isObject();
        } catch (JacksonException brokenOff) {
            return false;
        }
    }
}
