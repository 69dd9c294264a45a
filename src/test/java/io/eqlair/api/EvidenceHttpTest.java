package io.eqlair.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.api.http.Examples;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;

/** What the two shipped rules show of themselves. */
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class EvidenceHttpTest extends HttpTest {

    private static final String NETCAT = RULES + "/adb961e0-cb74-42a0-af9e-29fc41f88f5f";

    @Test
    void aRuleWhoseFieldsNobodyHasSentSaysSo() {
        assertThat(get(NETCAT))
                .has("/evidence/events", 0)
                .has("/evidence/alerts", 0)
                .has("/evidence/last_match", null)
                .has("/evidence/unseen_fields/1", "event.category")
                .has("/evidence/unseen_fields/5", "process.name");
        assertThat(get("/actuator/prometheus").text()).contains("eqlair_rules_unseen 2.0");
    }

    @Test
    void fieldsCountAsSeenOnceOneEventHasHadThem() {
        assertThat(events("{\"process\":{\"name\":\"ls\"},\"event\":{\"category\":\"process\"}}"))
                .firesNothing();
        assertThat(events("{\"host.os.type\":[null,\"linux\"],\"process.args\":[],\"event.type\":null}"))
                .firesNothing();
        assertThat(get(NETCAT))
                .has("/evidence/events", 2)
                .has("/evidence/unseen_fields", "[\"event.action\",\"event.type\",\"process.args\"]");
    }

    @Test
    void whatAnEventMatchedIsCounted() {
        assertThat(events(Examples.LINUX_RULE_FIRES)).firesRules("Netcat");
        assertThat(events(Examples.NOTHING_FIRES)).firesNothing();
        Answer answer = get(NETCAT);
        assertThat(answer)
                .has("/evidence/events", 2)
                .has("/evidence/matches", 1)
                .has("/evidence/alerts", 1)
                .has("/evidence/unseen_fields", "[]");
        assertThat(answer.at("/evidence/last_match").asString()).isNotBlank();
        assertThat(get(RULES + "?sort=alerts&size=1")).has("/rules/0/evidence/alerts", 1);
        assertThat(get(RULES + "?unseen=false")).has("/total", 1);
    }
}
