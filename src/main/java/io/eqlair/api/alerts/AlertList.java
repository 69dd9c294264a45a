package io.eqlair.api.alerts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.eqlair.alert.Alert;
import io.eqlair.api.http.ShownAlerts;
import io.eqlair.store.AlertPage;
import io.eqlair.store.KeptAlert;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of alerts.
 *
 * @param alerts in the order that was asked for; in another format its documents
 * @param next there only if the list goes on: give it back as {@code after}
 * @param partial there only if true: the search ended at a limit before the page was full; go on with {@code next}
 */
record AlertList(
        @ArraySchema(schema = @Schema(implementation = Alert.class))
        List<?> alerts,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean partial) {

    static AlertList of(AlertPage page, ListTerms terms) {
        List<Alert> alerts = page.alerts().stream().map(KeptAlert::alert).toList();
        return new AlertList(
                ShownAlerts.of(alerts, terms.format()), Cursor.of(page.next(), terms.sort()), page.partial());
    }
}
