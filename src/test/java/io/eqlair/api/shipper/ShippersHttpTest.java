package io.eqlair.api.shipper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eqlair.api.shipper.Shipper.Question;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Every shipper's requests, and what it makes of every answer. Good events are neither lost nor sent again for ever, bad events stop no
 * others, and what cannot be taken now is sent again, but for {@link Hazard hazards} that only a shipper's settings can cure.
 */
class ShippersHttpTest extends CrampedHttpTest {

    static final List<Shipper> SHIPPERS = Shippers.ALL;

    private static final int MANY = 6_000;
    private static final int TOO_MANY = 32_000;

    @ParameterizedTest
    @FieldSource("SHIPPERS")
    void allThatIsAskedBeforehandIsAnsweredWell(Shipper shipper) {
        for (Question question : shipper.questions()) {
            Reply reply = wire.make(question.call());
            assertThat(question.goesOn().test(reply))
                    .as("%s goes on after %s: %s", shipper.name(), question.call(), reply)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @FieldSource("SHIPPERS")
    void whatIsTakenIsAcknowledgedAndBadEventsStopNoOthers(Shipper shipper) {
        check(shipper, Occasion.ALL_GOOD, docs(3), Set.of());
        check(shipper, Occasion.SOME_BAD, List.of(Doc.good(1), Doc.bad(), Doc.good(2)), Set.of(1));
        check(shipper, Occasion.ALL_BAD, List.of(Doc.bad(), Doc.bad()), Set.of(0, 1));
    }

    @ParameterizedTest
    @FieldSource("SHIPPERS")
    void whatIsSentAgainIsAcknowledgedAgain(Shipper shipper) {
        List<Doc> events =
                List.of(Doc.good(1).withId(shipper.name() + 1), Doc.good(2).withId(shipper.name() + 2), Doc.good(3));
        check(shipper, Occasion.SENT_AGAIN, events, Set.of());
        check(shipper, Occasion.SENT_AGAIN, events, Set.of());
        check(shipper, Occasion.SENT_AGAIN, List.of(events.getFirst(), Doc.bad()), Set.of(1));
    }

    @ParameterizedTest
    @FieldSource("SHIPPERS")
    void largeAnswersAreUnderstood(Shipper shipper) {
        List<Doc> events = new ArrayList<>(docs(MANY));
        check(shipper, Occasion.MANY, events, Set.of());
        events.set(MANY - 1, Doc.bad());
        check(shipper, Occasion.MANY_WITH_A_BAD_ONE, events, Set.of(MANY - 1));
    }

    @ParameterizedTest
    @FieldSource("SHIPPERS")
    void whatCannotBeTakenNowIsSentAgain(Shipper shipper) throws IOException {
        Call call = shipper.deliver(docs(3));
        try (Socket slow = wire.slowSender(ENOUGH_TO_KEEP_OTHERS_OUT)) {
            assertThat(slow.isConnected()).isTrue();
            Reply reply = await().until(() -> wire.make(call), answer -> !answer.isGood());
            assertThat(reply.status()).isEqualTo(shipper.again());
            assertThat(reply.header("Retry-After")).isEqualTo(reply.isBrokenOff() ? "" : "2");
            judge(shipper, Occasion.OVERLOADED, shipper.judge(3, reply), Set.of(), reply);
        }
        await().until(() -> wire.make(call).isGood());
    }

    @ParameterizedTest
    @FieldSource("SHIPPERS")
    void whatNobodyCanReadIsNotSentForEver(Shipper shipper) {
        Call call = shipper.deliver(docs(2));
        byte[] text = "what is this".getBytes(StandardCharsets.UTF_8);
        Reply unreadable = wire.make(new Call(call.method(), call.path(), java.util.Map.of(), text));
        assertThat(unreadable.status()).isEqualTo(400);
        judge(shipper, Occasion.NOT_READABLE, shipper.judge(2, unreadable), Set.of(), unreadable);
        Reply broken = wire.make(call.with("Content-Encoding", "gzip").carrying(text));
        assertThat(broken.status()).isEqualTo(400);
        judge(shipper, Occasion.BROKEN_GZIP, shipper.judge(2, broken), Set.of(), broken);
    }

    @ParameterizedTest
    @FieldSource("SHIPPERS")
    void whatIsTooLargeIsNotSentForEver(Shipper shipper) {
        Reply reply = wire.make(shipper.deliver(docs(TOO_MANY)));
        assertThat(reply.status()).isEqualTo(413);
        judge(shipper, Occasion.TOO_LARGE, shipper.judge(TOO_MANY, reply), Set.of(), reply);
    }

    @ParameterizedTest
    @FieldSource("SHIPPERS")
    void aBadEventAloneIsABatchLikeOthers(Shipper shipper) {
        if (shipper.isBulk() || shipper.sendsLines()) {
            check(shipper, Occasion.ONE_BAD, List.of(Doc.broken()), Set.of(0));
        }
    }

    @Test
    void documentsThatAreCutOffAreBadEventsAndNoMore() {
        List<Doc> events = List.of(Doc.good(1), Doc.broken(), Doc.good(2));
        SHIPPERS.stream()
                .filter(Shipper::isBulk)
                .forEach(shipper -> check(shipper, Occasion.SOME_BAD, events, Set.of(1)));
    }

    @Test
    void anEmptyBodyIsABatchOfNothing() {
        SHIPPERS.stream().filter(Shipper::isBulk).forEach(shipper -> {
            Reply reply = wire.make(shipper.deliver(List.of()));
            assertThat(reply.status()).isEqualTo(200);
            assertThat(shipper.judge(0, reply)).isInstanceOf(Fate.Acknowledged.class);
        });
    }

    private static List<Doc> docs(int count) {
        return IntStream.range(0, count).mapToObj(Doc::good).toList();
    }

    private void check(Shipper shipper, Occasion occasion, List<Doc> events, Set<Integer> bad) {
        Reply reply = wire.make(shipper.deliver(events));
        assertThat(reply.status()).as("%s: %s", shipper.name(), reply).isEqualTo(200);
        judge(shipper, occasion, shipper.judge(events.size(), reply), bad, reply);
    }

    /** A hazard that is none is a mistake in the list. */
    private static void judge(Shipper shipper, Occasion occasion, Fate fate, Set<Integer> bad, Reply reply) {
        assertThat(occasion.isServedBy(fate, bad))
                .as(
                        "%s, %s: %s after %s %.300s",
                        shipper.name(), occasion, fate, reply.status(), Collections.singletonList(reply.body()))
                .isEqualTo(!Hazard.isKnown(shipper.name(), occasion));
    }
}
