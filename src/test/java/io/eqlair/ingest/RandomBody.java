package io.eqlair.ingest;

import io.eqlair.ingest.body.Body;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/**
 * Events in lines as senders send them, some of them broken.
 *
 * @param piece so many bytes come at a time
 * @param brokenOffAt the connection breaks after so many bytes
 */
record RandomBody(String text, boolean packed, int piece, int brokenOffAt) {

    private static final List<String> ENDS =
            List.of("\n", "\n", "\n", "\n", "\n", "\n", "\r\n", "\n\n", " \r\n \n", "", " ", "\n ", ",\n", " oops\n");

    static RandomBody of(Random random) {
        StringBuilder text = new StringBuilder(random.nextInt(10) == 0 ? "\uFEFF" : "");
        boolean sound = random.nextBoolean();
        int lines = random.nextInt(60);
        for (int i = 0; i < lines; i++) {
            String event = event(random);
            text.append(sound || random.nextInt(8) != 0 ? event : broken(event, random));
            text.append(sound ? "\n" : ENDS.get(random.nextInt(ENDS.size())));
        }
        boolean breaksOff = random.nextInt(10) == 0;
        return new RandomBody(
                text.toString(),
                random.nextInt(4) == 0,
                1 + random.nextInt(200),
                breaksOff ? random.nextInt(text.length() + 1) : Integer.MAX_VALUE);
    }

    Body open() {
        byte[] bytes = packed ? gzip(text) : text.getBytes(StandardCharsets.UTF_8);
        long length = brokenOffAt % 2 == 0 ? bytes.length : -1;
        return new Body(new Arriving(bytes), length, packed ? "gzip" : null);
    }

    private static String event(Random random) {
        String time = random.nextInt(8) == 0
                ? pick(random, "", "\"@timestamp\":\"never\",")
                : "\"@timestamp\":\"2026-03-01T11:5%d:%02dZ\",".formatted(random.nextInt(10), random.nextInt(60));
        String event = "{" + time + "\"event\":{\"category\":\"" + pick(random, "process", "network", "file")
                + "\"},\"user\":{\"id\":" + random.nextInt(3) + "},\"process\":{\"name\":\""
                + pick(random, "nc", "nano", "ls", "{\\n{\\\"", "}\\\\", "ü😀") + "\"}}";
        return switch (random.nextInt(10)) {
            case 0 -> event.replace(",", ",\n  ").replace("{", "{\n  ");
            case 1 -> event.replace(":{", ":\n{");
            case 2 -> event.replace("}}", "},\"a\":[\n{},\n{\"b\":[]}\n]}");
            default -> event;
        };
    }

    private static String broken(String event, Random random) {
        int at = 1 + random.nextInt(event.length() - 3);
        int place = Character.isLowSurrogate(event.charAt(at)) ? at - 1 : at;
        return switch (random.nextInt(4)) {
            case 0 -> event.substring(0, place);
            case 1 -> event.substring(place);
            case 2 -> pick(random, "oops", "[" + event + "]", "7", "{", "{\"a\":[", "{\"a\":\"");
            default ->
                event.substring(0, place) + pick(random, "\"", "{", "[", "]", "}", ",", "\n") + event.substring(place);
        };
    }

    private static String pick(Random random, String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Gives its bytes piece by piece, and breaks off. */
    private final class Arriving extends InputStream {

        private final InputStream bytes;
        private int left = brokenOffAt;

        Arriving(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left == 0) {
                throw new IOException("the connection broke");
            }
            int count = bytes.read(buffer, offset, Math.min(Math.min(length, piece), left));
            left -= Math.max(count, 0);
            return count;
        }
    }
}
