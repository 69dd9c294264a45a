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
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rules that have raised alerts, each version once, as they were then: what is long and the same in all their alerts. A rule is
 * kept as the JSON of its file, and read again as files are.
 */
final class AlertedRules {

    private static final Logger LOG = LoggerFactory.getLogger(AlertedRules.class);

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
    private final Memory memory;

    AlertedRules(JdbcClient jdbc, JdbcTemplate batches) {
        this(jdbc, batches, new Memory());
    }

    private AlertedRules(JdbcClient jdbc, JdbcTemplate batches, Memory memory) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.memory = memory;
    }

    /** What is known without asking the database. */
    private static final class Memory {

        private final RecentlyUsed<Long, RuleFile.Loaded> rules = new RecentlyUsed<>(MOST_RULES);

        /** The keys of rules whose transaction is over, by their content hashes. */
        private final RecentlyUsed<String, Long> keys = new RecentlyUsed<>(MOST_KEYS);

        private final AtomicLong unreadable = new AtomicLong();
    }

    /** The same rules and the same memory of them, for those who ask over other connections. */
    AlertedRules over(JdbcTemplate connections) {
        return new AlertedRules(JdbcClient.create(connections), connections, memory);
    }

    /** Forgets what it knows, and asks the database anew: that may have lost what it said was kept. */
    void forget() {
        memory.keys.clear();
        memory.rules.clear();
    }

    /** How often a rule could not be read as it was kept. */
    long unreadable() {
        return memory.unreadable.get();
    }

    /** The key of a rule, which is kept if it is new; within a transaction. */
    long key(RuleFile.Loaded rule) {
        Long known = memory.keys.get(rule.rule().contentHash());
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
        memory.keys.put(rule.rule().contentHash(), key);
    }

    /** The rule with a key. Whoever holds a connection has it asked for only in the transaction of that connection. */
    RuleFile.Loaded rule(long key) {
        RuleFile.Loaded known = memory.rules.get(key);
        if (known != null) {
            return known;
        }
        RuleFile.Loaded loaded = load(key);
        memory.rules.put(key, loaded);
        return loaded;
    }

    private RuleFile.Loaded load(long key) {
        return jdbc.sql("select hash, content from alerted_rules where rule_key = :key")
                .param("key", key)
                .query((row, number) -> read("alerted rule " + key, row.getString("hash"), row.getBytes("content")))
                .single();
    }

    /** Its alerts are shown in any case: a list, a stream and a sink would else never come past the first of them. */
    private RuleFile.Loaded read(String origin, String hash, byte[] content) {
        RuleFile file = reader.read(content, origin);
        if (file instanceof RuleFile.Loaded loaded) {
            return loaded;
        }
        memory.unreadable.incrementAndGet();
        LOG.error("A rule that has raised alerts cannot be read any more, and is shown as far as it can: {}", file);
        return new UnreadableRule(reader, origin).shown(content, hash);
    }
}
