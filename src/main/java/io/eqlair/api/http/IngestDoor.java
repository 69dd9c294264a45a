package io.eqlair.api.http;

import io.eqlair.access.RateLimits;
import io.eqlair.catalog.LiveRules;
import io.eqlair.catalog.RuleSession;
import io.eqlair.problem.Problem;
import io.eqlair.store.GroupCommit;
import io.eqlair.store.StoreUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;

/** What holds for all who bring events, whatever protocol they speak. */
public final class IngestDoor {

    private final LiveRules rules;
    private final GroupCommit commits;
    private final RateLimits rates;

    public IngestDoor(LiveRules rules, GroupCommit commits, RateLimits rates) {
        this.rules = rules;
        this.commits = commits;
        this.rates = rates;
    }

    /**
     * The rules that the events of one request are shown to.
     *
     * @throws ApiProblem with status 503 while there are none yet
     * @throws StoreUnavailable while no alert can be stored: the engine is not to move on past what would be lost
     */
    public RuleSession open() {
        RuleSession session = rules.open().orElseThrow(this::notReady);
        commits.obstacle().ifPresent(IngestDoor::refuse);
        return session;
    }

    /** Counts the events of a request that were taken against the rate of its caller. */
    public void charge(HttpServletRequest request, int events) {
        rates.charge(Callers.of(request), events);
    }

    private static void refuse(String obstacle) {
        throw new StoreUnavailable(obstacle, null);
    }

    private ApiProblem notReady() {
        return new ApiProblem(HttpStatus.SERVICE_UNAVAILABLE, rules.obstacle().orElse(Problem.RULES_LOADING));
    }
}
