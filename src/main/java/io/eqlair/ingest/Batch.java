package io.eqlair.ingest;

import io.eqlair.alerting.AlertBatch;
import io.eqlair.alerting.AlertList;
import io.eqlair.alerting.Alerting;
import io.eqlair.catalog.RuleSession;
import io.eqlair.engine.Finding;
import io.eqlair.event.Event;
import io.eqlair.event.EventRejected;
import io.eqlair.ingest.body.BodyPlace;
import io.eqlair.ingest.body.BodyRejected;
import io.eqlair.ingest.body.RefusedDocument;
import io.eqlair.problem.Problem;
import io.eqlair.store.StoreUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One body while it streams in: shows its events to the rules in their order, and keeps count. For one thread. */
final class Batch implements Verdicts, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

    private final RuleSession rules;
    private final BatchTerms terms;
    private final AlertBatch raising;
    private final IngestLimits limits;
    private final IngestMeters meters;
    private final AlertList alerts;
    private final List<EventError> errors = new ArrayList<>();
    private final Map<String, Integer> rejectedByCode = new TreeMap<>();
    private int accepted;
    private int rejected;
    private int faults;
    private int failures;
    private int unreadableTimes;

    private @Nullable Evaluation evaluation;

    /** The last event that was rejected, until somebody asks. */
    private @Nullable EventError rejection;

    /** The first document, if it was refused: it may be all there is. */
    private @Nullable RefusedDocument first;

    /** Likewise, if it was refused before it was complete. */
    private @Nullable BodyRejected onlyRefusal;

    Batch(RuleSession rules, Alerting alerting, BatchTerms terms, IngestLimits limits, IngestMeters meters) {
        this.rules = rules;
        this.terms = terms;
        this.alerts = new AlertList(terms.alerts() ? limits.alerts() : 0);
        this.raising = alerting.open(rules, alerts::add, this::giveBack);
        this.limits = limits;
        this.meters = meters;
    }

    /** Says who evaluates its events, and gives back what it has borrowed whenever that may take a while. */
    void evaluatedBy(Evaluation events) {
        evaluation = events;
    }

    /** There are few evaluators, and whoever shows alerts to rules needs one, too, or has others evaluate. */
    void giveBack() {
        if (evaluation != null) {
            evaluation.close();
        }
    }

    @Override
    public void evaluated(Event event, @Nullable Finding finding) throws BodyRejected {
        note(event.failures(), event.timeUnreadable() ? 1 : 0);
        show(event.timestamp(), finding);
    }

    /** Counts what was odd about events. */
    void note(int failedOperations, int timesThatCannotBeRead) {
        failures += failedOperations;
        unreadableTimes += timesThatCannotBeRead;
    }

    /** Shows an event to the rules that remember others, and raises the alerts. */
    void show(long timestamp, @Nullable Finding finding) throws BodyRejected {
        checkRoom();
        try {
            if (finding == null && !rules.engine().waitsForTime()) {
                rules.engine().pass(timestamp);
            } else {
                raising.raise(() -> rules.engine().accept(timestamp, finding));
            }
            accepted++;
        } catch (StoreUnavailable wholeRequest) {
            throw wholeRequest;
        } catch (RuntimeException | StackOverflowError fault) {
            fault(fault);
        }
    }

    @Override
    public void refused(byte[] document, EventRejected why) throws BodyRejected {
        checkRoom();
        first = first == null && accepted + rejected == 0 ? RefusedDocument.of(document, why) : first;
        reject(why.code(), String.valueOf(why.getMessage()));
    }

    @Override
    public void refused(Problem problem, Object... arguments) throws BodyRejected {
        checkRoom();
        onlyRefusal = new BodyRejected(problem, arguments);
        reject(problem.code(), problem.text(arguments));
    }

    @Override
    public void failed(Throwable fault) throws BodyRejected {
        checkRoom();
        fault(fault);
    }

    private void checkRoom() throws BodyRejected {
        if (accepted + rejected >= limits.events()) {
            throw new BodyRejected(Problem.BODY_TOO_MANY_EVENTS, limits.events());
        }
    }

    /** Logged once in full, as the next event is likely to meet the same fault. */
    private void fault(Throwable fault) {
        if (faults++ == 0) {
            LOG.error("Evaluating event {} of a batch failed.", accepted + rejected, fault);
        }
        reject(Problem.EVENT_INTERNAL_ERROR.code(), Problem.EVENT_INTERNAL_ERROR.text());
    }

    private void reject(String code, String message) {
        if (errors.size() < limits.errors()) {
            rejection = new EventError(accepted + rejected, code, message);
            errors.add(rejection);
        } else {
            rejection = new EventError(accepted + rejected, code, code); // as many texts would be more than the request
        }
        rejected++;
        rejectedByCode.merge(code, 1, Integer::sum);
    }

    /** Why the last event was rejected; null if it was not, or somebody has asked before. */
    @Nullable
    EventError takeRejection() {
        EventError last = rejection;
        rejection = null;
        return last;
    }

    /** What came of it, once all is read. */
    BatchOutcome outcome(DocumentSplitter body) throws BodyRejected {
        if (body.shape() == DocumentSplitter.Shape.EMPTY) {
            throw new BodyRejected(Problem.BODY_EMPTY);
        }
        checkShape(body);
        if (accepted == 0 && rejected == 1) {
            checkOnly(body);
        }
        return outcome();
    }

    /** The same where a body with one bad event, or with none, is as good as any. */
    BatchOutcome outcome() {
        raising.settleOwn();
        return new BatchOutcome(
                accepted + rejected,
                accepted,
                rejected,
                alerts.listed(),
                alerts.known(),
                alerts.suppressed(),
                alerts.cappedRules(),
                errors,
                isTruncated(),
                rejected > errors.size());
    }

    /** Refuses a body that has nothing of a list of events. */
    void checkShape(DocumentSplitter body) throws BodyRejected {
        if (body.shape() == DocumentSplitter.Shape.OTHER && first != null) {
            BodyPlace place = new BodyPlace(body.firstLine(), body.firstByte());
            throw BodyRejected.notJson(place, "found `" + first.beginning() + "`, expected `{` or `[`");
        }
    }

    /** Where there is but one document, what is wrong with it is wrong with the body. */
    private void checkOnly(DocumentSplitter body) throws BodyRejected {
        if (first != null && first.why().problem() == Problem.EVENT_NOT_JSON) {
            int line = body.firstLine() + first.linesBefore();
            BodyPlace place = new BodyPlace(line, body.firstByte() + first.why().offset());
            throw BodyRejected.notJson(place, first.why().reason());
        }
        if (onlyRefusal != null) {
            throw onlyRefusal;
        }
    }

    /** Stores what was raised even where the body was refused, counts all for all to see, and logs what was not good. */
    @Override
    public void close() {
        try (raising) {
            terms.counted().accept(accepted + rejected);
            meters.add(accepted, failures, unreadableTimes, rejectedByCode);
            if (rejected + unreadableTimes > 0 || isTruncated()) {
                log();
            }
        }
    }

    private boolean isTruncated() {
        return terms.alerts() && alerts.isTruncated();
    }

    private void log() {
        if (rejected > 0) {
            LOG.warn(
                    "{} of {} events of a batch were rejected; the first: {}",
                    rejected,
                    accepted + rejected,
                    errors.getFirst());
        }
        if (faults > 1) {
            LOG.error("Evaluating {} more events of that batch failed.", faults - 1);
        }
        if (unreadableTimes > 0) {
            LOG.warn(
                    "{} events of a batch have a timestamp that cannot be read: they count as of their arrival.",
                    unreadableTimes);
        }
        if (isTruncated()) {
            LOG.warn("{} alerts did not fit into an answer; all are in the store.", alerts.notListed());
        }
    }
}
