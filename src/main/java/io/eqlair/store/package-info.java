/**
 * Where alerts are kept: {@link io.eqlair.store.AlertStore}, in a database for the service and in memory for trials. A request is
 * answered when its alerts are stored.
 *
 * <pre>
 * request 1 --alerts--.
 * request 2 --alerts--+--> GroupCommit --one transaction--> JdbcAlertStore --> CommitSignal --> whoever reads on
 * request 3 --alerts--'        |                                 |
 *                              | says why, if nothing can        | Ledger decides: new, known, or counted on another
 *                              | be stored: events are refused   '
 * </pre>
 *
 * <p>What a rule says is kept once for each of its versions ({@code AlertedRules}); a row of an alert has what is looked for in
 * columns, and the rest as a document ({@code AlertDocument}):
 *
 * <pre>
 * alerts         seq 17, id 5c1e…, rule_key 3, severity 2, event_time 1768471200…, status open, group_key 9f0a…, suppressed 4, {…}
 * alert_hosts    web1, 17
 * alerted_rules  3, hash a8a5…, {"rule": {"rule_id": "adb9…", "name": "Netcat", …}}
 * suppressed_detections  77d2…, 5c1e…         so that the same detection is counted once
 * </pre>
 *
 * <p>{@code seq} grows in the order in which alerts become visible, so that whoever reads alerts in their order goes on from the last
 * number and misses none. Whoever writes locks the store's numbers first ({@code StoreState}), so that nobody waits in a circle.
 *
 * <p>{@link io.eqlair.store.AlertQueries} asks the columns first and reads documents only where they are wanted or must be asked; {@link
 * io.eqlair.store.AlertTriage} changes what people say of alerts, and keeps what they said before; {@link io.eqlair.store.Retention}
 * deletes the oldest.
 */
@NullMarked
package io.eqlair.store;

import org.jspecify.annotations.NullMarked;
