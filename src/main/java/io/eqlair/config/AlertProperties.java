package io.eqlair.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings below {@code eqlair.alerts}. {@code application.yaml} shows each with its default and a comment.
 *
 * @param retention how long alerts are kept after they were raised
 * @param bytes how many bytes of alerts are kept
 * @param depth how many alerts may stand on each other
 * @param maxSignals whether {@code max_signals} of rules counts
 * @param backlogBytes how many bytes of alerts wait for a database that is gone
 */
@ConfigurationProperties("eqlair.alerts")
record AlertProperties(
        @DefaultValue("90d") Duration retention,
        @DefaultValue("10GB") DataSize bytes,
        @DefaultValue("5") int depth,
        @DefaultValue("ignore") MaxSignals maxSignals,
        @DefaultValue("64MB") DataSize backlogBytes) {

    /** What becomes of a rule's {@code max_signals}. */
    enum MaxSignals {
        /** Every match is an alert. */
        IGNORE,
        /** In each interval of the rule, so many alerts are kept; the others are counted and told. */
        HONOUR
    }
}
