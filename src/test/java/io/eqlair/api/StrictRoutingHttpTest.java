package io.eqlair.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.api.http.Examples;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** An event that names no index is kept from rules with index patterns, if so asked. */
@TestPropertySource(properties = "eqlair.routing=strict")
class StrictRoutingHttpTest extends HttpTest {

    @Test
    void onlyAnEventThatNamesItsIndexIsShown() {
        assertThat(events(Examples.LINUX_RULE_FIRES)).firesNothing().hasAccepted(1, 0);
        assertThat(post(EVENTS + "?index=auditbeat-8", Examples.LINUX_RULE_FIRES))
                .firesRules("Netcat");
    }
}
