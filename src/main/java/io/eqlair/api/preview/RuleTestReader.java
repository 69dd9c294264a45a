package io.eqlair.api.preview;

import io.eqlair.api.http.ApiProblem;
import io.eqlair.api.http.RequestMembers;
import io.eqlair.api.http.RequestReader;
import io.eqlair.event.Envelope;
import io.eqlair.ingest.body.Body;
import io.eqlair.problem.Problem;
import io.eqlair.repository.RuleBundle;
import io.eqlair.rule.RuleFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JsonToken;

/** Reads requests to test rules, keeping the bytes of their events as they came. Thread-safe. */
final class RuleTestReader {

    private static final int MOST_RULES = 10_000;
    private static final String MEMBERS = "`rules`, `rule_ids`, `events` and `index`";
    private static final String EXAMPLE = "{\"rules\": [\"[rule]\\nrule_id = …\"], \"events\": [{\"event\": {…}}]}";

    private final RequestReader requests;
    private final RuleBundle bundles;

    RuleTestReader(RequestReader requests, RuleBundle bundles) {
        this.requests = requests;
        this.bundles = bundles;
    }

    /** Reads a body, as {@link RequestReader#read}; what is wrong with a rule is in its outcome. */
    RuleTestRequest read(byte[] body) throws IOException {
        if (body.length == 0) {
            throw RequestMembers.refused(Problem.MEMBER_MISSING, "rules", EXAMPLE);
        }
        return requests.read(body, members -> new Reading(members).request());
    }

    /** What has been gathered of one request. */
    private final class Reading {

        private final RequestMembers members;
        private final List<RuleFile> rules = new ArrayList<>();
        private final List<String> ids = new ArrayList<>();
        private @Nullable Body events;
        private Envelope envelope = Envelope.NONE;
        private boolean namesRules;

        Reading(RequestMembers members) {
            this.members = members;
        }

        RuleTestRequest request() {
            members.each(this::member);
            if (!namesRules) {
                throw RequestMembers.refused(Problem.MEMBER_MISSING, "rules", EXAMPLE);
            }
            if (events == null) {
                throw RequestMembers.refused(Problem.MEMBER_MISSING, "events", EXAMPLE);
            }
            return new RuleTestRequest(rules, ids, events, envelope);
        }

        private void member(String name) {
            switch (name) {
                case "rules" -> rules(name);
                case "rule_ids" -> ids(name);
                case "events" -> events = events(name);
                case "index" -> envelope = new Envelope(members.string(name), null);
                default -> throw RequestMembers.refused(Problem.MEMBER_UNKNOWN, name, MEMBERS);
            }
        }

        private Body events(String name) {
            byte[] array = members.array(name, "an array of JSON objects");
            return new Body(new ByteArrayInputStream(array), array.length, null);
        }

        private void rules(String name) {
            List<byte[]> texts = members.list(name, "a list of rules", at -> {
                checkRoom(at);
                return rule(RequestMembers.item(name, at));
            });
            for (int at = 0; at < texts.size(); at++) {
                rules.addAll(bundles.read(RequestMembers.item(name, at), texts.get(at))
                        .files());
            }
            namesRules |= !texts.isEmpty();
        }

        private byte[] rule(String item) {
            return members.is(JsonToken.START_OBJECT)
                    ? members.object(item)
                    : members.string(item, "the text of a rule file, or a rule as a JSON object")
                            .getBytes(StandardCharsets.UTF_8);
        }

        private void ids(String name) {
            ids.addAll(members.list(name, "a list of ids", at -> {
                checkRoom(at);
                return members.string(RequestMembers.item(name, at));
            }));
            namesRules |= !ids.isEmpty();
        }

        private void checkRoom(int at) {
            if (at == MOST_RULES) {
                throw new ApiProblem(HttpStatus.CONTENT_TOO_LARGE, Problem.RULE_TEST_TOO_MANY, MOST_RULES);
            }
        }
    }
}
