package io.eqlair.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** The page with the API's document can be switched off, and the document with it. */
@TestPropertySource(properties = {"springdoc.swagger-ui.enabled=false", "springdoc.api-docs.enabled=false"})
class PageOffHttpTest extends HttpTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/swagger-ui.html",
                "/swagger-ui/index.html",
                "/swagger-ui/swagger-initializer.js",
                "/v3/api-docs",
                "/v3/api-docs.yaml",
                "/v3/api-docs/swagger-config"
            })
    void nothingOfItIsServed(String path) {
        assertThat(get(path)).hasStatus(404);
    }

    @Test
    void aBrowserIsToldWhoAnswers() {
        assertThat(get("/", Map.of("Accept", "text/html,*/*;q=0.8")))
                .hasStatus(200)
                .has("/tagline", "You Know, for Search");
    }
}
