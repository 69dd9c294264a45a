package io.eqlair.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eqlair.sink.Sink;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Settings of sinks are lines of {@code name=value}, divided by blanks, below {@code eqlair.sinks.x}. */
class SinkReaderTest {

    private static SinkProperties properties(String settings) {
        return new Binder(new MapConfigurationPropertySource(map(settings)))
                .bindOrCreate("eqlair", SinkProperties.class);
    }

    private static Map<String, String> map(String settings) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String setting : settings.split(" ", -1)) {
            int equals = setting.indexOf('=');
            map.put("eqlair.sinks.x." + setting.substring(0, equals), setting.substring(equals + 1));
        }
        return map;
    }

    private static SinkProperties.Target target(String settings) {
        return Objects.requireNonNull(properties(settings).sinks().get("x"));
    }

    private static Sink sink(String settings) {
        SinkReader reader = new SinkReader("x", target(settings));
        assertThat(reader.settings().name()).isEqualTo("x");
        return reader.sink(InstantSource.system());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type=file path=/tmp/a.ndjson max-bytes=1MB keep=0 min-severity=high building-blocks=true | file | /tmp/a.ndjson",
                "type=webhook url=https://example.org/hook/secret secret=whsec_AQID headers.X-Team=blue batch=10 | webhook | https://example.org/…",
                "type=webhook url=http://example.org:81 allow-private=true format=kibana from=beginning | webhook | http://example.org:81",
                "type=elasticsearch url=https://es:9200/ index=alerts-eqlair-default username=u password=p | elasticsearch | https://es:9200/…",
                "type=elasticsearch url=https://es:9200 index=alerts api-key=k retry.first=2s retry.most=1m retry.attempts=3 | elasticsearch | https://es:9200/…",
            })
    void whatIsInOrderMakesASink(String settings, String type, String target) {
        Sink sink = sink(settings);
        assertThat(sink.type()).isEqualTo(type);
        assertThat(sink.target()).isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "path=/tmp/a | eqlair.sinks.x.type` is not set",
                "type=file | eqlair.sinks.x.path` is not set",
                "type=webhook | eqlair.sinks.x.url` is not set",
                "type=elasticsearch url=http://es | eqlair.sinks.x.index` is not set",
                "type=file path=/tmp/a url=http://x | eqlair.sinks.x.url` is set, and has no meaning for a sink of type `file`",
                "type=webhook url=http://x path=/tmp/a | eqlair.sinks.x.path` is set",
                "type=elasticsearch url=http://x index=i secret=s | eqlair.sinks.x.secret` is set",
                "type=file path=/tmp/a keep=-1 | eqlair.sinks.x.keep` is -1: expected a whole number from 0 to 1000",
                "type=file path=/tmp/a max-bytes=0 | eqlair.sinks.x.max-bytes` is nothing",
                "type=webhook url=ftp://x | eqlair.sinks.x.url` is not an address",
                "type=webhook url=http://user:pass@x | eqlair.sinks.x.url` is not an address",
                "type=webhook url=x | eqlair.sinks.x.url` is not an address",
                "type=webhook url=http://x{ | eqlair.sinks.x.url` is not an address",
                "type=elasticsearch url=http://x?y index=i | eqlair.sinks.x.url` is not an address",
                "type=elasticsearch url=http://x index=Alerts | eqlair.sinks.x.index` is `Alerts`",
                "type=elasticsearch url=http://x index=a/../_all | eqlair.sinks.x.index` is",
                "type=elasticsearch url=http://x index=i username=u | eqlair.sinks.x.password` is not set",
                "type=elasticsearch url=http://x index=i username=u password=p api-key=k | eqlair.sinks.x.api-key` is set, and a user as well",
                "type=webhook url=http://x secret=whsec_# | eqlair.sinks.x.secret` is no key",
                "type=webhook url=http://x headers.Host=h | eqlair.sinks.x.headers.Host` is set by Eqlair",
                "type=webhook url=http://x headers.X-A=ä | eqlair.sinks.x.headers.X-A` is not a header",
                "type=webhook url=http://x batch=0 | eqlair.sinks.x.batch` is 0",
                "type=webhook url=http://x timeout=0s | eqlair.sinks.x.timeout` is nothing",
                "type=webhook url=http://x rules=netcat | eqlair.sinks.x.rules` has `netcat`",
                "type=webhook url=http://x retry.first=1m retry.most=1s | eqlair.sinks.x.retry.most` is shorter",
                "type=webhook url=http://x retry.attempts=0 | eqlair.sinks.x.retry.attempts` is 0",
            })
    void whatIsWrongIsNamedWithAWayOut(String settings, String found) {
        assertThatThrownBy(() -> sink(settings)).isInstanceOfSatisfying(SettingRejected.class, rejected -> {
            assertThat(rejected.found()).contains(found);
            assertThat(rejected.wayOut()).isNotBlank().isNotEqualTo("null");
            FailureAnalysis analysis = new SettingRejectedAnalyzer().analyze(new IllegalStateException(rejected));
            assertThat(analysis).isNotNull();
            assertThat(analysis.getDescription()).isEqualTo(rejected.found());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "ä", "a/b"})
    void namesArePlain(String name) {
        SinkProperties.Target target = target("type=file path=/tmp/a");
        assertThatThrownBy(() -> new SinkReader(name, target).settings()).isInstanceOf(SettingRejected.class);
    }

    @Test
    void secretsAreNotShown() {
        assertThat(properties(
                                "type=webhook url=http://x/hidden secret=hidden headers.A=hidden password=hidden api-key=hidden")
                        .toString())
                .doesNotContain("hidden");
    }
}
