package io.eqlair.eql.pattern;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.eqlair.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Compiles Java's dialect for RE2/J, whose patterns may be shared by threads. */
final class JavaRegex {
    /** Instructions of all expressions of a list together, about. */
    private static final int MAX_SIZE = 10_000;

    private JavaRegex() {}

    static TextPattern compile(List<String> patterns, boolean ignoreCase) {
        long size = patterns.stream().mapToLong(WrittenOut::size).sum();
        if (size > MAX_SIZE) {
            throw new PatternError(Problem.REGEX_TOO_LARGE, -1, MAX_SIZE);
        }
        int flags = ignoreCase ? Pattern.CASE_INSENSITIVE : 0;
        patterns.forEach(pattern -> compile(pattern, flags));
        String joined = patterns.stream().map(pattern -> "(?:" + pattern + ")").collect(Collectors.joining("|"));
        return compile(joined, flags)::matches;
    }

    private static Pattern compile(String pattern, int flags) {
        try {
            return Pattern.compile(pattern, flags);
        } catch (PatternSyntaxException e) {
            throw explain(pattern, e);
        }
    }

    /** RE2/J names the fragment that it stumbled over, but not its place. */
    private static PatternError explain(String pattern, PatternSyntaxException error) {
        String fragment = error.getPattern();
        int position = fragment.isEmpty() ? -1 : pattern.indexOf(fragment);
        if (isLookaround(fragment) || isBackReference(fragment)) {
            return new PatternError(Problem.REGEX_BACKTRACKING, position, fragment);
        }
        return new PatternError(Problem.REGEX_SYNTAX, position, error.getDescription() + " `" + fragment + "`");
    }

    private static boolean isLookaround(String fragment) {
        return fragment.startsWith("(?=") || fragment.startsWith("(?!") || fragment.startsWith("(?<");
    }

    private static boolean isBackReference(String fragment) {
        return fragment.length() > 1 && fragment.charAt(0) == '\\' && "k123456789".indexOf(fragment.charAt(1)) >= 0;
    }
}
