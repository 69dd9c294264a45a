package io.eqlair.format;

import io.eqlair.alert.Alert;
import io.eqlair.alert.Suppression;
import io.eqlair.alert.Suppression.Term;
import io.eqlair.alert.Triage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes alerts of all kinds, on events that have fields of the schema with values that fit, and with others. */
final class RandomAlert {

    private static final List<String> FIELDS = List.of(
            "@timestamp",
            "ecs.version",
            "event",
            "event.category",
            "event.type",
            "event.kind",
            "event.id",
            "event.extra.deep",
            "data_stream.dataset",
            "host",
            "host.name",
            "host.id",
            "host.ip",
            "host.os.type",
            "host.geo.location",
            "user",
            "user.name",
            "user.id",
            "user.roles",
            "process.pid",
            "process.name",
            "process.entity_id",
            "process.executable",
            "process.hash.sha256",
            "process.parent.pid",
            "source.ip",
            "source.port",
            "destination.domain",
            "file.path",
            "file.name",
            "file.type",
            "dns.question.name",
            "dns.answers",
            "url.full",
            "url.port",
            "labels.any",
            "related.ip",
            "threat.tactic.id",
            "rule.name",
            "tags",
            "kibana",
            "kibana.alert.depth",
            "kibana.alert.ancestors",
            "signal.rule.name",
            "eqlair.x",
            "_source",
            "_id",
            "a..b",
            "custom.any");

    private static final List<String> VALUES = List.of(
            "\"x\"",
            "\"\"",
            "\"process\"",
            "\"linux\"",
            "\"10.0.0.5\"",
            "\"fe80::1\"",
            "\"2026-01-15T09:00:00Z\"",
            "\"/usr/bin/x\"",
            "\"C:\\\\x\\\\\"",
            "\"\\ud83d\"",
            "7",
            "70000",
            "-1",
            "1.50",
            "1E400",
            "123456789012345678901234567890",
            "true",
            "null",
            "[]",
            "{}",
            "[\"a\", \"b\"]",
            "[{\"name\": \"x\", \"data\": 1}]",
            "{\"name\": \"y\", \"id\": {\"z\": 1}}",
            "{\"lat\": 1.0, \"lon\": 2.0}");

    private static final List<String> INDICES = List.of("logs-x-default", SampleAlert.ALERTS, "");
    private static final List<String> RULES = List.of(
            "",
            "building_block_type = \"default\"",
            "version = 7\nreferences = [\"https://example.org\"]",
            "[rule.alert_suppression]\ngroup_by = [\"host.id\"]\nmissing_fields_strategy = \"suppress\"\n"
                    + "[rule.alert_suppression.duration]\nvalue = 5\nunit = \"m\"",
            "[[rule.threat]]\nframework = \"MITRE ATT&CK\"\n[rule.threat.tactic]\nid = \"TA0002\"\nname = \"Execution\"",
            "[[rule.threat]]\nframework = \"Another\"\n[[rule.threat.technique]]\nid = \"1\"\nname = \"Way\"");

    private final Random random;

    RandomAlert(Random random) {
        this.random = random;
    }

    Alert next() {
        SampleAlert alert = random.nextInt(4) == 0 ? SampleAlert.ofFile("event.toml") : SampleAlert.ofRule(one(RULES));
        alert.event(index(), "e0", document());
        for (int i = 1; i < 1 + random.nextInt(4); i++) {
            addMore(alert, i);
        }
        if (random.nextBoolean()) {
            alert.suppressing(suppression());
        }
        return alert.joinedBy(null, 7L, "k")
                .deep(1 + random.nextInt(5))
                .judged(triage())
                .alert();
    }

    private void addMore(SampleAlert alert, int position) {
        if (random.nextInt(3) == 0) {
            alert.missing();
        } else {
            alert.event(index(), "e" + position, document());
        }
    }

    private @Nullable String index() {
        String index = one(INDICES);
        return index.isEmpty() ? null : index;
    }

    /** Fields with and without dots, some of them twice, in any order. */
    private String document() {
        List<String> fields = new ArrayList<>(FIELDS);
        Collections.shuffle(fields, random);
        return fields.subList(0, random.nextInt(20)).stream()
                .map(field -> member(List.of(field.split("\\.", -1))))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private String member(List<String> steps) {
        int together = 1 + random.nextInt(steps.size());
        String name = String.join(".", steps.subList(0, together));
        List<String> rest = steps.subList(together, steps.size());
        return "\"" + name + "\": " + (rest.isEmpty() ? one(VALUES) : "{" + member(rest) + "}");
    }

    private Suppression suppression() {
        List<Object> values = Arrays.asList("v", null, 7L, true, List.of("a", 1L));
        List<Term> terms = IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> new Term("f" + i, random.nextBoolean() ? null : i, one(values)))
                .toList();
        return new Suppression(
                terms, random.nextInt(3), Instant.EPOCH, Instant.parse("2026-02-01T00:00:00.000000001Z"));
    }

    private Triage triage() {
        Triage.Disposition disposition = random.nextBoolean() ? null : one(List.of(Triage.Disposition.values()));
        boolean said = random.nextBoolean();
        return new Triage(
                one(List.of(Triage.Status.values())),
                disposition,
                said ? "ann" : null,
                said ? "note" : null,
                said ? SampleAlert.DETECTED : null);
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
