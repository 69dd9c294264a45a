package io.eqlair.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is expected of an answer, in the words of the API. */
final class AnswerAssert extends AbstractAssert<AnswerAssert, Answer> {

    AnswerAssert(Answer answer) {
        super(answer, AnswerAssert.class);
        as("answer %s: %s", answer.status(), answer.text());
    }

    AnswerAssert hasStatus(int status) {
        assertThat(actual.status()).as(descriptionText()).isEqualTo(status);
        return this;
    }

    /** Exactly these rules, by a word of their names, in the order of the alerts. */
    AnswerAssert firesRules(String... words) {
        hasStatus(200);
        List<String> names = actual.at("/alerts").values().stream()
                .map(alert -> alert.at("/rule/name").asString())
                .toList();
        assertThat(names).as(descriptionText()).hasSize(words.length);
        for (int i = 0; i < words.length; i++) {
            assertThat(names.get(i)).contains(words[i]);
        }
        return this;
    }

    AnswerAssert firesNothing() {
        return firesRules();
    }

    AnswerAssert hasAccepted(int accepted, int rejected) {
        hasStatus(200);
        has("/received", accepted + rejected);
        has("/accepted", accepted);
        return has("/rejected", rejected);
    }

    /** The errors as {@code position code}, all of them. */
    AnswerAssert hasErrors(String... errors) {
        hasStatus(200);
        List<String> found = actual.at("/errors").values().stream()
                .map(error -> error.get("position") + " " + error.get("code").asString())
                .toList();
        assertThat(found).as(descriptionText()).containsExactly(errors);
        return this;
    }

    /** An error of RFC 9457 with this code. */
    AnswerAssert isProblem(int status, String code) {
        hasStatus(status);
        assertThat(actual.headers().getContentType()).hasToString("application/problem+json");
        assertThat(actual.at("/detail").asString()).as("detail").isNotBlank();
        has("/status", status);
        return has("/code", code);
    }

    AnswerAssert says(String... parts) {
        assertThat(actual.at("/detail").asString()).contains(parts);
        return this;
    }

    AnswerAssert has(String path, @Nullable Object value) {
        JsonNode found = actual.at(path);
        assertThat(found.isString() ? found.asString() : found.toString())
                .as("%s of %s", path, descriptionText())
                .isEqualTo(String.valueOf(value));
        return this;
    }

    AnswerAssert hasNot(String path) {
        assertThat(actual.at(path).isMissingNode())
                .as("%s of %s", path, descriptionText())
                .isTrue();
        return this;
    }
}
