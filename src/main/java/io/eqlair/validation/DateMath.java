package io.eqlair.validation;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times relative to now as Elasticsearch writes them: {@code now}, {@code now-9m}, {@code now-1d/d}.
 *
 * @param offset from now, negative before it
 * @param rounding the unit that the time is rounded to, nothing where it is not
 */
record DateMath(Duration offset, Duration rounding) {

    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "s", ChronoUnit.SECONDS,
            "m", ChronoUnit.MINUTES,
            "h", ChronoUnit.HOURS,
            "H", ChronoUnit.HOURS,
            "d", ChronoUnit.DAYS,
            "w", ChronoUnit.WEEKS);
    /** Nobody looks farther, and milliseconds still count it. */
    private static final Duration FARTHEST = Duration.ofDays(1_000_000);

    private static final Pattern TIME = Pattern.compile("now((?:[-+]\\d{1,9}[smhHdw])*)(?:/([smhHdw]))?");
    private static final Pattern TERM = Pattern.compile("([-+]\\d+)(\\w)");
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,9})([smhHdw])");

    /** Null where the text is of another form; months and years are, as their lengths differ. Nor is it a time beyond belief. */
    static @Nullable DateMath parse(String text) {
        Matcher time = TIME.matcher(text.strip());
        if (!time.matches()) {
            return null;
        }
        Duration offset = Duration.ZERO;
        Matcher term = TERM.matcher(time.group(1));
        while (term.find()) {
            offset = offset.plus(amount(term.group(1), term.group(2)));
        }
        if (offset.abs().compareTo(FARTHEST) > 0) {
            return null;
        }
        String unit = time.group(2);
        return new DateMath(offset, unit == null ? Duration.ZERO : amount("1", unit));
    }

    /** A length of time such as {@code 5m}; null where the text is of another form. */
    static @Nullable Duration duration(String text) {
        Matcher amount = AMOUNT.matcher(text.strip());
        return amount.matches() ? amount(amount.group(1), amount.group(2)) : null;
    }

    private static Duration amount(String number, String unit) {
        ChronoUnit length = UNITS.getOrDefault(unit, ChronoUnit.SECONDS);
        return length.getDuration().multipliedBy(Long.parseLong(number));
    }

    /** The most time from one to the other, since both may be rounded away from each other. */
    static Duration longest(DateMath from, DateMath to) {
        return to.offset.minus(from.offset).plus(from.rounding).plus(to.rounding);
    }

    /** A length in its largest whole unit, as date math and EQL write it: {@code 90s}, {@code 5m}. */
    static String text(Duration duration) {
        if (duration.toMillis() % 1_000 != 0) {
            return duration.toMillis() + "ms";
        }
        long seconds = duration.toSeconds();
        if (seconds == 0 || seconds % 60 != 0) {
            return seconds + "s";
        }
        if (seconds % 3_600 != 0) {
            return seconds / 60 + "m";
        }
        return seconds % 86_400 == 0 ? seconds / 86_400 + "d" : seconds / 3_600 + "h";
    }
}
