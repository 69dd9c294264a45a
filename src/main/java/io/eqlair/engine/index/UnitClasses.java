package io.eqlair.engine.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts the UTF-16 units into classes: units that no pattern tells apart are in one. Those that no pattern names are in
 * class {@link #OTHER}. For the patterns {@code a*}, in which case counts, and {@code ?B}, in which it does not:
 *
 * <pre>
 * class 0   all others
 * class 1   a            token a
 * class 2   B b          token B or b
 * </pre>
 */
final class UnitClasses {

    static final int OTHER = 0;

    /** Stands in {@link #ofByte} for bytes that are not a unit of their own. */
    static final short PART = -1;

    private static final int PAGE = 256;
    private static final char[] NOTHING = new char[PAGE];

    private final short[] ofByte = new short[PAGE];
    private final short[] ofEscape = new short[PAGE];
    private final char[][] pages = new char[PAGE][];
    private final int[] exactTokens;
    private final int[] foldedTokens;

    private UnitClasses(Set<Integer> tokens) {
        Arrays.fill(pages, NOTHING);
        Set<Integer> named = new HashSet<>();
        Map<Long, Character> numbers = new HashMap<>();
        List<Integer> exact = new ArrayList<>(List.of(Tokens.NONE));
        List<Integer> folded = new ArrayList<>(List.of(Tokens.NONE));
        for (char unit : units(tokens)) {
            int exactToken = known(tokens, Tokens.unit(unit, false));
            int foldedToken = known(tokens, Tokens.unit(unit, true));
            long both = (long) exactToken << Integer.SIZE | (foldedToken & 0xffff_ffffL);
            char number = numbers.computeIfAbsent(both, absent -> {
                exact.add(exactToken);
                folded.add(foldedToken == exactToken ? Tokens.NONE : foldedToken);
                return (char) (exact.size() - 1);
            });
            put(unit, number, named);
        }
        exactTokens = exact.stream().mapToInt(Integer::intValue).toArray();
        foldedTokens = folded.stream().mapToInt(Integer::intValue).toArray();
        for (int i = 0; i < PAGE; i++) {
            ofByte[i] = i < PAGE / 2 ? (short) pages[0][i] : PART;
        }
        ofByte['\\'] = PART;
        fillEscapes();
    }

    static UnitClasses of(Set<Integer> tokens) {
        return new UnitClasses(tokens);
    }

    int count() {
        return exactTokens.length;
    }

    /** By unsigned byte: the class of the ASCII character that it is, or {@link #PART}. */
    short[] ofByte() {
        return ofByte;
    }

    /** By the letter behind a backslash: the class of the character that both are, or {@link #PART} if there is more to it. */
    short[] ofEscape() {
        return ofEscape;
    }

    int of(int unit) {
        return pages[unit >> Byte.SIZE][unit & (PAGE - 1)];
    }

    /** The token that stands for the units of a class alone, or {@link Tokens#NONE}. */
    int exactToken(int number) {
        return exactTokens[number];
    }

    /** The token that stands for the units of a class in all their cases, or {@link Tokens#NONE}. */
    int foldedToken(int number) {
        return foldedTokens[number];
    }

    private void fillEscapes() {
        Arrays.fill(ofEscape, PART);
        for (char letter : "\"\\/bfnrt".toCharArray()) {
            ofEscape[letter] = (short) of(JsonText.unit(JsonText.unitAndLength(new byte[] {'\\', (byte) letter}, 0)));
        }
    }

    private void put(char unit, char number, Set<Integer> named) {
        int page = unit >> Byte.SIZE;
        if (named.add(page)) {
            pages[page] = new char[PAGE];
        }
        pages[page][unit & (PAGE - 1)] = number;
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

    private static int known(Set<Integer> tokens, int token) {
        return tokens.contains(token) ? token : Tokens.NONE;
    }
}
