package io.eqlair.engine;

import static io.eqlair.engine.LiveEngine.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.eqlair.eql.analysis.Condition;
import io.eqlair.eql.analysis.Predicate;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.eql.source.Span;
import io.eqlair.event.Envelope;
import io.eqlair.event.EventRoles;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What exemptions keep from rules of single events and of several, whenever they come and go. */
class ExemptionTest {

    private static final String EVENT = "any where event.action == \"a\"";
    private static final String SEQUENCE =
            "sequence by user.name with maxspan=1h [any where event.action : \"a*\"] [any where event.action : \"*b\"]";
    private static final String MISSING =
            "sequence by user.name with maxspan=1m [any where event.action : \"a*\"] ![any where event.action : \"b*\"]";
    private static final String UNTIL =
            "sequence by user.name [any where event.action == \"a\"] [any where event.action == \"b\"]"
                    + " until [any where event.action == \"u\"]";
    private static final String SAMPLE =
            "sample by user.name [any where event.action : \"a*\"] [any where event.action : \"*b\"]";

    private LiveEngine live = new LiveEngine(EVENT);

    private void rule(String query, Exemption... exemptions) {
        live = new LiveEngine(query);
        exempt(query, exemptions);
    }

    /** Compiles the same rule with other exemptions, as it happens while events flow. */
    private void exempt(String query, Exemption... exemptions) {
        RuleDefinition definition = new RuleDefinition("rule", query, query, List.of(), EventRoles.ECS);
        CheckedRule checked = CheckedRule.of(definition, EqlLimits.DEFAULT);
        live.engine.replace(RuleSet.of(List.of(checked), Map.of("rule", List.of(exemptions)), EventRoles.ECS));
    }

    private static Exemption action(String action) {
        return action(action, null, null);
    }

    private static Exemption action(String action, @Nullable Integer step, @Nullable Instant end) {
        Predicate is = new Predicate.OneOf("event.action", List.of(action), false);
        ExemptCondition condition = new ExemptCondition.Holds(new Condition.Test(is, new Span(0, 0)));
        return new Exemption(action, step, end, condition, new ExemptionHits());
    }

    private int alerts(double seconds, String... names) {
        return live.post(seconds, names).size();
    }

    private RuleEvidence evidence() {
        return live.engine.evidence().getFirst();
    }

    @Test
    void anEventThatIsExemptIsNoDetectionAndIsCounted() {
        Exemption a = action("a");
        rule(EVENT, a);
        assertThat(alerts(0, "a", "x", "a")).isZero();
        assertThat(a.hits().count()).isEqualTo(2);
        assertThat(a.hits().last()).isEqualTo(NOW);
        assertThat(evidence().matches()).isEqualTo(2);
        assertThat(evidence().excepted()).isEqualTo(2);
        assertThat(evidence().detections()).isZero();
    }

    @Test
    void anExemptionIsNotAskedAboutEventsThatDoNotMatch() {
        Exemption x = action("x");
        rule(EVENT, x);
        assertThat(alerts(0, "x", "a")).isEqualTo(1);
        assertThat(x.hits().count()).isZero();
    }

    @Test
    void theFirstExemptionThatAppliesIsCounted() {
        Exemption first = action("a");
        Exemption second = action("a");
        rule(EVENT, new Exemption("1", null, null, first.condition(), first.hits()), second);
        assertThat(alerts(0, "a")).isZero();
        assertThat(first.hits().count()).isEqualTo(1);
        assertThat(second.hits().count()).isZero();
    }

    @Test
    void anExemptionEndsByTheClockWithoutACompilation() {
        rule(EVENT, action("a", null, NOW.plusSeconds(10)));
        assertThat(alerts(0, "a")).isZero();
        live.wait(9);
        assertThat(alerts(9, "a")).isZero();
        live.wait(1);
        assertThat(alerts(10, "a")).isEqualTo(1);
    }

    @Test
    void withoutAStepAnEventCountsAsNoneOfTheItems() {
        rule(SEQUENCE, action("ab"));
        assertThat(alerts(0, "ab", "ab", "ab")).isZero();
        assertThat(alerts(1, "a", "ab")).isZero();
        assertThat(alerts(2, "b")).isEqualTo(1);
    }

    @Test
    void withAStepAnEventStillCountsAsTheOthers() {
        rule(SEQUENCE, action("ab", 0, null));
        assertThat(alerts(0, "ab", "b")).as("ab does not begin a sequence").isZero();
        assertThat(alerts(1, "a", "ab")).as("but it ends one").isEqualTo(1);
        rule(SEQUENCE, action("ab", 1, null));
        assertThat(alerts(0, "a", "ab")).as("ab does not end a sequence").isZero();
        assertThat(alerts(1, "b@bob", "ab@bob", "b@bob"))
                .as("but it begins one")
                .isEqualTo(1);
    }

    @Test
    void stepsAreCountedAsItemsAreWritten() {
        String query = "sequence by user.name [any where event.action == \"a\"] with runs=2"
                + " [any where event.action == \"b\"]";
        rule(query, action("b", 1, null));
        assertThat(alerts(0, "a", "a", "b")).isZero();
        rule(query, action("a", 0, null));
        assertThat(alerts(0, "a", "a", "b")).isZero();
        rule(query, action("a", 1, null));
        assertThat(alerts(0, "a", "a", "b")).isEqualTo(1);
        rule(query, action("a", 2, null));
        assertThat(alerts(0, "a", "a", "b")).isEqualTo(1);
    }

    @Test
    void anEventThatMustBeMissingIsNeverExempt() {
        for (@Nullable Integer step : new @Nullable Integer[] {null, 1}) {
            rule(MISSING, action("b", step, null));
            assertThat(alerts(0, "a") + alerts(1, "b") + live.wait(600).size())
                    .as("b is there, exempt by step %s or not", step)
                    .isZero();
        }
        rule(MISSING, action("a"));
        assertThat(alerts(0, "a") + live.wait(600).size()).isZero();
        rule(MISSING);
        assertThat(alerts(0, "a") + live.wait(600).size()).as("control").isEqualTo(1);
    }

    @Test
    void whatEndsASequenceIsNeverExempt() {
        rule(UNTIL, action("u"));
        assertThat(alerts(0, "a", "u", "b")).isZero();
        rule(UNTIL, action("u", 2, null));
        assertThat(alerts(0, "a", "u", "b")).isZero();
        rule(UNTIL);
        assertThat(alerts(0, "a", "b")).as("control").isEqualTo(1);
    }

    @Test
    void anExemptionThatComesAfterTheFirstEventDropsTheSequence() {
        for (@Nullable Integer step : new @Nullable Integer[] {null, 0}) {
            rule(SEQUENCE);
            assertThat(alerts(0, "a")).isZero();
            Exemption late = action("a", step, null);
            exempt(SEQUENCE, late);
            assertThat(alerts(1, "b")).as("step %s", step).isZero();
            assertThat(late.hits().count()).isEqualTo(1);
            assertThat(evidence().excepted()).isEqualTo(1);
            assertThat(evidence().detections()).isZero();
        }
    }

    @Test
    void anExemptionOfAnotherStepThatComesLateDropsNothing() {
        rule(SEQUENCE);
        assertThat(alerts(0, "a")).isZero();
        exempt(SEQUENCE, action("a", 1, null));
        assertThat(alerts(1, "b")).isEqualTo(1);
    }

    @Test
    void whatSequencesRememberStaysWhenExemptionsChange() {
        rule(SEQUENCE);
        assertThat(alerts(0, "a@ann")).isZero();
        exempt(SEQUENCE, action("x"));
        assertThat(alerts(1, "b@ann")).isEqualTo(1);
    }

    @Test
    void anExemptionThatIsOverDropsNoSequence() {
        rule(SEQUENCE, action("ab", null, NOW.plusSeconds(5)));
        assertThat(alerts(0, "ab")).isZero();
        live.wait(5);
        assertThat(alerts(5, "ab", "b")).isEqualTo(1);
    }

    @Test
    void whatWasDroppedDoesNotCountForHead() {
        String first = SEQUENCE + " | head 1";
        rule(first);
        assertThat(alerts(0, "a@ann")).isZero();
        exempt(first, action("a"));
        assertThat(alerts(1, "b@ann")).isZero();
        assertThat(alerts(2, "ax@bob", "b@bob")).isEqualTo(1);
        assertThat(alerts(3, "ax@eve", "b@eve")).isZero();
        rule(EVENT + " | head 1", action("a", null, NOW.plusSeconds(5)));
        assertThat(alerts(0, "a")).isZero();
        live.wait(5);
        assertThat(alerts(6, "a", "a")).isEqualTo(1);
    }

    @Test
    void samplesHaveStepsToo() {
        rule(SAMPLE, action("ab", 0, null));
        assertThat(alerts(0, "ab", "b")).isZero();
        assertThat(alerts(1, "a")).isEqualTo(1);
        rule(SAMPLE, action("ab"));
        assertThat(alerts(0, "ab", "a")).isZero();
    }

    @Test
    void itemsWithKeysOfTheirOwnLoseOnlyTheItemThatIsExempt() {
        String query =
                "sequence [any where event.action : \"a*\"] by user.name [any where event.action : \"*b\"] by user.name";
        rule(query, action("ab", 0, null));
        assertThat(alerts(0, "ab", "b")).isZero();
        assertThat(alerts(1, "a", "ab")).isEqualTo(1);
    }

    /** The exemption's fields are kept of events though no rule reads them, and one rule's exemptions are not another's. */
    @Test
    void eachRuleHasItsOwnExemptions() {
        List<CheckedRule> rules = Stream.of("one", "two")
                .map(id -> new RuleDefinition(id, EVENT, EVENT, List.of(), EventRoles.ECS))
                .map(definition -> CheckedRule.of(definition, EqlLimits.DEFAULT))
                .toList();
        ExemptCondition ann = new ExemptCondition.Passes("user.name", "ann"::equals);
        Exemption exemption = new Exemption("id", null, null, ann, new ExemptionHits());
        live.engine.replace(RuleSet.of(rules, Map.of("one", List.of(exemption)), EventRoles.ECS));
        assertThat(live.post(0, "a@ann", "a@bob"))
                .extracting(detection -> detection.rule().definition().id())
                .containsExactly("two", "one", "two");
    }

    @Test
    void negationIsTrueWhereTheFieldIsAbsent() {
        ExemptCondition hasHost = new ExemptCondition.Passes("host.name", value -> true);
        ExemptCondition ann = new ExemptCondition.Passes("user.name", "ann"::equals);
        ExemptCondition noHostAndAnn = new ExemptCondition.All(
                List.of(new ExemptCondition.Not(hasHost), new ExemptCondition.Any(List.of(ann))));
        rule(EVENT, new Exemption("id", null, null, noHostAndAnn, new ExemptionHits()));
        assertThat(alerts(0, "a@ann")).isZero();
        assertThat(alerts(0, "a@bob")).isEqualTo(1);
    }

    @Test
    void eventsThatMatchNothingCostNoObjectMoreForExemptions() {
        rule(EVENT);
        long without = allocated("x");
        rule(EVENT, action("a"), action("x"));
        assertThat(allocated("x") - without).as("bytes for an event").isLessThan(1);
    }

    /** Bytes for one event, read and evaluated, once all is warm. */
    private long allocated(String name) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        byte[] document = LiveEngine.json(0, name).getBytes(StandardCharsets.UTF_8);
        try (Evaluator evaluator = live.engine.session().evaluator()) {
            int events = 20_000;
            long before = 0;
            for (int i = 0; i < 2 * events; i++) {
                before = i == events ? threads.getCurrentThreadAllocatedBytes() : before;
                int end = evaluator.read(document, 0, document.length, Envelope.NONE);
                Finding finding = evaluator.evaluate();
                if (end <= 0 || finding != null) {
                    throw new AssertionError("must be read, and match nothing: " + name);
                }
            }
            return (threads.getCurrentThreadAllocatedBytes() - before) / events;
        }
    }
}
