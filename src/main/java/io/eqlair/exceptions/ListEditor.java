package io.eqlair.exceptions;

import io.eqlair.catalog.EditTerms;
import io.eqlair.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes value lists, as {@link ExceptionEditor} does exceptions; the exceptions that name a list ask the new one. Thread-safe. */
public final class ListEditor {

    private final ExceptionChanges changes;
    private final LiveExceptions live;
    private final ExceptionLimits limits;
    private final ListReader reader;

    public ListEditor(ExceptionChanges changes, LiveExceptions live, ExceptionLimits limits) {
        this.changes = changes;
        this.live = live;
        this.limits = limits;
        this.reader = new ListReader(limits);
    }

    /** Puts a list whose values stand one to a line; null leaves the type as it is. */
    public ExceptionEdit<ValueList> putLines(String id, String text, @Nullable ListType type, EditTerms terms) {
        return put(id, reader.lines(id, text, type == null ? typeNow(id) : type), terms);
    }

    /** A list keeps its type unless another one is said; a new one is of keywords. */
    private ListType typeNow(String id) {
        return live.set().findList(id).map(ValueList::type).orElse(ListType.KEYWORD);
    }

    /** Puts a list in JSON. */
    public ExceptionEdit<ValueList> putJson(String id, String json, EditTerms terms) {
        return put(id, reader.json(id, json, typeNow(id)), terms);
    }

    private ExceptionEdit<ValueList> put(String id, ListReader.Result result, EditTerms terms) {
        return switch (result) {
            case ListReader.Result.Wrong wrong -> new ExceptionEdit.Invalid<>(wrong.findings());
            case ListReader.Result.Read read -> put(id, read.list(), terms);
        };
    }

    private ExceptionEdit<ValueList> put(String id, ValueList after, EditTerms terms) {
        synchronized (changes) {
            ValueList before = live.set().findList(id).orElse(null);
            if (!terms.allow(version(before))) {
                return new ExceptionEdit.Outdated<>(version(before));
            }
            if (before == null && live.set().lists().size() >= limits.lists()) {
                return new ExceptionEdit.Refused<>(Problem.LIST_TOO_MANY, List.of(limits.lists()));
            }
            ExceptionSet next = live.set().with(after);
            if (next.listValues() > limits.allListValues()) {
                List<Object> found = List.of(next.listValues(), limits.allListValues());
                return new ExceptionEdit.Refused<>(Problem.LIST_TOO_MANY_VALUES_IN_ALL, found);
            }
            return changes.putList(before, after, next, terms).answer(before, after);
        }
    }

    /** Removes a list that no exception names, or a file that should be one and is none. */
    public ExceptionEdit<ValueList> delete(String id, EditTerms terms) {
        synchronized (changes) {
            ValueList before = live.set().findList(id).orElse(null);
            boolean broken = live.set().rejectedLists().stream()
                    .anyMatch(file -> file.id().equals(id));
            if (before == null && !broken) {
                return new ExceptionEdit.Missing<>();
            }
            if (!terms.allow(version(before))) {
                return new ExceptionEdit.Outdated<>(version(before));
            }
            List<String> naming = live.set().naming(id);
            if (!naming.isEmpty()) {
                return new ExceptionEdit.Refused<>(Problem.LIST_IN_USE, List.of(id, String.join(", ", naming)));
            }
            return changes.deleteList(id, before, live.set().withoutList(id), terms)
                    .answer(before, null);
        }
    }

    private static String version(@Nullable ValueList list) {
        return list == null ? "" : ExceptionVersion.of(list);
    }
}
