package io.eqlair.engine.index;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The few fields that nearly every stage asks and of which little is asked, such as category and operating system: what
 * is true of them decides at once which stages are possible.
 *
 * @param slots the fields
 * @param predicates all that is asked of them
 */
@SuppressWarnings("ArrayRecordComponent") // read millions of times a second
record KeyFields(int[] slots, BitSet predicates) {

    private static final int MOST_FIELDS = 4;

    /** Every predicate may double the number of buckets; those of one field mostly exclude each other. */
    private static final int MOST_PREDICATES = 48;

    /** A field is worth it when it is asked by one stage of so many. */
    private static final int SHARE = 6;

    /** Chooses the fields that most stages demand something of. */
    static KeyFields of(PredicateTable table, List<Clause> conditions) {
        int[] users = new int[table.fields().size()];
        for (Clause condition : conditions) {
            demanded(condition, table).forEach(slot -> users[slot]++);
        }
        int[] asked = new int[users.length];
        for (int predicate = 0; predicate < table.size(); predicate++) {
            if (table.slot(predicate) >= 0) {
                asked[table.slot(predicate)]++;
            }
        }
        List<Integer> slots = IntStream.range(0, users.length)
                .filter(slot -> users[slot] * SHARE >= conditions.size() && users[slot] > 1)
                .filter(slot -> asked[slot] <= MOST_PREDICATES)
                .boxed()
                .sorted(Comparator.comparingInt(slot -> -users[slot]))
                .limit(MOST_FIELDS)
                .toList();
        BitSet predicates = new BitSet();
        IntStream.range(0, table.size())
                .filter(predicate -> slots.contains(table.slot(predicate)))
                .forEach(predicates::set);
        return new KeyFields(slots.stream().mapToInt(Integer::intValue).toArray(), predicates);
    }

    private static Set<Integer> demanded(Clause condition, PredicateTable table) {
        Set<Integer> slots = new TreeSet<>();
        List<Clause> operands = condition instanceof Clause.All all ? all.operands() : List.of(condition);
        for (Clause operand : new ArrayList<>(operands)) {
            if (operand instanceof Clause.Test test && table.slot(test.predicate()) >= 0) {
                slots.add(table.slot(test.predicate()));
            }
        }
        return slots;
    }

    /** What is known when these predicates of the fields are true, and the others are not. */
    KeyAnswers answers(int[] holds) {
        BitSet true_ = new BitSet();
        for (int predicate : holds) {
            true_.set(predicate);
        }
        return new KeyAnswers(predicates, true_);
    }
}
