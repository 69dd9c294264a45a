package io.eqlair.config;

import io.eqlair.attack.AttackMatrix;
import io.eqlair.attack.ThreatCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** MITRE ATT&amp;CK: the table that ships, and what compares rules with it. */
@Configuration(proxyBeanMethods = false)
class AttackConfiguration {
    @Bean
    AttackMatrix attackMatrix() {
        return AttackMatrix.shipped();
    }

    @Bean
    ThreatCheck threatCheck(AttackMatrix matrix) {
        return new ThreatCheck(matrix);
    }
}
