package io.eqlair.config;

import io.eqlair.problem.Problem;
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
 * @param streamClients how many clients may have a stream of alerts open
 * @param streamHeartbeat so often a stream says that all is well
 * @param backlogBytes how many bytes of alerts wait for a database that is gone
 */
@ConfigurationProperties("eqlair.alerts")
record AlertProperties(
        @DefaultValue("90d") Duration retention,
        @DefaultValue("10GB") DataSize bytes,
        @DefaultValue("5") int depth,
        @DefaultValue("ignore") MaxSignals maxSignals,
        @DefaultValue("100") int streamClients,
        @DefaultValue("15s") Duration streamHeartbeat,
        @DefaultValue("64MB") DataSize backlogBytes) {

    AlertProperties {
        refuse(!retention.isPositive(), "retention", retention, "more than nothing", "90d");
        refuse(bytes.toBytes() <= 0, "bytes", bytes, "more than nothing", "10GB");
        refuse(depth < 1, "depth", depth, "1 or more", "5");
        refuse(streamClients < 1, "stream-clients", streamClients, "1 or more", "100");
        refuse(!streamHeartbeat.isPositive(), "stream-heartbeat", streamHeartbeat, "more than nothing", "15s");
        refuse(backlogBytes.isNegative(), "backlog-bytes", backlogBytes, "nothing or more", "64MB");
    }

    private static void refuse(boolean wrong, String name, Object found, String expected, String example) {
        if (wrong) {
            throw new SettingRejected(Problem.SETTING_RANGE, "eqlair.alerts." + name, found, expected, example);
        }
    }

    /** What becomes of a rule's {@code max_signals}. */
    enum MaxSignals {
        /** Every match is an alert. */
        IGNORE,
        /** In each interval of the rule, so many alerts are kept; the others are counted and told. */
        HONOUR
    }
}
