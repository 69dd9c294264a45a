package io.eqlair.eql.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionsTest {

    private static final List<String> ASCENDING = List.of(
            "0.9.9",
            "1",
            "1.0.0-alpha",
            "1.0.0-alpha.1",
            "1.0.0-alpha.beta",
            "1.0.0-beta.2",
            "1.0.0-beta.11",
            "1.0.0-rc.1",
            "1.0.0",
            "1.0.0+build",
            "1.0.1",
            "1.2.0",
            "1.11.0",
            "1.11.0.1",
            "2.0.0",
            "18446744073709551616.0.0",
            "01.2.3",
            "a",
            "b");

    @Test
    void versionsFollowSemanticVersioning() {
        for (int i = 0; i < ASCENDING.size(); i++) {
            for (int j = 0; j < ASCENDING.size(); j++) {
                assertThat(Integer.signum(Versions.compare(ASCENDING.get(i), ASCENDING.get(j))))
                        .as("%s and %s", ASCENDING.get(i), ASCENDING.get(j))
                        .isEqualTo(Integer.signum(Integer.compare(i, j)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.3, true", "1.2.3-SNAPSHOT, true", "1.2.3-a.1+b.2, true", "0.0.0, true", "1.2, false", "1.2.3.4, false",
        "1.02.3, false", "v1.2.3, false", "1.2.3-, false", "1.2.3 , true", "10.0.0.1, false", "'', false"
    })
    void threeNumbersMakeAVersion(String text, boolean expected) {
        assertThat(Versions.isVersion(text)).isEqualTo(expected);
    }

    @Test
    void endlessTextsAreNoVersions() {
        assertThat(Versions.isVersion("1.1." + "1".repeat(1_000_000))).isFalse();
        assertThat(Versions.compare("1" + ".1".repeat(1_000_000), "1.2.3")).isPositive();
    }
}
