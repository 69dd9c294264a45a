package io.eqlair.exceptions;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says in an exception, known to be in order.
 *
 * @param name not blank
 * @param comment why there is the exception; may be empty
 * @param step the item of a sequence or sample that an event does not count as, from 0 as the items are written; null where it
 *     counts as none
 * @param osTypes the operating systems it is for, as in {@code host.os.type}; none means all
 * @param expiresAt from when on it excepts nothing; null for never
 * @param entries all of them must hold; at least one
 */
public record ExceptionTerms(
        String name,
        String comment,
        Scope scope,
        @Nullable Integer step,
        List<String> osTypes,
        boolean enabled,
        @Nullable Instant expiresAt,
        List<Entry> entries) {

    public ExceptionTerms {
        osTypes = List.copyOf(osTypes);
        entries = List.copyOf(entries);
    }

    /** The value lists that it names. */
    public Set<String> valueLists() {
        Set<String> ids = new TreeSet<>();
        entries.forEach(entry -> entry.collectLists(ids));
        return ids;
    }
}
