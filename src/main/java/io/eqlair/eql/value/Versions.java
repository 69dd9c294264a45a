package io.eqlair.eql.value;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Versions of software in the order of semantic versioning, with any count of numbers: {@code 1.2.3-alpha < 1.2.3-beta <
 * 1.2.3 < 1.11}. What is no version comes after all that are, in the order of its text.
 */
public final class Versions {

    private static final int LONGEST = 256;
    private static final String NUMBER = "(?:0|[1-9][0-9]*)";
    private static final String IDENTIFIERS = "([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)";
    private static final Pattern VERSION = Pattern.compile(
            "(" + NUMBER + "(?:\\." + NUMBER + ")*)(?:-" + IDENTIFIERS + ")?(?:\\+" + IDENTIFIERS + ")?");
    private static final Pattern THREE_NUMBERS = Pattern.compile(
            NUMBER + "\\." + NUMBER + "\\." + NUMBER + "(?:-" + IDENTIFIERS + ")?(?:\\+" + IDENTIFIERS + ")?");

    private Versions() {}

    /** Whether a text can only be a version: three numbers and what may follow them. */
    public static boolean isVersion(String text) {
        return text.length() <= LONGEST && THREE_NUMBERS.matcher(text).matches();
    }

    /** Below zero, zero or above zero as the first is older than, as old as or newer than the second. */
    public static int compare(String a, String b) {
        Matcher one = version(a);
        Matcher other = version(b);
        if (one == null || other == null) {
            return one == other ? a.compareTo(b) : one == null ? 1 : -1;
        }
        int order = compareParts(one.group(1), other.group(1));
        order = order != 0 ? order : comparePreRelease(one.group(2), other.group(2));
        return order != 0 ? order : text(one.group(3)).compareTo(text(other.group(3)));
    }

    private static @Nullable Matcher version(String text) {
        Matcher matcher = VERSION.matcher(text);
        return text.length() <= LONGEST && matcher.matches() ? matcher : null;
    }

    /** A release is newer than what came before it. */
    private static int comparePreRelease(@Nullable String a, @Nullable String b) {
        return a == null || b == null ? Boolean.compare(a == null, b == null) : compareParts(a, b);
    }

    private static int compareParts(String a, String b) {
        List<String> left = List.of(a.split("\\."));
        List<String> right = List.of(b.split("\\."));
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = comparePart(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    /** Numbers by size, before words. */
    private static int comparePart(String a, String b) {
        boolean isNumber = isNumber(a);
        if (isNumber != isNumber(b)) {
            return isNumber ? -1 : 1;
        }
        boolean byLength = isNumber && a.length() != b.length();
        return byLength ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
    }

    private static boolean isNumber(String part) {
        return part.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String text(@Nullable String group) {
        return group == null ? "" : group;
    }
}
