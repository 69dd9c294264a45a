package io.eqlair.ingest.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import io.eqlair.event.EventLimits;
import io.eqlair.ingest.body.BodyRejected;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.resource.v1.Resource;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** Requests that are small, or allowed, and made to be much work. */
class HostileLogsTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int MOST = 1_000_000;

    private final LogsReader reader = new LogsReader(new LogsLimits(100_000, EventLimits.DEFAULT, 50_000_000));

    @Test
    void aKeyThatComesAMillionTimesMakesOneList() {
        KeyValue entry = KeyValue.newBuilder()
                .setKey("x")
                .setValue(AnyValue.newBuilder().setBoolValue(true))
                .build();
        LogRecord record = LogRecord.newBuilder()
                .addAllAttributes(Collections.nCopies(400_000, entry))
                .build();
        assertThat(made(request(Resource.getDefaultInstance(), record, 1))).hasSizeGreaterThan(MOST);
    }

    @Test
    void aNameOfDotsIsLookedAtNoFurtherThanFieldsReach() {
        LogRecord record = LogRecord.newBuilder()
                .addAttributes(text("a.".repeat(MOST), ""))
                .build();
        assertThat(made(request(Resource.getDefaultInstance(), record, 1))).hasSizeGreaterThan(MOST);
    }

    @Test
    void namesThatRepeatThoseAboveThemAreBounded() throws IOException {
        AnyValue value = AnyValue.newBuilder().setBoolValue(true).build();
        for (int depth = 0; depth < 90; depth++) {
            KeyValue entry = KeyValue.newBuilder()
                    .setKey("k".repeat(20_000))
                    .setValue(value)
                    .build();
            value = AnyValue.newBuilder()
                    .setKvlistValue(KeyValueList.newBuilder().addValues(entry))
                    .build();
        }
        LogDocuments documents = reader.read(
                request(
                                Resource.getDefaultInstance(),
                                LogRecord.newBuilder().setBody(value).build(),
                                1)
                        .toByteArray(),
                LogsEncoding.PROTOBUF);
        assertThat(documents.isEmpty()).isTrue();
        assertThat(documents.refusals().byCode()).containsOnlyKeys("event_too_large");
    }

    @Test
    void aLargeResourceOfManyRecordsIsRefused() {
        Resource resource =
                Resource.newBuilder().addAttributes(text("x", "y".repeat(MOST))).build();
        ExportLogsServiceRequest request = request(resource, LogRecord.getDefaultInstance(), 90_000);
        assertThat(request.getSerializedSize()).isLessThan(2 * MOST);
        assertThatThrownBy(() -> made(request))
                .isInstanceOf(BodyRejected.class)
                .hasMessageContaining("repeats its resource");
    }

    @Test
    void aResourceIsReadOnceForAllItsScopes() throws IOException {
        KeyValue entry = text("k", "v");
        ResourceLogs.Builder logs = ResourceLogs.newBuilder()
                .setResource(Resource.newBuilder().addAllAttributes(Collections.nCopies(300_000, entry)));
        ByteString unreadable =
                ByteString.copyFrom(new byte[] {18, 3, 18, 1, 9}); // a scope of one record, a time without its bytes
        ByteString body = logs.build().toByteString();
        for (int i = 0; i < 12; i++) {
            unreadable = unreadable.concat(unreadable);
        }
        ByteString all = body.concat(unreadable);
        ByteString.Output out = ByteString.newOutput();
        CodedOutputStream coded = CodedOutputStream.newInstance(out);
        coded.writeBytes(1, all);
        coded.flush();
        byte[] request = out.toByteString().toByteArray();
        LogDocuments documents = reader.read(request, LogsEncoding.PROTOBUF);
        assertTimeoutPreemptively(SOON, () -> assertThat(documents.isEmpty()).isTrue());
        assertThat(documents.refusals().count()).isEqualTo(4_096);
        assertThat(documents.refusals().first()).hasSize(3);
    }

    @Test
    void emptyRecordsAreCountedBeforeTheyAreMade() {
        byte[] request = request(Resource.getDefaultInstance(), LogRecord.getDefaultInstance(), 100_001)
                .toByteArray();
        assertThat(request).hasSizeLessThan(MOST);
        assertThatThrownBy(() -> reader.read(request, LogsEncoding.PROTOBUF))
                .isInstanceOf(BodyRejected.class)
                .hasMessageContaining("100000 log records");
    }

    @Test
    void anAbyssInJsonIsRefused() {
        byte[] request = ("{\"resourceLogs\":" + "[".repeat(MOST)).getBytes(UTF_8);
        assertThatThrownBy(() -> reader.read(request, LogsEncoding.JSON)).isInstanceOf(BodyRejected.class);
    }

    private byte[] made(ExportLogsServiceRequest request) {
        return assertTimeoutPreemptively(
                SOON,
                () -> reader.read(request.toByteArray(), LogsEncoding.PROTOBUF).readAllBytes());
    }

    private static ExportLogsServiceRequest request(Resource resource, LogRecord record, int times) {
        return ExportLogsServiceRequest.newBuilder()
                .addResourceLogs(ResourceLogs.newBuilder()
                        .setResource(resource)
                        .addScopeLogs(ScopeLogs.newBuilder().addAllLogRecords(Collections.nCopies(times, record))))
                .build();
    }

    private static KeyValue text(String key, String value) {
        return KeyValue.newBuilder()
                .setKey(key)
                .setValue(AnyValue.newBuilder().setStringValue(value))
                .build();
    }
}
