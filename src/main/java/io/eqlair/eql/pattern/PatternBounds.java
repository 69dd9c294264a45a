package io.eqlair.eql.pattern;

import io.eqlair.problem.Problem;

/** Keeps expressions to a length and a depth that the recursive parsers of both dialects can take. */
final class PatternBounds {
    private PatternBounds() {}

    static void check(String pattern) {
        if (pattern.length() > Regex.MAX_LENGTH) {
            throw new PatternError(
                    Problem.REGEX_TOO_LONG, pattern, Regex.MAX_LENGTH, pattern.length(), Regex.MAX_LENGTH);
        }
        int depth = 0;
        for (int i = 0; i < pattern.length(); i++) {
            switch (pattern.charAt(i)) {
                case '\\' -> i++;
                case '(' -> depth++;
                case ')' -> depth = Math.max(0, depth - 1);
                default -> {}
            }
            if (depth > Regex.MAX_DEPTH) {
                throw new PatternError(Problem.REGEX_TOO_DEEP, pattern, i, Regex.MAX_DEPTH);
            }
        }
    }
}
