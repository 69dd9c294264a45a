package io.eqlair.api;

import java.util.Objects;
import org.assertj.core.api.AssertProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service answered. */
record Answer(int status, HttpHeaders headers, String text) implements AssertProvider<AnswerAssert> {

    private static final JsonMapper JSON = JsonMapper.shared();

    static Answer of(EntityExchangeResult<String> result) {
        String text = Objects.requireNonNullElse(result.getResponseBody(), "");
        return new Answer(result.getStatus().value(), result.getResponseHeaders(), text);
    }

    JsonNode json() {
        return JSON.readTree(text);
    }

    /** A value by its path, such as {@code /alerts/0/id}. */
    JsonNode at(String path) {
        return json().at(path);
    }

    @Override
    public AnswerAssert assertThat() {
        return new AnswerAssert(this);
    }
}
