package io.eqlair.api.shipper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * A request as a shipper makes it.
 *
 * @param headers by name
 */
@SuppressWarnings("ArrayRecordComponent") // nobody changes it, and nobody compares calls
record Call(String method, String path, Map<String, String> headers, byte[] body) {

    static Call get(String path) {
        return new Call("GET", path, Map.of(), new byte[0]);
    }

    static Call head(String path) {
        return new Call("HEAD", path, Map.of(), new byte[0]);
    }

    static Call put(String path) {
        return new Call("PUT", path, Map.of(), "{}".getBytes(StandardCharsets.UTF_8))
                .with("Content-Type", "application/json");
    }

    static Call post(String path, String mediaType, String body) {
        return new Call("POST", path, Map.of(), body.getBytes(StandardCharsets.UTF_8)).with("Content-Type", mediaType);
    }

    Call with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Call(method, path, all, body);
    }

    /** The same with another body, as it is. */
    Call carrying(byte[] other) {
        return new Call(method, path, headers, other);
    }

    Call gzip() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return with("Content-Encoding", "gzip").carrying(packed.toByteArray());
    }
}
