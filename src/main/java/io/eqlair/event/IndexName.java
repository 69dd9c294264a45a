package io.eqlair.event;

import org.jspecify.annotations.Nullable;

/** The names of indices and data streams. */
final class IndexName {

    private static final String BACKING_PREFIX = ".ds-";
    private static final int DATE_AND_GENERATION = "-2026.11.22-000001".length();

    private IndexName() {}

    /** The data stream of a backing index {@code .ds-NAME-date-generation}; any other name is itself. */
    static String ofDataStream(String index) {
        int end = index.length() - DATE_AND_GENERATION;
        boolean backing = index.startsWith(BACKING_PREFIX)
                && end > BACKING_PREFIX.length()
                && hasShape(index, end, "-####.##.##-######");
        return backing ? index.substring(BACKING_PREFIX.length(), end) : index;
    }

    /** {@code type-dataset-namespace}, null without a dataset; the type is {@code logs} where none is given. */
    static @Nullable String ofParts(@Nullable String type, @Nullable String dataset, @Nullable String namespace) {
        if (dataset == null) {
            return null;
        }
        return (type == null ? "logs" : type) + "-" + dataset + "-" + (namespace == null ? "default" : namespace);
    }

    private static boolean hasShape(String text, int from, String shape) {
        for (int i = 0; i < shape.length(); i++) {
            char c = text.charAt(from + i);
            boolean fits = shape.charAt(i) == '#' ? c >= '0' && c <= '9' : c == shape.charAt(i);
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
