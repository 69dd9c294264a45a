package io.eqlair.validation;

import io.eqlair.ecs.FieldList;
import io.eqlair.eql.function.EditDistance;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the Elastic Common Schema.
 *
 * @param names of all fields
 * @param families beginnings of names below which any key may stand, such as {@code labels.}
 */
record EcsFields(Set<String> names, List<String> families) {

    /** The version of the schema that is shipped, as it is told to people. */
    static final String VERSION = "9.4";

    private static final int LONGEST_NAME = 100;
    private static final int SHORT_NAME = 10;

    /** Those that are shipped. */
    static EcsFields read() {
        return of(FieldList.shipped());
    }

    /** The fields of a list; {@code labels.*} is a family. */
    static EcsFields of(Stream<String> lines) {
        return of(FieldList.of(lines));
    }

    private static EcsFields of(List<String> fields) {
        return new EcsFields(
                fields.stream().filter(field -> !field.endsWith(".*")).collect(Collectors.toUnmodifiableSet()),
                fields.stream()
                        .filter(field -> field.endsWith(".*"))
                        .map(field -> field.substring(0, field.length() - 1))
                        .toList());
    }

    boolean contains(String field) {
        return names.contains(field) || families.stream().anyMatch(field::startsWith);
    }

    /** The name that another may be a slip of: one or two letters away; null where there is none. */
    @Nullable
    String nearest(String field) {
        int most = field.length() < SHORT_NAME ? 1 : 2;
        if (field.length() > LONGEST_NAME) {
            return null;
        }
        return names.stream()
                .filter(name -> Math.abs(name.length() - field.length()) <= most)
                .filter(name -> EditDistance.between(name, field) <= most)
                .min(Comparator.comparingInt((String name) -> EditDistance.between(name, field))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(null);
    }
}
