package io.eqlair.engine.index.field;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts the UTF-16 units into classes: units that no token tells apart are in one. Those that no token names are in class
 * {@link #OTHER}. For the patterns {@code a*}, in which case counts, and {@code ?B}, in which it does not:
 *
 * <pre>
 * class 0   all others
 * class 1   B b          B in all its cases
 * class 2   a            a alone
 * </pre>
 */
final class UnitClasses {

    static final int OTHER = 0;

    /** Stands where one byte does not tell the class. */
    static final short MORE = -1;

    private static final int PAGE = 256;
    private static final char[] NOTHING = new char[PAGE];

    private final List<Named> classes;

    /** By higher and lower byte of a unit. */
    private final char[][] pages = new char[PAGE][];

    private final short[] ofByte = new short[PAGE];
    private final short[] ofEscape = new short[PAGE];

    /** The classes that these tokens make. */
    UnitClasses(Set<Integer> tokens) {
        Map<Named, Character> numbers = new LinkedHashMap<>();
        numbers.put(Named.OTHER, (char) OTHER);
        Map<Integer, char[]> own = new HashMap<>();
        for (char unit : units(tokens)) {
            char number = numbers.computeIfAbsent(Named.by(tokens, unit), absent -> (char) numbers.size());
            own.computeIfAbsent(unit / PAGE, absent -> new char[PAGE])[unit % PAGE] = number;
        }
        classes = List.copyOf(numbers.keySet());
        Arrays.fill(pages, NOTHING);
        own.forEach((page, units) -> pages[page] = units);
        fillBytes();
    }

    private static Set<Character> units(Set<Integer> tokens) {
        Set<Character> units = new TreeSet<>();
        for (int token : tokens) {
            if (Tokens.isFolded(token)) {
                for (char unit : CaseFolds.cases(Tokens.unit(token))) {
                    units.add(unit);
                }
            } else if (Tokens.isUnit(token)) {
                units.add(Tokens.unit(token));
            }
        }
        return units;
    }

    private void fillBytes() {
        for (int unit = 0; unit < PAGE; unit++) {
            ofByte[unit] = unit < PAGE / 2 && unit != '\\' ? (short) of(unit) : MORE;
        }
        Arrays.fill(ofEscape, MORE);
        for (char letter : "\"\\/bfnrt".toCharArray()) {
            byte[] escape = {'\\', (byte) letter};
            ofEscape[letter] = (short) of(JsonText.unit(JsonText.unitAndLength(escape, 0)));
        }
    }

    int count() {
        return classes.size();
    }

    int of(int unit) {
        return pages[unit / PAGE][unit % PAGE];
    }

    /** By byte, unsigned: the class of the ASCII character that it is, or {@link #MORE}. */
    short[] ofByte() {
        return ofByte;
    }

    /** By the letter behind a backslash: the class of the character that both are, or {@link #MORE}. */
    short[] ofEscape() {
        return ofEscape;
    }

    /** The token that stands for the units of a class as they are, or {@link Tokens#NONE}. */
    int exactToken(int number) {
        return classes.get(number).exact;
    }

    /** The token that stands for the units of a class in all their cases, or {@link Tokens#NONE}. */
    int foldedToken(int number) {
        return classes.get(number).folded;
    }

    /** Which tokens name a unit. */
    private record Named(int exact, int folded) {

        private static final Named OTHER = new Named(Tokens.NONE, Tokens.NONE);

        private static Named by(Set<Integer> tokens, char unit) {
            int exact = Tokens.unit(unit, false);
            int folded = Tokens.unit(unit, true);
            return new Named(
                    tokens.contains(exact) ? exact : Tokens.NONE,
                    tokens.contains(folded) && folded != exact ? folded : Tokens.NONE);
        }
    }
}
