package io.eqlair.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class EqlairPropertiesTest {

    @ParameterizedTest
    @CsvSource({"20us, 20000", "1ms, 1000000", "0, Infinity", "'', Infinity"})
    void aBudgetOfNothingLetsRulesCostAnything(String budget, double nanos) {
        Map<String, String> settings = Map.of("eqlair.rules.cost.budget", budget);
        EqlairProperties properties =
                new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("eqlair", EqlairProperties.class);
        assertThat(properties.rules().cost().limits().nanos()).isEqualTo(nanos);
    }
}
