package io.eqlair.rule;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The content hash of a rule file: SHA-256 over its tree with sorted keys, every text preceded by its length, so that no
 * two trees are written alike. For example {@code {4:rule{4:name2:nc10:risk_score#47;}}}.
 */
final class ContentHash {

    private static final int MOST_ZEROS = 400;

    private final StringBuilder canonical = new StringBuilder();

    private ContentHash() {}

    /** The hash of a document but for {@code rule.enabled}, which says whether a rule runs and not what it is. */
    static String of(Map<String, Object> document) {
        Map<String, Object> content = new HashMap<>(document);
        if (content.get("rule") instanceof Map<?, ?> table) {
            Map<Object, Object> rule = new HashMap<>(table);
            rule.remove("enabled");
            content.put("rule", rule);
        }
        ContentHash hash = new ContentHash();
        hash.value(content);
        return Sha256.hex(hash.canonical.toString());
    }

    private void value(Object value) {
        switch (value) {
            case Map<?, ?> map -> map(map);
            case List<?> list -> list(list);
            case String string -> text(string);
            case Number number -> canonical.append('#').append(digits(number)).append(';');
            default -> canonical.append('#').append(value).append(';');
        }
    }

    /** A number's shortest digits: {@code 21} also for 21.0, as programs that pass JSON on write the one for the other. */
    private static String digits(Number number) {
        if (number instanceof Double inexact && !Double.isFinite(inexact)) {
            return number.toString();
        }
        BigDecimal shortest = new BigDecimal(number.toString()).stripTrailingZeros();
        return Math.abs(shortest.scale()) <= MOST_ZEROS ? shortest.toPlainString() : shortest.toString();
    }

    private void map(Map<?, ?> map) {
        canonical.append('{');
        new TreeMap<>(map).forEach((key, value) -> {
            text(key.toString());
            value(value);
        });
        canonical.append('}');
    }

    private void list(List<?> list) {
        canonical.append('[');
        list.forEach(this::value);
        canonical.append(']');
    }

    private void text(String text) {
        canonical.append(text.length()).append(':').append(text);
    }
}
