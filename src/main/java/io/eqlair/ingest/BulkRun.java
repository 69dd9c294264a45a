package io.eqlair.ingest;

import io.eqlair.engine.Finding;
import io.eqlair.event.Envelope;
import io.eqlair.event.Event;
import io.eqlair.event.EventRejected;
import io.eqlair.ingest.body.BodyRejected;
import io.eqlair.ingest.body.Pass;
import io.eqlair.ingest.bulk.BulkAction;
import io.eqlair.ingest.bulk.BulkReader;
import io.eqlair.ingest.bulk.SeenIds;
import io.eqlair.problem.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The actions of one bulk request while it streams in: each document is evaluated as soon as it is there. For one thread. */
final class BulkRun implements BulkReader.Sink, Verdicts {

    /** What an item takes in memory and in the answer, beside its texts. */
    private static final int ITEM_BYTES = 200;

    private final BulkTerms terms;
    private final Batch batch;
    private final Pass pass;
    private final SeenIds seen;
    private final int mostItems;
    private final List<BulkItem> items = new ArrayList<>();

    /** With an id, and evaluated. */
    private final Set<Envelope> evaluated = new HashSet<>();

    private @Nullable Evaluation evaluation;

    /** Why the last document that was refused was. */
    private @Nullable EventRejected refusal;

    /** Of the document that is being evaluated. */
    private @Nullable String id;

    BulkRun(BulkTerms terms, Batch batch, Pass pass, SeenIds seen, int mostItems) {
        this.terms = terms;
        this.batch = batch;
        this.pass = pass;
        this.seen = seen;
        this.mostItems = mostItems;
    }

    /** Says who reads documents and shows them to the rules, which tells this run. */
    void evaluatedBy(Evaluation events) {
        evaluation = events;
    }

    @Override
    public void document(BulkAction action, byte[] bytes, int from, int to) throws IOException {
        checkRoom();
        Evaluation events = evaluation();
        events.envelope(action.envelope());
        id = action.envelope().id();
        int end = events.read(bytes, from, to);
        if (end >= 0 && BulkReader.isBlank(bytes, end, to)) {
            events.object();
        } else {
            events.document(Arrays.copyOfRange(bytes, from, to));
        }
        add(action, id);
    }

    /** Evaluates the only document there is; what is wrong with it is wrong with the body. */
    void only(BulkAction action, byte[] document) throws IOException {
        Evaluation events = evaluation();
        events.envelope(action.envelope());
        id = action.envelope().id();
        events.document(document);
        if (refusal != null) {
            throw BodyRejected.ofDocument(document, refusal);
        }
        add(action, id);
    }

    @Override
    public void delete(BulkAction action) throws IOException {
        checkRoom();
        add(new BulkItem(
                action.operation(), action.envelope().index(), action.envelope().id(), true, null));
    }

    @Override
    public void refused(BulkAction action, Problem problem, Object... arguments) throws IOException {
        checkRoom();
        batch.refused(problem, arguments);
        add(action, action.envelope().id());
    }

    private void add(BulkAction action, @Nullable String itsId) {
        EventError error = batch.takeRejection();
        Envelope envelope = action.envelope();
        boolean known = error == null && envelope.id() != null && (!evaluated.add(envelope) || seen.contains(envelope));
        add(new BulkItem(action.operation(), envelope.index(), itsId, known, error));
    }

    private void add(BulkItem item) {
        items.add(item);
        int reason = item.error() == null ? 0 : item.error().message().length();
        pass.keeps(ITEM_BYTES + 2 * (item.id() == null ? 0 : item.id().length()) + reason);
    }

    private void checkRoom() throws BodyRejected {
        if (items.size() >= mostItems) {
            throw new BodyRejected(Problem.BODY_TOO_MANY_EVENTS, mostItems);
        }
    }

    private Evaluation evaluation() {
        if (evaluation == null) {
            throw new IllegalStateException("a run must be told who evaluates");
        }
        return evaluation;
    }

    @Override
    public void evaluated(Event event, @Nullable Finding finding) throws BodyRejected {
        if (id == null && terms.ids()) {
            id = event.stored().id();
        }
        batch.evaluated(event, finding);
    }

    @Override
    public void refused(byte[] document, EventRejected why) throws BodyRejected {
        refusal = why;
        batch.refused(document, why);
    }

    @Override
    public void refused(Problem problem, Object... arguments) throws BodyRejected {
        batch.refused(problem, arguments);
    }

    @Override
    public void failed(Throwable fault) throws BodyRejected {
        batch.failed(fault);
    }

    /** What came of it, once all is read; ids that are acknowledged with it are known from now on. */
    BulkOutcome outcome() {
        BatchOutcome whole = batch.outcome();
        evaluated.forEach(seen::add);
        return new BulkOutcome(items, whole);
    }
}
