package io.eqlair.eql.pattern;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.eqlair.problem.Problem;
import java.util.List;

/**
 * Expressions of Java's dialect, run by RE2/J, whose patterns may be shared by threads.
 *
 * @param patterns those of which one must match
 */
record JavaRegex(List<Pattern> patterns) implements TextPattern {
    /**
     * How large an expression may be once written out. RE2/J goes through it recursively whenever it matches: this size
     * takes a third of a megabyte of stack at worst.
     */
    private static final int MAX_SIZE = 1_000;

    static TextPattern compile(List<String> patterns, boolean ignoreCase) {
        int flags = ignoreCase ? Pattern.CASE_INSENSITIVE : 0;
        return new JavaRegex(
                patterns.stream().map(pattern -> compile(pattern, flags)).toList());
    }

    @Override
    public boolean matches(String text) {
        for (Pattern pattern : patterns) {
            if (pattern.matches(text)) {
                return true;
            }
        }
        return false;
    }

    private static Pattern compile(String pattern, int flags) {
        if (WrittenOut.size(pattern) > MAX_SIZE) {
            throw new PatternError(Problem.REGEX_TOO_LARGE, pattern, -1, MAX_SIZE);
        }
        EndlessFolds.check(pattern, flags == Pattern.CASE_INSENSITIVE);
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
            return new PatternError(Problem.REGEX_BACKTRACKING, pattern, position, fragment);
        }
        return new PatternError(
                Problem.REGEX_SYNTAX, pattern, position, error.getDescription() + " `" + fragment + "`");
    }

    private static boolean isLookaround(String fragment) {
        return fragment.startsWith("(?=") || fragment.startsWith("(?!") || fragment.startsWith("(?<");
    }

    private static boolean isBackReference(String fragment) {
        return fragment.length() > 1 && fragment.charAt(0) == '\\' && "k123456789".indexOf(fragment.charAt(1)) >= 0;
    }
}
