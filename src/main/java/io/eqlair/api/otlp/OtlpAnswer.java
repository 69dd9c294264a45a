package io.eqlair.api.otlp;

import com.google.protobuf.CodedOutputStream;
import io.eqlair.ingest.otlp.LogsEncoding;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsPartialSuccess;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Answers of the protocol, in the encoding of their requests. */
final class OtlpAnswer {

    /** Fields of {@code google.rpc.Status}, which has no class here. */
    private static final int STATUS_CODE = 1;

    private static final int STATUS_MESSAGE = 2;

    private static final JsonMapper JSON = new JsonMapper();

    private OtlpAnswer() {}

    /** All or some were evaluated. In JSON numbers of 64 bits are texts. */
    static ResponseEntity<byte[]> of(LogsOutcome outcome, LogsEncoding encoding) {
        byte[] answer = switch (encoding) {
            case JSON -> JSON.writeValueAsBytes(Map.of("partialSuccess", partial(outcome)));
            case PROTOBUF -> response(outcome).toByteArray();
        };
        return ResponseEntity.ok().contentType(type(encoding)).body(answer);
    }

    private static Map<String, Object> partial(LogsOutcome outcome) {
        Map<String, Object> partial = new LinkedHashMap<>();
        if (outcome.rejected() > 0) {
            partial.put("rejectedLogRecords", Integer.toString(outcome.rejected()));
            partial.put("errorMessage", outcome.message());
        }
        return partial;
    }

    private static ExportLogsServiceResponse response(LogsOutcome outcome) {
        ExportLogsServiceResponse.Builder response = ExportLogsServiceResponse.newBuilder();
        if (outcome.rejected() > 0) {
            response.setPartialSuccess(ExportLogsPartialSuccess.newBuilder()
                    .setRejectedLogRecords(outcome.rejected())
                    .setErrorMessage(outcome.message()));
        }
        return response.build();
    }

    /** Nothing was acknowledged: a {@code google.rpc.Status}. */
    static ResponseEntity.BodyBuilder refusing(HttpStatus status, LogsEncoding encoding) {
        return ResponseEntity.status(status).contentType(type(encoding));
    }

    static byte[] status(HttpStatus status, String message, LogsEncoding encoding) {
        return switch (encoding) {
            case JSON -> {
                Map<String, Object> members = new LinkedHashMap<>();
                members.put("code", code(status));
                members.put("message", message);
                yield JSON.writeValueAsBytes(members);
            }
            case PROTOBUF -> status(code(status), message);
        };
    }

    private static byte[] status(int code, String message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        try {
            out.writeInt32(STATUS_CODE, code);
            out.writeString(STATUS_MESSAGE, message);
            out.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The code of gRPC that is nearest. */
    private static int code(HttpStatus status) {
        return switch (status) {
            case CONTENT_TOO_LARGE, TOO_MANY_REQUESTS -> 8; // resource exhausted
            case SERVICE_UNAVAILABLE -> 14; // unavailable
            case UNAUTHORIZED -> 16; // unauthenticated
            case FORBIDDEN -> 7; // permission denied
            default -> status.is5xxServerError() ? 13 : 3; // internal, invalid argument
        };
    }

    private static MediaType type(LogsEncoding encoding) {
        return MediaType.parseMediaType(encoding.mediaType());
    }
}
