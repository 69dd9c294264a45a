package io.eqlair.api.shipper;

/** Kinds of answers, by what brings them about. */
enum Occasion {
    ALL_GOOD(Hope.TAKEN),
    SOME_BAD(Hope.TAKEN),
    ALL_BAD(Hope.TAKEN),
    ONE_BAD(Hope.TAKEN),
    SENT_AGAIN(Hope.TAKEN),
    /** So many that the answer is larger than half a megabyte. */
    MANY(Hope.TAKEN),
    MANY_WITH_A_BAD_ONE(Hope.TAKEN),
    OVERLOADED(Hope.AGAIN),
    STORE_UNAVAILABLE(Hope.AGAIN),
    /** Its key has sent more than it may in a second. */
    RATE_LIMITED(Hope.AGAIN),
    /** Its key was revoked, or is misspelt: somebody will put that right. */
    KEY_REFUSED(Hope.AGAIN),
    NOT_READABLE(Hope.NEVER),
    BROKEN_GZIP(Hope.NEVER),
    TOO_LARGE(Hope.NEVER);

    /** What a shipper is to do. */
    enum Hope {
        /** Acknowledge good events, and at most drop bad ones. */
        TAKEN,
        /** Send all of it again. */
        AGAIN,
        /** Not send all of it again for ever. */
        NEVER
    }

    private final Hope hope;

    Occasion(Hope hope) {
        this.hope = hope;
    }

    /** Whether a fate is what is hoped for, given which events are bad. */
    boolean isServedBy(Fate fate, java.util.Set<Integer> bad) {
        return switch (hope) {
            case TAKEN ->
                switch (fate) {
                    case Fate.Acknowledged acknowledged -> true;
                    case Fate.ByItem items -> items.retried().isEmpty() && bad.containsAll(items.dropped());
                    case Fate.RetriedWhole whole -> false;
                    case Fate.Split halves -> false;
                    case Fate.Raised raised -> false;
                    case Fate.Dropped dropped -> false;
                };
            case AGAIN -> fate instanceof Fate.RetriedWhole;
            case NEVER -> !(fate instanceof Fate.RetriedWhole);
        };
    }
}
