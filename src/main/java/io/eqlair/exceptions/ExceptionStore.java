package io.eqlair.exceptions;

import io.eqlair.exceptions.ExceptionItem.Origin;
import io.eqlair.problem.Problem;
import io.eqlair.repository.DocumentFolder;
import io.eqlair.repository.DocumentFolder.Document;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Exceptions and value lists below the data directory, one to a file: {@code exceptions/{id}.json}, {@code lists/{id}.json}. A file
 * that is not in order is told, and stops no other. For one writer at a time.
 */
public final class ExceptionStore {

    private static final Logger LOG = LoggerFactory.getLogger(ExceptionStore.class);

    private final DocumentFolder items;
    private final DocumentFolder lists;
    private final ExceptionReader reader;
    private final ListReader listReader;
    private final InstantSource clock;

    /**
     * A store below a directory, which is made when something is first kept.
     *
     * @param clock says when a file was made that does not say so itself
     */
    public ExceptionStore(Path directory, ExceptionLimits limits, InstantSource clock) {
        this.items = new DocumentFolder(directory.resolve("exceptions"), limits.itemBytes());
        this.lists = new DocumentFolder(directory.resolve("lists"), limits.listBytes());
        this.reader = new ExceptionReader(limits);
        this.listReader = new ListReader(limits);
        this.clock = clock;
    }

    /** All that is kept. */
    public ExceptionSet load() {
        ExceptionSet set = ExceptionSet.EMPTY;
        for (Document document : documents(lists, "lists")) {
            set = withList(set, document);
        }
        List<ExceptionItem> read = new ArrayList<>();
        for (Document document : documents(items, "exceptions")) {
            switch (read(document, set.listIds())) {
                case Outcome.Kept kept -> read.add(kept.item());
                case Outcome.Broken broken -> set = set.withRejected(broken.file());
            }
        }
        set = withAll(set, read);
        set.rejectedLists().forEach(ExceptionStore::log);
        set.rejected().forEach(ExceptionStore::log);
        return set;
    }

    private static void log(Rejected file) {
        LOG.warn("{} is left out: {}", file.file(), file.findings().getFirst().text());
    }

    private static List<Document> documents(DocumentFolder folder, String name) {
        try {
            return folder.load();
        } catch (IOException e) {
            LOG.error("The directory `{}` cannot be read: none of it is in force.", name, e);
            return List.of();
        }
    }

    private ExceptionSet withList(ExceptionSet set, Document document) {
        if (document.text() == null) {
            return set.withRejectedList(unreadable(document));
        }
        return switch (listReader.json(document.id(), document.text(), ListType.KEYWORD)) {
            case ListReader.Result.Read read -> set.with(read.list());
            case ListReader.Result.Wrong wrong -> set.withRejectedList(rejected(document, wrong.findings()));
        };
    }

    /** What there is to say of a file. */
    private sealed interface Outcome {

        record Kept(ExceptionItem item) implements Outcome {}

        record Broken(Rejected file) implements Outcome {}
    }

    private Outcome read(Document document, Set<String> listIds) {
        if (document.text() == null) {
            return new Outcome.Broken(unreadable(document));
        }
        byte[] json = document.text().getBytes(StandardCharsets.UTF_8);
        return switch (reader.read(json, listIds)) {
            case ExceptionReader.Result.Wrong wrong -> new Outcome.Broken(rejected(document, wrong.findings()));
            case ExceptionReader.Result.Read read -> named(document, read);
        };
    }

    /** A file under another name than its id is none: a copy must not come beside what it was made of. */
    private Outcome named(Document document, ExceptionReader.Result.Read read) {
        String said = read.tree().path("id").asString(document.id());
        return said.equals(document.id())
                ? new Outcome.Kept(item(document.id(), read))
                : new Outcome.Broken(rejected(
                        document,
                        List.of(ExceptionFinding.of("id", Problem.EXCEPTION_FILE_NAME, document.id(), said))));
    }

    /** All at once; should that fail, which only a fault of ours can make it, each alone to find out which. */
    private static ExceptionSet withAll(ExceptionSet set, List<ExceptionItem> items) {
        try {
            return set.withAll(items);
        } catch (RuntimeException bug) {
            LOG.error("Compiling the exceptions failed.", bug);
            ExceptionSet sound = set;
            for (ExceptionItem item : items) {
                sound = withOne(sound, item);
            }
            return sound;
        }
    }

    private static ExceptionSet withOne(ExceptionSet set, ExceptionItem item) {
        try {
            return set.with(item);
        } catch (RuntimeException bug) {
            ExceptionFinding finding = ExceptionFinding.of("", Problem.EXCEPTION_UNCOMPILABLE);
            return set.withRejected(new Rejected(item.id(), item.id() + ".json", List.of(finding)));
        }
    }

    private ExceptionItem item(String id, ExceptionReader.Result.Read read) {
        JsonNode tree = read.tree();
        boolean kibana = tree.path("origin").asString("").equals(Origin.KIBANA.text());
        return new ExceptionItem(
                id,
                read.terms(),
                kibana ? Origin.KIBANA : Origin.API,
                time(tree, "created_at"),
                time(tree, "updated_at"));
    }

    private Instant time(JsonNode tree, String member) {
        JsonNotes unread = new JsonNotes(ExceptionLimits.DEFAULT);
        return Objects.requireNonNullElseGet(ExceptionReader.time(member, tree.get(member), unread), clock::instant);
    }

    private static Rejected unreadable(Document document) {
        return rejected(
                document,
                List.of(ExceptionFinding.of("", Problem.EXCEPTION_FILE_UNREADABLE, String.valueOf(document.reason()))));
    }

    private static Rejected rejected(Document document, List<ExceptionFinding> findings) {
        return new Rejected(document.id(), document.file().toString(), findings);
    }

    void put(ExceptionItem item) throws IOException {
        items.put(item.id(), ExceptionWriter.file(item));
    }

    void delete(String id) throws IOException {
        items.delete(id);
    }

    void put(ValueList list) throws IOException {
        lists.put(list.id(), ExceptionWriter.file(list));
    }

    void deleteList(String id) throws IOException {
        lists.delete(id);
    }
}
