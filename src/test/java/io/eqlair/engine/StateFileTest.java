package io.eqlair.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {

    private static final String PAIR =
            "sequence by user.name with maxspan=1m [any where event.action == \"a\"] [any where event.action == \"b\"]";

    @TempDir
    private Path directory;

    @Test
    void aSequenceGoesOnAfterARestart() throws Exception {
        LiveEngine before = new LiveEngine(PAIR);
        before.post(-10, "a");
        file(before).save();
        LiveEngine after = new LiveEngine(PAIR);
        assertThat(file(after).restore()).isEqualTo(new StateFile.Restored.Keys(1));
        assertThat(after.post(-5, "b")).hasSize(1);
    }

    @Test
    void whatWasReportedIsNotReportedAgain() throws Exception {
        LiveEngine before = new LiveEngine(PAIR);
        before.post(-10, "a", "b");
        file(before).save();
        LiveEngine after = new LiveEngine(PAIR);
        file(after).restore();
        assertThat(after.post(-10, "a", "b")).isEmpty();
        assertThat(after.post(-20, "x")).isEmpty();
    }

    @Test
    void aRuleThatChangedBeginsAnew() throws Exception {
        LiveEngine before = new LiveEngine(PAIR);
        before.post(-10, "a");
        file(before).save();
        LiveEngine after = new LiveEngine(PAIR + " | head 5");
        file(after).restore();
        assertThat(after.post(-5, "b")).isEmpty();
    }

    @Test
    void aDamagedFileIsSetAside() throws Exception {
        LiveEngine live = new LiveEngine(PAIR);
        live.post(-10, "a");
        StateFile file = file(live);
        file.save();
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
        file.save();
        byte[] content = Files.readAllBytes(file.path());
        for (int length = 0; length < content.length; length++) {
            Files.write(file.path(), Arrays.copyOf(content, length));
            assertThat(file(new LiveEngine(PAIR)).restore()).isInstanceOf(StateFile.Restored.Damaged.class);
        }
    }

    private StateFile file(LiveEngine live) {
        return new StateFile(directory.resolve("sequences.state"), live.engine, () -> LiveEngine.NOW);
    }
}
