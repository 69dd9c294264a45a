package io.eqlair.cli;

import java.io.PrintWriter;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What can be done without a service: {@code test} and {@code scan}; and beside one: {@code key}. */
@Command(
        name = "eqlair",
        versionProvider = BuildVersion.class,
        mixinStandardHelpOptions = true,
        description = "EQL detection rules on events, without Elasticsearch.",
        footer = {
            "",
            "Without a command the service starts: java -jar eqlair.jar [--server.port=8080 …]",
            "'eqlair help COMMAND' says more about a command."
        })
public final class Commands {

    /** What the service knows nothing of, though it begins as its settings do. */
    private static final Set<String> OPTIONS = Set.of("--help", "--version");

    private static final String LOG_CONFIGURATION = "logback.configurationFile";

    private Commands() {}

    /** Whether the arguments are for a command. Those for the service all begin with {@code --}. */
    public static boolean isCommand(String[] arguments) {
        return arguments.length > 0 && (!arguments[0].startsWith("--") || OPTIONS.contains(arguments[0]));
    }

    /**
     * Runs a command with the streams of the process. To be called before anything logs, since standard output is not for the
     * log here.
     *
     * @return the code that the process should end with
     */
    public static int run(String[] arguments) {
        if (System.getProperty(LOG_CONFIGURATION) == null) {
            System.setProperty(LOG_CONFIGURATION, "logback-cli.xml");
        }
        return run(arguments, Streams.ofProcess());
    }

    static int run(String[] arguments, Streams streams) {
        CommandLine line = new CommandLine(new Commands())
                .addSubcommand("test", new TestCommand(streams))
                .addSubcommand("scan", new ScanCommand(streams))
                .addSubcommand("key", KeyCommand.with(streams))
                .addSubcommand("help", new CommandLine.HelpCommand())
                .setOut(Streams.printer(streams.out()))
                .setErr(streams.err())
                .setParameterExceptionHandler((wrong, given) -> refuse(wrong))
                .setExecutionExceptionHandler((failed, command, given) -> fail(failed, streams.err()));
        return line.execute(arguments);
    }

    /** Says what is wrong, what was meant perhaps, and where more stands; all of the help would hide it. */
    private static int refuse(CommandLine.ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(wrong.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println("'" + command.getCommandSpec().qualifiedName() + " --help' shows how it is called.");
        return CommandLine.ExitCode.USAGE;
    }

    private static int fail(Exception failed, PrintWriter err) throws Exception {
        if (failed instanceof CommandFailed told) {
            err.println(told.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failed;
    }
}
