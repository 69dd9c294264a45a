package io.eqlair.api.http;

import io.eqlair.alert.Alert;
import io.eqlair.format.AlertDocuments;
import io.eqlair.format.AlertFormat;
import io.eqlair.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** How alerts are shown in an answer, as its caller wishes. */
public final class ShownAlerts {

    /** The parameter that says so. */
    public static final String PARAMETER = "format";

    /** What the API's document says of it. */
    public static final String DESCRIPTION =
            "How alerts are written: as Eqlair knows them, as Kibana keeps them in Elasticsearch (a"
                    + " sequence is several documents then), in ECS alone, or as findings of OCSF.";

    private ShownAlerts() {}

    /** The format of a word; native where nothing is said. */
    public static AlertFormat format(@Nullable String word) {
        return word == null || word.isEmpty()
                ? AlertFormat.NATIVE
                : AlertFormat.parse(word)
                        .orElseThrow(() -> new ApiProblem(
                                HttpStatus.BAD_REQUEST,
                                Problem.PARAMETER_WORD,
                                PARAMETER,
                                word,
                                "`native`, `kibana`, `ecs` or `ocsf`"));
    }

    /** Alerts as JSON has them: themselves, or the documents of another format, of which an alert may have several. */
    public static List<?> of(List<Alert> alerts, AlertFormat format) {
        return format == AlertFormat.NATIVE
                ? alerts
                : alerts.stream()
                        .flatMap(alert -> AlertDocuments.of(alert, format).stream())
                        .toList();
    }
}
