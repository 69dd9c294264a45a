package io.eqlair.config;

import io.eqlair.api.LimitsController;
import io.eqlair.api.NamedLimit;
import io.eqlair.eql.source.EqlLimits;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** All limits in one place, as callers may read them. */
@Configuration(proxyBeanMethods = false)
class LimitsConfiguration {

    @Bean
    LimitsController.Limits namedLimits(
            EqlairProperties properties,
            SequenceProperties sequences,
            AlertProperties alerts,
            ServerProperties server,
            TomcatServerProperties tomcat) {
        EqlairProperties.Limits limits = properties.limits();
        EqlLimits query = EqlLimits.DEFAULT;
        return new LimitsController.Limits(List.of(
                of(
                        "body_bytes",
                        limits.bodyBytes().toBytes(),
                        "bytes",
                        "eqlair.limits.body-bytes",
                        "of a request, unpacked; larger ones are refused with 413"),
                of(
                        "ratio",
                        limits.ratio(),
                        "times",
                        "eqlair.limits.ratio",
                        "that a body may grow when it is unpacked, from 1 MB on; others are refused with 413"),
                of(
                        "body_time",
                        limits.bodyTime().toMillis(),
                        "milliseconds",
                        "eqlair.limits.body-time",
                        "of waiting for a body, in all; slower ones are refused with 408"),
                of(
                        "event_bytes",
                        limits.eventBytes().toBytes(),
                        "bytes",
                        "eqlair.limits.event-bytes",
                        "of an event, which in NDJSON is a line; a larger one is an error of its own"),
                of(
                        "depth",
                        limits.depth(),
                        "levels",
                        "eqlair.limits.depth",
                        "of objects and arrays within each other in an event; a deeper one is an error of its own"),
                of(
                        "fields",
                        limits.fields(),
                        "fields",
                        "eqlair.limits.fields",
                        "of an event, the elements of arrays counted; one with more is an error of its own"),
                of(
                        "events_per_request",
                        limits.eventsPerRequest(),
                        "events",
                        "eqlair.limits.events-per-request",
                        "a request with more is refused with 413"),
                of(
                        "errors_per_answer",
                        limits.errorsPerAnswer(),
                        "errors",
                        "eqlair.limits.errors-per-answer",
                        "listed; what is beyond is counted"),
                of(
                        "alerts_per_answer",
                        limits.alertsPerAnswer(),
                        "alerts",
                        "eqlair.limits.alerts-per-answer",
                        "listed; what is beyond is in the store"),
                of(
                        "bytes_in_flight",
                        limits.bytesInFlight().toBytes(),
                        "bytes",
                        "eqlair.limits.bytes-in-flight",
                        "of all requests under way; what comes is refused with 429 or 503, and to be sent again"),
                of(
                        "patience",
                        limits.patience().toMillis(),
                        "milliseconds",
                        "eqlair.limits.patience",
                        "that a request may wait for a core; then others are refused for a moment, as above"),
                of(
                        "known_ids",
                        limits.knownIds(),
                        "ids",
                        "eqlair.limits.known-ids",
                        "of bulk requests that are remembered, to tell what is sent again"),
                of("query_characters", query.length(), "characters", null, "of an EQL query; a longer one is refused"),
                of("query_depth", query.depth(), "levels", null, "of a query's parts within each other"),
                of("query_list_items", query.listItems(), "members", null, "of one list in a query"),
                of("sequence_items", query.items(), "items", null, "of one sequence or sample"),
                of(
                        "pending_bytes_per_rule",
                        sequences.bytesPerRule().toBytes(),
                        "bytes",
                        "eqlair.sequences.bytes-per-rule",
                        "of pending sequences of one rule; the oldest keys are forgotten, and counted"),
                of(
                        "pending_bytes",
                        sequences.bytes().toBytes(),
                        "bytes",
                        "eqlair.sequences.bytes",
                        "of all pending sequences; the oldest keys are forgotten, and counted"),
                of(
                        "stream_clients",
                        alerts.streamClients(),
                        "clients",
                        "eqlair.alerts.stream-clients",
                        "of the stream of alerts; more are refused with 503"),
                of(
                        "header_bytes",
                        server.getMaxHttpRequestHeaderSize().toBytes(),
                        "bytes",
                        "server.max-http-request-header-size",
                        "of a request's headers; larger ones are refused"),
                of(
                        "connections",
                        tomcat.getMaxConnections(),
                        "connections",
                        "server.tomcat.max-connections",
                        "at a time; more wait until others end")));
    }

    private static NamedLimit of(String name, long value, String unit, @Nullable String setting, String meaning) {
        return new NamedLimit(name, value, unit, setting, meaning);
    }
}
