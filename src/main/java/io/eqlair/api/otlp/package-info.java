/**
 * Log records of OpenTelemetry over HTTP, as SDKs and the Collector send them.
 *
 * <p>{@code ingest.otlp} makes a document of each record; these are evaluated like all events. Answers are in the encoding of the
 * request, those that say what is wrong among them:
 *
 * <pre>
 * 200  ExportLogsServiceResponse  {"partialSuccess":{}}
 *                                 {"partialSuccess":{"rejectedLogRecords":"1","errorMessage":"Record 4: …"}}
 * 400  google.rpc.Status          {"code":3,"message":"The body is not …"}
 * </pre>
 */
@NullMarked
package io.eqlair.api.otlp;

import org.jspecify.annotations.NullMarked;
