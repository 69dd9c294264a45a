package io.eqlair.eql.function;

import io.eqlair.eql.value.Values;

/** How many letters must be added, dropped or replaced to make one word of another, case aside. */
public final class EditDistance {
    private EditDistance() {}

    /** Row by row of the usual table, of which only the last row is kept: takes the product of the lengths. */
    public static int between(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (sameLetter(a.charAt(i - 1), b.charAt(j - 1)) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }

    private static boolean sameLetter(char a, char b) {
        return Values.fold(a) == Values.fold(b);
    }
}
