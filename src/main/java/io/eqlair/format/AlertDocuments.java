package io.eqlair.format;

import io.eqlair.alert.Alert;
import io.eqlair.alert.RawJson;
import java.util.List;

/** Writes alerts. */
public final class AlertDocuments {

    private AlertDocuments() {}

    /** An alert as JSON objects: one, but for a sequence in the format of Kibana, which has one for each event besides. */
    public static List<RawJson> of(Alert alert, AlertFormat format) {
        return switch (format) {
            case NATIVE -> List.of(DocumentWriter.write(alert));
            case KIBANA ->
                KibanaDocuments.of(AlertTrees.of(alert)).stream()
                        .map(DocumentWriter::write)
                        .toList();
            case ECS -> List.of(DocumentWriter.write(EcsDocument.of(AlertTrees.of(alert))));
            case OCSF -> List.of(DocumentWriter.write(OcsfFinding.of(AlertTrees.of(alert))));
        };
    }
}
