package io.eqlair.cli;

import io.eqlair.catalog.RuleCatalog;
import io.eqlair.catalog.RuleEntry;
import io.eqlair.catalog.RuleState;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells people what came of cases, one line for each that passed. */
final class CaseReport {

    private final PrintWriter out;
    private int passed;
    private int failed;

    CaseReport(PrintWriter out) {
        this.out = out;
    }

    void print(CaseResult result) {
        passed += result.passed() ? 1 : 0;
        failed += result.passed() ? 0 : 1;
        String rule = result.rule().isEmpty() ? "" : "  " + result.rule();
        out.println(String.format(
                Locale.ROOT,
                "%-6s  %s%s  (%.1f ms)",
                result.passed() ? "ok" : "FAILED",
                result.name(),
                rule,
                result.nanos() / 1e6));
        if (!result.passed()) {
            out.println("        " + result.file());
            result.text().lines().forEach(line -> out.println("        " + line));
        }
    }

    /**
     * How many passed, and which of the rules nobody tested.
     *
     * @param named the ids of the rules that have a case
     * @param verbose whether the others are listed
     */
    void conclude(RuleCatalog rules, Set<String> named, boolean verbose) {
        List<RuleEntry> active = rules.entries().stream()
                .filter(entry -> entry.state() == RuleState.ACTIVE)
                .toList();
        List<RuleEntry> untested =
                active.stream().filter(entry -> !named.contains(entry.id())).toList();
        out.println();
        if (verbose) {
            untested.forEach(entry -> out.println("no case  " + entry.name() + "  " + entry.id()));
        }
        out.println(untested.size() + " of " + active.size() + " active rules have no case"
                + (verbose || untested.isEmpty() ? "." : "; --verbose lists them."));
        out.println(passed + " passed, " + failed + " failed");
    }
}
