package io.eqlair.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.eqlair.alert.RawJson;
import io.eqlair.engine.EqlSearch;
import io.eqlair.engine.sequence.Match;
import io.eqlair.engine.sequence.Step;
import io.eqlair.event.StoredEvent;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search found, in the shape of Elasticsearch's EQL search API.
 *
 * @param isPartial always false: a search that fails says so
 * @param isRunning always false: an answer is complete
 * @param took milliseconds
 * @param timedOut always false
 */
record SearchAnswer(boolean isPartial, boolean isRunning, long took, boolean timedOut, Hits hits) {

    static SearchAnswer of(EqlSearch.Result result, SearchRequest request, long took) {
        return new SearchAnswer(false, false, took, false, Hits.of(result, request));
    }

    /**
     * The results: events of an event query, sequences of a sequence or sample query.
     *
     * @param total before {@code size} cut them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Hits(
            Total total,
            @Nullable List<Hit> events,
            @Nullable List<Sequence> sequences) {

        static Hits of(EqlSearch.Result result, SearchRequest request) {
            return switch (result) {
                case EqlSearch.Result.Events(List<StoredEvent> found) ->
                    new Hits(
                            Total.of(found),
                            cut(found, request).stream().map(Hit::of).toList(),
                            null);
                case EqlSearch.Result.Sequences(List<Match> found) -> matches(found, cut(found, request));
                case EqlSearch.Result.Samples(List<Match> found) ->
                    matches(found, found.subList(0, Math.min(request.size(), found.size())));
            };
        }

        private static Hits matches(List<Match> found, List<Match> shown) {
            return new Hits(
                    Total.of(found), null, shown.stream().map(Sequence::of).toList());
        }

        private static <T> List<T> cut(List<T> found, SearchRequest request) {
            int count = Math.min(request.size(), found.size());
            return request.oldest() ? found.subList(0, count) : found.subList(found.size() - count, found.size());
        }
    }

    /**
     * How many results there are.
     *
     * @param relation always {@code eq}: the number is exact
     */
    record Total(int value, String relation) {

        static Total of(List<?> found) {
            return new Total(found.size(), "eq");
        }
    }

    /**
     * Events that belong together.
     *
     * @param joinKeys the values that join them
     */
    record Sequence(List<@Nullable Object> joinKeys, List<Hit> events) {

        static Sequence of(Match match) {
            return new Sequence(
                    match.joinKeys(),
                    match.steps().stream().map(Step::event).map(Hit::of).toList());
        }
    }

    /**
     * An event, or the place of one that had to be missing.
     *
     * @param index empty where it names none
     * @param missing there only if true
     */
    record Hit(
            @JsonProperty("_index") String index,
            @JsonProperty("_id") String id,

            @JsonProperty("_source") @Schema(type = "object")
            RawJson source,

            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean missing) {

        private static final RawJson NOTHING = new RawJson("{}".getBytes(StandardCharsets.UTF_8));

        static Hit of(@Nullable StoredEvent event) {
            return event == null
                    ? new Hit("", "", NOTHING, true)
                    : new Hit(
                            event.index() == null ? "" : event.index(), event.id(), new RawJson(event.source()), false);
        }
    }
}
