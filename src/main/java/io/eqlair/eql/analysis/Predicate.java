package io.eqlair.eql.analysis;

import io.eqlair.eql.ast.Relation;
import java.util.List;

/**
 * A leaf of a condition: true when some combination of its fields' values makes it true, so false for absent fields
 * unless it says otherwise. Equal predicates mean the same, wherever they were written.
 */
public sealed interface Predicate {

    /** The fields it reads, each once. */
    List<String> fields();

    /** A predicate about one field. */
    sealed interface OfField extends Predicate {

        String field();

        @Override
        default List<String> fields() {
            return List.of(field());
        }
    }

    /** The field has a value. */
    record Exists(String field) implements OfField {}

    /**
     * A value equals one of the constants.
     *
     * @param values Boolean, Long, Double or String
     * @param ignoreCase whether case is folded; the constants are strings then
     */
    record OneOf(String field, List<Object> values, boolean ignoreCase) implements OfField {

        public OneOf {
            values = List.copyOf(values);
        }
    }

    /** A value's text matches one of the wildcard patterns. */
    record Like(String field, List<String> patterns, boolean ignoreCase) implements OfField {

        public Like {
            patterns = List.copyOf(patterns);
        }
    }

    /** A value's text matches one of the regular expressions, in Lucene's dialect. */
    record Regex(String field, List<String> patterns, boolean ignoreCase) implements OfField {

        public Regex {
            patterns = List.copyOf(patterns);
        }
    }

    /**
     * A value is in an order to a constant: the order of numbers, of versions where the constant is one, or of texts.
     *
     * @param relation one of the four that need an order
     * @param bound Long, Double or String
     */
    record Ordered(String field, Relation relation, Object bound) implements OfField {}

    /**
     * A value, read as a time, is in a relation to another time.
     *
     * @param relation any but {@code !=}
     * @param bound nanoseconds since 1970 in UTC
     */
    record AtTime(String field, Relation relation, long bound) implements OfField {}

    /**
     * A value, read as an IP address, is in one of the blocks.
     *
     * @param blocks in CIDR notation, known to be well formed
     */
    record InNetwork(String field, List<String> blocks) implements OfField {

        public InNetwork {
            blocks = List.copyOf(blocks);
        }
    }

    /** The operand is true. */
    record Computed(Operand operand, List<String> fields) implements Predicate {

        public Computed {
            fields = List.copyOf(fields);
        }
    }

    /** The operand is null. */
    record NullTest(Operand operand, List<String> fields) implements Predicate {

        public NullTest {
            fields = List.copyOf(fields);
        }
    }
}
