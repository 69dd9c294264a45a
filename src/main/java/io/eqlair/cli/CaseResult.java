package io.eqlair.cli;

/**
 * What came of a case.
 *
 * @param file of the case
 * @param name of the case; its file where it could not be read
 * @param rule its name; else its id, or empty, as far as the case could be read
 * @param nanos it took
 */
record CaseResult(String file, String name, String rule, long nanos, Outcome outcome) {

    /** How it ended. */
    sealed interface Outcome {

        /** As expected. */
        record Passed() implements Outcome {}

        /** The rule ran, and raised more or fewer alerts than expected. */
        record Failed(String text) implements Outcome {}

        /** There is something wrong with the case, or with its rule. */
        record Broken(String text) implements Outcome {}
    }

    boolean passed() {
        return outcome instanceof Outcome.Passed;
    }

    /** What is wrong; empty where nothing is. */
    String text() {
        return switch (outcome) {
            case Outcome.Passed passed -> "";
            case Outcome.Failed(String text) -> text;
            case Outcome.Broken(String text) -> text;
        };
    }
}
