/**
 * Every text that tells a reader what went wrong, in one place. The lowest package: it knows nobody.
 *
 * <p>A {@link Problem} is a stable code with a message and, if there is one, a way out. Both are templates that take the
 * same arguments, so that whoever reports a problem hands the values over once:
 *
 * <pre>{@code
 * Problem.RULE_SEVERITY_UNKNOWN.code()             rule_severity_unknown
 * Problem.RULE_SEVERITY_UNKNOWN.message("urgent")  `urgent` is not a severity: expected ...
 * Problem.RULE_SEVERITY_UNKNOWN.wayOut("HIGH", "high")   Write: severity = "high"
 * }</pre>
 *
 * <p>Texts say what was found (in backticks) and what was expected; the way out is something to do or to paste. Where a
 * problem lies (file, line, column, position in a batch) is kept beside it by the package that found it.
 */
@NullMarked
package io.eqlair.problem;

import org.jspecify.annotations.NullMarked;
