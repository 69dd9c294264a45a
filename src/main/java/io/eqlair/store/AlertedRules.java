package io.eqlair.store;

import io.eqlair.rule.Rule;
import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleFileReader;
import io.eqlair.rule.RuleLimits;
import io.eqlair.rule.Threat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rules that have raised alerts, each version once, as they were then: what is long and the same in all their alerts. A rule is
 * kept as the JSON of its file, and read again as files are.
 */
final class AlertedRules {

    /** What a rule can be looked for by. */
    enum Label {
        TAG,
        TACTIC,
        TECHNIQUE;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String INSERT =
            "insert into alerted_rules (hash, content) values (:hash, :content) on conflict (hash) do nothing";
    private static final String INSERT_LABEL =
            "insert into alerted_rule_labels (kind, value, rule_key) values (?, ?, ?) on conflict do nothing";

    /** Rules in memory, of which each takes some tens of kilobytes. */
    private static final int MOST_RULES = 2_000;

    private static final int MOST_KEYS = 20_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final RuleFileReader reader = new RuleFileReader(new RuleLimits(Integer.MAX_VALUE, 1, Integer.MAX_VALUE));
    private final RecentlyUsed<Long, RuleFile.Loaded> read;

    /** The keys of rules whose transaction is over, by their content hashes. */
    private final RecentlyUsed<String, Long> keys;

    AlertedRules(JdbcClient jdbc, JdbcTemplate batches) {
        this(jdbc, batches, new RecentlyUsed<>(MOST_RULES), new RecentlyUsed<>(MOST_KEYS));
    }

    private AlertedRules(
            JdbcClient jdbc,
            JdbcTemplate batches,
            RecentlyUsed<Long, RuleFile.Loaded> read,
            RecentlyUsed<String, Long> keys) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.read = read;
        this.keys = keys;
    }

    /** The same rules and the same memory of them, for those who ask over other connections. */
    AlertedRules over(JdbcTemplate connections) {
        return new AlertedRules(JdbcClient.create(connections), connections, read, keys);
    }

    /** Forgets what it knows, and asks the database anew: that may have lost what it said was kept. */
    void forget() {
        keys.clear();
        read.clear();
    }

    /** The key of a rule, which is kept if it is new; within a transaction. */
    long key(RuleFile.Loaded rule) {
        Long known = keys.get(rule.rule().contentHash());
        return known == null ? keep(rule) : known;
    }

    private long keep(RuleFile.Loaded rule) {
        String hash = rule.rule().contentHash();
        byte[] content = JsonMapper.shared().writeValueAsBytes(rule.content());
        boolean isNew =
                jdbc.sql(INSERT).param("hash", hash).param("content", content).update() > 0;
        long key = jdbc.sql("select rule_key from alerted_rules where hash = :hash")
                .param("hash", hash)
                .query(Long.class)
                .single();
        if (isNew) {
            keepLabels(rule.rule(), key);
        }
        return key;
    }

    private void keepLabels(Rule rule, long key) {
        List<Object[]> rows = Stream.of(Label.values())
                .flatMap(label -> values(rule, label).stream()
                        .map(value -> new Object[] {label.text(), AlertCondition.folded(value), key}))
                .toList();
        batches.batchUpdate(INSERT_LABEL, rows);
    }

    /** Tactics and techniques can be asked for by id and by name. */
    private static Set<String> values(Rule rule, Label label) {
        Stream<String> values = switch (label) {
            case TAG -> rule.text().tags().stream();
            case TACTIC ->
                rule.threat().stream()
                        .map(Threat::tactic)
                        .flatMap(tactic -> tactic == null ? Stream.of() : Stream.of(tactic.id(), tactic.name()));
            case TECHNIQUE ->
                rule.threat().stream()
                        .flatMap(threat -> threat.technique().stream())
                        .flatMap(AlertedRules::names);
        };
        return values.collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<String> names(Threat.Technique technique) {
        return Stream.concat(
                Stream.of(technique.id(), technique.name()),
                technique.subtechnique().stream().flatMap(sub -> Stream.of(sub.id(), sub.name())));
    }

    /** Notes that the transaction is over in which a rule got its key. */
    void committed(RuleFile.Loaded rule, long key) {
        keys.put(rule.rule().contentHash(), key);
    }

    /** The rule with a key. Whoever holds a connection has it asked for only in the transaction of that connection. */
    RuleFile.Loaded rule(long key) {
        RuleFile.Loaded known = read.get(key);
        if (known != null) {
            return known;
        }
        RuleFile.Loaded loaded = load(key);
        read.put(key, loaded);
        return loaded;
    }

    private RuleFile.Loaded load(long key) {
        byte[] content = jdbc.sql("select content from alerted_rules where rule_key = :key")
                .param("key", key)
                .query(byte[].class)
                .single();
        RuleFile file = reader.read(content, "alerted rule " + key);
        if (file instanceof RuleFile.Loaded loaded) {
            return loaded;
        }
        throw new IllegalStateException("a rule that has raised alerts must be readable: " + file);
    }
}
