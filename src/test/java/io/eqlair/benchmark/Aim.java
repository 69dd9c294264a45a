package io.eqlair.benchmark;

/** What the engine wants to reach, as a factor: at least, and if all goes well. */
enum Aim {
    REAL("full match with 530 rules, real stream, to the yardstick", 0.8, 1.3),
    DENSE("the same on the generated dense endpoint stream", 0.5, 0.9),
    UNIQUE("the same on the real stream with every value unique", 0.6, 1.0),
    MANY("full match with 10,000 rules, real stream, to the yardstick", 0.4, 0.8),
    GROWTH("cost of 530 rules to cost of 10, real stream", 3, 1.5),
    INTERPRETER("full match against the straightforward interpreter, 530 rules, real stream", 10, 30),
    LUCENE("full match against Lucene Monitor in batches of 100, real stream", 40, 100),
    ESPER("full match against Esper, compiled (0.015 of the yardstick in a trial outside the project)", 30, 60),
    CORES("two threads to one", 1.8, 2),
    BATCH("service over HTTP, batches of 1,000, to the engine alone", 0.6, 0.85),
    SINGLE("service with no rule matching, batches of 1, to a server that only reads the body", 0.7, 0.9),
    START("seconds to compile and index 530 rules, in a JVM that has just started", 1.5, 1.5);

    private final String text;
    private final double least;
    private final double most;

    Aim(String text, double least, double most) {
        this.text = text;
        this.least = least;
        this.most = most;
    }

    String text() {
        return text;
    }

    double least() {
        return least;
    }

    double most() {
        return most;
    }

    /** Whether less is better. */
    boolean isCost() {
        return this == GROWTH || this == START;
    }

    boolean isMet(double figure) {
        return isCost() ? figure <= least : figure >= least;
    }
}
