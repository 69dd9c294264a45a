package io.eqlair.api.otlp;

import io.eqlair.api.http.IngestDoor;
import io.eqlair.api.http.RequestBytes;
import io.eqlair.api.http.RequestEnvelope;
import io.eqlair.catalog.RuleSession;
import io.eqlair.event.Envelope;
import io.eqlair.ingest.BatchTerms;
import io.eqlair.ingest.EventIntake;
import io.eqlair.ingest.IngestLimits;
import io.eqlair.ingest.IngestMeters;
import io.eqlair.ingest.body.Admission;
import io.eqlair.ingest.body.Body;
import io.eqlair.ingest.body.Pass;
import io.eqlair.ingest.otlp.LogDocuments;
import io.eqlair.ingest.otlp.LogsEncoding;
import io.eqlair.ingest.otlp.LogsReader;
import io.eqlair.ingest.otlp.Refusals;
import io.eqlair.ingest.otlp.RefusedRecord;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Log records in, as OpenTelemetry's SDKs and Collector send them. */
@RestController
@Tag(name = "events")
public final class OtlpController {

    private static final Logger LOG = LoggerFactory.getLogger(OtlpController.class);

    /** Where the protocol has log records sent to, below the address that a sender is given. */
    static final String PATH = "/v1/logs";

    private static final String JSON = "application/json";
    private static final String PROTOBUF = "application/x-protobuf";

    private final IngestDoor door;
    private final Admission admission;
    private final EventIntake intake;
    private final LogsReader logs;
    private final IngestLimits limits;
    private final IngestMeters meters;

    public OtlpController(
            IngestDoor door,
            Admission admission,
            EventIntake intake,
            LogsReader logs,
            IngestLimits limits,
            IngestMeters meters) {
        this.door = door;
        this.admission = admission;
        this.intake = intake;
        this.logs = logs;
        this.limits = limits;
        this.meters = meters;
    }

    @Operation(
            operationId = "postLogs",
            summary = "Evaluate log records of OpenTelemetry",
            description =
                    "Takes an `ExportLogsServiceRequest` of OTLP, in protobuf or in JSON, and makes an event in ECS of each"
                            + " log record; docs/OTLP.md has the table. The same is at `/t/{tenant}/v1/logs`. The alerts are at"
                            + " `GET /api/v1/alerts`. A record that cannot be read is told in `partialSuccess`, and the others are"
                            + " evaluated all the same.",
            parameters =
                    @Parameter(
                            name = RequestEnvelope.INDEX,
                            in = ParameterIn.QUERY,
                            description =
                                    "The index of those records that name none themselves (`data_stream.*`, `elasticsearch.index`):"
                                            + " decides which rules see them.",
                            example = "logs-endpoint.events.process-default",
                            schema = @Schema(type = "string")),
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = JSON,
                                        schema = @Schema(type = "object"),
                                        examples =
                                                @ExampleObject(
                                                        name = "linux-rule-fires",
                                                        summary = "Netcat opens a port on a Linux host",
                                                        value = OtlpExamples.LINUX_RULE_FIRES)),
                                @Content(mediaType = PROTOBUF, schema = @Schema(type = "string", format = "binary"))
                            }))
    @ApiResponse(
            responseCode = "200",
            description =
                    "The records were evaluated, all or some: an `ExportLogsServiceResponse`, in the encoding of the request.",
            content = {
                @Content(
                        mediaType = JSON,
                        schema = @Schema(type = "object"),
                        examples = {
                            @ExampleObject(name = "all", value = OtlpExamples.ALL),
                            @ExampleObject(name = "some", value = OtlpExamples.SOME)
                        }),
                @Content(mediaType = PROTOBUF, schema = @Schema(type = "string", format = "binary"))
            })
    @ApiResponse(
            responseCode = "400",
            description = "The body is no such request, or cannot be unpacked: a `google.rpc.Status`, in its encoding.",
            content = {
                @Content(
                        mediaType = JSON,
                        schema = @Schema(type = "object"),
                        examples = @ExampleObject(name = "status", value = OtlpExamples.STATUS)),
                @Content(mediaType = PROTOBUF, schema = @Schema(type = "string", format = "binary"))
            })
    @ApiResponse(
            responseCode = "413",
            description = "The body is larger than the limit, or has too many records: a `google.rpc.Status`.",
            content = {
                @Content(mediaType = JSON, schema = @Schema(type = "object")),
                @Content(mediaType = PROTOBUF, schema = @Schema(type = "string", format = "binary"))
            })
    @ApiResponse(
            responseCode = "415",
            description = "The media type or the content encoding is not known here: a `google.rpc.Status`.",
            content = {
                @Content(mediaType = JSON, schema = @Schema(type = "object")),
                @Content(mediaType = PROTOBUF, schema = @Schema(type = "string", format = "binary"))
            })
    @ApiResponse(
            responseCode = "503",
            description =
                    "There are no rules yet, alerts cannot be stored at the moment, or too many other requests are under way:"
                            + " nothing is acknowledged, and all must be sent again. `Retry-After` says when. A"
                            + " `google.rpc.Status`.",
            content = {
                @Content(mediaType = JSON, schema = @Schema(type = "object")),
                @Content(mediaType = PROTOBUF, schema = @Schema(type = "string", format = "binary"))
            })
    @PostMapping(PATH)
    ResponseEntity<byte[]> post(@Parameter(hidden = true) HttpServletRequest request) throws IOException {
        RuleSession session = door.open();
        Envelope envelope = RequestEnvelope.amongOthers(request);
        Body body = RequestBytes.body(request);
        try (Pass pass = admission.enter(body)) {
            byte[] bytes = pass.readWhole(body, limits.body());
            LogsEncoding encoding = LogsEncoding.of(request.getContentType(), bytes);
            LogDocuments documents = logs.read(bytes, encoding);
            BatchTerms terms = new BatchTerms(false, true, events -> door.charge(request, events));
            return OtlpAnswer.of(evaluated(documents, envelope, terms, session, pass), encoding);
        }
    }

    /** The same where senders come by a prefix. */
    @Hidden
    @PostMapping("/t/{tenant}" + PATH)
    ResponseEntity<byte[]> postElsewhere(HttpServletRequest request) throws IOException {
        return post(request);
    }

    private LogsOutcome evaluated(
            LogDocuments documents, Envelope envelope, BatchTerms terms, RuleSession session, Pass pass)
            throws IOException {
        Refusals refusals = documents.refusals();
        try {
            return documents.isEmpty()
                    ? LogsOutcome.of(refusals)
                    : LogsOutcome.of(
                            refusals, intake.take(new Body(documents, -1, null), envelope, terms, session, pass));
        } finally {
            terms.counted().accept(refusals.count());
            tell(refusals);
        }
    }

    /** What became no document is counted like events that are rejected, and logged. */
    private void tell(Refusals refusals) {
        refusals.byCode().forEach(meters::reject);
        if (refusals.count() > 0) {
            RefusedRecord first = refusals.first().getFirst();
            LOG.warn("{} log records of a request were rejected; the first: {}", refusals.count(), first);
        }
    }
}
