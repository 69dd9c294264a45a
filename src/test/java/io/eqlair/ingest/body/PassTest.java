package io.eqlair.ingest.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What bodies weigh that are read whole. */
class PassTest {

    private final Admission admission = new Admission(10_000, Duration.ofSeconds(1), 100);

    @Test
    void aBodyThatIsReadWholeWeighsAsMuchToTheEnd() throws IOException {
        Body body = body(8_000);
        try (Pass pass = admission.enter(body)) {
            assertThat(pass.readWhole(body, BodyLimits.of(10_000))).hasSize(8_000);
            assertThat(admission.weight()).isEqualTo(8_000);
            pass.goesOn(50); // an event that was made of it
            assertThat(admission.weight()).isEqualTo(8_050);
            assertThatThrownBy(() -> admission.enter(body(3_000))).isInstanceOf(Overloaded.class);
        }
        assertThat(admission.weight()).isZero();
    }

    @Test
    void aBodyOfUnknownLengthWeighsWhatHasCome() throws IOException {
        Body body = new Body(new ByteArrayInputStream(new byte[9_000]), -1, null);
        try (Pass pass = admission.enter(body)) {
            pass.readWhole(body, BodyLimits.of(10_000));
            assertThat(admission.weight()).isEqualTo(9_000);
        }
    }

    private static Body body(int length) {
        return new Body(new ByteArrayInputStream(new byte[length]), length, null);
    }
}
