/**
 * From detections to alerts that are stored, and shown to rules on alerts.
 *
 * <pre>
 * DetectionEngine --Detection--> AlertBatch --RaisedAlert--> AlertStore --Outcome--> AlertList, meters
 *                                    ^                                       |
 *                                    '----- rules on alerts are shown it ----'
 * </pre>
 *
 * <p>{@code Alerting} opens an {@code AlertBatch} for each request; {@code AlertBuilder} makes the alerts with what the rule's author
 * asked for, {@code SignalCap} counts them where {@code max_signals} matters. {@code Upkeep} does the same for what the passing of
 * time alone completes. An alert is known, new, or counted on another: the store decides, and everybody is told the
 * {@link io.eqlair.store.Outcome}.
 */
@NullMarked
package io.eqlair.alerting;

import org.jspecify.annotations.NullMarked;
