package io.eqlair.rule.format;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a text says as plain Java values: maps, lists, strings, numbers and booleans, immutable, keys in the order of the
 * text. Nulls, which only JSON has, count as absent.
 *
 * <p>The same number is the same value whichever notation it came in: an Integer, Long or BigInteger, the first that
 * has room; a Double, or a BigDecimal where that is too small.
 */
final class Tree {

    private Tree() {}

    static Map<String, Object> map(JsonNode table) {
        Map<String, Object> map = new LinkedHashMap<>();
        table.properties().forEach(entry -> {
            if (!entry.getValue().isNull()) {
                map.put(entry.getKey(), value(entry.getValue()));
            }
        });
        return Collections.unmodifiableMap(map);
    }

    private static Object value(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> map(node);
            case ARRAY -> list(node);
            case NUMBER -> number(node.numberValue());
            case BOOLEAN -> node.booleanValue();
            default -> node.stringValue();
        };
    }

    private static List<Object> list(JsonNode array) {
        return array.valueStream()
                .filter(item -> !item.isNull())
                .map(Tree::value)
                .toList();
    }

    private static Number number(Number number) {
        return switch (number) {
            case Integer whole -> whole;
            case Long whole -> whole(BigInteger.valueOf(whole));
            case BigInteger whole -> whole(whole);
            case BigDecimal fraction when Double.isInfinite(fraction.doubleValue()) -> fraction;
            default -> number.doubleValue();
        };
    }

    private static Number whole(BigInteger number) {
        if (number.bitLength() < Integer.SIZE) {
            return number.intValueExact();
        }
        return number.bitLength() < Long.SIZE ? (Number) number.longValueExact() : number;
    }
}
