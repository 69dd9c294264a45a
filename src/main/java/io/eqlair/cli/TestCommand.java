package io.eqlair.cli;

import io.eqlair.catalog.RuleCatalog;
import io.eqlair.problem.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tests rules with cases. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Tests rules with cases: events, and how many alerts a rule must raise for them.",
        footer = {
            "",
            "A case is a small file, JSON or TOML:",
            "",
            "  {\"name\": \"netcat that listens\", \"rule_id\": \"…\", \"alerts\": 1,",
            "   \"events\": [{\"event\": {\"category\": \"process\"}, \"process\": {\"name\": \"nc\"}}]}",
            "",
            "\"events_file\" names a file of events instead, seen from the case. \"index\" is that of events which name none."
                    + " In TOML, events may be NDJSON between '''.",
            "",
            "Exit code 0: all cases passed. 1: a case failed, or a rule is rejected. 2: the command was called wrongly, or"
                    + " there is no case."
        })
final class TestCommand implements Callable<Integer> {

    private final Streams streams;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private RulesOption rules = new RulesOption();

    @Option(
            names = "--cases",
            required = true,
            paramLabel = "DIR",
            description =
                    "Where the cases are: a directory, whose *.json and *.toml are read to the bottom, or a file. May be given"
                            + " several times.")
    private List<Path> cases = List.of();

    @Option(names = "--junit", paramLabel = "FILE", description = "Writes the results as JUnit XML, for a CI to read.")
    private @Nullable Path junit;

    @Option(
            names = {"-v", "--verbose"},
            description = "Lists the rules that have no case.")
    private boolean verbose;

    TestCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        List<Path> files =
                cases.stream().flatMap(place -> find(place, command).stream()).toList();
        if (files.isEmpty()) {
            String places = cases.stream().map(place -> "`" + place + "`").collect(Collectors.joining(", "));
            throw new CommandLine.ParameterException(command.commandLine(), Problem.CASES_NONE.text(places));
        }
        RuleCatalog catalog = rules.load(command, streams.err());
        List<CaseResult> results = run(files, catalog);
        if (junit != null) {
            write(results, junit);
        }
        return results.stream().allMatch(CaseResult::passed) ? 0 : 1;
    }

    private static List<Path> find(Path place, CommandSpec command) {
        if (!Files.exists(place)) {
            throw new CommandLine.ParameterException(
                    command.commandLine(), Problem.PATH_MISSING.text(place, "--cases"));
        }
        try {
            return CaseFolder.cases(place);
        } catch (IOException | UncheckedIOException unreadable) {
            throw new CommandFailed(Problem.PATH_UNREADABLE, place, String.valueOf(unreadable.getMessage()));
        }
    }

    private List<CaseResult> run(List<Path> files, RuleCatalog catalog) {
        CaseRun run = new CaseRun(catalog);
        PrintWriter out = Streams.printer(streams.out());
        CaseReport report = new CaseReport(out);
        List<CaseResult> results = new ArrayList<>();
        for (Path file : files) {
            CaseResult result = run.run(file);
            report.print(result);
            results.add(result);
        }
        for (CaseResult rejected : run.rejectedRules()) {
            report.print(rejected);
            results.add(rejected);
        }
        report.conclude(catalog, run.named(), verbose);
        return results;
    }

    private static void write(List<CaseResult> results, Path file) {
        try {
            JunitReport.write(results, file);
        } catch (IOException unwritable) {
            throw new CommandFailed(Problem.REPORT_UNWRITABLE, file, CaseReader.reason(unwritable));
        }
    }
}
