package io.eqlair.ingest.bulk;

import java.util.Locale;

/** What a sender wants done with a document. */
public enum BulkOperation {
    INDEX,
    CREATE,
    UPDATE,
    DELETE;

    /** As it stands in actions and in answers. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
