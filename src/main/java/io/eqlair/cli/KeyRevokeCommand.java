package io.eqlair.cli;

import io.eqlair.access.ApiKey;
import io.eqlair.access.ApiKeys;
import io.eqlair.problem.Problem;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Revokes a key. */
@Command(
        name = "revoke",
        mixinStandardHelpOptions = true,
        description = "Revokes a key: a running service refuses it within a second. It stays in the list.")
final class KeyRevokeCommand implements Callable<Integer> {

    private final Streams streams;

    @Mixin
    private KeysOption keys = new KeysOption();

    @Parameters(paramLabel = "ID", description = "The id of the key.")
    private String id = "";

    KeyRevokeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        ApiKey revoked = revoke();
        Streams.printer(streams.out()).println("%s (%s) is revoked.".formatted(revoked.id(), revoked.name()));
        return 0;
    }

    private ApiKey revoke() {
        ApiKeys there = keys.open();
        try {
            ApiKey key = there.list().stream()
                    .filter(any -> any.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new CommandFailed(Problem.KEY_NOT_FOUND, id));
            keys.note("revoke", id, key.name());
            return there.revoke(id).orElseThrow(() -> new CommandFailed(Problem.KEY_NOT_FOUND, id));
        } catch (IOException full) {
            throw KeysOption.notKept(full);
        }
    }
}
