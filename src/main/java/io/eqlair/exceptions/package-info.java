/**
 * Exceptions: what keeps events from rules. They are kept apart from rules, so that they survive whatever becomes of those.
 *
 * <pre>
 * JSON --ExceptionReader--> ExceptionTerms   or ExceptionFindings: all that is wrong, each with its path, entries[0].or[1].value
 *      --ExceptionEditor--> ExceptionItem    noted in the audit log, kept as exceptions/{id}.json, and put in force
 *      --ExceptionSet-----> Exemption        the same as the engine needs it; LiveRules asks for those of each rule
 * </pre>
 *
 * <p>An {@link io.eqlair.exceptions.ExceptionSet} holds all exceptions and value lists of one moment:
 *
 * <pre>
 * items     backup-agent   rules [adb961e0-…]   process.name == "nc" and (host.name in ("a", "b") or …)
 *           8c1f…          lists [field-team]   source.ip in list "scanners"
 * lists     scanners       ip_range             [192.0.2.0/24, 198.51.100.7-198.51.100.9]
 * rejected  old.json       its list `gone` is not there
 * </pre>
 *
 * <p>{@link io.eqlair.exceptions.LiveExceptions} has the set in force. When it changes, the same rules are compiled anew with it,
 * and replace those that ran in one step. Hits are counted by id, over all changes.
 *
 * <p>{@link io.eqlair.exceptions.KibanaItem} makes JSON of our form of an item that Kibana exports; so there is one reader.
 */
@NullMarked
package io.eqlair.exceptions;

import org.jspecify.annotations.NullMarked;
