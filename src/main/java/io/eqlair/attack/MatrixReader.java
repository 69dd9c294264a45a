package io.eqlair.attack;

import io.eqlair.attack.AttackTechnique.Current;
import io.eqlair.attack.AttackTechnique.Obsolete;
import io.eqlair.attack.AttackTechnique.Revoked;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a table whose form the package describes. It ships with the jar, so that a fault in it is ours. */
final class MatrixReader {

    private String version = "";
    private final Map<String, AttackTactic> tactics = new LinkedHashMap<>();
    private final Map<String, AttackTechnique> techniques = new LinkedHashMap<>();

    private MatrixReader() {}

    /** Reads a table; throws {@link IllegalArgumentException} with the line that is not in order. */
    static AttackMatrix read(String table) {
        MatrixReader reader = new MatrixReader();
        table.lines().filter(line -> !line.startsWith("#")).forEach(reader::line);
        return new AttackMatrix(reader.version, reader.tactics, reader.techniques);
    }

    private void line(String line) {
        List<String> columns = List.of(line.split("\t", -1));
        if (columns.size() == 2 && columns.getFirst().equals("version")) {
            version = columns.get(1);
        } else if (columns.size() == 4) {
            row(columns.get(0), columns.get(1), columns.get(2), columns.get(3));
        } else {
            throw new IllegalArgumentException("line of the table must have four columns: " + line);
        }
    }

    private void row(String kind, String id, String third, String name) {
        switch (kind) {
            case "tactic" -> tactics.put(id, new AttackTactic(id, third, name));
            case "current" -> techniques.put(id, new Current(id, name, List.of(third.split(",", -1))));
            case "revoked" -> techniques.put(id, new Revoked(id, name, third));
            case "deprecated" -> techniques.put(id, new Obsolete(id, name));
            default -> throw new IllegalArgumentException("kind of a line of the table is unknown: " + kind);
        }
    }
}
