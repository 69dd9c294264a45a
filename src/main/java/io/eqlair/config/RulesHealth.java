package io.eqlair.config;

import io.eqlair.catalog.LiveRules;
import io.eqlair.catalog.Reload;
import io.eqlair.catalog.RuleCatalog;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether there are rules to show events to; while there are not, says why. */
final class RulesHealth implements HealthIndicator {

    private final LiveRules rules;

    RulesHealth(LiveRules rules) {
        this.rules = rules;
    }

    @Override
    public Health health() {
        Health.Builder health = rules.obstacle()
                .map(obstacle -> Health.outOfService().withDetail("reason", obstacle.text()))
                .orElseGet(Health::up);
        rules.catalog().ifPresent(catalog -> count(catalog, health));
        rules.last().ifPresent(reload -> tell(reload, health));
        return health.build();
    }

    private static void tell(Reload reload, Health.Builder health) {
        health.withDetail("stale", reload.stale().size());
        health.withDetail("last_reload_successful", reload.isSuccessful());
    }

    private static void count(RuleCatalog catalog, Health.Builder health) {
        catalog.counts().forEach((state, count) -> health.withDetail(state.text(), count));
    }
}
