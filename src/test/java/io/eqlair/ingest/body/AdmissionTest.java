package io.eqlair.ingest.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final int LIMIT = 1_000;
    private static final int KEPT = 100;

    private long nanos;
    private final Admission admission = new Admission(LIMIT, Duration.ofSeconds(2), KEPT, () -> nanos);

    @Test
    void letsInWhatFits() throws Exception {
        enter(600);
        enter(400);
        refuses(1);
        assertThat(admission.refused()).isEqualTo(1);
    }

    @Test
    void whatIsRefusedWeighsNothing() throws Exception {
        enter(600);
        refuses(401);
        assertThat(admission.weight()).isEqualTo(600);
    }

    @Test
    void whoComesAloneIsLetInWhateverItWeighs() throws Exception {
        enter(5_000);
        refuses(1);
    }

    @Test
    void whatIsDoneMakesRoom() throws Exception {
        try (Pass pass = enter(1_000)) {
            pass.goesOn(700);
            assertThat(admission.weight()).isEqualTo(300);
            enter(700);
        }
        assertThat(admission.weight()).isEqualTo(700);
    }

    @Test
    void whoLetsUsWaitWeighsWhatIsKept() throws Exception {
        Pass slow = enter(1_000);
        slow.waits();
        assertThat(admission.weight()).isZero();
        slow.goesOn(50);
        assertThat(admission.weight()).isEqualTo(950);
        slow.waits();
        assertThat(admission.weight()).isEqualTo(50);
        slow.goesOn(500);
        slow.waits();
        assertThat(admission.weight()).isEqualTo(KEPT);
    }

    @Test
    void aLengthThatIsNotSaidIsThoughtToBeShort() throws Exception {
        Admission large = new Admission(10 * Body.UNKNOWN, Duration.ofSeconds(2), KEPT);
        large.enter(new Body(InputStream.nullInputStream(), -1, null));
        assertThat(large.weight()).isEqualTo(Body.UNKNOWN);
    }

    @Test
    void afterALongWaitNobodyIsLetInForAMoment() throws Exception {
        try (Pass pass = enter(10)) {
            pass.waited(Duration.ofSeconds(1).toNanos());
            enter(10).close();
            pass.waited(Duration.ofSeconds(1).toNanos() + 1);
            refuses(10);
            nanos += Duration.ofMillis(501).toNanos();
            enter(10).close();
            pass.waited(1);
            enter(10).close();
        }
    }

    @Test
    void whatWasMadeOfABodyWeighsToTheEnd() throws Exception {
        try (Pass pass = enter(10)) {
            pass.goesOn(10);
            pass.keeps(700);
            pass.waits();
            assertThat(admission.weight()).isEqualTo(710);
        }
        assertThat(admission.weight()).isZero();
    }

    @Test
    void whoLetsUsWaitWeighsWhatIsInMemory() throws Exception {
        try (Pass pass = enter(1_000)) {
            pass.keeps(() -> 30);
            pass.goesOn(500);
            pass.waits();
            assertThat(admission.weight()).isEqualTo(30);
        }
    }

    @Test
    void afterALongWaitWhoComesAloneIsLetIn() throws Exception {
        try (Pass pass = enter(10)) {
            pass.waited(Duration.ofSeconds(3).toNanos());
        }
        enter(10);
    }

    private Pass enter(int bytes) throws Overloaded {
        return admission.enter(new Body(InputStream.nullInputStream(), bytes, null));
    }

    private void refuses(int bytes) {
        assertThatExceptionOfType(Overloaded.class)
                .isThrownBy(() -> enter(bytes))
                .withMessageContaining(String.valueOf(LIMIT));
    }
}
