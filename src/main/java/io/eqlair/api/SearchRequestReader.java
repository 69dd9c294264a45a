package io.eqlair.api;

import io.eqlair.api.http.ApiProblem;
import io.eqlair.api.http.RequestMembers;
import io.eqlair.api.http.RequestReader;
import io.eqlair.event.EventRoles;
import io.eqlair.problem.Problem;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Reads search requests, keeping the bytes of their events as they came. Thread-safe. */
final class SearchRequestReader {

    private static final String MEMBERS = "`query`, `events`, `event_category_field`, `timestamp_field`, "
            + "`tiebreaker_field`, `size`, `result_position` and `max_samples_per_key`";
    private static final String EXAMPLE = "{\"query\": \"process where true\", \"events\": [{\"event\": {…}}]}";

    private final RequestReader requests;
    private final int mostEvents;

    SearchRequestReader(RequestReader requests, int mostEvents) {
        this.requests = requests;
        this.mostEvents = mostEvents;
    }

    /** Reads a body, as {@link RequestReader#read}. */
    SearchRequest read(byte[] body) throws IOException {
        if (body.length == 0) {
            throw RequestMembers.refused(Problem.MEMBER_MISSING, "query", EXAMPLE);
        }
        return requests.read(body, members -> new Reading(members).request());
    }

    /** What has been gathered of one request. */
    private final class Reading {

        private final RequestMembers members;
        private String query = "";
        private List<byte[]> events = List.of();
        private boolean hasEvents;
        private String category = EventRoles.ECS.category();
        private String timestamp = EventRoles.ECS.timestamp();
        private String tiebreaker = EventRoles.ECS.tiebreaker();
        private int size = 10;
        private boolean oldest;
        private int samples = 1;

        Reading(RequestMembers members) {
            this.members = members;
        }

        SearchRequest request() {
            members.each(this::member);
            if (query.isBlank()) {
                throw RequestMembers.refused(Problem.MEMBER_MISSING, "query", EXAMPLE);
            }
            if (!hasEvents) {
                throw RequestMembers.refused(Problem.MEMBER_MISSING, "events", EXAMPLE);
            }
            EventRoles roles = new EventRoles(timestamp, tiebreaker, category);
            return new SearchRequest(query, events, roles, size, oldest, samples);
        }

        private void member(String name) {
            switch (name) {
                case "query" -> query = members.string(name);
                case "events" -> events = events(name);
                case "event_category_field" -> category = field(name);
                case "timestamp_field" -> timestamp = field(name);
                case "tiebreaker_field" -> tiebreaker = field(name);
                case "size" -> size = members.number(name, 0);
                case "result_position" -> oldest = position(name).equals("head");
                case "max_samples_per_key" -> samples = members.number(name, 1);
                default -> throw RequestMembers.refused(Problem.MEMBER_UNKNOWN, name, MEMBERS);
            }
        }

        private List<byte[]> events(String name) {
            hasEvents = true;
            return members.list(name, "an array of JSON objects", at -> {
                if (at == mostEvents) {
                    throw new ApiProblem(HttpStatus.CONTENT_TOO_LARGE, Problem.SEARCH_TOO_MANY_EVENTS, mostEvents);
                }
                return members.object(RequestMembers.item(name, at));
            });
        }

        private String field(String name) {
            String text = members.string(name);
            members.expect(!text.isBlank(), name, "the name of a field");
            return text;
        }

        private String position(String name) {
            String text = members.string(name);
            members.expect(text.equals("head") || text.equals("tail"), name, "`head` or `tail`");
            return text;
        }
    }
}
