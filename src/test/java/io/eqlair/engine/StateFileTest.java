package io.eqlair.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.engine.sequence.SequenceLimits;
import io.eqlair.event.EventLimits;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateFileTest {

    private static final String PAIR =
            "sequence by user.name with maxspan=1m [any where event.action == \"a\"] [any where event.action == \"b\"]";

    private static final String ABSENCE =
            "sequence by user.name with maxspan=1m [any where event.action == \"a\"] ![any where event.action == \"b\"]";
    private static final String SAMPLE =
            "sample by user.name [any where event.action == \"a\"] [any where event.action == \"b\"]";

    @TempDir
    private Path directory;

    @Test
    void aSequenceGoesOnAfterARestart() throws Exception {
        LiveEngine before = new LiveEngine(PAIR);
        before.post(-10, "a");
        file(before).save(() -> {});
        LiveEngine after = new LiveEngine(PAIR);
        assertThat(file(after).restore()).isEqualTo(new StateFile.Restored.Keys(1));
        assertThat(after.post(-5, "b")).hasSize(1);
    }

    @Test
    void whatWasReportedIsNotReportedAgain() throws Exception {
        LiveEngine before = new LiveEngine(PAIR);
        before.post(-10, "a", "b");
        file(before).save(() -> {});
        LiveEngine after = new LiveEngine(PAIR);
        file(after).restore();
        assertThat(after.post(-10, "a", "b")).isEmpty();
        assertThat(after.post(-20, "x")).isEmpty();
    }

    @Test
    void aRuleThatChangedBeginsAnew() throws Exception {
        LiveEngine before = new LiveEngine(PAIR);
        before.post(-10, "a");
        file(before).save(() -> {});
        LiveEngine after = new LiveEngine(PAIR + " | head 5");
        file(after).restore();
        assertThat(after.post(-5, "b")).isEmpty();
    }

    @Test
    void aDamagedFileIsSetAside() throws Exception {
        LiveEngine live = new LiveEngine(PAIR);
        live.post(-10, "a");
        StateFile file = file(live);
        file.save(() -> {});
        byte[] content = Files.readAllBytes(file.path());
        content[content.length / 2] ^= 1;
        Files.write(file.path(), content);
        LiveEngine after = new LiveEngine(PAIR);
        assertThat(file(after).restore()).isInstanceOf(StateFile.Restored.Damaged.class);
        assertThat(file.path()).doesNotExist();
        assertThat(after.post(-5, "b")).isEmpty();
    }

    @Test
    void everyCutOffFileIsRecognised() throws Exception {
        LiveEngine live = new LiveEngine(PAIR);
        live.post(-10, "a");
        StateFile file = file(live);
        file.save(() -> {});
        byte[] content = Files.readAllBytes(file.path());
        for (int length = 0; length < content.length; length++) {
            Files.write(file.path(), Arrays.copyOf(content, length));
            assertThat(file(new LiveEngine(PAIR)).restore()).isInstanceOf(StateFile.Restored.Damaged.class);
        }
    }

    @Test
    void anEventThatIsTooLargeByNowIsNoEvidenceButCounts() throws Exception {
        LiveEngine before = new LiveEngine(PAIR);
        before.post(-10.125, "a");
        file(before).save(() -> {});
        EventLimits narrower = new EventLimits(LiveEngine.json(-5, "b").length(), 10, 100);
        LiveEngine after = new LiveEngine(PAIR, SequenceLimits.DEFAULT, narrower);
        file(after).restore();
        assertThat(after.post(-5, "b"))
                .singleElement()
                .satisfies(detection -> assertThat(detection.matched())
                        .extracting(Detection.MatchedClause::event)
                        .containsExactly(1));
    }

    /** The checksum fits, as it would if the writer was wrong: of what makes no sense nothing is used. */
    @ParameterizedTest
    @ValueSource(strings = {PAIR, ABSENCE, SAMPLE})
    void noContentIsUsedByHalves(String query) throws Exception {
        LiveEngine live = new LiveEngine(query);
        live.post(-10, "a@bob", "b@eve");
        live.post(-100_000, "a");
        StateFile file = file(live);
        file.save(() -> {});
        byte[] content = Files.readAllBytes(file.path());
        for (int i = Long.BYTES; i < content.length - Long.BYTES; i++) {
            Files.write(file.path(), changed(content, i));
            LiveEngine after = new LiveEngine(query);
            if (file(after).restore() instanceof StateFile.Restored.Damaged) {
                assertThat(after.engine.accounts().getFirst().keys()).isZero();
                assertThat(after.engine.budget().bytes()).isZero();
            }
            after.post(-5, "a@bob", "b@bob", "a", "b");
            after.wait(1_000);
        }
    }

    private static byte[] changed(byte[] content, int at) {
        byte[] changed = content.clone();
        changed[at] ^= 1;
        CRC32C checksum = new CRC32C();
        int body = content.length - Long.BYTES;
        checksum.update(changed, 0, body);
        ByteBuffer.wrap(changed).putLong(body, checksum.getValue());
        return changed;
    }

    private StateFile file(LiveEngine live) {
        return new StateFile(directory.resolve("sequences.state"), live.engine, () -> LiveEngine.NOW);
    }
}
