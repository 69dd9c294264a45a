package io.eqlair.benchmark;

import io.eqlair.eql.analysis.Condition;
import io.eqlair.eql.analysis.Filter;
import io.eqlair.eql.analysis.Predicate;
import io.eqlair.eql.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.jspecify.annotations.Nullable;

/**
 * Conditions as queries on keyword fields, as far as that goes: {@code ==}, {@code in}, {@code :}, {@code like} and {@code != null}
 * under {@code and}, {@code or}, {@code not}. What ignores case asks another field, in which case is folded.
 */
final class LuceneTranslation {

    /** Behind the name of the field that holds the values of another with case folded. */
    static final String FOLDED = "#folded";

    /** Holds the names of the fields that have values. */
    static final String PRESENT = "#present";

    private final Set<String> fields = new TreeSet<>();

    /** The fields that the queries so far ask, {@link #FOLDED} ones among them. */
    Set<String> fields() {
        return fields;
    }

    /** The query for a filter; null where it asks what keywords cannot answer. */
    @Nullable
    Query query(Filter filter, String categoryField) {
        Query condition = query(filter.condition());
        if (condition == null || filter.category() == null) {
            return condition;
        }
        fields.add(categoryField);
        return all(List.of(new TermQuery(new Term(categoryField, filter.category())), condition));
    }

    private @Nullable Query query(Condition condition) {
        return switch (condition) {
            case Condition.Known known ->
                Boolean.TRUE.equals(known.value()) ? new MatchAllDocsQuery() : new MatchNoDocsQuery();
            case Condition.All all -> {
                List<Query> queries = queries(all.operands());
                yield queries == null ? null : all(queries);
            }
            case Condition.Any any -> {
                List<Query> queries = queries(any.operands());
                yield queries == null ? null : any(queries);
            }
            case Condition.Not not -> {
                Query query = query(not.operand());
                yield query == null ? null : all(List.of(new MatchAllDocsQuery()), List.of(query));
            }
            case Condition.Test test -> query(test.predicate());
        };
    }

    private @Nullable List<Query> queries(List<Condition> conditions) {
        List<Query> queries = new ArrayList<>();
        for (Condition condition : conditions) {
            Query query = query(condition);
            if (query == null) {
                return null;
            }
            queries.add(query);
        }
        return queries;
    }

    private @Nullable Query query(Predicate predicate) {
        return switch (predicate) {
            case Predicate.Exists exists -> new TermQuery(new Term(PRESENT, exists.field()));
            case Predicate.OneOf oneOf ->
                any(oneOf.values().stream()
                        .map(value ->
                                query(oneOf.field(), String.valueOf(Values.text(value)), oneOf.ignoreCase(), false))
                        .toList());
            case Predicate.Like like ->
                any(like.patterns().stream()
                        .map(pattern -> query(like.field(), pattern, like.ignoreCase(), true))
                        .toList());
            case Predicate.Regex regex -> null;
            case Predicate.Ordered ordered -> null;
            case Predicate.AtTime time -> null;
            case Predicate.InNetwork network -> null;
            case Predicate.Computed computed -> null;
            case Predicate.NullTest nullTest -> null;
        };
    }

    private Query query(String field, String text, boolean ignoreCase, boolean wildcards) {
        UnaryOperator<String> fold = ignoreCase ? Values::fold : UnaryOperator.identity();
        String name = ignoreCase ? field + FOLDED : field;
        fields.add(name);
        boolean literal = !wildcards || (text.indexOf('*') < 0 && text.indexOf('?') < 0);
        return literal
                ? new TermQuery(new Term(name, fold.apply(text)))
                : new WildcardQuery(new Term(name, fold.apply(text).replace("\\", "\\\\")));
    }

    private static Query any(List<Query> queries) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        queries.forEach(query -> any.add(query, Occur.SHOULD));
        return queries.size() == 1 ? queries.getFirst() : any.build();
    }

    private static Query all(List<Query> queries) {
        return all(queries, List.of());
    }

    private static Query all(List<Query> wanted, List<Query> unwanted) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        wanted.forEach(query -> all.add(query, Occur.FILTER));
        unwanted.forEach(query -> all.add(query, Occur.MUST_NOT));
        return all.build();
    }
}
