package io.eqlair.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EcsFieldsTest {

    private static final EcsFields SHIPPED = EcsFields.read();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@timestamp",
                "process.name",
                "process.name.text",
                "process.parent.command_line",
                "labels.team",
                "dns.answers.data"
            })
    void fieldsOfTheSchemaAreKnown(String field) {
        assertThat(SHIPPED.contains(field)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"proces.name", "process.Name", "process", "winlog.event_id", "label", ""})
    void otherFieldsAreNot(String field) {
        assertThat(SHIPPED.contains(field)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "proces.name, process.name",
        "Process.Name, process.name",
        "process.comand_lin, process.command_line",
        "winlog.event_data.TargetUserName,",
        "x,"
    })
    void aNearNameIsFound(String field, String nearest) {
        assertThat(SHIPPED.nearest(field)).isEqualTo(nearest);
    }

    @Test
    void commentsAndEmptyLinesSayNothing() {
        EcsFields fields = EcsFields.of(Stream.of("# a.b", "", "c.d", "e.*"));
        assertThat(fields.names()).containsExactly("c.d");
        assertThat(fields.families()).containsExactly("e.");
    }
}
