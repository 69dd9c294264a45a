package io.eqlair.cli;

import io.eqlair.catalog.RuleCatalog;
import io.eqlair.catalog.RuleEntry;
import io.eqlair.catalog.RuleState;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.problem.Problem;
import io.eqlair.repository.RuleLocations;
import io.eqlair.rule.RuleLimits;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The option {@code --rules}, and the rules that it names. */
final class RulesOption {

    private static final String CLASSPATH = "classpath:";

    @Option(
            names = "--rules",
            required = true,
            paramLabel = "DIR",
            description = {
                "Where the rules are: a directory, which is read to the bottom, or a file. May be given several times.",
                "classpath:rules/ are the rules that ship with Eqlair."
            })
    private List<String> locations = List.of();

    /** Loads the rules, and says which are rejected and why; they do not stop the others. */
    RuleCatalog load(CommandSpec command, PrintWriter err) {
        locations.forEach(location -> check(location, command));
        RuleCatalog catalog =
                RuleCatalog.of(new RuleLocations(locations, RuleLimits.DEFAULT).load(), EqlLimits.DEFAULT);
        catalog.entries().stream()
                .filter(entry -> entry.state() == RuleState.REJECTED)
                .map(RuleEntry::problems)
                .flatMap(List::stream)
                .forEach(problem -> err.println(problem.text()));
        return catalog;
    }

    private static void check(String location, CommandSpec command) {
        if (!location.startsWith(CLASSPATH) && !Files.exists(Path.of(location))) {
            throw new CommandLine.ParameterException(
                    command.commandLine(), Problem.PATH_MISSING.text(location, "--rules"));
        }
    }

    /** How many rules are in each state, for people. */
    static String counts(RuleCatalog catalog) {
        Map<RuleState, Long> counts = catalog.counts();
        return "Rules: %d active, %d disabled, %d rejected, %d unsupported."
                .formatted(
                        counts.get(RuleState.ACTIVE),
                        counts.get(RuleState.DISABLED),
                        counts.get(RuleState.REJECTED),
                        counts.get(RuleState.UNSUPPORTED));
    }
}
