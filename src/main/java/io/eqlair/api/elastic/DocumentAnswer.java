package io.eqlair.api.elastic;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.eqlair.ingest.BulkItem;
import org.jspecify.annotations.Nullable;

/** What became of a document that was sent alone. */
@JsonPropertyOrder({"_index", "_id", "_version", "result", "_shards", "_seq_no", "_primary_term"})
record DocumentAnswer(
        @JsonProperty("_index") @Nullable String index,
        @JsonProperty("_id") @Nullable String id,
        @JsonProperty("_version") int version,
        @JsonProperty("result") String result,
        @JsonProperty("_shards") Shards shards,
        @JsonProperty("_seq_no") int sequenceNumber,
        @JsonProperty("_primary_term") int primaryTerm) {

    /** Where it was written. */
    record Shards(int total, int successful, int failed) {}

    static DocumentAnswer of(BulkItem item) {
        String result = item.known() ? "noop" : "created";
        return new DocumentAnswer(item.index(), item.id(), 1, result, new Shards(1, 1, 0), 0, 1);
    }
}
