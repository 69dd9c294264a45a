package io.eqlair.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A table in Markdown. */
final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... head) {
        rows.add(List.of(head));
    }

    void row(Object... cells) {
        rows.add(List.of(cells).stream().map(Table::cell).toList());
    }

    /** Whole numbers with their thousands set apart, others with as many places as say something. */
    private static String cell(Object value) {
        return switch (value) {
            case Long number -> String.format(Locale.ROOT, "%,d", number);
            case Integer number -> String.format(Locale.ROOT, "%,d", number);
            case Double number -> number(number);
            default -> value.toString();
        };
    }

    static String number(double number) {
        int places = number >= 1_000 ? 0 : number >= 10 ? 1 : number >= 0.1 ? 2 : 4;
        return String.format(Locale.ROOT, "%,." + places + "f", number);
    }

    /** The table, with a line break behind each of its lines. */
    String markdown() {
        String rule = "|" + "---|".repeat(rows.getFirst().size()) + "\n";
        String body = rows.stream().skip(1).map(Table::line).collect(Collectors.joining());
        return line(rows.getFirst()) + rule + body;
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
