package io.eqlair.cli;

import io.eqlair.access.ApiKeys;
import io.eqlair.access.CreatedKey;
import io.eqlair.access.KeyTerms;
import io.eqlair.access.Role;
import io.eqlair.problem.Problem;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Makes a key. */
@Command(
        name = "create",
        mixinStandardHelpOptions = true,
        description = "Makes a key, and writes it to standard output: there it is told, and never again.",
        footer = {"", "Send it as: Authorization: ApiKey KEY", "From the first key on, no call is answered without one."
        })
final class KeyCreateCommand implements Callable<Integer> {

    private static final Map<Character, Duration> UNITS =
            Map.of('d', Duration.ofDays(1), 'h', Duration.ofHours(1), 'm', Duration.ofMinutes(1));

    /** A hundred years; longer is for ever. */
    private static final int MOST = 36_500;

    private final Streams streams;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private KeysOption keys = new KeysOption();

    @Option(
            names = "--name",
            required = true,
            paramLabel = "NAME",
            description = "What it is for, as audit logs show it.")
    private String name = "";

    @Option(
            names = "--role",
            required = true,
            paramLabel = "ROLE",
            description = "ingest: sends events. read: sees alerts and rules. operate: changes rules and judges alerts."
                    + " admin: everything. May be given several times.")
    private List<String> roles = List.of();

    @Option(
            names = "--expires",
            paramLabel = "TIME",
            description = "When it ends: 90d, 12h, 30m from now. By default never.")
    private @Nullable String expires;

    @Option(
            names = "--rate-limit",
            paramLabel = "NUMBER",
            description = "Events in a second. By default that of eqlair.access.rate-limit.")
    private @Nullable Integer rateLimit;

    @Option(names = "--json", description = "Writes id, secret and all else as JSON.")
    private boolean json;

    KeyCreateCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        KeyTerms terms = terms();
        CreatedKey made = create(terms);
        Streams.printer(streams.out())
                .println(json ? JsonMapper.shared().writeValueAsString(tree(made)) : made.encoded());
        streams.err()
                .println("The key `%s` has the id %s. It is told here and never again."
                        .formatted(name, made.key().id()));
        return 0;
    }

    private CreatedKey create(KeyTerms terms) {
        try {
            ApiKeys there = keys.open();
            String detail = name + ": " + String.join(", ", roles);
            return there.create(terms, KeysOption.actor(), key -> keys.note("create", key.id(), detail))
                    .orElseThrow(() -> new CommandFailed(Problem.KEYS_TOO_MANY, ApiKeys.MOST));
        } catch (IOException full) {
            throw KeysOption.notKept(full);
        }
    }

    private KeyTerms terms() {
        if (!KeyTerms.isName(name)) {
            throw wrong(Problem.KEY_NAME, name, KeyTerms.LONGEST_NAME);
        }
        if (rateLimit != null && !KeyTerms.isRate(rateLimit)) {
            throw wrong(Problem.KEY_RATE, rateLimit, KeyTerms.HIGHEST_RATE);
        }
        Set<Role> known = EnumSet.noneOf(Role.class);
        roles.forEach(text -> known.add(Role.named(text).orElseThrow(() -> wrong(Problem.KEY_ROLE, text, Role.NAMES))));
        return new KeyTerms(name, known, expires == null ? null : expiry(expires), rateLimit);
    }

    private Instant expiry(String text) {
        Duration unit = text.isEmpty() ? null : UNITS.get(text.charAt(text.length() - 1));
        String number = unit == null ? "" : text.substring(0, text.length() - 1);
        if (unit == null || !number.matches("[0-9]{1,8}") || Integer.parseInt(number) == 0) {
            throw wrong(Problem.KEY_EXPIRES, text);
        }
        Duration time = unit.multipliedBy(Integer.parseInt(number));
        if (time.toDays() > MOST) {
            throw wrong(Problem.KEY_EXPIRES, text);
        }
        return InstantSource.system().instant().plus(time).truncatedTo(ChronoUnit.SECONDS);
    }

    private CommandLine.ParameterException wrong(Problem problem, Object... arguments) {
        return new CommandLine.ParameterException(Objects.requireNonNull(spec).commandLine(), problem.text(arguments));
    }

    /** As the API answers it. */
    private static Map<String, @Nullable Object> tree(CreatedKey made) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", made.key().id());
        tree.put("name", made.key().name());
        tree.put("api_key", made.secret());
        tree.put("encoded", made.encoded());
        tree.put("roles", made.key().roles());
        tree.put("expires_at", made.key().expiresAt());
        tree.put("rate_limit", made.key().rateLimit());
        return tree;
    }
}
