package io.eqlair.eql.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * Times as nanoseconds since 1970 in UTC, which reach from 1677 to 2262; what lies outside counts as the nearest end.
 *
 * <p>Read are ISO 8601 with any offset (none means UTC) and any number of fraction digits, down to a bare date or year,
 * and numbers since 1970 as numbers or text. Their unit shows in their size: from 10^8 (1973) to below 10^11 they are
 * seconds, and so is what has a fraction; from 10^14 microseconds, from 10^17 nanoseconds; anything else milliseconds,
 * as in Elasticsearch.
 */
public final class Timestamps {

    private static final long NANOS = 1_000_000_000L;
    private static final double LEAST_SECONDS = 1e8;
    private static final double LEAST_LONG_MILLIS = 1e11;
    private static final double LEAST_MICROS = 1e14;
    private static final double LEAST_NANOS = 1e17;

    private Timestamps() {}

    /** A JSON value as a time; empty where it is none. */
    public static OptionalLong of(Object value) {
        return switch (value) {
            case Long number -> OptionalLong.of(scale(number, number));
            case Double number -> ofDouble(number);
            case String text -> parse(text);
            default -> OptionalLong.empty();
        };
    }

    /** Milliseconds since 1970, as constants in a query are. */
    public static long ofMillis(Number millis) {
        return millis instanceof Long whole ? times(whole, 1_000_000) : (long) (millis.doubleValue() * 1e6);
    }

    /** An instant on the same scale. */
    public static long of(Instant instant) {
        return plus(times(instant.getEpochSecond(), NANOS), instant.getNano());
    }

    /** The instant of a time. */
    public static Instant toInstant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }

    /** Whether the text is a date and a time of day, not merely a date, a year or a number. */
    public static boolean isDateTime(String text) {
        return text.length() >= 16
                && text.charAt(4) == '-'
                && (text.charAt(10) == 'T' || text.charAt(10) == ' ')
                && parse(text).isPresent();
    }

    /** A date, a date and time, or a number in text; empty where it is none of them. */
    public static OptionalLong parse(String text) {
        try {
            return text.length() != 4 && isNumber(text) ? number(text) : OptionalLong.of(new Reader(text).read());
        } catch (DateTimeException | NumberFormatException notATime) {
            return OptionalLong.empty();
        }
    }

    private static boolean isNumber(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 40;
        for (int i = text.startsWith("-") ? 1 : 0; digits && i < text.length(); i++) {
            digits = isDigit(text.charAt(i)) || text.charAt(i) == '.';
        }
        return digits;
    }

    private static OptionalLong number(String text) {
        return text.indexOf('.') >= 0
                ? ofDouble(Double.parseDouble(text))
                : OptionalLong.of(scale(Long.parseLong(text), Double.parseDouble(text)));
    }

    private static OptionalLong ofDouble(double number) {
        boolean fraction = number != Math.rint(number);
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                fraction && Math.abs(number) < LEAST_LONG_MILLIS
                        ? times(Math.round(number * 1e6), 1_000)
                        : scale((long) number, number));
    }

    private static long scale(long number, double size) {
        double amount = Math.abs(size);
        if (amount >= LEAST_NANOS) {
            return number;
        }
        if (amount >= LEAST_MICROS) {
            return times(number, 1_000);
        }
        return times(number, amount >= LEAST_SECONDS && amount < LEAST_LONG_MILLIS ? NANOS : 1_000_000);
    }

    private static long times(long number, long unit) {
        long most = Long.MAX_VALUE / unit;
        boolean fits = -most <= number && number <= most;
        return fits ? number * unit : number < 0 ? -Long.MAX_VALUE : Long.MAX_VALUE;
    }

    /** The sum, at most the latest time; what lies before the earliest stays there. */
    private static long plus(long nanos, long fraction) {
        return nanos == -Long.MAX_VALUE ? nanos : nanos + Math.min(fraction, Long.MAX_VALUE - Math.max(nanos, 0));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Reads {@code yyyy[-MM[-dd[(T| )HH:mm[:ss[(.|,)fraction]][Z|±HH[[:]mm]]]]]}. */
    private static final class Reader {

        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        long read() {
            int year = digits(4);
            int month = accept("-") ? digits(2) : 1;
            int day = accept("-") ? digits(2) : 1;
            long seconds = LocalDate.of(year, month, day).toEpochDay() * 86_400;
            long nanos = 0;
            if (accept("Tt ")) {
                seconds += time();
                nanos = fraction();
                seconds -= offset();
            }
            if (at != text.length()) {
                throw new DateTimeException("not a time");
            }
            return plus(times(seconds, NANOS), nanos);
        }

        private long time() {
            int hours = atMost(24, digits(2));
            int minutes = accept(":") ? atMost(59, digits(2)) : 0;
            int seconds = accept(":") ? atMost(60, digits(2)) : 0;
            return hours * 3_600L + minutes * 60L + seconds;
        }

        private long fraction() {
            if (!accept(".,")) {
                return 0;
            }
            long nanos = 0;
            long unit = NANOS / 10;
            int start = at;
            for (; at < text.length() && isDigit(text.charAt(at)); at++) {
                nanos += (text.charAt(at) - '0') * unit;
                unit /= 10;
            }
            if (at == start) {
                throw new DateTimeException("no digits after the point");
            }
            return nanos;
        }

        private long offset() {
            if (at == text.length() || accept("Zz")) {
                return 0;
            }
            int sign = accept("-") ? -1 : 1;
            if (sign > 0 && !accept("+")) {
                throw new DateTimeException("not an offset");
            }
            int hours = atMost(18, digits(2));
            boolean colon = accept(":");
            int minutes = colon || at < text.length() ? atMost(59, digits(2)) : 0;
            return sign * (hours * 3_600L + minutes * 60L);
        }

        private int digits(int count) {
            int value = 0;
            for (int i = 0; i < count; i++) {
                if (at >= text.length() || !isDigit(text.charAt(at))) {
                    throw new DateTimeException("not a digit");
                }
                value = value * 10 + text.charAt(at++) - '0';
            }
            return value;
        }

        private boolean accept(String one) {
            boolean found = at < text.length() && one.indexOf(text.charAt(at)) >= 0;
            at += found ? 1 : 0;
            return found;
        }

        private static int atMost(int limit, int value) {
            if (value > limit) {
                throw new DateTimeException("out of range");
            }
            return value;
        }
    }
}
