package io.eqlair.api.http;

import io.eqlair.catalog.LiveRules;
import io.eqlair.catalog.RuleSession;
import io.eqlair.problem.Problem;
import io.eqlair.store.GroupCommit;
import io.eqlair.store.StoreUnavailable;
import org.springframework.http.HttpStatus;

/** What must be so before events are taken, whatever protocol brings them. */
public final class IngestDoor {

    private final LiveRules rules;
    private final GroupCommit commits;

    public IngestDoor(LiveRules rules, GroupCommit commits) {
        this.rules = rules;
        this.commits = commits;
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

    private static void refuse(String obstacle) {
        throw new StoreUnavailable(obstacle, null);
    }

    private ApiProblem notReady() {
        return new ApiProblem(HttpStatus.SERVICE_UNAVAILABLE, rules.obstacle().orElse(Problem.RULES_LOADING));
    }
}
