package io.eqlair.sink;

import io.eqlair.alert.Alert;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What documents of alerts are called in an index. */
final class DocumentId {

    private static final String UUID = "kibana.alert.uuid";

    /** Ids are written into JSON as they are. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._:-]{1,256}");

    private DocumentId() {}

    /**
     * The id that a document says itself, as those of Kibana do; else its alert's.
     *
     * @param number of the document among those of its alert, from 0
     */
    static String of(byte[] document, Alert alert, int number) {
        JsonNode root = JsonMapper.shared().readTree(document);
        JsonNode flat = root.path(UUID);
        JsonNode uuid = flat.isMissingNode() ? root.at("/kibana/alert/uuid") : flat;
        String said = uuid.isString() ? uuid.asString() : "";
        if (PLAIN.matcher(said).matches()) {
            return said;
        }
        return number == 0 ? alert.id() : alert.id() + "-" + number;
    }
}
