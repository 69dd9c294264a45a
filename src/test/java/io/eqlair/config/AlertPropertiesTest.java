package io.eqlair.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

@ExtendWith(OutputCaptureExtension.class)
class AlertPropertiesTest {

    /** Nothing but these settings. */
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(AlertProperties.class)
    static class Settings {}

    @ParameterizedTest
    @CsvSource({
        "retention, 0d, more than nothing",
        "retention, -1d, more than nothing",
        "bytes, 0, more than nothing",
        "depth, 0, 1 or more",
        "stream-clients, 0, 1 or more",
        "stream-heartbeat, 0s, more than nothing",
        "backlog-bytes, -1B, nothing or more"
    })
    void whatMakesNoSenseIsRefusedAtTheStart(String name, String value, String expected) {
        assertThatThrownBy(() -> bind(Map.of("eqlair.alerts." + name, value)))
                .hasRootCauseInstanceOf(SettingRejected.class)
                .rootCause()
                .hasMessageContainingAll(
                        "`eqlair.alerts." + name + "` is", "expected " + expected, "Write, for example");
    }

    @Test
    void theLeastThatMakesSenseIsTaken() {
        AlertProperties least = bind(Map.of(
                "eqlair.alerts.depth", "1",
                "eqlair.alerts.stream-clients", "1",
                "eqlair.alerts.bytes", "1B",
                "eqlair.alerts.backlog-bytes", "0"));
        assertThat(least.depth()).isEqualTo(1);
        assertThat(least.backlogBytes().toBytes()).isZero();
    }

    @Test
    void theStartEndsWithASentence(CapturedOutput output) {
        SpringApplicationBuilder service = new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.name=nothing");
        assertThatThrownBy(() -> service.run("--eqlair.alerts.depth=0")).hasRootCauseInstanceOf(SettingRejected.class);
        assertThat(output.getAll())
                .contains("`eqlair.alerts.depth` is 0: expected 1 or more.", "Write, for example, `5`");
    }

    private static AlertProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("eqlair.alerts", AlertProperties.class);
    }
}
