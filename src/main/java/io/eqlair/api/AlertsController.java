package io.eqlair.api;

import io.eqlair.alert.Alert;
import io.eqlair.store.AlertQueries;
import io.eqlair.store.KeptAlert;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The latest alerts, those among them that time alone brought about. */
@RestController
@Tag(name = "alerts", description = "What the rules detected.")
public final class AlertsController {

    private final AlertQueries queries;

    public AlertsController(AlertQueries queries) {
        this.queries = queries;
    }

    @Operation(
            operationId = "listAlerts",
            summary = "Show the latest alerts",
            description =
                    "Those since the start, as far as memory keeps them: also those that were raised because an event"
                            + " stayed missing, which no answer to a request carries.")
    @ApiResponse(responseCode = "200", description = "The latest alerts, newest first.")
    @GetMapping(path = "/api/v1/alerts", produces = MediaType.APPLICATION_JSON_VALUE)
    AlertList list() {
        return new AlertList(queries.latest(100).stream().map(KeptAlert::alert).toList());
    }

    /**
     * The latest alerts.
     *
     * @param alerts newest first
     */
    record AlertList(List<Alert> alerts) {}
}
