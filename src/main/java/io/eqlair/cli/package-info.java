/**
 * The command line: rules tested and files of events scanned without a service.
 *
 * <p>{@link io.eqlair.cli.Commands} takes over from {@code main} when the first argument names a command. Nothing of Spring is
 * started, no port is opened, and nothing is kept: each command loads rules, tries them with {@link io.eqlair.trial.Trial}, says
 * what it found, and ends with a code:
 *
 * <pre>
 * 0   all cases passed; or the scan is done, with alerts or without
 * 1   a case failed; or no rule is active, or some events could not be read
 * 2   the command was called wrongly; or there is no case at all
 * </pre>
 *
 * <p><b>Streams.</b> Standard output carries what was asked for and nothing else: the report of a test, or alerts as NDJSON.
 * What there is to say besides goes to standard error: rules that are rejected, the progress, the summary, the log.
 *
 * <p><b>Cases.</b> A test runs each case with its one rule, which remembers nothing of other cases:
 *
 * <pre>
 * case file ---CaseReader--> TestCase ---CaseRun--> CaseResult ---CaseReport--> standard output
 *                                           |                 '---JunitReport-> a file
 *                         rule, Trial ------'
 *
 * {"name": "netcat that listens", "rule_id": "adb9…", "alerts": 1,
 *  "events": [{"event": {"category": "process"}, "process": {"name": "nc", "args": ["nc", "-l"]}}]}
 * </pre>
 *
 * <p><b>Scans.</b> A file, however large, is one body for the intake, which reads it piece by piece on all cores. Alerts are
 * written as they come, and none is kept:
 *
 * <pre>
 * file or stdin ---EventInput, counted by ScanProgress--> Trial ---Alert--> AlertLines ---> standard output
 *                                                           '---BatchOutcome--> ScanSummary ---> standard error
 * </pre>
 *
 * <p><b>Keys.</b> {@code key create}, {@code key list} and {@code key revoke} change the file of keys in the data directory, which a
 * running service looks at within a second. Standard output has the new key and nothing else.
 */
@NullMarked
package io.eqlair.cli;

import org.jspecify.annotations.NullMarked;
