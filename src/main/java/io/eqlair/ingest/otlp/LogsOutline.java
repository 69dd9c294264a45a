package io.eqlair.ingest.otlp;

import io.eqlair.ingest.body.BodyRejected;
import io.eqlair.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the parts of a request stand; parts without records are left out.
 *
 * <pre>
 * resource [2, 40)   scope [42, 20)   records [64, 120) [186, 118)
 *                    scope [306, 9)   records [317, 64)
 * </pre>
 */
final class LogsOutline {

    private final List<OfResource> resources = new ArrayList<>();
    private final int most;
    private int count;

    /** An outline for so many records. */
    LogsOutline(int most) {
        this.most = most;
    }

    /**
     * A resource, and those who report for it.
     *
     * @param schemaUrl empty where there is none, and so is that of a scope
     */
    record OfResource(Slice resource, String schemaUrl, List<OfScope> scopes) {}

    /** A scope, and its records in their order. */
    record OfScope(Slice scope, String schemaUrl, List<Slice> records) {}

    List<OfResource> resources() {
        return resources;
    }

    void add(OfResource resource) {
        if (!resource.scopes().isEmpty()) {
            resources.add(resource);
        }
    }

    /** Counts a record that is about to be noted. */
    void count() throws BodyRejected {
        if (++count > most) {
            throw new BodyRejected(Problem.OTLP_TOO_MANY_RECORDS, most);
        }
    }
}
