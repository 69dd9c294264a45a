package io.eqlair.access;

import io.eqlair.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keys there are. What another process changes is seen within a second. Thread-safe. */
public final class ApiKeys {

    /** Keys that are kept, revoked ones among them. */
    public static final int MOST = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(ApiKeys.class);
    private static final long LOOK_AGAIN = Duration.ofSeconds(1).toNanos();
    private static final int ID_BYTES = 10;
    private static final int SECRET_BYTES = 32;

    /** Stands in for the hash of a key that there is not, so that a wrong id takes as long as a wrong secret. */
    private static final String NO_HASH = "0".repeat(64);

    private final KeyFile file;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, AtomicLong> used = new ConcurrentHashMap<>();
    private final AtomicLong lastLook = new AtomicLong();
    private volatile Held held;

    /**
     * The keys at one time.
     *
     * @param stamp of the file they were read from
     * @param closed whether there was a key ever, in the file or before it: then nobody comes in without
     */
    private record Held(KeyFile.Stamp stamp, Map<String, Known> byId, boolean closed) {

        static Held of(KeyFile.Stamp stamp, List<ApiKey> keys, boolean closed) {
            Map<String, Known> byId = keys.stream()
                    .map(Known::of)
                    .collect(
                            Collectors.toMap(known -> known.key().id(), Function.identity(), (first, second) -> first));
            return new Held(stamp, byId, closed || !byId.isEmpty());
        }
    }

    /** A key, and whose it is. */
    private record Known(ApiKey key, Caller caller) {

        static Known of(ApiKey key) {
            return new Known(key, key.caller());
        }
    }

    /**
     * The keys of a data directory.
     *
     * @throws IOException when there is a file, and it cannot be read: without it nobody could tell who may come in
     */
    public ApiKeys(Path directory, InstantSource clock) throws IOException {
        this.file = new KeyFile(directory);
        this.clock = clock;
        this.held = load(false);
        lastLook.set(System.nanoTime());
    }

    private Held load(boolean closed) throws IOException {
        KeyFile.Stamp stamp = file.stamp();
        return Held.of(stamp, file.read(), closed);
    }

    /** Whether there never was a key. */
    public boolean areNone() {
        return !current().closed();
    }

    /** Whether there is one that is neither revoked nor expired. */
    public boolean isAnyLive() {
        Instant now = clock.instant();
        return current().byId().values().stream()
                .map(Known::key)
                .anyMatch(key -> !key.isRevoked() && !key.isExpired(now));
    }

    /** Who presents an id and a secret. Takes the same time whether the key is there or not. */
    public Checked check(String id, String secret) {
        Known known = current().byId().get(id);
        boolean same = isSame(known == null ? NO_HASH : known.key().hash(), hash(secret));
        if (known == null || !same) {
            return Checked.Refused.of(Problem.KEY_UNKNOWN);
        }
        ApiKey key = known.key();
        if (key.isRevoked()) {
            return Checked.Refused.of(Problem.KEY_REVOKED, key.name(), String.valueOf(key.revokedAt()));
        }
        Instant now = clock.instant();
        if (key.isExpired(now)) {
            return Checked.Refused.of(Problem.KEY_EXPIRED, key.name(), String.valueOf(key.expiresAt()));
        }
        used.computeIfAbsent(id, unused -> new AtomicLong()).lazySet(now.toEpochMilli());
        return new Checked.Accepted(known.caller());
    }

    /** All keys, in the order in which they were made. */
    public List<ApiKey> list() throws IOException {
        return file.read();
    }

    /** When a key was used last since the service was started; null where it was not. */
    public @Nullable Instant lastUsed(String id) {
        AtomicLong millis = used.get(id);
        return millis == null ? null : Instant.ofEpochMilli(millis.get());
    }

    /**
     * Makes a key, which is accepted when this returns, and gone again when it could not be noted down.
     *
     * @return nothing where there are too many already
     */
    public Optional<CreatedKey> create(KeyTerms terms, String by, Note note) throws IOException {
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random(SECRET_BYTES));
        ApiKey key = new ApiKey(
                HexFormat.of().formatHex(random(ID_BYTES)),
                terms.name(),
                terms.roles().stream().sorted().map(Role::text).toList(),
                hash(secret),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                by,
                terms.expiresAt(),
                terms.rateLimit(),
                null);
        List<ApiKey> after = file.change(keys -> keys.size() < MOST ? with(keys, key) : keys);
        if (!after.contains(key)) {
            return Optional.empty();
        }
        noteOrUndo(key, note);
        look();
        return Optional.of(new CreatedKey(key, secret));
    }

    /** Notes down what was made. */
    public interface Note {
        void of(ApiKey key) throws IOException;
    }

    /** Should the key stay, as the disk takes nothing at all, nobody has its secret. */
    private void noteOrUndo(ApiKey key, Note note) throws IOException {
        try {
            note.of(key);
        } catch (IOException unnoted) {
            file.change(keys -> without(keys, key));
            throw unnoted;
        }
    }

    private static List<ApiKey> without(List<ApiKey> keys, ApiKey gone) {
        return keys.stream().filter(key -> !key.id().equals(gone.id())).toList();
    }

    private static List<ApiKey> with(List<ApiKey> keys, ApiKey key) {
        List<ApiKey> more = new ArrayList<>(keys);
        more.add(key);
        return more;
    }

    /**
     * Revokes a key, which is refused when this returns; one that is revoked stays so as it is.
     *
     * @return the key as it is now; nothing where there is none with the id
     */
    public Optional<ApiKey> revoke(String id) throws IOException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        List<ApiKey> after = file.change(keys -> keys.stream()
                .map(key -> key.id().equals(id) && !key.isRevoked() ? key.revoked(now) : key)
                .toList());
        look();
        return after.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    private byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** The keys as they were a second ago, or later. One thread looks at the file, the others go on. */
    private Held current() {
        long last = lastLook.get();
        long now = System.nanoTime();
        if (now - last > LOOK_AGAIN && lastLook.compareAndSet(last, now)) {
            look();
        }
        return held;
    }

    private synchronized void look() {
        try {
            if (!file.stamp().equals(held.stamp())) {
                held = load(held.closed());
                LOG.info("The keys have changed; there are {}.", held.byId().size());
            }
        } catch (IOException unreadable) {
            LOG.error("The keys cannot be read; those from before go on, and nobody comes in without one.", unreadable);
            held = new Held(held.stamp(), held.byId(), true);
        }
    }

    /** Does not tell by its time how much of them is the same. */
    private static boolean isSame(String hash, String other) {
        return MessageDigest.isEqual(
                hash.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    /** A fast hash will do: a secret of 256 random bits cannot be guessed, however fast. */
    private static String hash(String secret) {
        try {
            byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
