package io.eqlair.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a command reads and writes.
 *
 * @param out not buffered: a program that reads alerts has each as soon as it is written, and whole
 * @param err flushed at the end of each line
 * @param errIsTerminal whether somebody looks at {@code err}, so that a line of it can be drawn again
 */
record Streams(InputStream in, OutputStream out, PrintWriter err, boolean errIsTerminal) {

    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    /** Those of the process; in UTF-8 whatever the machine prefers, as JSON is. */
    static Streams ofProcess() {
        OutputStream err = new FileOutputStream(FileDescriptor.err);
        return new Streams(
                System.in, new FileOutputStream(FileDescriptor.out), printer(err), standardErrorIsTerminal());
    }

    /** Writes text to a stream. */
    static PrintWriter printer(OutputStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    /**
     * Linux shows what standard error is connected to. Elsewhere Java only tells of input and output: where those are a
     * terminal, standard error most likely is one.
     */
    private static boolean standardErrorIsTerminal() {
        try {
            String target = Files.readSymbolicLink(STANDARD_ERROR).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException notLinux) {
            return isTerminal(System.console());
        }
    }

    /** Up to Java 21 there is a console only for a terminal; from 22 on there always is one, and it can be asked. */
    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException java21) {
            return true;
        }
    }
}
