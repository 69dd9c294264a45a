package io.eqlair.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes, lists and revokes keys; each is a command of its own below this one. */
@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        description = "Makes, lists and revokes keys of a service, whether it runs or not.",
        footer = {"", "Run it as the user whose service it is: the file of keys is for that user alone."})
final class KeyCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    private KeyCommand() {}

    /** The command with those below it. */
    static CommandLine with(Streams streams) {
        return new CommandLine(new KeyCommand())
                .addSubcommand("create", new KeyCreateCommand(streams))
                .addSubcommand("list", new KeyListCommand(streams))
                .addSubcommand("revoke", new KeyRevokeCommand(streams));
    }

    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(
                Objects.requireNonNull(spec).commandLine(), "Say what to do: create, list or revoke.");
    }
}
