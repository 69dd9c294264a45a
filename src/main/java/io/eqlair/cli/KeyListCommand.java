package io.eqlair.cli;

import io.eqlair.access.ApiKey;
import io.eqlair.problem.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists keys, in the order in which they were made. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists keys, one to a line: id, state, roles, when it expires, name. Never their secrets.")
final class KeyListCommand implements Callable<Integer> {

    private final Streams streams;

    @Mixin
    private KeysOption keys = new KeysOption();

    KeyListCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Instant now = InstantSource.system().instant();
        PrintWriter out = Streams.printer(streams.out());
        list().forEach(key -> out.println("%s  %-7s  %-20s  %-20s  %s"
                .formatted(
                        key.id(),
                        key.state(now),
                        String.join(",", key.roles()),
                        key.expiresAt() == null ? "never" : key.expiresAt(),
                        key.name())));
        return 0;
    }

    private List<ApiKey> list() {
        try {
            return keys.open().list();
        } catch (IOException unreadable) {
            throw new CommandFailed(Problem.KEYS_UNREADABLE, "keys.json", String.valueOf(unreadable.getMessage()));
        }
    }
}
