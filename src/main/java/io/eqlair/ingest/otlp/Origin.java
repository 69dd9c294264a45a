package io.eqlair.ingest.otlp;

import java.util.List;

/** Where a record comes from. */
record Origin(OfResource resource, OfScope scope) {

    /**
     * What is running, and where.
     *
     * @param dropped how many attributes its sender has left out, without a sign
     * @param schemaUrl empty where there is none, and so are the other texts here
     */
    record OfResource(List<Attribute> attributes, int dropped, String schemaUrl) {}

    /** Which part of it reports. */
    record OfScope(String name, String version, List<Attribute> attributes, int dropped, String schemaUrl) {}
}
