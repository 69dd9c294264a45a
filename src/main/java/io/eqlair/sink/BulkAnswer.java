package io.eqlair.sink;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what a bulk call answers: one item for each document, in the order in which they were sent.
 *
 * <pre>
 * {"errors": true, "items": [
 *   {"create": {"status": 201}},                                                               taken
 *   {"create": {"status": 409, "error": {"type": "version_conflict_engine_exception", …}}},    taken: it was there
 *   {"create": {"status": 429, "error": {"type": "es_rejected_execution_exception", …}}},      later
 *   {"create": {"status": 400, "error": {"type": "document_parsing_exception", "reason": "…"}}}  refused
 * ]}
 * </pre>
 */
final class BulkAnswer {

    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;
    private static final int ERRORS = 300;
    private static final int SERVER_ERRORS = 500;

    private BulkAnswer() {}

    /**
     * What became of each alert.
     *
     * @param documents how many each alert has
     * @param covering takes secrets out of what is shown
     */
    static List<Receipt> receipts(String answer, List<Integer> documents, UnaryOperator<String> covering) {
        int count = documents.stream().mapToInt(Integer::intValue).sum();
        JsonNode items = items(answer);
        if (items.size() != count) {
            String reason = "It answered " + items.size() + " items for " + count + " documents: is it a bulk call?";
            return Collections.nCopies(documents.size(), new Receipt.Later(reason, true, null));
        }
        Iterator<JsonNode> next = items.iterator();
        List<Receipt> receipts = new ArrayList<>();
        for (int some : documents) {
            Receipt worst = new Receipt.Taken();
            for (int i = 0; i < some; i++) {
                worst = worse(worst, receipt(next.next(), covering));
            }
            receipts.add(worst);
        }
        return receipts;
    }

    private static JsonNode items(String answer) {
        try {
            return JsonMapper.shared().readTree(answer).path("items");
        } catch (JacksonException unreadable) {
            return JsonMapper.shared().createArrayNode();
        }
    }

    private static Receipt receipt(JsonNode item, UnaryOperator<String> covering) {
        JsonNode result = item.path("create");
        int status = result.path("status").asInt(0);
        if (status == CONFLICT || (status >= 200 && status < ERRORS)) {
            return new Receipt.Taken();
        }
        String reason = covering.apply("It answered " + status + ": "
                + result.path("error").path("type").asString("") + ", "
                + result.path("error").path("reason").asString(""));
        boolean later = status == TOO_MANY || status >= SERVER_ERRORS || status == 0;
        return later ? new Receipt.Later(reason, status != TOO_MANY, null) : new Receipt.Refused(reason);
    }

    /** Of the documents of one alert: what has to come again comes before what never will. */
    private static Receipt worse(Receipt one, Receipt other) {
        return switch (one) {
            case Receipt.Later later -> later;
            case Receipt.Refused refused -> other instanceof Receipt.Later ? other : refused;
            case Receipt.Taken taken -> other;
        };
    }
}
