package io.eqlair.exceptions;

import io.eqlair.catalog.EditTerms;
import io.eqlair.catalog.LiveRules;
import io.eqlair.catalog.RuleCatalog;
import io.eqlair.exceptions.ExceptionItem.Origin;
import io.eqlair.exceptions.ImportReport.LineNote;
import io.eqlair.exceptions.ImportReport.RefusedLine;
import io.eqlair.problem.Problem;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Imports Kibana's exports of exception lists: NDJSON with lists, their items, and a summary. An item is for the rules whose
 * {@code exceptions_list} names its list. All that is in order is put in force in one step; what is not is told by its line.
 * Thread-safe.
 */
public final class ExceptionImport {

    private final ExceptionChanges changes;
    private final LiveExceptions live;
    private final LiveRules rules;
    private final ExceptionLimits limits;
    private final InstantSource clock;
    private final ExceptionReader reader;

    public ExceptionImport(
            ExceptionChanges changes,
            LiveExceptions live,
            LiveRules rules,
            ExceptionLimits limits,
            InstantSource clock) {
        this.changes = changes;
        this.live = live;
        this.rules = rules;
        this.limits = limits;
        this.clock = clock;
        this.reader = new ExceptionReader(limits);
    }

    /** Imports all that is in order. */
    public ExceptionEdit<ImportReport> take(String ndjson, ImportScope scope, EditTerms terms) {
        synchronized (changes) {
            Reading reading = new Reading(scope, live.set());
            reading.all(ndjson);
            ExceptionSet next = live.set().withAll(reading.items.values());
            List<ExceptionFinding> obstacles = ExceptionEditor.beyondLimits(next, limits);
            if (reading.items.isEmpty() && reading.rejected.isEmpty()) {
                obstacles = List.of(ExceptionFinding.of("", Problem.IMPORT_EMPTY));
            }
            if (!obstacles.isEmpty()) {
                return new ExceptionEdit.Invalid<>(obstacles);
            }
            List<ExceptionChanges.Put> puts = reading.items.values().stream()
                    .map(item -> new ExceptionChanges.Put(reading.before(item), item))
                    .toList();
            return puts.isEmpty()
                    ? new ExceptionEdit.Done<>(null, reading.report())
                    : changes.put(puts, next, terms).answer(null, reading.report());
        }
    }

    /** The lines of one import. */
    private final class Reading {

        private final ImportScope scope;
        private final ExceptionSet present;
        private final Optional<RuleCatalog> catalog = rules.catalog();

        /** By id: of two items with the same the last counts. */
        private final Map<String, ExceptionItem> items = new LinkedHashMap<>();

        private final List<RefusedLine> rejected = new ArrayList<>();
        private final List<LineNote> notes = new ArrayList<>();
        private int lists;

        private Reading(ImportScope scope, ExceptionSet present) {
            this.scope = scope;
            this.present = present;
        }

        private void all(String ndjson) {
            int number = 0;
            for (String line : ndjson.lines().toList()) {
                number++;
                if (!line.isBlank()) {
                    line(number, line);
                }
            }
        }

        private void line(int number, String line) {
            JsonNode node;
            try {
                node = ExceptionReader.JSON.readTree(line);
            } catch (JacksonException e) {
                refuse(
                        number,
                        "",
                        List.of(ExceptionFinding.of("", Problem.IMPORT_LINE_NOT_JSON, e.getOriginalMessage())));
                return;
            }
            if (node.has("entries") || node.has("item_id")) {
                item(number, new KibanaItem(node));
            } else if (node.has("list_id")) {
                lists++;
            } else if (!node.has("exported_exception_list_count") && !node.has("exported_exception_list_item_count")) {
                refuse(number, "", List.of(ExceptionFinding.of("", Problem.IMPORT_LINE_UNKNOWN)));
            }
        }

        private void item(int number, KibanaItem item) {
            boolean named = catalog.filter(known -> ExceptionChecks.isNamed(item.listId(), known))
                    .isPresent();
            JsonNode said = item.said(scope(item.id()), named);
            if (!item.findings().isEmpty()) {
                refuse(number, item.id(), item.findings());
                return;
            }
            switch (reader.read(said, present.listIds())) {
                case ExceptionReader.Result.Wrong wrong -> refuse(number, item.id(), wrong.findings());
                case ExceptionReader.Result.Read read -> keep(number, item, read.terms(), named);
            }
        }

        /** An item that comes again without rules stays with those that it has. */
        private ImportScope scope(String id) {
            Scope before = present.find(id).map(item -> item.terms().scope()).orElse(null);
            boolean said = scope.all() || !scope.rules().isEmpty();
            return switch (said ? null : before) {
                case null -> scope;
                case Scope.AllRules all -> new ImportScope(true, List.of());
                case Scope.Some some -> new ImportScope(false, some.rules());
            };
        }

        private void keep(int number, KibanaItem item, ExceptionTerms terms, boolean named) {
            String id = item.id();
            ExceptionItem before = present.find(id).orElse(null);
            items.put(id, ExceptionEditor.made(id, before, terms, Origin.KIBANA, clock.instant()));
            item.ignored().forEach(finding -> notes.add(new LineNote(number, id, finding)));
            if (!named
                    && terms.scope() instanceof Scope.Some some
                    && some.rules().isEmpty()) {
                ExceptionFinding unnamed = ExceptionFinding.of("list_id", Problem.IMPORT_LIST_UNNAMED, item.listId());
                notes.add(new LineNote(number, id, unnamed));
            }
        }

        private void refuse(int number, String id, List<ExceptionFinding> findings) {
            rejected.add(new RefusedLine(number, id, findings));
        }

        private @Nullable ExceptionItem before(ExceptionItem item) {
            return present.find(item.id()).orElse(null);
        }

        private ImportReport report() {
            List<String> replaced = items.keySet().stream()
                    .filter(id -> present.find(id).isPresent())
                    .toList();
            List<String> imported = items.keySet().stream()
                    .filter(id -> present.find(id).isEmpty())
                    .toList();
            return new ImportReport(imported, replaced, rejected, notes, lists);
        }
    }
}
