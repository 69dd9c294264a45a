package io.eqlair.validation.truth;

import io.eqlair.eql.analysis.Predicate;
import io.eqlair.eql.pattern.TextPattern;
import io.eqlair.eql.pattern.Wildcard;
import io.eqlair.eql.value.Values;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The texts that a predicate accepts: some texts, and what wildcard patterns stand for.
 *
 * @param exact the texts, folded if case is ignored
 * @param patterns the patterns, folded likewise; each has a star or a question mark
 */
record Texts(Set<String> exact, Set<String> patterns, boolean ignoreCase) {

    /** The texts of a predicate that looks at nothing but a value's text; null for any other. */
    static @Nullable Texts of(Predicate.OfField predicate) {
        return switch (predicate) {
            case Predicate.OneOf oneOf
            when oneOf.values().stream().allMatch(String.class::isInstance) ->
                new Texts(folded(oneOf.values(), oneOf.ignoreCase()), Set.of(), oneOf.ignoreCase());
            case Predicate.Like like -> {
                Set<String> all = folded(like.patterns(), like.ignoreCase());
                Set<String> wild = all.stream().filter(Texts::isWild).collect(Collectors.toUnmodifiableSet());
                Set<String> plain =
                        all.stream().filter(pattern -> !isWild(pattern)).collect(Collectors.toUnmodifiableSet());
                yield new Texts(plain, wild, like.ignoreCase());
            }
            default -> null;
        };
    }

    private static Set<String> folded(List<?> texts, boolean ignoreCase) {
        return texts.stream()
                .map(Object::toString)
                .map(text -> ignoreCase ? Values.fold(text) : text)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isWild(String pattern) {
        return pattern.indexOf('*') >= 0 || pattern.indexOf('?') >= 0;
    }

    /** Whether every text is accepted. */
    boolean isEverything() {
        return patterns.stream().anyMatch(pattern -> pattern.chars().allMatch(c -> c == '*'));
    }

    /** Whether the other accepts all of these; false also where that is hard to tell. */
    boolean within(Texts other) {
        if (other.isEverything()) {
            return true;
        }
        boolean comparable = !ignoreCase || other.ignoreCase;
        return comparable && other.patterns.containsAll(other.folded(patterns)) && other.accepts(other.folded(exact));
    }

    private boolean accepts(Set<String> texts) {
        TextPattern pattern = Wildcard.anyOf(List.copyOf(patterns), false);
        return texts.stream().allMatch(text -> exact.contains(text) || pattern.matches(text));
    }

    private Set<String> folded(Set<String> texts) {
        return ignoreCase ? folded(List.copyOf(texts), true) : texts;
    }
}
