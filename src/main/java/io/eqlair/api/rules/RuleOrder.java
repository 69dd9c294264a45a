package io.eqlair.api.rules;

import io.eqlair.catalog.RuleEntry;
import io.eqlair.rule.Rule;
import io.eqlair.rule.Severity;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What rules can be sorted by. Those that are alike stay in the order of their files. */
enum RuleOrder {
    /** Those that raised most first, those that do not run last. */
    ALERTS,
    /** The dearest first, those that do not run last. */
    COST,
    /** From A to Z, in either case; those without a name last. */
    NAME,
    /** The gravest first; those of which it is not known last. */
    SEVERITY,
    /** Active, disabled, rejected, unsupported. */
    STATE;

    /** The order that a text spells; empty when there is no such one. */
    static Optional<RuleOrder> parse(String text) {
        return Arrays.stream(values())
                .filter(order -> order.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
    }

    Comparator<RuleEntry> comparator(RuleFigures figures) {
        return switch (this) {
            case ALERTS -> Comparator.comparingLong(figures::alerts).reversed();
            case COST -> Comparator.comparingDouble(figures::nanos).reversed();
            case NAME -> Comparator.comparing(RuleEntry::name, Comparator.nullsLast(String.CASE_INSENSITIVE_ORDER));
            case SEVERITY -> Comparator.comparing(RuleOrder::severity, Comparator.nullsLast(Comparator.reverseOrder()));
            case STATE -> Comparator.comparing(RuleEntry::state);
        };
    }

    private static @Nullable Severity severity(RuleEntry entry) {
        Rule rule = entry.rule();
        return rule == null ? null : rule.severity();
    }
}
