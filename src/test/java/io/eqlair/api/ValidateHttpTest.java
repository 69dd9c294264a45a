package io.eqlair.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Rules that are validated over HTTP, beside one that is in force and reads {@code my.field}. */
@TestPropertySource(properties = "eqlair.rules.locations=src/test/resources/validation/nothing-to-say.toml")
class ValidateHttpTest extends HttpTest {

    private static final String VALIDATE = RULES + "/validate";
    private static final String RULE = """
            [rule]
            type = "eql"
            rule_id = "5d1c8a60-91b7-4e55-a7f3-0c2b7e4f9a11"
            name = "Netcat listens"
            severity = "low"
            risk_score = 21
            query = 'process where %s'
            """;

    @Test
    void aRuleInOrderIsValid() {
        assertThat(post(VALIDATE, RULE.formatted("process.name == \"nc\"")))
                .hasStatus(200)
                .has("/valid", true)
                .has("/errors", 0)
                .has("/warnings", 0)
                .has("/rules/0/id", "5d1c8a60-91b7-4e55-a7f3-0c2b7e4f9a11")
                .has("/rules/0/name", "Netcat listens")
                .has("/rules/0/type", "eql")
                .has("/rules/0/state", "active")
                .has("/rules/0/origin", "body")
                .has("/rules/0/problems", "[]")
                .has("/skipped", "[]");
    }

    @Test
    void warningsLeaveARuleValid() {
        assertThat(post(VALIDATE, RULE.formatted("proces.name == \"nc*\"")))
                .hasStatus(200)
                .has("/valid", true)
                .has("/warnings", 2)
                .has("/rules/0/problems/0/level", "warning")
                .has("/rules/0/problems/0/code", "rule_field_misspelt")
                .has("/rules/0/problems/0/way_out", "Did you mean `process.name`?")
                .has("/rules/0/problems/0/file", "body")
                .has("/rules/0/problems/0/line", 7)
                .has("/rules/0/problems/0/column", 24)
                .has("/rules/0/problems/1/code", "rule_wildcard_literal");
    }

    @Test
    void aFieldThatAnEventBroughtIsKnown() {
        String rule = RULE.formatted("process.name == \"nc\" and my.field == 3");
        assertThat(post(VALIDATE, rule)).has("/rules/0/problems/0/code", "rule_field_unknown");
        events(
                "{\"event\": {\"category\": \"process\"}, \"process\": {\"name\": \"nc\", \"args\": \"-l\"}, \"my\": {\"field\": 4}}");
        assertThat(post(VALIDATE, rule)).has("/warnings", 0);
    }

    @Test
    void allErrorsOfARuleAreAnsweredAtOnce() {
        assertThat(post(VALIDATE, RULE.formatted("length(1) > 2 and lenght(process.name) > 3")))
                .hasStatus(200)
                .has("/valid", false)
                .has("/errors", 2)
                .has("/rules/0/state", "rejected")
                .has("/rules/0/problems/1/code", "eql_function_misspelt");
    }

    @Test
    void whatIsNoRuleIsAnErrorInTheAnswer() {
        assertThat(post(VALIDATE, "hello"))
                .hasStatus(200)
                .has("/valid", false)
                .has("/rules/0/id", null)
                .has("/rules/0/state", "rejected");
    }

    @Test
    void theBodyMayBePacked() throws IOException {
        byte[] packed = gzip(RULE.formatted("process.name == \"nc\""));
        assertThat(post(VALIDATE, packed, Map.of("Content-Encoding", "gzip", "Content-Type", "application/toml")))
                .hasStatus(200)
                .has("/valid", true);
    }

    @Test
    void anEmptyBodyIsRefused() {
        assertThat(post(VALIDATE, "")).isProblem(400, "validation_body_empty").says("TOML");
    }

    @Test
    void nothingIsKept() {
        Answer before = get(RULES);
        assertThat(post(VALIDATE, RULE.formatted("process.name == \"nc\""))).has("/valid", true);
        assertThat(get(RULES)).has("/total", before.at("/total"));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}
