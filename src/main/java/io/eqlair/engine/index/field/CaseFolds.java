package io.eqlair.engine.index.field;

import io.eqlair.eql.value.Values;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** {@link Values#fold} backwards: which units have the same fold. Some 1,200 units are not their own. */
final class CaseFolds {

    private static final Map<Character, char[]> CASES = cases();

    private CaseFolds() {}

    /** Whether other units fold to this one, which is folded. */
    static boolean hasCases(char folded) {
        return CASES.containsKey(folded);
    }

    /** All units with this fold. */
    static char[] cases(char folded) {
        char[] cases = CASES.get(folded);
        return cases == null ? new char[] {folded} : cases.clone();
    }

    private static Map<Character, char[]> cases() {
        Map<Character, char[]> cases = new HashMap<>();
        for (int i = 0; i <= Character.MAX_VALUE; i++) {
            char unit = (char) i;
            char folded = Values.fold(unit);
            if (folded != unit) {
                cases.merge(folded, new char[] {folded, unit}, (known, more) -> with(known, unit));
            }
        }
        return cases;
    }

    private static char[] with(char[] units, char unit) {
        char[] more = Arrays.copyOf(units, units.length + 1);
        more[units.length] = unit;
        return more;
    }
}
