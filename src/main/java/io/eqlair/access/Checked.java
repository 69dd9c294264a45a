package io.eqlair.access;

import io.eqlair.problem.Problem;

/** What came of what a call presented. */
public sealed interface Checked {

    /** It is this caller's. */
    record Accepted(Caller caller) implements Checked {}

    /** Nothing was presented, or it is nobody's, or nobody's any more; the text says which. */
    record Refused(Problem problem, String text) implements Checked {

        public static Refused of(Problem problem, Object... arguments) {
            return new Refused(problem, problem.text(arguments));
        }
    }
}
