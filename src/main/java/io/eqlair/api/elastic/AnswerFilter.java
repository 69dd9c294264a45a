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
        boolean in = included.isEmpty() || included.stream().anyMatch(pattern -> matches(pattern, path));
        return in && excluded.stream().noneMatch(pattern -> matches(pattern, path));
    }

    /**
     * Whether a pattern leads to a member or to what is around it: whoever wants an object wants all that is in it. It keeps all places of
     * the path where the pattern so far may have led, so that no pattern takes long.
     */
    private static boolean matches(String[] pattern, String[] path) {
        boolean[] reached = new boolean[path.length + 1];
        reached[0] = true;
        for (String step : pattern) {
            reached = step.equals("**") ? orFurther(reached) : after(step, reached, path);
        }
        return contains(reached);
    }

    private static boolean[] orFurther(boolean[] reached) {
        boolean[] further = reached.clone();
        for (int i = 1; i < further.length; i++) {
            further[i] |= further[i - 1];
        }
        return further;
    }

    private static boolean[] after(String step, boolean[] reached, String[] path) {
        boolean[] next = new boolean[reached.length];
        for (int i = 0; i < path.length; i++) {
            next[i + 1] = reached[i] && matchesStep(step, path[i]);
        }
        return next;
    }

    private static boolean contains(boolean[] reached) {
        for (boolean one : reached) {
            if (one) {
                return true;
            }
        }
        return false;
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
