package io.eqlair.access;

import io.eqlair.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Says who makes a call. Thread-safe. */
public final class Access {

    /** Whoever refuses the call says which role it needs. */
    private static final Checked NOTHING = new Checked.Refused(Problem.KEY_MISSING, "");

    private static final Checked EVERYBODY = new Checked.Accepted(Caller.ANONYMOUS);

    private final ApiKeys keys;
    private final @Nullable TokenCheck tokens;

    /**
     * Access by keys and tokens.
     *
     * @param tokens null where tokens are not accepted
     */
    public Access(ApiKeys keys, @Nullable TokenCheck tokens) {
        this.keys = keys;
        this.tokens = tokens;
    }

    /** Whether nobody is asked who it is: there never was a key, and tokens are not accepted. */
    public boolean isOpen() {
        return tokens == null && keys.areNone();
    }

    /**
     * Who makes a call.
     *
     * @param authorization the header; null where there is none
     */
    public Checked check(@Nullable String authorization) {
        if (isOpen()) {
            return EVERYBODY;
        }
        return switch (Presented.of(authorization)) {
            case Presented.Nothing nothing -> NOTHING;
            case Presented.Key(String id, String secret) -> keys.check(id, secret);
            case Presented.Token(String text) -> token(text);
            case Presented.Unreadable unreadable -> Checked.Refused.of(Problem.KEY_UNKNOWN);
        };
    }

    private Checked token(String text) {
        return tokens == null
                ? Checked.Refused.of(Problem.TOKEN_REFUSED, "no issuer of tokens is set")
                : tokens.check(text);
    }
}
