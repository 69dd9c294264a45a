package io.eqlair.engine.reference;

import io.eqlair.eql.analysis.AnalyzedQuery;
import io.eqlair.eql.analysis.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a complete sequence stands although some of its items must be missing. Only times count here, in
 * whole milliseconds, and only events of the sequence's key.
 *
 * <p>Between two events nothing may happen, both ends excluded. At the ends of the sequence there has to be a stretch of
 * time as long as {@code maxspan} that holds the whole sequence and in which nothing happens that must be missing:
 *
 * <pre>
 * ![m] [a] [b]         ends at b          m......a....b
 * [a] [b] ![m]         starts at a               a....b......m
 * ![m] [a] [b] ![m]    lies anywhere         m...a....b...m
 * </pre>
 */
final class MissingItems {

    private final List<Stage> stages;
    private final @Nullable Duration maxspan;
    private final List<Map<Key, List<Placed>>> happened = new ArrayList<>();

    MissingItems(AnalyzedQuery.Sequence query, Occurrences occurrences, List<Placed> events) {
        this.stages = query.stages();
        this.maxspan = query.maxspan();
        stages.forEach(stage -> happened.add(stage.missing() ? occurrences.of(stage, events) : Map.of()));
    }

    /** Whether everything is missing that has to be. */
    boolean allow(Candidate candidate) {
        return betweenIsEmpty(candidate) && endsAreEmpty(candidate);
    }

    private boolean betweenIsEmpty(Candidate candidate) {
        List<@Nullable Placed> steps = candidate.steps(stages);
        for (int i = leading(stages); i < stages.size() - leading(stages.reversed()); i++) {
            if (stages.get(i).missing()) {
                long before = nearest(steps.subList(0, i).reversed()).millis();
                long after = nearest(steps.subList(i, steps.size())).millis();
                if (happenings(candidate, i, i + 1).anyMatch(time -> before < time && time < after)) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * From what happens last before the sequence to what happens first after it. Where no item has to be missing, the
     * sequence's own end is the limit.
     */
    private boolean endsAreEmpty(Candidate candidate) {
        int leading = leading(stages);
        int trailing = leading(stages.reversed());
        long first = candidate.first().millis();
        long last = candidate.last().millis();
        LongStream before = happenings(candidate, 0, leading).filter(time -> time < first);
        LongStream after =
                happenings(candidate, stages.size() - trailing, stages.size()).filter(time -> time > last);
        OptionalLong from = leading == 0 ? OptionalLong.of(first) : before.max();
        OptionalLong to = trailing == 0 ? OptionalLong.of(last) : after.min();
        boolean noneNeeded = leading == 0 && trailing == 0;
        return noneNeeded || from.isEmpty() || to.isEmpty() || exceedsMaxspan(to.getAsLong() - from.getAsLong());
    }

    /** The times at which one of the missing items in a range happened. */
    private LongStream happenings(Candidate candidate, int from, int to) {
        return happened.subList(from, to).stream()
                .flatMap(byKey -> byKey.getOrDefault(candidate.key(), List.of()).stream())
                .mapToLong(Placed::millis);
    }

    private boolean exceedsMaxspan(long millis) {
        return maxspan != null && millis > maxspan.toMillis();
    }

    private static int leading(List<Stage> stages) {
        return (int) stages.stream().takeWhile(Stage::missing).count();
    }

    private static Placed nearest(List<@Nullable Placed> steps) {
        return steps.stream().filter(Objects::nonNull).findFirst().orElseThrow();
    }
}
