package io.eqlair.engine.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.testing.CaseFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs {@code eql/sequences/*.cases}, where the expected results were worked out by hand. */
class SequenceFileCasesTest {

    @ParameterizedTest
    @MethodSource("cases")
    void theReferenceFindsWhatPeopleFound(SequenceCase given) {
        List<Outcome> found = new ReferenceSearch(given.query()).outcomes(given.events(), given.samplesPerKey());
        assertThat(found).map(Outcome::toString).isEqualTo(given.expected());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aSearchFindsWhatPeopleFound(SequenceCase given) {
        List<Outcome> found = BatchRun.outcomes(given.query(), given.events(), given.samplesPerKey());
        assertThat(found).map(Outcome::toString).isEqualTo(given.expected());
    }

    /** Where a stream differs by design, there is no such case: `tail`, and several samples or the first keys of them. */
    @ParameterizedTest
    @MethodSource("streamed")
    void aStreamFindsWhatPeopleFound(SequenceCase given) {
        Delivery delivery = Delivery.of(Duration.ofSeconds(30), given.events());
        List<Outcome> found = LiveRun.outcomes(List.of(given.query()), delivery).getFirst();
        assertThat(found).map(Outcome::toString).doesNotHaveDuplicates().containsAll(given.expected());
    }

    static Stream<SequenceCase> streamed() {
        return cases().filter(
                        given -> given.samplesPerKey() == 1 && !given.query().contains("|"));
    }

    static Stream<SequenceCase> cases() {
        return CaseFiles.in("eql/sequences", ".cases").stream().flatMap(SequenceFileCasesTest::read);
    }

    private static Stream<SequenceCase> read(Path file) {
        try {
            return SequenceCase.in(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
