package io.eqlair.config;

import io.eqlair.catalog.CostBudget;
import io.eqlair.event.EventLimits;
import io.eqlair.ingest.IngestLimits;
import io.eqlair.ingest.body.Admission;
import io.eqlair.ingest.body.BodyLimits;
import io.eqlair.ingest.body.ByteWindow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** The settings below {@code eqlair}. {@code application.yaml} shows each with its default and a comment. */
@ConfigurationProperties("eqlair")
record EqlairProperties(
        @DefaultValue Rules rules,
        @DefaultValue Storage data,
        @DefaultValue("lenient") Routing routing,
        @DefaultValue Limits limits) {

    /** Which rules see an event that names no index. */
    enum Routing {
        /** All of them. */
        LENIENT,
        /** Those without index patterns. */
        STRICT
    }

    /**
     * Which rules run.
     *
     * @param locations directories (to the bottom), archives (zip, tar, tar.gz), exports (NDJSON), single rules (TOML, JSON),
     *     or {@code classpath:} and a name
     * @param watchInterval how often it is looked whether they have changed; nothing for never
     */
    record Rules(
            @DefaultValue("classpath:rules/") List<String> locations,
            @DefaultValue("250ms") Duration watchInterval,
            @DefaultValue Cost cost) {}

    /** What becomes of a rule that costs more than it may. */
    enum OverBudget {
        /** It is told. */
        REPORT,
        /** It is told, and the rule is stopped. */
        QUARANTINE
    }

    /**
     * What a rule may cost.
     *
     * @param budget for an average event; null or nothing where a rule may cost anything
     * @param after over how many events the cost is averaged
     */
    record Cost(
            @Nullable Duration budget,
            @DefaultValue("report") OverBudget overBudget,
            @DefaultValue("10000") int after) {

        CostBudget limits() {
            return CostBudget.of(budget, after, overBudget == OverBudget.QUARANTINE);
        }
    }

    /**
     * What outlives the process.
     *
     * @param dir is made at the start, and belongs to one service at a time
     */
    record Storage(@DefaultValue("./data") Path dir) {}

    /**
     * How much a request may carry and bring back.
     *
     * @param bodyBytes of a body, unpacked
     * @param ratio so many times what was sent a body may become when it is unpacked
     * @param bodyTime how long a body may be waited for in all
     * @param eventBytes of one event
     * @param eventsPerRequest of which more are an error
     * @param depth of objects and arrays within each other in one event
     * @param fields of one event, the elements of arrays counted
     * @param errorsPerAnswer listed; what is beyond is counted
     * @param alertsPerAnswer likewise
     * @param knownIds of bulk requests that are remembered
     * @param bytesInFlight of all bodies under way
     * @param patience how long a body may wait for a core before others are refused
     */
    record Limits(
            @DefaultValue("100MB") DataSize bodyBytes,
            @DefaultValue("200") int ratio,
            @DefaultValue("60s") Duration bodyTime,
            @DefaultValue("5MB") DataSize eventBytes,
            @DefaultValue("100000") int eventsPerRequest,
            @DefaultValue("100") int depth,
            @DefaultValue("100000") int fields,
            @DefaultValue("1000") int errorsPerAnswer,
            @DefaultValue("100000") int alertsPerAnswer,
            @DefaultValue("1000000") int knownIds,
            @DefaultValue("64MB") DataSize bytesInFlight,
            @DefaultValue("2s") Duration patience) {

        EventLimits events() {
            return new EventLimits(Math.toIntExact(eventBytes.toBytes()), depth, fields);
        }

        IngestLimits ingest() {
            return new IngestLimits(
                    new BodyLimits(bodyBytes.toBytes(), ratio),
                    Math.toIntExact(eventBytes.toBytes()),
                    eventsPerRequest,
                    errorsPerAnswer,
                    alertsPerAnswer);
        }

        Admission admission() {
            return new Admission(bytesInFlight.toBytes(), patience, eventBytes.toBytes() + ByteWindow.MARGIN);
        }
    }
}
