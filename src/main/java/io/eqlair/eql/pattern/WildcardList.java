package io.eqlair.eql.pattern;

import io.eqlair.eql.value.Values;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Wildcard patterns of which one must match. Rules have lists of hundreds: the text is folded once for all of them, and
 * those without a wildcard cost one look-up together.
 *
 * @param literals the patterns without a wildcard, folded if case is ignored
 * @param wildcards the others, folded likewise and hence exact
 */
record WildcardList(Set<String> literals, List<Wildcard> wildcards, boolean ignoreCase) implements TextPattern {

    static WildcardList of(List<String> patterns, boolean ignoreCase) {
        List<String> folded =
                ignoreCase ? patterns.stream().map(Values::fold).distinct().toList() : patterns;
        return new WildcardList(
                folded.stream().filter(Wildcard::isLiteral).collect(Collectors.toUnmodifiableSet()),
                folded.stream()
                        .filter(pattern -> !Wildcard.isLiteral(pattern))
                        .map(pattern -> Wildcard.of(pattern, false))
                        .toList(),
                ignoreCase);
    }

    @Override
    public boolean matches(String text) {
        String folded = ignoreCase ? Values.fold(text) : text;
        if (literals.contains(folded)) {
            return true;
        }
        for (Wildcard wildcard : wildcards) {
            if (wildcard.matches(folded)) {
                return true;
            }
        }
        return false;
    }
}
