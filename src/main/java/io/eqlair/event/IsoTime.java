package io.eqlair.event;

/**
 * Reads the usual form of a time, {@code 2026-11-22T20:26:14.123Z}, from its bytes: every event has one. Other forms, and the years at
 * whose ends times are cut off, are left to {@link io.eqlair.eql.value.Timestamps}.
 */
final class IsoTime {

    private static final int SHORTEST = "2026-11-22T20:26:14Z".length();
    private static final int OFFSET = "+01:00".length();
    private static final int FIRST_YEAR = 1824;
    private static final int LAST_YEAR = 2115;
    private static final int MOST_HOURS_OF_OFFSET = 18;
    private static final long NANOS = 1_000_000_000L;

    private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    /** The days before a month, in a year that begins with March so that the odd day comes last. */
    private static final int[] DAYS_BEFORE = {306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275};

    private static final int DAYS_TO_1970 = 719_468;

    private IsoTime() {}

    /** Nanoseconds since 1970, {@link Event#NO_TIME} for any other form, which may be a time nevertheless. */
    static long nanos(byte[] bytes, int start, int end) {
        boolean usual = end - start >= SHORTEST
                && bytes[start + 4] == '-'
                && bytes[start + 7] == '-'
                && bytes[start + 10] == 'T'
                && bytes[start + 13] == ':'
                && bytes[start + 16] == ':';
        int days = usual ? days(bytes, start) : -1;
        int seconds = usual ? seconds(bytes, start + 11) : -1;
        return (days | seconds) < 0
                ? Event.NO_TIME
                : withFraction((days - DAYS_TO_1970) * 86_400L + seconds, bytes, start + SHORTEST - 1, end);
    }

    /** The days since the first of March in the year 0. */
    private static int days(byte[] bytes, int start) {
        int century = two(bytes, start);
        int rest = two(bytes, start + 2);
        int month = two(bytes, start + 5);
        int day = two(bytes, start + 8);
        int year = century * 100 + rest;
        if ((century | rest) < 0 || year < FIRST_YEAR || year > LAST_YEAR || !isDay(year, month, day)) {
            return -1;
        }
        int years = month > 2 ? year : year - 1;
        return years * 365 + years / 4 - years / 100 + years / 400 + DAYS_BEFORE[month - 1] + day - 1;
    }

    private static boolean isDay(int year, int month, int day) {
        boolean leap = (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
        return month >= 1
                && month <= DAYS.length
                && day >= 1
                && day <= DAYS[month - 1]
                && (leap || month != 2 || day < 29);
    }

    private static int seconds(byte[] bytes, int start) {
        int hours = two(bytes, start);
        int minutes = two(bytes, start + 3);
        int seconds = two(bytes, start + 6);
        boolean inDay = (hours | minutes | seconds) >= 0 && hours < 24 && minutes < 60 && seconds < 60;
        return inDay ? hours * 3_600 + minutes * 60 + seconds : -1;
    }

    private static long withFraction(long seconds, byte[] bytes, int start, int end) {
        if (bytes[start] != '.') {
            return withOffset(seconds, 0, bytes, start, end);
        }
        long nanos = 0;
        long unit = NANOS / 10;
        int at = start + 1;
        for (; at < end && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
            nanos += unit * (bytes[at] - '0');
            unit /= 10;
        }
        return at == start + 1 ? Event.NO_TIME : withOffset(seconds, nanos, bytes, at, end);
    }

    private static long withOffset(long seconds, long nanos, byte[] bytes, int start, int end) {
        if (start + 1 == end && bytes[start] == 'Z') {
            return seconds * NANOS + nanos;
        }
        if (start + OFFSET != end || bytes[start + 3] != ':' || (bytes[start] != '+' && bytes[start] != '-')) {
            return Event.NO_TIME;
        }
        int hours = two(bytes, start + 1);
        int minutes = two(bytes, start + 4);
        if ((hours | minutes) < 0 || hours > MOST_HOURS_OF_OFFSET || minutes >= 60) {
            return Event.NO_TIME;
        }
        int offset = hours * 3_600 + minutes * 60;
        return (bytes[start] == '+' ? seconds - offset : seconds + offset) * NANOS + nanos;
    }

    /** A number of two digits, negative if they are none. */
    private static int two(byte[] bytes, int at) {
        int tens = bytes[at] - '0';
        int ones = bytes[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }
}
