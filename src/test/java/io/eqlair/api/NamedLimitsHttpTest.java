package io.eqlair.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Limits are listed as they are set. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = {"eqlair.limits.body-bytes=3MB", "eqlair.limits.patience=1s"})
class NamedLimitsHttpTest extends HttpTest {

    @Autowired
    private Environment environment;

    @Test
    void areListedAsTheyAreSet() {
        assertThat(get("/api/v1/limits")).has("/limits/0/name", "body_bytes").has("/limits/0/value", 3 << 20);
        assertThat(get("/api/v1/limits").text()).contains("{\"name\":\"patience\",\"value\":1000,");
    }

    @Test
    void eachHasANameOfItsOwnAndASettingThatThereIs() {
        List<JsonNode> limits =
                get("/api/v1/limits").at("/limits").values().stream().toList();
        Set<String> names = new HashSet<>();
        for (JsonNode limit : limits) {
            assertThat(names.add(limit.get("name").asString())).isTrue();
            if (!limit.get("setting").isNull()) {
                assertThat(environment.getProperty(limit.get("setting").asString()))
                        .as(limit.toString())
                        .isNotNull();
            }
        }
    }
}
