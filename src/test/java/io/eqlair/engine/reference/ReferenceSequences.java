package io.eqlair.engine.reference;

import io.eqlair.eql.analysis.AnalyzedQuery;
import io.eqlair.eql.analysis.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sequences, item by item instead of event by event: first all beginnings of one event, then what the events of the
 * second item make of them, and so on. An event continues the beginning that ended last before it, and every earlier
 * beginning is lost, for a newer start replaces an older one that still waits.
 *
 * <pre>
 * [a][b][c] over a1 a2 b3 a4 c5 b6
 * item 1: (a1) (a2) (a4)
 * item 2: b3 takes (a2), and (a1) is lost; b6 takes (a4)       → (a2 b3) (a4 b6)
 * item 3: c5 takes (a2 b3)                                     → (a2 b3 c5)
 * </pre>
 *
 * <p>Missing items play no part until a sequence is complete, and then decide only whether it stands.
 */
final class ReferenceSequences {

    private final AnalyzedQuery.Sequence query;
    private final Occurrences occurrences;

    ReferenceSequences(AnalyzedQuery.Sequence query, Occurrences occurrences) {
        this.query = query;
        this.occurrences = occurrences;
    }

    /** All sequences, by the place of their last event and then by key. */
    List<Outcome> outcomes(List<Placed> events) {
        MissingItems missing = new MissingItems(query, occurrences, events);
        return candidates(events).stream()
                .filter(missing::allow)
                .sorted(Comparator.<Candidate>comparingInt(
                                candidate -> candidate.last().rank())
                        .thenComparing(Candidate::key))
                .map(this::outcome)
                .toList();
    }

    private Outcome outcome(Candidate candidate) {
        List<String> ids = candidate.steps(query.stages()).stream()
                .map(step -> step == null ? Outcome.MISSING : step.id())
                .toList();
        return new Outcome(ids, candidate.key());
    }

    private List<Candidate> candidates(List<Placed> events) {
        List<Stage> present =
                query.stages().stream().filter(stage -> !stage.missing()).toList();
        Stage until = query.until();
        Map<Key, List<Placed>> untils = until == null ? Map.of() : occurrences.of(until, events);
        List<Candidate> candidates = beginnings(occurrences.of(present.getFirst(), events));
        for (Stage stage : present.subList(1, present.size())) {
            candidates = continued(candidates, occurrences.of(stage, events), untils);
        }
        return candidates;
    }

    private static List<Candidate> beginnings(Map<Key, List<Placed>> first) {
        List<Candidate> beginnings = new ArrayList<>();
        first.forEach((key, events) -> events.forEach(event -> beginnings.add(new Candidate(key, List.of(event)))));
        return beginnings;
    }

    private List<Candidate> continued(
            List<Candidate> beginnings, Map<Key, List<Placed>> nexts, Map<Key, List<Placed>> untils) {
        List<Candidate> continued = new ArrayList<>();
        nexts.forEach((key, events) -> {
            List<Candidate> waiting = new ArrayList<>(beginnings.stream()
                    .filter(candidate -> candidate.key().equals(key))
                    .toList());
            List<Placed> ends = untils.getOrDefault(key, List.of());
            for (Placed next : events) {
                Candidate longer = taken(waiting, next);
                if (longer != null && isInTime(longer) && !isEnded(longer, ends)) {
                    continued.add(longer);
                }
            }
        });
        return continued;
    }

    /** The waiting beginning that ended last before the event, with the event; those before it are removed too. */
    private static @Nullable Candidate taken(List<Candidate> waiting, Placed next) {
        List<Candidate> earlier = waiting.stream()
                .filter(candidate -> candidate.last().isBefore(next))
                .toList();
        waiting.removeAll(earlier);
        return earlier.stream()
                .max(Comparator.comparingInt(candidate -> candidate.last().rank()))
                .map(latest -> latest.with(next))
                .orElse(null);
    }

    private boolean isInTime(Candidate candidate) {
        Duration maxspan = query.maxspan();
        return maxspan == null || candidate.last().nanos() - candidate.first().nanos() <= maxspan.toNanos();
    }

    /** Whether the sequence was ended before its last event: from the event before that on, that one included. */
    private static boolean isEnded(Candidate candidate, List<Placed> untils) {
        Placed last = candidate.last();
        Placed previous = candidate.events().get(candidate.events().size() - 2);
        return untils.stream().anyMatch(until -> !until.isBefore(previous) && until.isBefore(last));
    }
}
