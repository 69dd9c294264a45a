package io.eqlair.exceptions;

import java.util.List;

/**
 * A file that should be an exception or a value list, and is none. It stops nothing.
 *
 * @param id as its name says
 * @param file its path
 * @param findings all that is wrong with it; at least one
 */
public record Rejected(String id, String file, List<ExceptionFinding> findings) {

    public Rejected {
        findings = List.copyOf(findings);
    }
}
