package io.eqlair.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsPartialSuccess;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.resource.v1.Resource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** Log records as OpenTelemetry sends them. */
@TestPropertySource(
        properties = {
            "eqlair.limits.body-bytes=64KB",
            "eqlair.limits.event-bytes=4KB",
            "eqlair.limits.events-per-request=10",
            "eqlair.limits.depth=10"
        })
class OtlpHttpTest extends HttpTest {

    private static final String LOGS = "/v1/logs";
    private static final String NO_RECORDS = "{\"resourceLogs\":[]}";
    private static final String RECORD = "{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":[%s]}]}]}";

    @ParameterizedTest
    @ValueSource(strings = {"/v1/logs", "/v1/logs/", "/t/blue/v1/logs", "/t/blue/v1/logs/"})
    void aShippedRuleFiresOnARecord(String path) throws Exception {
        String host = "at" + path.replace('/', '-');
        Reply reply = send(path, netcat(host).toByteArray());
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.type()).isEqualTo("application/x-protobuf");
        assertThat(reply.response()).isEqualTo(ExportLogsServiceResponse.getDefaultInstance());
        assertThat(alerts(host))
                .has("/alerts/0/events/0/source/host/name", host)
                .hasNot("/alerts/1")
                .has("/alerts/0/rule/id", "adb961e0-cb74-42a0-af9e-29fc41f88f5f");
    }

    @Test
    void aShippedRuleFiresOnTheExample() {
        String example = get("/v3/api-docs")
                .at("/paths/~1v1~1logs/post/requestBody/content/application~1json/examples/linux-rule-fires/value")
                .toString();
        assertThat(post(LOGS, example)).hasStatus(200).has("/partialSuccess", "{}");
        assertThat(alerts("web1"))
                .has("/alerts/0/events/0/source/host/name", "web1")
                .hasNot("/alerts/1")
                .has("/alerts/0/events/0/source/process/args_count", 3);
    }

    @Test
    void theIndexOfRecordsMayBeSaidInTheAddress() throws Exception {
        send(LOGS + "?index=metrics-nothing", netcat("elsewhere").toByteArray());
        assertThat(alerts("elsewhere")).hasNot("/alerts/0");
    }

    /** Senders drop what is refused with 400. */
    @Test
    void parametersThatAreNotKnownArePassedOver() throws Exception {
        send(LOGS + "?foo=1&index=metrics-nothing", netcat("passed-over").toByteArray());
        assertThat(alerts("passed-over")).hasNot("/alerts/0");
        assertThat(post(LOGS + "?foo=1", RECORD.formatted("{}"))).hasStatus(200).has("/partialSuccess", "{}");
    }

    @Test
    void theIndexOfARecordDecidesWhichRulesSeeIt() throws Exception {
        send(
                LOGS,
                withAttribute(netcat("by-index"), "elasticsearch.index", "metrics-nothing")
                        .toByteArray());
        assertThat(alerts("by-index")).hasNot("/alerts/0");
        send(
                LOGS,
                withAttribute(netcat("by-dataset"), "data_stream.dataset", "nothing")
                        .toByteArray());
        assertThat(alerts("by-dataset")).hasNot("/alerts/0");
        send(
                LOGS,
                withAttribute(netcat("by-stream"), "data_stream.dataset", "endpoint.events.process")
                        .toByteArray());
        assertThat(alerts("by-stream"))
                .has("/alerts/0/events/0/source/host/name", "by-stream")
                .hasNot("/alerts/1");
    }

    @Test
    void aRequestMayBePacked() throws Exception {
        byte[] packed = EventsHttpTest.gzip(RECORD.formatted("{}"));
        assertThat(post(LOGS, packed, Map.of("Content-Type", "application/json", "Content-Encoding", "gzip")))
                .hasStatus(200)
                .has("/partialSuccess", "{}");
        assertThat(post(LOGS, packed, Map.of("Content-Type", "application/json", "Content-Encoding", "br")))
                .hasStatus(415)
                .has("/code", 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", NO_RECORDS, "{\"resourceLogs\":[{}]}", "{\"resourceLogs\":null}", " {}\n"})
    void nothingIsARequest(String body) throws Exception {
        assertThat(post(LOGS, body)).hasStatus(200).has("/partialSuccess", "{}");
        assertThat(send(LOGS, new byte[0]).status()).isEqualTo(200);
    }

    @Test
    void withoutAMediaTypeTheFirstByteTells() throws Exception {
        assertThat(send(LOGS, null, NO_RECORDS.getBytes(UTF_8)).text()).isEqualTo("{\"partialSuccess\":{}}");
        assertThat(send(LOGS, "application/octet-stream", netcat("untold").toByteArray())
                        .status())
                .isEqualTo(200);
        assertThat(alerts("untold"))
                .has("/alerts/0/events/0/source/host/name", "untold")
                .hasNot("/alerts/1");
        assertThat(post(LOGS, NO_RECORDS.getBytes(UTF_8), Map.of("Content-Type", "text/plain")))
                .hasStatus(415)
                .has("/code", 3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                            | (byte 0): the body is no object",
                "[]                                            | no object",
                "{                                             | it ends where",
                "'{\"resourceLogs\":{}}'                       | no array",
                "'{\"resourceLogs\":[1]}'                      | no object",
                "'{\"resourceSpans\":[]}'                      | no `resourceLogs`",
                "'{} {}'                                       | something follows",
                "'{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":[{]}]}]}' | unexpected close marker ']': expected '}'. Send"
            })
    void whatIsNoRequestInJsonIsRefused(String body, String reason) {
        Answer answer = post(LOGS, body);
        assertThat(answer).hasStatus(400).has("/code", 3);
        assertThat(answer.at("/message").asString()).contains(reason, "resourceLogs");
    }

    /** Where JSON begins with a mark of its byte order, and where it does not. */
    @ParameterizedTest
    @CsvSource({
        "UTF-16BE, FEFF", "UTF-16LE, FFFE", "UTF-32BE, 0000FEFF", "UTF-32LE, FFFE0000",
        "UTF-16BE, ''", "UTF-16LE, ''", "UTF-32BE, ''", "UTF-32LE, ''"
    })
    void otherEncodingsOfCharactersAreRefused(Charset encoding, String mark) {
        byte[] text = RECORD.formatted("{}").getBytes(encoding);
        byte[] begin = HexFormat.of().parseHex(mark);
        byte[] body = ByteBuffer.allocate(begin.length + text.length)
                .put(begin)
                .put(text)
                .array();
        Answer answer = post(LOGS, body, Map.of("Content-Type", "application/json"));
        assertThat(answer).hasStatus(400).has("/code", 3);
        assertThat(answer.at("/message").asString()).contains("UTF-16 or UTF-32", "UTF-8");
    }

    @Test
    void aMarkBeforeUtf8IsPassedOver() {
        String record = "{\"timeUnixNano\":\"soon\"}";
        Answer answer = post(LOGS, "\uFEFF" + RECORD.formatted(record + ",{}"));
        assertThat(answer).hasStatus(200).has("/partialSuccess/rejectedLogRecords", "1");
        assertThat(answer.at("/partialSuccess/errorMessage").asString()).contains("`timeUnixNano` is not an integer");
    }

    @Test
    void whatIsMuchTooDeepIsRefusedWhole() {
        Answer answer = post(LOGS, RECORD.formatted("[".repeat(10_001)));
        assertThat(answer).hasStatus(400);
        assertThat(answer.at("/message").asString()).contains("it is nested more than 10000 deep. Send {");
    }

    @Test
    void severalReasonsAreSentences() {
        String bad = "{\"timeUnixNano\":\"soon\"}";
        Answer answer = post(LOGS, RECORD.formatted(String.join(",", bad, bad, bad, bad, "{}")));
        assertThat(answer.at("/partialSuccess/errorMessage").asString())
                .contains("were evaluated. Record 1: The log record")
                .endsWith("were evaluated. And 1 more.");
    }

    @Test
    void whatIsNoRequestInProtobufIsRefusedInProtobuf() throws Exception {
        byte[] whole = netcat("broken").toByteArray();
        for (byte[] body : List.of(
                Arrays.copyOf(whole, whole.length - 1), "hello world".getBytes(UTF_8), NO_RECORDS.getBytes(UTF_8))) {
            Reply reply = send(LOGS, body);
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.type()).isEqualTo("application/x-protobuf");
            assertThat(reply.statusMessage()).startsWith("3 The body is not a request to export logs in protobuf: ");
        }
        assertThat(alerts("broken")).hasNot("/alerts/0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{\"timeUnixNano\":\"soon\"}'                 | `timeUnixNano` is not an integer",
                "'{\"timeUnixNano\":1e400}'                    | `timeUnixNano` is not an integer",
                "'{\"traceId\":\"xyz\"}'                       | `traceId` is not hexadecimal",
                "'{\"attributes\":{}}'                         | `attributes` is not an array",
                "'{\"body\":\"text\"}'                         | `body` is not an object",
                "null                                          | it is not an object",
                "17                                            | it is not an object"
            })
    void aRecordThatCannotBeReadIsRefusedAlone(String record, String reason) {
        Answer answer = post(LOGS, RECORD.formatted("{}," + record + ",{}"));
        assertThat(answer).hasStatus(200).has("/partialSuccess/rejectedLogRecords", "1");
        assertThat(answer.at("/partialSuccess/errorMessage").asString())
                .startsWith("Record 1: ")
                .contains(reason);
    }

    @Test
    void aRecordInProtobufIsRefusedAlone() throws Exception {
        ExportLogsServiceRequest sent = netcat("beside");
        ByteString broken = ByteString.copyFrom(new byte[] {10, 7, 10, 0, 18, 3, 18, 1, 9}); // a time without its bytes
        Reply reply = send(LOGS, sent.toByteString().concat(broken).toByteArray());
        assertThat(reply.status()).isEqualTo(200);
        ExportLogsPartialSuccess partial = reply.response().getPartialSuccess();
        assertThat(partial.getRejectedLogRecords()).isEqualTo(1);
        assertThat(partial.getErrorMessage()).startsWith("Record 1: The log record cannot be read: ");
        assertThat(alerts("beside"))
                .has("/alerts/0/events/0/source/host/name", "beside")
                .hasNot("/alerts/1");
    }

    @Test
    void allReasonsAreCountedAndTheFirstTold() {
        Answer answer = post(LOGS, RECORD.formatted("1,2,{},3,4"));
        assertThat(answer).hasStatus(200).has("/partialSuccess/rejectedLogRecords", "4");
        assertThat(answer.at("/partialSuccess/errorMessage").asString())
                .contains("Record 0: ", ". Record 1: ", ". Record 3: ", ". And 1 more.")
                .doesNotContain("Record 2", "Record 4");
        assertThat(get("/actuator/prometheus").text())
                .containsPattern("eqlair_event_errors_total\\{.*code=\"otlp_record_unreadable\".*}");
    }

    @Test
    void whatIsTooLargeOrTooDeepIsRefusedAlone() {
        String large = "{\"body\":{\"stringValue\":\"" + "x".repeat(4_096) + "\"}}";
        String deep = "{\"body\":" + "{\"arrayValue\":{\"values\":[".repeat(11) + "]}}".repeat(11) + "}";
        String abyss = "{\"body\":" + "{\"arrayValue\":{\"values\":[".repeat(1_000) + "]}}".repeat(1_000) + "}";
        Answer answer = post(LOGS, RECORD.formatted(String.join(",", large, "{}", deep)));
        assertThat(answer).has("/partialSuccess/rejectedLogRecords", "2");
        assertThat(answer.at("/partialSuccess/errorMessage").asString())
                .contains(
                        "Record 0: The event has ", "at most 4096", "Record 2: The event is nested more than 10 deep");
        assertThat(post(LOGS, RECORD.formatted(abyss))).has("/partialSuccess/rejectedLogRecords", "1");
    }

    @Test
    void limitsOfARequestAreQuoted() {
        assertThat(post(LOGS, RECORD.formatted("{}" + ",{}".repeat(9)))).hasStatus(200);
        Answer many = post(LOGS, RECORD.formatted("{}" + ",{}".repeat(10)));
        assertThat(many).hasStatus(413).has("/code", 8);
        assertThat(many.at("/message").asString()).contains("10 log records", "eqlair.limits.events-per-request");
        Answer large = post(LOGS, RECORD.formatted("{}") + " ".repeat(70_000));
        assertThat(large).hasStatus(413);
        assertThat(large.at("/message").asString()).contains("65536 bytes", "eqlair.limits.body-bytes");
    }

    @Test
    void otherMethodsAreNotAllowed() {
        assertThat(get(LOGS)).isProblem(405, "method_not_allowed");
    }

    private Answer alerts(String host) {
        return get("/api/v1/alerts?host=" + host);
    }

    private static ExportLogsServiceRequest netcat(String host) {
        LogRecord record = LogRecord.newBuilder()
                .setTimeUnixNano(1_768_469_400_000_000_000L)
                .setEventName("exec")
                .addAttributes(texts("event.category", "process"))
                .addAttributes(texts("event.type", "start"))
                .addAttributes(text("process.executable.name", "nc"))
                .addAttributes(texts("process.command_args", "nc", "-nlvp", "4444"))
                .build();
        Resource resource = Resource.newBuilder()
                .addAttributes(text("host.name", host))
                .addAttributes(text("os.type", "linux"))
                .build();
        return ExportLogsServiceRequest.newBuilder()
                .addResourceLogs(ResourceLogs.newBuilder()
                        .setResource(resource)
                        .addScopeLogs(ScopeLogs.newBuilder().addLogRecords(record)))
                .build();
    }

    private static ExportLogsServiceRequest withAttribute(ExportLogsServiceRequest request, String key, String value) {
        ExportLogsServiceRequest.Builder builder = request.toBuilder();
        builder.getResourceLogsBuilder(0)
                .getScopeLogsBuilder(0)
                .getLogRecordsBuilder(0)
                .addAttributes(text(key, value));
        return builder.build();
    }

    private static KeyValue text(String key, String value) {
        return KeyValue.newBuilder().setKey(key).setValue(any(value)).build();
    }

    private static KeyValue texts(String key, String... values) {
        ArrayValue list = ArrayValue.newBuilder()
                .addAllValues(Stream.of(values).map(OtlpHttpTest::any).toList())
                .build();
        return KeyValue.newBuilder()
                .setKey(key)
                .setValue(AnyValue.newBuilder().setArrayValue(list))
                .build();
    }

    private static AnyValue any(String value) {
        return AnyValue.newBuilder().setStringValue(value).build();
    }

    /** What came back, as bytes. */
    private record Reply(int status, String type, ByteString bytes) {

        String text() {
            return bytes.toStringUtf8();
        }

        ExportLogsServiceResponse response() throws InvalidProtocolBufferException {
            return ExportLogsServiceResponse.parseFrom(bytes);
        }

        /** Code and message of a {@code google.rpc.Status}. */
        String statusMessage() throws IOException {
            CodedInputStream in = bytes.newCodedInput();
            assertThat(in.readTag()).isEqualTo(1 << 3);
            int code = in.readInt32();
            assertThat(in.readTag()).isEqualTo(2 << 3 | 2);
            return code + " " + in.readString();
        }
    }

    private Reply send(String path, byte[] body) throws IOException, InterruptedException {
        return send(path, "application/x-protobuf", body);
    }

    private Reply send(String path, @Nullable String type, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .POST(BodyPublishers.ofByteArray(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            return new Reply(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    ByteString.copyFrom(answer.body()));
        }
    }
}
