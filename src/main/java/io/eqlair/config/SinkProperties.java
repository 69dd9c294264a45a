package io.eqlair.config;

import io.eqlair.format.AlertFormat;
import io.eqlair.rule.Severity;
import io.eqlair.sink.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings below {@code eqlair.sinks}; docs/SINKS.md has a table of them.
 *
 * @param sinks by their names
 */
@ConfigurationProperties("eqlair")
record SinkProperties(@DefaultValue Map<String, Target> sinks) {

    /** What alerts can be sent to. */
    enum Kind {
        FILE,
        WEBHOOK,
        ELASTICSEARCH
    }

    /** Where a sink begins that is new. */
    enum From {
        /** With alerts that are yet to come. */
        NOW,
        /** With the first alert that is kept. */
        BEGINNING
    }

    /**
     * How a sink goes on after failures.
     *
     * @param first how long it waits after the first
     * @param most how long it waits at most
     * @param attempts at an alert that is answered with errors
     */
    record Retry(
            @DefaultValue("1s") Duration first,
            @DefaultValue("5m") Duration most,
            @DefaultValue("10") int attempts) {}

    /**
     * One sink. What is null was not set: most settings are for some types only.
     *
     * @param format null for the usual one of its type
     * @param rules the ids of those whose alerts are sent; none for all
     * @param maxBytes of a file, before another is begun
     * @param keep how many full files are kept
     * @param secret what requests are signed with
     * @param batch how many alerts are sent together
     * @param index or data stream
     */
    record Target(
            @Nullable Kind type,
            @DefaultValue("true") boolean enabled,
            @Nullable AlertFormat format,
            @DefaultValue("low") Severity minSeverity,
            @DefaultValue List<String> rules,
            @DefaultValue("false") boolean buildingBlocks,
            @DefaultValue("now") From from,
            @DefaultValue Retry retry,
            @Nullable Path path,
            @Nullable DataSize maxBytes,
            @Nullable Integer keep,
            @Nullable Secret url,
            @Nullable Duration timeout,
            @DefaultValue Map<String, Secret> headers,
            @Nullable Secret secret,
            @Nullable Integer batch,
            @Nullable Boolean allowPrivate,
            @Nullable String index,
            @Nullable String username,
            @Nullable Secret password,
            @Nullable Secret apiKey) {}
}
