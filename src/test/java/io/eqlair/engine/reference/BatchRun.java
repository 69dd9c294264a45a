package io.eqlair.engine.reference;

import io.eqlair.engine.CheckedRule;
import io.eqlair.engine.EngineSettings;
import io.eqlair.engine.EqlSearch;
import io.eqlair.engine.EqlSearch.Result;
import io.eqlair.engine.RuleDefinition;
import io.eqlair.engine.sequence.Match;
import io.eqlair.engine.sequence.Step;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.event.Envelope;
import io.eqlair.event.Event;
import io.eqlair.event.EventReader;
import io.eqlair.event.EventRejected;
import io.eqlair.event.EventRoles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets the engine search a finished list of events. */
final class BatchRun {

    private BatchRun() {}

    /** A rule of its own query for each text, with its position for an id. */
    static CheckedRule rule(int position, String query) {
        String id = String.valueOf(position);
        return CheckedRule.of(new RuleDefinition(id, query, query, List.of(), EventRoles.ECS), EqlLimits.DEFAULT);
    }

    static Event read(EventReader reader, Sent sent) {
        try {
            return reader.read(sent.bytes(), Envelope.NONE);
        } catch (EventRejected rejected) {
            throw new IllegalArgumentException("document must be an event: " + sent.json(), rejected);
        }
    }

    static Outcome outcome(List<Step> steps, List<@Nullable Object> keys) {
        List<String> ids = new ArrayList<>();
        for (Step step : steps) {
            ids.add(step.event() == null ? Outcome.MISSING : step.event().id());
        }
        return new Outcome(ids, new Key(keys));
    }

    /** What is found, in the order in which it is shown. */
    static List<Outcome> outcomes(String query, List<Sent> arrived, int samplesPerKey) {
        EqlSearch search = new EqlSearch(rule(0, query), EngineSettings.DEFAULT, () -> Instant.EPOCH);
        List<Event> events =
                arrived.stream().map(sent -> read(search.reader(), sent)).toList();
        return switch (search.search(events, samplesPerKey)) {
            case Result.Sequences(List<Match> found) -> outcomes(found);
            case Result.Samples(List<Match> found) -> outcomes(found);
            case Result.Events single ->
                throw new IllegalArgumentException("query must be a sequence or sample: " + query);
        };
    }

    private static List<Outcome> outcomes(List<Match> found) {
        return found.stream()
                .map(match -> outcome(match.steps(), match.joinKeys()))
                .toList();
    }
}
