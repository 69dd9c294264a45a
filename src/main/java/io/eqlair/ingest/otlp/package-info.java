/**
 * Log records of OpenTelemetry in, documents in ECS out.
 *
 * <p>The body of a request to export logs is a tree: resources have scopes, scopes have records, and a record means what it says
 * together with its resource and its scope.
 *
 * <pre>
 * body --LogsFormat--> LogsOutline --RecordCursor--> RecordMapping --EcsDocument--> LogDocuments, NDJSON
 *        protobuf      where each        one record     with                           one line for each
 *        or JSON       part stands       at a time      AttributeTable                 record
 * </pre>
 *
 * <p>The body is in memory, in the form in which it came. It is cut into pieces first, which costs a few bytes for each, and a record is
 * read only when its line is asked for: so the objects of one record at a time are in memory, however many there are, and a record that
 * cannot be read is refused alone. Both formats are read into the same messages of protobuf, so that there is one mapping.
 *
 * <p>A record, and its document:
 *
 * <pre>
 * resource    attributes: service.name = shop, host.name = web1, os.type = darwin, telemetry.sdk.name = x
 * record      timeUnixNano 1795342500000000000, severityText WARN, body "login failed"
 *             attributes: user.name = ann, client.address = 192.0.2.7, attempt = 3
 *
 * {"@timestamp": "2026-11-22T10:15:00Z", "user": {"name": "ann"}, "client": {"address": "192.0.2.7", "ip": "192.0.2.7"},
 *  "attributes": {"attempt": 3}, "message": "login failed", "log": {"level": "WARN"}, "service": {"name": "shop"},
 *  "host": {"name": "web1", "os": {"type": "macos", "platform": "darwin"}},
 *  "resource": {"attributes": {"telemetry.sdk.name": "x"}}}
 * </pre>
 *
 * <p>What the schema has no field for is kept under the name that the collector's {@code otel} mode gives it, and so is whatever finds
 * its place taken. The first to come has a place: the record's attributes, then its body, its other members, the scope, the resource;
 * within each of them names of ECS before those that are mapped.
 */
@NullMarked
package io.eqlair.ingest.otlp;

import org.jspecify.annotations.NullMarked;
