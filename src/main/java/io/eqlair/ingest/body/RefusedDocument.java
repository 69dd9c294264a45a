package io.eqlair.ingest.body;

import io.eqlair.event.EventRejected;
import java.nio.charset.StandardCharsets;

/**
 * What is worth saying of a document that was refused.
 *
 * @param why the reader's reason
 * @param linesBefore how many lines of the document lie before the place where it shows
 * @param beginning its first characters, on one line
 */
public record RefusedDocument(EventRejected why, int linesBefore, String beginning) {

    private static final int SHOWN = 40;

    /** Looks at a document that was refused. */
    public static RefusedDocument of(byte[] document, EventRejected why) {
        return new RefusedDocument(why, lines(document, why.offset()), beginning(document));
    }

    private static int lines(byte[] document, long end) {
        int lines = 0;
        for (int i = 0; i < Math.min(end, document.length); i++) {
            lines += document[i] == '\n' ? 1 : 0;
        }
        return lines;
    }

    private static String beginning(byte[] document) {
        String text = new String(document, 0, Math.min(document.length, SHOWN), StandardCharsets.UTF_8);
        String line = text.lines().findFirst().orElse("").strip().replaceAll("\\p{Cntrl}", "?");
        return document.length > SHOWN ? line + "…" : line;
    }
}
