package io.eqlair.config;

import io.eqlair.engine.sequence.SequenceLimits;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** The settings below {@code eqlair.sequences}. {@code application.yaml} shows each with its default and a comment. */
@ConfigurationProperties("eqlair.sequences")
record SequenceProperties(
        @DefaultValue("64MB") DataSize bytesPerRule,
        @DefaultValue("512MB") DataSize bytes,
        @DefaultValue("24h") Duration retention,
        @DefaultValue("1h") Duration sampleWindow,
        @DefaultValue("30s") Duration lateness,
        @DefaultValue("30s") Duration idle,
        @DefaultValue("30s") Duration skew,
        @DefaultValue("1m") Duration snapshotInterval) {

    SequenceLimits limits() {
        return new SequenceLimits(
                bytesPerRule.toBytes(), bytes.toBytes(), retention, sampleWindow, lateness, idle, skew);
    }
}
