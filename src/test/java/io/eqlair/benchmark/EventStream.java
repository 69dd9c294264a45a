package io.eqlair.benchmark;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.zip.GZIPInputStream;

/**
 * Events that are shown to everybody again and again, each time some years later: what remembers events must not take the
 * second time for late ones of the first.
 *
 * @param passes the documents of a pass over the stream, by its number from 0
 */
record EventStream(String name, IntFunction<byte[][]> passes) {

    private static final byte[] TIMESTAMP = "\"@timestamp\":\"".getBytes(StandardCharsets.US_ASCII);

    /** A leap year stays one, and the streams in use are shorter than that. */
    private static final int YEARS_A_PASS = 4;

    private static final int FIRST_YEAR = 1972;

    /** A stream whose passes differ in their years only. */
    static EventStream of(String name, List<byte[]> documents) {
        return new EventStream(name, pass -> shifted(documents, pass));
    }

    /** A stream of documents in a file, one to a line. */
    static List<byte[]> read(Path file) {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
                InputStream lines = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader reader = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> line.getBytes(StandardCharsets.UTF_8))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[][] pass(int number) {
        return passes.apply(number);
    }

    /** The documents with their years moved, so that the first pass begins in 1972 and each other one four years later. */
    static byte[][] shifted(List<byte[]> documents, int pass) {
        byte[][] shifted = new byte[documents.size()][];
        int first = FIRST_YEAR + year(documents.getFirst()) % YEARS_A_PASS - year(documents.getFirst());
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] = documents.get(i).clone();
            shift(shifted[i], first + pass * YEARS_A_PASS);
        }
        return shifted;
    }

    private static void shift(byte[] document, int years) {
        int at = yearAt(document);
        if (at >= 0) {
            int year = year(document) + years;
            for (int digit = at + 3; digit >= at; digit--) {
                document[digit] = (byte) ('0' + year % 10);
                year /= 10;
            }
        }
    }

    private static int year(byte[] document) {
        int at = yearAt(document);
        return at < 0 ? FIRST_YEAR : Integer.parseInt(new String(document, at, 4, StandardCharsets.US_ASCII));
    }

    private static int yearAt(byte[] document) {
        for (int i = 0; i + TIMESTAMP.length + 4 < document.length; i++) {
            if (document[i] == '"'
                    && Arrays.equals(document, i, i + TIMESTAMP.length, TIMESTAMP, 0, TIMESTAMP.length)) {
                return i + TIMESTAMP.length;
            }
        }
        return -1;
    }
}
