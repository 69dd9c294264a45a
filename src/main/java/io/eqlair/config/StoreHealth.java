package io.eqlair.config;

import io.eqlair.store.GroupCommit;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether alerts can be stored; while they cannot, says why. */
final class StoreHealth implements HealthIndicator {

    private final GroupCommit commits;

    StoreHealth(GroupCommit commits) {
        this.commits = commits;
    }

    @Override
    public Health health() {
        return commits.obstacle()
                .map(reason ->
                        Health.outOfService().withDetail("reason", reason).build())
                .orElseGet(() -> Health.up().build());
    }
}
