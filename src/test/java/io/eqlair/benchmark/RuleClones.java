package io.eqlair.benchmark;

import io.eqlair.engine.CheckedRule;
import io.eqlair.engine.RuleDefinition;
import io.eqlair.eql.source.EqlException;
import io.eqlair.eql.source.EqlLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Rules like other rules, with other literals: {@code process.name : ("nc", "ncat")} becomes {@code process.name : ("ncx7",
 * "ncatx7")}. What decides which events a rule is shown at all stays (operating system, and the fields of {@code event}), so that
 * every clone must be ruled out by its own literals; only where an item of a sequence says nothing else, the fields of {@code
 * event} are altered as well, but for type and category. Literals without letters stay, and so do the arguments of calls.
 */
final class RuleClones {

    /** A field and how it is compared; a literal; what stands between literals; anything else. */
    private static final Pattern TOKEN =
            Pattern.compile("(?s)(?<field>[a-zA-Z_@][\\w.@]*)\\s*(?:==|!=|:|(?:not )?in~?|like~?)\\s*\\(?"
                    + "|(?<literal>\"\"\".*?\"\"\"|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\")|(?<between>[\\s,]++)|.");

    private static final Pattern WORD = Pattern.compile("(?<!\\\\)[A-Za-z]{2,}");
    private static final Pattern ROUTING = Pattern.compile("event\\..*|host\\.os\\..*|data_stream\\..*");
    private static final Pattern KIND = Pattern.compile("event\\.(type|category)|host\\.os\\..*|data_stream\\..*");

    private RuleClones() {}

    /** A clone of a rule; each number gives another one. */
    static CheckedRule of(CheckedRule rule, int number) {
        RuleDefinition definition = rule.definition();
        String mark = "x" + number;
        try {
            return CheckedRule.of(
                    new RuleDefinition(
                            definition.id() + "-" + number,
                            definition.contentHash() + mark,
                            altered(definition.query(), mark),
                            definition.indexPatterns(),
                            definition.roles()),
                    EqlLimits.DEFAULT);
        } catch (EqlException e) {
            throw new IllegalStateException("clone must compile: " + definition.id(), e);
        }
    }

    private static String altered(String query, String mark) {
        return items(query).stream()
                .map(item -> {
                    String altered = altered(item, mark, ROUTING);
                    return altered.equals(item) ? altered(item, mark, KIND) : altered;
                })
                .collect(Collectors.joining());
    }

    /** A query, cut before each of its opening brackets. */
    private static List<String> items(String query) {
        List<String> items = new ArrayList<>();
        Matcher tokens = TOKEN.matcher(query);
        int start = 0;
        while (tokens.find()) {
            if (tokens.group().equals("[")) {
                items.add(query.substring(start, tokens.start()));
                start = tokens.start();
            }
        }
        items.add(query.substring(start));
        return items;
    }

    private static String altered(String item, String mark, Pattern kept) {
        StringBuilder altered = new StringBuilder();
        Matcher tokens = TOKEN.matcher(item);
        boolean alters = false;
        while (tokens.find()) {
            String field = tokens.group("field");
            if (field != null) {
                alters = !kept.matcher(field).matches();
            } else if (tokens.group("literal") == null && tokens.group("between") == null) {
                alters = false;
            }
            altered.append(alters && tokens.group("literal") != null ? marked(tokens.group(), mark) : tokens.group());
        }
        return altered.toString();
    }

    private static String marked(String literal, String mark) {
        return WORD.matcher(literal).replaceFirst(word -> word.group() + mark);
    }
}
