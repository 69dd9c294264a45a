package io.eqlair.api.rules;

import io.eqlair.api.http.ApiProblem;
import io.eqlair.catalog.RuleEntry;
import io.eqlair.catalog.RuleState;
import io.eqlair.problem.Problem;
import io.eqlair.rule.Rule;
import io.eqlair.rule.Severity;
import io.eqlair.rule.Threat;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Which rules of a list are wanted: those that fit all that is given. An empty text is as good as none. */
record RuleFilter(
        @Parameter(
                description = "Only rules in this state.",
                schema =
                        @Schema(
                                type = "string",
                                allowableValues = {"active", "disabled", "rejected", "unsupported"}))
        @Nullable
        String state,

        @Parameter(
                description = "Only rules of this severity.",
                schema =
                        @Schema(
                                type = "string",
                                allowableValues = {"low", "medium", "high", "critical"}))
        @Nullable
        String severity,

        @Parameter(description = "Only rules with this tag, in either case.") @Nullable
        String tag,

        @Parameter(
                description = "Only rules of this ATT&CK tactic, technique or subtechnique; a technique has its"
                        + " subtechniques with it.",
                example = "T1059")
        @Nullable
        String attack,

        @Parameter(description = "Only rules whose name, id or file has this text in it, in either case.") @Nullable
        String text,

        @Parameter(
                description = "`true`: only rules that cannot match so far, as no event has carried a field they need;"
                        + " `false`: only active rules whose fields have all been seen.",
                schema = @Schema(type = "boolean"))
        @Nullable
        String unseen,

        @Parameter(
                description = "Only rules with a problem of this code, be it an error, a warning or a note.",
                example = "rule_field_misspelt")
        @Nullable
        String problem) {

    RuleFilter {
        state = given(state);
        severity = given(severity);
        tag = given(tag);
        attack = given(attack);
        text = text == null ? null : folded(text);
        unseen = given(unseen);
        problem = given(problem);
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isEmpty() ? null : value;
    }

    /** Refuses values that there cannot be. */
    RuleFilter checked() {
        if (state != null && RuleState.parse(state).isEmpty()) {
            throw new ApiProblem(HttpStatus.BAD_REQUEST, Problem.PARAMETER_STATE, state);
        }
        if (severity != null && Severity.parse(severity).isEmpty()) {
            throw new ApiProblem(HttpStatus.BAD_REQUEST, Problem.PARAMETER_SEVERITY, severity);
        }
        if (unseen != null && !unseen.equals("true") && !unseen.equals("false")) {
            throw new ApiProblem(HttpStatus.BAD_REQUEST, Problem.PARAMETER_FLAG, "unseen", unseen);
        }
        return this;
    }

    boolean accepts(RuleEntry entry, RuleFigures figures) {
        return (state == null || entry.state().text().equals(state))
                && (text == null || isNamed(text, entry))
                && (unseen == null || isUnseen(figures.evidence(entry), unseen.equals("true")))
                && acceptsRule(entry.rule());
    }

    /** Apart from the rest, as what is to be warned of may have to be found first. */
    boolean acceptsProblems(RuleEntry entry, RuleWarnings warnings) {
        return problem == null
                || warnings.with(entry).problems().stream()
                        .anyMatch(one -> one.code().equals(problem));
    }

    private static boolean isNamed(String text, RuleEntry entry) {
        String all = entry.name() + "\n" + entry.id() + "\n" + entry.origin();
        return folded(all).contains(text);
    }

    private static boolean isUnseen(@Nullable ShownEvidence evidence, boolean wanted) {
        return evidence != null && evidence.unseenFields().isEmpty() != wanted;
    }

    private boolean acceptsRule(@Nullable Rule rule) {
        if (rule == null) {
            return severity == null && tag == null && attack == null;
        }
        return (severity == null || rule.severity().text().equals(severity))
                && (tag == null || rule.text().tags().stream().anyMatch(tag::equalsIgnoreCase))
                && (attack == null
                        || rule.threat().stream().flatMap(RuleFilter::ids).anyMatch(attack::equalsIgnoreCase));
    }

    private static Stream<String> ids(Threat threat) {
        Stream<String> tactic = threat.tactic() == null
                ? Stream.of()
                : Stream.of(threat.tactic().id());
        Stream<String> techniques = threat.technique().stream()
                .flatMap(technique -> Stream.concat(
                        Stream.of(technique.id()),
                        technique.subtechnique().stream().map(Threat.Subtechnique::id)));
        return Stream.concat(tactic, techniques);
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
