package io.eqlair.catalog;

/**
 * How long the parts of a load took, in nanoseconds.
 *
 * @param read of files, from bytes to rules whose query is text
 * @param checked of queries
 * @param compiled and indexed, and put in force
 */
record LoadTimes(long read, long checked, long compiled) {

    @Override
    public String toString() {
        return millis(read + checked + compiled) + " ms (files read in " + millis(read) + ", queries checked in "
                + millis(checked) + ", compiled and indexed in " + millis(compiled) + ")";
    }

    private static long millis(long nanos) {
        return nanos / 1_000_000;
    }
}
