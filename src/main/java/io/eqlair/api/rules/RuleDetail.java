package io.eqlair.api.rules;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.eqlair.catalog.RuleEntry;
import io.eqlair.catalog.RuleState;
import io.eqlair.engine.DetectionEngine;
import io.eqlair.engine.PendingSequences;
import io.eqlair.engine.sequence.StateBudget;
import io.eqlair.eql.parser.EqlParser;
import io.eqlair.eql.parser.EqlPrinter;
import io.eqlair.eql.source.Source;
import io.eqlair.rule.AlertSuppression;
import io.eqlair.rule.Rule;
import io.eqlair.rule.RuleMetadata;
import io.eqlair.rule.RuleNeeds;
import io.eqlair.rule.RuleOverrides;
import io.eqlair.rule.RuleSchedule;
import io.eqlair.rule.RuleTriage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a rule.
 *
 * @param rule what its file says; nothing where the file is not in order
 * @param sequences what it remembers; null for a rule of single events
 * @param exceptions that are for the rule, whatever their state
 */
record RuleDetail(
        @JsonUnwrapped RuleSummary summary,
        @JsonUnwrapped @Nullable RuleContent rule,
        @Nullable RememberedState sequences,
        List<NamedException> exceptions) {

    static RuleDetail of(
            RuleEntry entry, RuleFigures figures, DetectionEngine engine, List<NamedException> exceptions) {
        PendingSequences pending = entry.id() == null ? null : engine.pending(entry.id());
        return new RuleDetail(
                RuleSummary.of(entry, figures),
                entry.rule() == null ? null : RuleContent.of(entry.rule(), entry.state() != RuleState.REJECTED),
                pending == null ? null : RememberedState.of(pending.account()),
                exceptions);
    }

    /**
     * An exception.
     *
     * @param state {@code active}, {@code disabled} or {@code expired}
     */
    record NamedException(String id, String name, String state) {}

    /**
     * What a rule that takes several events remembers.
     *
     * @param keys join keys with something pending
     * @param bytes what it costs, estimated
     * @param evicted join keys that were forgotten to make room
     * @param lateEvents events that matched an item and came too late to be put in their place
     */
    record RememberedState(long keys, long bytes, long evicted, long lateEvents) {

        static RememberedState of(StateBudget.Account account) {
            return new RememberedState(account.keys(), account.bytes(), account.evicted(), account.late());
        }
    }

    /**
     * What the file of a rule says, besides what a list shows.
     *
     * @param query EQL
     * @param index patterns of the indices whose events it sees; empty means all
     * @param schedule when Kibana would run it; here every event is looked at once, on arrival
     * @param overrides what alerts take from their events
     * @param suppression which alerts Kibana would make one of; null for none
     * @param needs what has to be in place
     * @param triage what people in Kibana have at hand
     * @param other what has no meaning here, as it stands in the file
     * @param normalizedQuery the query as Eqlair understands it, on one line; null where it is not in order
     * @param contentHash changes whenever the rule does
     */
    record RuleContent(
            String query,
            @Nullable String normalizedQuery,
            List<String> index,
            @Nullable String eventCategoryOverride,
            @Nullable String timestampField,
            @Nullable String timestampOverride,
            @Nullable String tiebreakerField,
            String description,
            List<String> author,
            String license,
            List<String> references,
            List<String> falsePositives,
            String note,
            String setup,
            RuleSchedule schedule,
            RuleOverrides overrides,
            @Nullable AlertSuppression suppression,
            RuleNeeds needs,
            RuleTriage triage,
            RuleMetadata metadata,
            boolean enabled,
            @Nullable String buildingBlockType,
            Map<String, Object> other,
            String contentHash) {

        static RuleContent of(Rule rule, boolean inOrder) {
            String query = rule.query().text();
            return new RuleContent(
                    query,
                    inOrder ? EqlPrinter.print(EqlParser.parse(new Source(query))) : null,
                    rule.query().index(),
                    rule.query().eventCategoryOverride(),
                    rule.query().timestampField(),
                    rule.query().timestampOverride(),
                    rule.query().tiebreakerField(),
                    rule.text().description(),
                    rule.text().author(),
                    rule.text().license(),
                    rule.text().references(),
                    rule.text().falsePositives(),
                    rule.text().note(),
                    rule.text().setup(),
                    rule.schedule(),
                    rule.overrides(),
                    rule.suppression(),
                    rule.needs(),
                    rule.triage(),
                    rule.metadata(),
                    rule.enabled(),
                    rule.buildingBlockType(),
                    rule.other(),
                    rule.contentHash());
        }
    }
}
