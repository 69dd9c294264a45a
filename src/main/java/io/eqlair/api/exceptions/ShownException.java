package io.eqlair.api.exceptions;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.eqlair.catalog.RuleCatalog;
import io.eqlair.engine.ExemptionHits;
import io.eqlair.exceptions.ExceptionChecks;
import io.eqlair.exceptions.ExceptionFinding;
import io.eqlair.exceptions.ExceptionItem;
import io.eqlair.exceptions.ExceptionSet;
import io.eqlair.exceptions.ExceptionState;
import io.eqlair.exceptions.ExceptionTerms;
import io.eqlair.exceptions.ExceptionText;
import io.eqlair.exceptions.ExceptionWriter;
import io.eqlair.exceptions.Rejected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An exception, as it was put, with what came of it.
 *
 * @param rules {@code all}, or the ids of rules
 * @param lists exception lists: it is for the rules that name one
 * @param step the item of a sequence that an event does not count as; null for any
 * @param entries as they were put
 * @param eql the same for people
 * @param hits events, and complete sequences, that it kept from a rule since the start
 * @param findings what its author may not expect; all that is wrong where it is rejected
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShownException(
        String id,
        @Nullable String name,
        @Nullable String comment,

        @Schema(description = "`all`, or the ids of rules", example = "[\"adb961e0-cb74-42a0-af9e-29fc41f88f5f\"]")
        @Nullable
        Object rules,

        @Nullable List<String> lists,
        @Nullable Integer step,
        @Nullable List<String> osTypes,
        @Nullable Boolean enabled,
        @Nullable Instant expiresAt,
        @Nullable List<Object> entries,
        @Nullable String eql,

        @Schema(allowableValues = {"active", "disabled", "expired", "rejected"})
        String state,

        @Nullable Long hits,
        @Nullable Instant lastHit,

        @Schema(allowableValues = {"api", "kibana"}) @Nullable
        String origin,

        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        List<ExceptionFinding> findings) {

    static ShownException of(ExceptionItem item, ExceptionSet set, Optional<RuleCatalog> catalog, Instant now) {
        ExceptionTerms terms = item.terms();
        ExemptionHits hits = set.hits(item.id());
        return new ShownException(
                item.id(),
                terms.name(),
                terms.comment(),
                ExceptionWriter.rules(terms.scope()),
                ExceptionWriter.lists(terms.scope()),
                terms.step(),
                terms.osTypes(),
                terms.enabled(),
                terms.expiresAt(),
                ExceptionWriter.entries(terms.entries()),
                ExceptionText.of(terms),
                ExceptionState.of(item, now).text(),
                hits == null ? 0 : hits.count(),
                hits == null ? null : hits.last(),
                item.origin().text(),
                item.createdAt(),
                item.updatedAt(),
                catalog.map(rules -> findings(terms, rules)).orElse(List.of()));
    }

    private static List<ExceptionFinding> findings(ExceptionTerms terms, RuleCatalog rules) {
        List<ExceptionFinding> findings = new ArrayList<>(ExceptionChecks.errors(terms, rules));
        findings.addAll(ExceptionChecks.warnings(terms, rules));
        return findings;
    }

    /** A file that is no exception. */
    static ShownException of(Rejected file) {
        return new ShownException(
                file.id(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                ExceptionState.REJECTED.text(),
                null,
                null,
                null,
                null,
                null,
                file.findings());
    }
}
