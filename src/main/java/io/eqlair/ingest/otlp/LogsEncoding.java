package io.eqlair.ingest.otlp;

import io.eqlair.ingest.body.BodyRejected;
import io.eqlair.problem.Problem;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** In which form log records are sent, and answers come back. */
public enum LogsEncoding {
    PROTOBUF("application/x-protobuf"),
    JSON("application/json");

    private static final int BYTE_ORDER_MARK = 0xEF;

    private final String mediaType;

    LogsEncoding(String mediaType) {
        this.mediaType = mediaType;
    }

    /** As the header {@code Content-Type} has it. */
    public String mediaType() {
        return mediaType;
    }

    /**
     * The encoding that a header says; where it says none, what the body looks like.
     *
     * @param contentType null where there is no such header
     * @throws BodyRejected when it says another
     */
    public static LogsEncoding of(@Nullable String contentType, byte[] body) throws BodyRejected {
        String name =
                contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "application/x-protobuf", "application/protobuf" -> PROTOBUF;
            case "application/json" -> JSON;
            case "", "application/octet-stream" -> lookingLike(body);
            default -> throw new BodyRejected(Problem.OTLP_MEDIA_TYPE, name);
        };
    }

    /** The only field of a request begins with a line feed in protobuf, so that JSON may not. */
    private static LogsEncoding lookingLike(byte[] body) {
        int first = body.length == 0 ? 0 : body[0] & 0xFF;
        return first == '{' || first == ' ' || first == BYTE_ORDER_MARK ? JSON : PROTOBUF;
    }
}
