package io.eqlair.eql.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.eql.parser.EqlParser;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.eql.source.Source;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldNeedsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\'',
            nullValues = "-",
            value = {
                "any where true                                          ; -       ; -",
                "process where true                                      ; c       ; -",
                "any where a == 1 and b : \"x*\"                         ; a b     ; -",
                "any where a == 1 or b == 2                              ; -       ; a b",
                "any where (a == 1 and b == 1) or (a == 2 and d == 2)    ; a       ; b d",
                "any where a != 1 and not b like \"x\"                   ; -       ; a b",
                "any where a != null and b == null                       ; a       ; b",
                "any where not (a == null or b == null)                  ; a b     ; -",
                "any where not (a == null and b == null)                 ; -       ; a b",
                "any where not a == null and b                           ; a b     ; -",
                "any where length(a) > 3                                 ; a       ; -",
                "any where not length(a) > 3                             ; -       ; a",
                "any where length(a) == null                             ; -       ; a",
                "any where length(a) != null                             ; a       ; -",
                "any where startsWith(a, b)                              ; -       ; a b",
                "any where cidrMatch(a, \"10.0.0.0/8\") and ?b == 1      ; a b     ; -",
                "any where string(a == null) == \"true\"                 ; -       ; a",
                "sequence by a [process where b == 1] [any where d == 1] ; a b c d ; -",
                "sequence by ?a with maxspan=1s [any where b] [any where e] ![any where d] ; b e ; a d",
                "sample by a [any where b == 1] [any where d != 1]       ; a b     ; d",
            })
    void aFieldIsNeededIfNothingCanMatchWithoutIt(String query, @Nullable String needed, @Nullable String optional) {
        Source source = new Source(query);
        AnalyzedQuery analyzed = Analyzer.analyze(EqlParser.parse(source), source, EqlLimits.DEFAULT, "@timestamp");
        FieldNeeds needs = FieldNeeds.of(analyzed, "c");
        assertThat(joined(needs.needed())).isEqualTo(needed);
        assertThat(joined(needs.optional())).isEqualTo(optional);
    }

    private static @Nullable String joined(Set<String> fields) {
        return fields.isEmpty() ? null : String.join(" ", fields);
    }
}
