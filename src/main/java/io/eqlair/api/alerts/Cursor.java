package io.eqlair.api.alerts;

import io.eqlair.api.http.ApiProblem;
import io.eqlair.problem.Problem;
import io.eqlair.store.AlertPosition;
import io.eqlair.store.AlertSort;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A place in a list, as callers get it and give it back. It holds the order as well: a place in one is none in another.
 *
 * <pre>
 * severity desc 3 1024   in base 64
 * </pre>
 */
final class Cursor {

    private static final Pattern TEXT = Pattern.compile("(\\w+ \\w+) (-?\\d{1,19}) (\\d{1,19})");

    private Cursor() {}

    static @Nullable String of(@Nullable AlertPosition position, AlertSort sort) {
        if (position == null) {
            return null;
        }
        String text = order(sort) + " " + position.value() + " " + position.seq();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The place that a cursor says; null where there is no cursor. */
    static @Nullable AlertPosition read(@Nullable String cursor, AlertSort sort) {
        return cursor == null ? null : position(cursor, sort);
    }

    private static AlertPosition position(String cursor, AlertSort sort) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            Matcher matcher = TEXT.matcher(text);
            if (matcher.matches() && matcher.group(1).equals(order(sort))) {
                return new AlertPosition(Long.parseLong(matcher.group(2)), Long.parseLong(matcher.group(3)));
            }
        } catch (IllegalArgumentException notOurs) {
            throw refused(cursor);
        }
        throw refused(cursor);
    }

    private static ApiProblem refused(String cursor) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, Problem.PARAMETER_CURSOR, cursor);
    }

    private static String order(AlertSort sort) {
        return sort.key().text() + " " + (sort.descending() ? "desc" : "asc");
    }
}
