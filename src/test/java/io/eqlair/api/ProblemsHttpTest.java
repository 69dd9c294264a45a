package io.eqlair.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that go nowhere. */
class ProblemsHttpTest extends HttpTest {

    @ParameterizedTest
    @ValueSource(strings = {"/favicon.ico", "/api", "/api/v2/events", "/api/v1/rules/a/b"})
    void anUnknownPathIsSaidToBeUnknown(String path) {
        assertThat(get(path))
                .isProblem(404, "path_unknown")
                .says("`" + path + "`", "/swagger-ui.html")
                .has("/instance", path);
    }

    @Test
    void anotherMethodIsNotAllowed() {
        Answer answer = put(EVENTS, "{}", Map.of());
        assertThat(answer).isProblem(405, "method_not_allowed");
        assertThat(answer.headers().getFirst("Allow")).contains("GET", "POST");
    }

    @Test
    void swaggerUiIsServed() {
        assertThat(get("/swagger-ui/index.html")).hasStatus(200);
    }
}
