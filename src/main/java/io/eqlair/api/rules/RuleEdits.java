package io.eqlair.api.rules;

import io.eqlair.api.http.ApiProblem;
import io.eqlair.api.http.Callers;
import io.eqlair.api.http.ShownProblem;
import io.eqlair.catalog.Edit;
import io.eqlair.catalog.EditTerms;
import io.eqlair.problem.Problem;
import io.eqlair.rule.RuleId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Between HTTP and the editor of rules: on what terms a request changes a rule, and what its refusal looks like. */
public final class RuleEdits {

    private RuleEdits() {}

    /** Who asks, and what must be true of the rule: {@code If-Match} with an ETag, {@code If-None-Match: *} for a new one. */
    public static EditTerms terms(HttpServletRequest request, @Nullable String dryRun) {
        return new EditTerms(
                Callers.of(request).name(),
                request.getRemoteAddr(),
                tags(request, HttpHeaders.IF_MATCH),
                tags(request, HttpHeaders.IF_NONE_MATCH),
                isTrue(dryRun));
    }

    /** A flag that is given without a value, or with another, must not make a trial real. */
    private static boolean isTrue(@Nullable String dryRun) {
        if (dryRun != null && !dryRun.equals("true") && !dryRun.equals("false")) {
            throw new ApiProblem(HttpStatus.BAD_REQUEST, Problem.PARAMETER_FLAG, "dry_run", dryRun);
        }
        return "true".equals(dryRun);
    }

    /** The versions in a header: {@code "a", W/"b"}. */
    private static Set<String> tags(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header)).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(tag -> tag.strip().replaceFirst("^W/", "").replace("\"", ""))
                .collect(Collectors.toSet());
    }

    static RuleId id(String text) {
        return RuleId.parse(text).orElseThrow(() -> new ApiProblem(HttpStatus.BAD_REQUEST, Problem.RULE_PATH_ID, text));
    }

    /** What was done; anything else is an {@link ApiProblem}. */
    static Edit.Done done(Edit edit, String id) {
        return switch (edit) {
            case Edit.Done done -> done;
            case Edit.Loading loading -> throw new ApiProblem(HttpStatus.SERVICE_UNAVAILABLE, Problem.RULES_LOADING);
            case Edit.Invalid invalid -> throw invalid(invalid);
            case Edit.Missing missing -> throw new ApiProblem(HttpStatus.NOT_FOUND, Problem.RULE_NOT_FOUND, id);
            case Edit.Outdated outdated ->
                throw new ApiProblem(
                        HttpStatus.PRECONDITION_FAILED, Problem.RULE_OUTDATED, described(outdated.version()));
            case Edit.Refused refused ->
                throw new ApiProblem(
                        HttpStatus.CONFLICT,
                        refused.problem(),
                        refused.arguments().toArray());
            case Edit.NotInForce notInForce ->
                throw new ApiProblem(HttpStatus.INTERNAL_SERVER_ERROR, Problem.RULE_NOT_IN_FORCE);
            case Edit.NotKept notKept ->
                throw new ApiProblem(HttpStatus.SERVICE_UNAVAILABLE, Problem.RULE_NOT_KEPT, notKept.reason());
        };
    }

    private static String described(String version) {
        return version.isEmpty() ? "none, as there is no such rule" : "\"" + version + "\"";
    }

    private static ApiProblem invalid(Edit.Invalid invalid) {
        List<ShownProblem> problems =
                invalid.problems().stream().map(ShownProblem::of).toList();
        String first = invalid.problems().getFirst().text();
        return new ApiProblem(HttpStatus.BAD_REQUEST, Map.of("problems", problems), Problem.RULE_INVALID, first);
    }
}
