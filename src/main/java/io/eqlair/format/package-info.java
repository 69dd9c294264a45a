/**
 * How alerts are written for those who read them: our own format, Kibana's, the Elastic Common Schema, OCSF; and as an event for
 * rules on alerts.
 *
 * <pre>
 * Alert --AlertTrees--&gt; the alert, a tree of each event that is there, and of what they have in common
 *
 * native  the alert's records                          {"id": "5c1e…", "rule": {…}, "events": [{"source": as it came}]}
 * kibana  KibanaFields, KibanaRule, KibanaAncestors    {"@timestamp": detected, "kibana.alert.uuid": "5c1e…", …,
 *         beside the event's tree                       "process": {"name": "nc"}, "event": {"kind": "signal", …}}
 * ecs     EcsDocument, EcsThreat, EcsRelated, and      {"@timestamp": happened, "event": {"kind": "alert", "id": "5c1e…"},
 *         what EcsSchema picks of the common tree       "process": {"name": "nc"}, "eqlair": {"alert": the native one}}
 * ocsf    OcsfFinding, OcsfState, OcsfAttacks, and an  {"class_uid": 2004, "finding_info": {"uid": "5c1e…"},
 *         OcsfEvidence of each event's tree             "evidences": [{"process": {…}, "data": as it came}], "unmapped": {…}}
 * </pre>
 *
 * <p>A sequence of the events e1 and e2 is one document, but in Kibana's format three:
 *
 * <pre>
 * building block  id = hash of 5c1e…/0   depth 1   ancestors e1                       all fields of e1
 * building block  id = hash of 5c1e…/1   depth 1   ancestors e2                       all fields of e2
 * shell           id = 5c1e…             depth 2   ancestors e1, block, e2, block     what e1 and e2 have in common
 * </pre>
 *
 * <p>An {@link io.eqlair.format.EventTree} is what formats have in common: one notation for events, whatever they came in. Trees are
 * made only for alerts that are answered or shown to rules, never for events. {@code docs/FORMATS.md} has the mappings.
 */
@NullMarked
package io.eqlair.format;

import org.jspecify.annotations.NullMarked;
