package io.eqlair.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.BatchLogRecordProcessor;
import io.opentelemetry.sdk.resources.Resource;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenTelemetry's own SDK sends log records here, with nothing set but the address. */
class OtlpClientHttpTest extends HttpTest {

    private static final AttributeKey<List<String>> CATEGORY = AttributeKey.stringArrayKey("event.category");
    private static final AttributeKey<List<String>> TYPE = AttributeKey.stringArrayKey("event.type");
    private static final AttributeKey<List<String>> ARGUMENTS = AttributeKey.stringArrayKey("process.command_args");

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "none"})
    void anSdkDeliversAndARuleFires(String compression) {
        OtlpHttpLogRecordExporter exporter = OtlpHttpLogRecordExporter.builder()
                .setEndpoint("http://127.0.0.1:" + port + "/v1/logs")
                .setCompression(compression)
                .build();
        Resource resource = Resource.create(Attributes.builder()
                .put("host.name", "sdk-" + compression)
                .put("os.type", "linux")
                .build());
        try (SdkLoggerProvider provider = SdkLoggerProvider.builder()
                .setResource(resource)
                .addLogRecordProcessor(BatchLogRecordProcessor.builder(exporter).build())
                .build()) {
            for (int i = 0; i < 100; i++) {
                emit(provider, i == 50 ? "nc" : "ls", i);
            }
            CompletableResultCode sent = provider.forceFlush().join(20, TimeUnit.SECONDS);
            assertThat(sent.isSuccess()).isTrue();
        }
        assertThat(get("/api/v1/alerts?host=sdk-" + compression))
                .has("/alerts/0/event_time", "2026-01-15T09:30:50Z")
                .has("/alerts/0/events/0/source/log/level", "INFO")
                .has("/alerts/0/events/0/source/scope/name", "audit")
                .hasNot("/alerts/1");
    }

    private static void emit(SdkLoggerProvider provider, String program, int second) {
        provider.get("audit")
                .logRecordBuilder()
                .setEventName("exec")
                .setTimestamp(Instant.parse("2026-01-15T09:30:00Z").plusSeconds(second))
                .setSeverity(Severity.INFO)
                .setSeverityText("INFO")
                .setBody("a process began")
                .setAttribute(CATEGORY, List.of("process"))
                .setAttribute(TYPE, List.of("start"))
                .setAttribute(AttributeKey.stringKey("process.executable.name"), program)
                .setAttribute(ARGUMENTS, List.of(program, "-l", "-p", "4444"))
                .emit();
    }
}
