package io.eqlair.api.alerts;

import io.eqlair.api.http.ProblemBody;
import io.eqlair.api.http.Refusal;
import io.eqlair.api.http.ShownAlerts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** New alerts, as they come. */
@RestController
@Tag(name = "alerts")
public final class StreamController {

    private static final Logger LOG = LoggerFactory.getLogger(StreamController.class);

    private final AlertStreams streams;

    public StreamController(AlertStreams streams) {
        this.streams = streams;
    }

    @Operation(
            operationId = "streamAlerts",
            summary = "Get new alerts as they come",
            description =
                    "Server-sent events, one for each alert in the order in which they were stored: its `id` is the alert's"
                            + " number, its `data` the alert as JSON; a sequence in the format of Kibana has a line of `data` for each of"
                            + " its documents. Whoever connects again with the last `id` gets all alerts behind it, none twice;"
                            + " browsers do so by themselves. Every 15 seconds (`eqlair.alerts.stream-heartbeat`) a comment says that all is well."
                            + FilterParameters.FIELDS,
            parameters = {
                @Parameter(
                        name = StreamTerms.HEADER,
                        in = ParameterIn.HEADER,
                        description = "The `id` of the last event; without it only new alerts come.",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = StreamTerms.PARAMETER,
                        in = ParameterIn.QUERY,
                        description = "The same, for the first connection. The header wins.",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = ShownAlerts.PARAMETER,
                        in = ParameterIn.QUERY,
                        description = ShownAlerts.DESCRIPTION,
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"native", "kibana", "ecs", "ocsf"},
                                        defaultValue = "native"))
            })
    @ApiResponse(
            responseCode = "200",
            description = "Events without an end.",
            content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string")))
    @Refusal.ParameterWrong
    @ApiResponse(
            responseCode = "503",
            description = "Too many clients have a stream open, or alerts cannot be read at the moment.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemBody.class)))
    @FilterParameters
    @GetMapping("/api/v1/alerts/stream")
    void stream(
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        StreamTerms terms = StreamTerms.of(request);
        if (HttpMethod.HEAD.matches(request.getMethod())) {
            accept(response).flush(); // nothing could be written, so that nobody would notice when the client has left
            return;
        }
        try {
            streams.serve(terms, () -> accept(response));
        } catch (IOException left) {
            LOG.debug("A client left its stream of alerts.", left);
        }
    }

    private static OutputStream accept(HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no"); // a proxy that gathers the answer would hold back its events
        return response.getOutputStream();
    }
}
