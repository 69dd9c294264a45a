package io.eqlair.cli;

import io.eqlair.catalog.RuleCatalog;
import io.eqlair.event.Envelope;
import io.eqlair.format.AlertFormat;
import io.eqlair.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the events of files to rules. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        description =
                "Shows the events of files to rules, and writes the alerts to standard output, one JSON object to a line.",
        footer = {
            "",
            "Exit code 0: the scan is done, with alerts or without. 1: no rule is active, or some events could not be read.",
            "2: the command was called wrongly.",
            "",
            "Example:  eqlair scan --rules rules/ events.ndjson.gz > alerts.ndjson"
        })
final class ScanCommand implements Callable<Integer> {

    static final String STANDARD_INPUT = "-";

    private final Streams streams;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private RulesOption rules = new RulesOption();

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description =
                    "Events as NDJSON or a JSON array, packed with gzip or not. Without files, and for -, they come from"
                            + " standard input. Several files are one stream.")
    private List<String> files = List.of(STANDARD_INPUT);

    @Option(
            names = "--index",
            paramLabel = "NAME",
            description = "The index of events that name none: decides which rules see them.")
    private @Nullable String index;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "How alerts are written: native (the default), kibana, ecs or ocsf.")
    private String format = AlertFormat.NATIVE.text();

    @Option(names = "--no-progress", description = "No progress bar, even on a terminal.")
    private boolean noProgress;

    ScanCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        files.forEach(file -> check(file, command));
        AlertFormat alertFormat = AlertFormat.parse(format)
                .orElseThrow(() -> new CommandLine.ParameterException(
                        command.commandLine(),
                        Problem.PARAMETER_WORD.text("--format", format, "`native`, `kibana`, `ecs` or `ocsf`")));
        RuleCatalog catalog = rules.load(command, streams.err());
        if (catalog.rules().rules().isEmpty()) {
            streams.err().println(RulesOption.counts(catalog));
            throw new CommandFailed(Problem.SCAN_NO_RULE);
        }
        boolean visible = streams.errIsTerminal() && !noProgress;
        Envelope envelope = index == null ? Envelope.NONE : new Envelope(index, null);
        return new Scan(catalog, streams, envelope, alertFormat, visible).run(files) ? 0 : 1;
    }

    private static void check(String file, CommandSpec command) {
        if (file.equals(STANDARD_INPUT)) {
            return;
        }
        Path path = Path.of(file);
        if (!Files.exists(path)) {
            throw new CommandLine.ParameterException(command.commandLine(), Problem.PATH_MISSING.text(file, "FILE"));
        }
        if (Files.isDirectory(path)) {
            throw new CommandLine.ParameterException(
                    command.commandLine(), Problem.PATH_UNREADABLE.text(file, "it is a directory"));
        }
    }
}
