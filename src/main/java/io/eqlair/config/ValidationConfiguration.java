package io.eqlair.config;

import io.eqlair.attack.ThreatCheck;
import io.eqlair.engine.DetectionEngine;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.repository.RuleBundle;
import io.eqlair.rule.RuleLimits;
import io.eqlair.validation.RuleValidator;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Validation: rules looked at before they are put in force. */
@Configuration(proxyBeanMethods = false)
class ValidationConfiguration {
    @Bean
    RuleValidator ruleValidator(DetectionEngine engine, ThreatCheck threats) {
        return new RuleValidator(
                new RuleBundle(RuleLimits.DEFAULT), EqlLimits.DEFAULT, engine::hasSeen, List.of(threats::warnings));
    }
}
