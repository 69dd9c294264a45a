package io.eqlair.api.exceptions;

import io.eqlair.exceptions.ExceptionFinding;
import io.eqlair.exceptions.ImportReport;
import java.util.List;

/**
 * What became of an import.
 *
 * @param imported the ids of the exceptions that are new
 * @param replaced the ids of those that took the place of one with their id
 * @param rejected the lines of which nothing came
 * @param notes what has no effect here, or none so far
 * @param lists how many exception lists there were
 */
record ImportAnswer(
        List<String> imported, List<String> replaced, List<RejectedLine> rejected, List<Note> notes, int lists) {

    /**
     * A line of which nothing came.
     *
     * @param line from 1
     * @param reason the first of the problems, with the way out
     */
    record RejectedLine(int line, String itemId, String reason, List<ExceptionFinding> problems) {}

    /** Something to know about a line that was imported. */
    record Note(int line, String itemId, String code, String message) {}

    static ImportAnswer of(ImportReport report) {
        return new ImportAnswer(
                report.imported(),
                report.replaced(),
                report.rejected().stream()
                        .map(line -> new RejectedLine(
                                line.line(),
                                line.itemId(),
                                line.findings().getFirst().text(),
                                line.findings()))
                        .toList(),
                report.notes().stream()
                        .map(note -> new Note(
                                note.line(),
                                note.itemId(),
                                note.finding().code(),
                                note.finding().text()))
                        .toList(),
                report.lists());
    }
}
