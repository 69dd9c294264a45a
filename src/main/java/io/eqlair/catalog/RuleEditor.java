package io.eqlair.catalog;

import io.eqlair.engine.RuleDefinition;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.problem.Problem;
import io.eqlair.repository.AuditEntry;
import io.eqlair.repository.AuditLog;
import io.eqlair.repository.RuleLoad;
import io.eqlair.repository.RuleStore;
import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleFileReader;
import io.eqlair.rule.RuleId;
import io.eqlair.rule.RuleLimits;
import io.eqlair.rule.RuleOverlay;
import io.eqlair.rule.RuleProblem;
import io.eqlair.rule.format.Notation;
import io.eqlair.rule.format.TomlWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes rules, one change at a time: notes who does it, keeps it on the disk, and puts it in force. What is not in order is
 * refused, and all stays as it was. Thread-safe.
 */
public final class RuleEditor {

    private static final Logger LOG = LoggerFactory.getLogger(RuleEditor.class);

    /** What people know the text by that they have sent. */
    private static final String ORIGIN = "body";

    private final RuleStore store;
    private final LiveRules rules;
    private final AuditLog audit;
    private final InstantSource clock;
    private final RuleFileReader reader = new RuleFileReader(RuleLimits.DEFAULT);

    public RuleEditor(RuleStore store, LiveRules rules, AuditLog audit, InstantSource clock) {
        this.store = store;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /** Puts a rule in place of whatever has its id; what was set beside that stays set. */
    public synchronized Edit put(RuleId id, byte[] text, EditTerms terms) {
        if (rules.catalog().isEmpty()) {
            return new Edit.Loading();
        }
        RuleEntry before = find(id);
        if (!terms.allow(version(before))) {
            return new Edit.Outdated(version(before));
        }
        RuleEntry sent = checked(reader.read(text, ORIGIN), Standing.OF_API);
        List<RuleProblem> problems = obstacles(id, sent);
        if (!problems.isEmpty()) {
            return new Edit.Invalid(problems);
        }
        byte[] toml = toml(sent, text);
        RuleOverlay overlay = rules.overlay(id);
        RuleEntry after = checked(reader.read(toml, ORIGIN), new Standing(Standing.Source.API, false, overlay));
        problems = obstacles(id, after);
        return problems.isEmpty()
                ? make(new Change("put", id, before, after, null), terms, () -> store.put(id, toml))
                : new Edit.Invalid(problems);
    }

    /** TOML is kept as it came, with its comments; what came as JSON is written down as TOML, which may turn out too large. */
    private static byte[] toml(RuleEntry sent, byte[] text) {
        RuleFile.Loaded file = sent.file();
        return file == null || file.text().notation() == Notation.TOML
                ? text
                : TomlWriter.write(file.content()).getBytes(StandardCharsets.UTF_8);
    }

    /** What keeps an entry from being put under an id; a rule that is switched off may be put. */
    private static List<RuleProblem> obstacles(RuleId id, RuleEntry entry) {
        RuleFile.Loaded file = entry.file();
        if (file == null || entry.state() == RuleState.REJECTED) {
            return entry.problems();
        }
        RuleId said = file.rule().id();
        return said.equals(id)
                ? List.of()
                : List.of(RuleProblem.of(Problem.RULE_ID_MISMATCH, ORIGIN, file.idPosition(), said, id));
    }

    /**
     * Sets something for a rule beside its file.
     *
     * @param setting is given what was set before, and says what is to be set
     * @param switchesOn whether that is, among others, that the rule runs; it leaves quarantine then
     */
    public synchronized Edit set(RuleId id, UnaryOperator<RuleOverlay> setting, boolean switchesOn, EditTerms terms) {
        if (rules.catalog().isEmpty()) {
            return new Edit.Loading();
        }
        RuleEntry before = find(id);
        if (before == null) {
            return new Edit.Missing();
        }
        RuleFile.Loaded kept = rules.asKept(id).orElse(null);
        if (kept == null) {
            return new Edit.Refused(
                    Problem.RULE_NOT_IN_ORDER, List.of(id, before.state().text()));
        }
        if (!terms.allow(version(before))) {
            return new Edit.Outdated(version(before));
        }
        RuleOverlay overlay = setting.apply(rules.overlay(id));
        Standing standing =
                new Standing(before.standing().source(), before.standing().stale(), overlay);
        RuleDefinition definition = RuleDefinitions.of(kept.rule());
        RuleEntry after =
                rules.isQuarantined(definition) && !switchesOn ? before.with(standing) : checked(kept, standing);
        return make(new Change("patch", id, before, after, overlay.toString()), terms, () -> {
            store.set(id, overlay);
            if (switchesOn) {
                rules.release(definition);
            }
        });
    }

    /**
     * Removes a rule that was put through the API. A file with its id takes its place again; where there is none, what was set
     * for the rule goes with it.
     */
    public synchronized Edit delete(RuleId id, EditTerms terms) {
        if (rules.catalog().isEmpty()) {
            return new Edit.Loading();
        }
        RuleEntry before = find(id);
        if (!store.has(id)) {
            return before == null
                    ? new Edit.Missing()
                    : new Edit.Refused(Problem.RULE_KEPT_IN_FILE, List.of(id, before.origin()));
        }
        if (!terms.allow(version(before))) {
            return new Edit.Outdated(version(before));
        }
        Standing standing = new Standing(Standing.Source.FILE, false, rules.overlay(id));
        RuleEntry after = rules.inFile(id).map(file -> checked(file, standing)).orElse(null);
        return make(new Change("delete", id, before, after, null), terms, () -> {
            store.put(id, null);
            if (after == null && !mayComeBack()) {
                forget(id);
            }
        });
    }

    /** Whether files are not in order at the moment, of which one may have the rule. */
    private boolean mayComeBack() {
        return rules.catalog().stream()
                .flatMap(catalog -> catalog.entries().stream())
                .filter(entry -> entry.standing().source() == Standing.Source.FILE)
                .anyMatch(entry ->
                        entry.state() == RuleState.REJECTED || entry.standing().stale());
    }

    /** The rule is gone by then: what is left of it does no harm, and must not make the change look as if it was not made. */
    private void forget(RuleId id) {
        try {
            store.set(id, RuleOverlay.NONE);
        } catch (IOException e) {
            LOG.warn("What was set for the rule {} could not be removed with it.", id, e);
        }
    }

    private @Nullable RuleEntry find(RuleId id) {
        return rules.catalog().flatMap(catalog -> catalog.find(id.value())).orElse(null);
    }

    /** Empty for a rule that is not there, or is none. */
    private static String version(@Nullable RuleEntry entry) {
        String version = entry == null ? null : RuleVersion.of(entry);
        return version == null ? "" : version;
    }

    private static RuleEntry checked(RuleFile file, Standing standing) {
        RuleFile laidOver =
                file instanceof RuleFile.Loaded loaded ? standing.overlay().over(loaded) : file;
        return RuleCatalog.of(new RuleLoad(List.of(laidOver), List.of()), EqlLimits.DEFAULT)
                .entries()
                .getFirst()
                .with(standing);
    }

    private Edit make(Change change, EditTerms terms, Keeping keeping) {
        if (terms.dryRun()) {
            return new Edit.Done(change.before(), change.after());
        }
        try {
            audit.append(change.entry(clock, terms));
            keeping.run();
        } catch (IOException e) {
            LOG.error("The change of the rule {} could not be kept, and was not made.", change.id(), e);
            noteFailure(change.failed().entry(clock, terms));
            return new Edit.NotKept(String.valueOf(e.getMessage()));
        }
        Reload done = rules.loadStored();
        return done.failure() == null ? new Edit.Done(change.before(), find(change.id())) : new Edit.NotInForce();
    }

    private void noteFailure(AuditEntry entry) {
        try {
            audit.append(entry);
        } catch (IOException again) {
            LOG.error("Nor could that be noted in the audit log.", again);
        }
    }

    /** What the store has to do for a change. */
    @FunctionalInterface
    private interface Keeping {
        void run() throws IOException;
    }

    /** What is to be done, and what comes of it. */
    private record Change(
            String action,
            RuleId id,
            @Nullable RuleEntry before,
            @Nullable RuleEntry after,
            @Nullable String detail) {

        /** The same, for the log, once it could not be kept. */
        Change failed() {
            return new Change("failed", id, before, after, action);
        }

        AuditEntry entry(InstantSource clock, EditTerms terms) {
            return new AuditEntry(
                    clock.instant(),
                    terms.actor(),
                    terms.address(),
                    action,
                    id.value(),
                    null,
                    null,
                    null,
                    null,
                    before == null ? null : RuleVersion.of(before),
                    after == null ? null : RuleVersion.of(after),
                    detail);
        }
    }
}
