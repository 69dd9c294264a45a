/**
 * What a detection becomes: an alert, the record that people and programs are told.
 *
 * <p>{@link io.eqlair.alert.AlertFactory} makes an {@link io.eqlair.alert.Alert} of an engine's detection and the rule as
 * its author wrote it. Its JSON is the records' components in snake_case; the events' sources are put in as they came:
 *
 * <pre>
 * {"id": "5c1e…", "detected_at": "2026-11-22T10:00:01Z", "event_time": "2026-11-22T10:00:00Z",
 *  "reason": "process event with process nc, by root on web1 created medium alert Netcat.",
 *  "rule": {"id": "adb9…", "name": "Netcat", "severity": "medium", …}, "threat": [{"framework": "MITRE ATT&amp;CK", …}],
 *  "join_keys": [], "events": [{"index": "logs-x", "id": "1", "source": {…}}],
 *  "matched": [{"event": 0, "field": "process.name", "value": "nc", "clause": "process.name == \"nc\""}]}
 * </pre>
 *
 * <p>Name, severity and risk score are the rule's, unless it says from which fields of the events they are to be taken.
 *
 * <p>The id is a hash of the rule, its content and the events, so that the same events delivered again make the same
 * alert and not a second one.
 *
 * <p>Where the rule suppresses alerts, {@code AlertGrouping} puts it in a group, of which one stands for all; whether it is the one is
 * for the store to say.
 */
@NullMarked
package io.eqlair.alert;

import org.jspecify.annotations.NullMarked;
