package io.eqlair.attack;

import static io.eqlair.attack.Covering.rule;
import static io.eqlair.catalog.RuleState.ACTIVE;
import static io.eqlair.catalog.RuleState.DISABLED;
import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.attack.NavigatorLayer.Metadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The layer is the document that the Navigator's format describes, whatever naming the mapper is set to. */
class NavigatorLayerTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    @Test
    void theLayerIsWrittenInTheNavigatorsSpelling() throws IOException {
        NavigatorLayer layer = layer(
                rule(1, ACTIVE, "TA0002 T1059 T1059.004").seen(1),
                rule(2, ACTIVE, "TA0002 T1059 T1059.001").unseen(),
                rule(3, DISABLED, "TA0011 T1105").unseen(),
                rule(4, ACTIVE, "T1053").seen(12),
                rule(5, ACTIVE, "TA0112 T1685").seen(0));
        String expected = Files.readString(Path.of("src/test/resources/attack/layer.json"));
        assertThat(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(layer))
                .isEqualTo(JSON.readTree(expected).toPrettyString());
    }

    @Test
    void theColoursReachToTheHighestScore() {
        assertThat(layer(
                                rule(1, ACTIVE, "TA0002 T1059").seen(0),
                                rule(2, ACTIVE, "TA0002 T1059").seen(0),
                                rule(3, ACTIVE, "TA0011 T1105").seen(0))
                        .gradient()
                        .maxValue())
                .isEqualTo(2);
        assertThat(layer().gradient().maxValue()).isEqualTo(1);
    }

    @Test
    void ofManyRulesThoseAreNamedFirstThatCover() {
        List<CoveredRule> blind = IntStream.range(0, 40)
                .mapToObj(number -> rule(number, ACTIVE, "TA0002 T1059").unseen())
                .toList();
        CoveredRule covers = rule(99, ACTIVE, "TA0002 T1059").seen(0);
        List<CoveredRule> rules =
                Stream.concat(blind.stream(), Stream.of(covers)).toList();
        List<Metadata> named = NavigatorLayer.of(Coverage.of(SmallMatrix.MATRIX, rules, false))
                .techniques()
                .getFirst()
                .metadata();
        assertThat(named).hasSize(31).first().isEqualTo(new Metadata("Rule 99", "active, 0 alerts"));
        assertThat(named).last().isEqualTo(new Metadata("more rules", "11"));
    }

    private static NavigatorLayer layer(CoveredRule... rules) {
        return NavigatorLayer.of(Coverage.of(SmallMatrix.MATRIX, List.of(rules), false));
    }
}
