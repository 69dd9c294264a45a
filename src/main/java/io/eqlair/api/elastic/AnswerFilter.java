package io.eqlair.api.elastic;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of an answer its caller wants to read: the parameter {@code filter_path}.
 *
 * <pre>
 * errors,items.*.error,items.*.status     wants errors, items.create.status; does not want took, items.create._id
 * items.**._id                            wants items.create._id
 * -took                                   wants all but took
 * </pre>
 */
final class AnswerFilter {

    private static final AnswerFilter ALL = new AnswerFilter(List.of(), List.of());

    private final List<String[]> included;
    private final List<String[]> excluded;

    private AnswerFilter(List<String[]> included, List<String[]> excluded) {
        this.included = included;
        this.excluded = excluded;
    }

    /** The filter of a parameter, null where there is none. */
    static AnswerFilter of(@Nullable String parameter) {
        if (parameter == null || parameter.isBlank()) {
            return ALL;
        }
        List<String> patterns = Arrays.stream(parameter.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        return new AnswerFilter(
                patterns.stream()
                        .filter(part -> !part.startsWith("-"))
                        .map(AnswerFilter::steps)
                        .toList(),
                patterns.stream()
                        .filter(part -> part.startsWith("-"))
                        .map(part -> steps(part.substring(1)))
                        .toList());
    }

    private static String[] steps(String pattern) {
        return pattern.split("\\.");
    }

    /** Whether a member of the answer is wanted, given by its path. */
    boolean wants(String... path) {
        boolean in = included.isEmpty() || included.stream().anyMatch(pattern -> matches(pattern, 0, path, 0));
        return in && excluded.stream().noneMatch(pattern -> matches(pattern, 0, path, 0));
    }

    /** Whoever wants an object wants all that is in it. */
    private static boolean matches(String[] pattern, int at, String[] path, int depth) {
        if (at == pattern.length) {
            return true;
        }
        if (pattern[at].equals("**")) {
            return matches(pattern, at + 1, path, depth)
                    || (depth < path.length && matches(pattern, at, path, depth + 1));
        }
        return depth < path.length
                && matchesStep(pattern[at], path[depth])
                && matches(pattern, at + 1, path, depth + 1);
    }

    private static boolean matchesStep(String pattern, String name) {
        int star = pattern.indexOf('*');
        return star < 0
                ? pattern.equals(name)
                : name.length() >= pattern.length() - 1
                        && name.startsWith(pattern.substring(0, star))
                        && name.endsWith(pattern.substring(star + 1));
    }
}
