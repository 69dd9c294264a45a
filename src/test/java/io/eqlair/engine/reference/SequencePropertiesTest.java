package io.eqlair.engine.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The engine and the reference agree on whatever chance brings. A run covers more than a hundred thousand cases; {@code
 * -Deqlair.seed=…} makes it others.
 */
class SequencePropertiesTest {

    private static final long SEED = Long.getLong("eqlair.seed", 20_261_122);
    private static final int STREAMS = 1_000;
    private static final int THREADS = 4;

    @ParameterizedTest
    @MethodSource("fourSlices")
    void aSearchFindsWhatTheReferenceFinds(long seed) {
        tryAll(seed, cases -> new Trial(Judge.ofSearch(1), cases.piped(cases.sequences()), cases.shuffled()));
    }

    @ParameterizedTest
    @MethodSource("oneSlice")
    void aSearchFindsTheSamplesOfTheReference(long seed) {
        tryAll(
                seed,
                cases -> new Trial(
                        Judge.ofSearch(cases.samplesPerKey()), cases.piped(cases.samples()), cases.shuffled()));
    }

    @ParameterizedTest
    @MethodSource("fourSlices")
    void anOrderedStreamIsLikeASearch(long seed) {
        tryAll(seed, cases -> new Trial(Judge.ofStream(Comparison::exactly), cases.sequences(), cases.inOrder()));
    }

    @ParameterizedTest
    @MethodSource("fourSlices")
    void lateEventsFindTheirPlace(long seed) {
        tryAll(seed, cases -> new Trial(Judge.ofStream(Comparison::late), cases.sequences(), cases.shuffled()));
    }

    @ParameterizedTest
    @MethodSource("fourSlices")
    void repeatedEventsChangeNothing(long seed) {
        tryAll(seed, cases -> new Trial(Judge.ofStream(Comparison::late), cases.sequences(), cases.repeated()));
    }

    @ParameterizedTest
    @MethodSource("twoSlices")
    void requestsAndTicksAndReloadsChangeNothing(long seed) {
        tryAll(seed, cases -> new Trial(Judge.ofStream(Comparison::late), cases.sequences(), cases.split()));
    }

    @ParameterizedTest
    @MethodSource("oneSlice")
    void restartsChangeNothing(long seed) {
        tryAll(seed, cases -> new Trial(Judge.ofStream(Comparison::late), cases.sequences(), cases.restarted()));
    }

    @ParameterizedTest
    @MethodSource("twoSlices")
    void aStreamGivesOneSampleForEachKey(long seed) {
        tryAll(seed, cases -> new Trial(Judge.ofStream(Comparison::onePerKey), cases.samples(), cases.repeated()));
    }

    @ParameterizedTest
    @MethodSource("oneSlice")
    void aStreamGivesOneSampleForEachWindow(long seed) {
        tryAll(seed, cases -> {
            Duration window = cases.window();
            Judge judge = Judge.ofStream(
                    (queries, delivery) -> LiveRun.outcomes(queries, delivery, window),
                    Comparison.onePerWindow(window));
            return new Trial(judge, cases.samples(), cases.inOrder());
        });
    }

    @ParameterizedTest
    @MethodSource("twoSlices")
    void severalThreadsFindWhatOneDoes(long seed) {
        Judge judge = Judge.ofStream(
                (queries, delivery) -> LiveRun.outcomes(queries, delivery, THREADS), Comparison::anyOrder);
        tryAll(seed, cases -> new Trial(judge, cases.sequences(), cases.atDifferentTimes()));
    }

    static LongStream fourSlices() {
        return LongStream.range(0, 4).map(slice -> SEED + slice * STREAMS);
    }

    static LongStream twoSlices() {
        return fourSlices().limit(2);
    }

    static LongStream oneSlice() {
        return fourSlices().limit(1);
    }

    private static void tryAll(long seed, Function<SequenceCases, Trial> trial) {
        Optional<String> complaint = LongStream.range(seed, seed + STREAMS)
                .parallel()
                .mapToObj(own -> trial.apply(new SequenceCases(own)).complaint(own))
                .filter(text -> !text.isEmpty())
                .findFirst();
        assertThat(complaint).isEmpty();
    }
}
