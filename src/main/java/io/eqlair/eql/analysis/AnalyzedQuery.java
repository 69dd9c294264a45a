package io.eqlair.eql.analysis;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A query that has been checked, ready to be compiled into matchers. */
public sealed interface AnalyzedQuery {

    /** The pipes, in order. */
    List<Limit> limits();

    /** The fields that are read, keys among them; without the event category. */
    default Set<String> fields() {
        Set<String> fields = new TreeSet<>();
        switch (this) {
            case Events events -> events.filter().condition().collectFields(fields);
            case Sequence sequence -> {
                sequence.stages().forEach(stage -> stage.collectFields(fields));
                if (sequence.until() != null) {
                    sequence.until().collectFields(fields);
                }
            }
            case Sample sample -> sample.stages().forEach(stage -> stage.collectFields(fields));
        }
        return fields;
    }

    /** Single events. */
    record Events(Filter filter, List<Limit> limits) implements AnalyzedQuery {

        public Events {
            limits = List.copyOf(limits);
        }
    }

    /**
     * Events in order.
     *
     * @param stages the items with {@code runs} written out; repeated items are the same object
     * @param maxspan null where a sequence may take any time
     * @param until what ends a pending sequence, null where nothing does
     */
    record Sequence(
            List<Stage> stages,
            @Nullable Duration maxspan,
            @Nullable Stage until,
            List<Limit> limits) implements AnalyzedQuery {

        public Sequence {
            stages = List.copyOf(stages);
            limits = List.copyOf(limits);
        }
    }

    /** Different events, one for each stage, in any order. */
    record Sample(List<Stage> stages, List<Limit> limits) implements AnalyzedQuery {

        public Sample {
            stages = List.copyOf(stages);
            limits = List.copyOf(limits);
        }
    }
}
