package io.eqlair.exceptions;

import java.util.List;

/**
 * What became of an import.
 *
 * @param imported the ids of the exceptions that are new
 * @param replaced the ids of those that took the place of one with their id
 * @param lists how many exception lists were in it; they say nothing that has an effect here
 */
public record ImportReport(
        List<String> imported, List<String> replaced, List<RefusedLine> rejected, List<LineNote> notes, int lists) {

    public ImportReport {
        imported = List.copyOf(imported);
        replaced = List.copyOf(replaced);
        rejected = List.copyOf(rejected);
        notes = List.copyOf(notes);
    }

    /**
     * A line of which nothing came.
     *
     * @param line from 1
     * @param itemId as it stands there; empty where it has none
     * @param findings all that is wrong; at least one
     */
    public record RefusedLine(int line, String itemId, List<ExceptionFinding> findings) {

        public RefusedLine {
            findings = List.copyOf(findings);
        }
    }

    /** Something that has no effect, or none so far, of a line that was imported. */
    public record LineNote(int line, String itemId, ExceptionFinding finding) {}
}
