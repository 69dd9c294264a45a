package io.eqlair.eql.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.eql.ast.Statement;
import io.eqlair.eql.source.Source;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EqlPrinterTest {

    private static final long SEED = 20261122;

    @Test
    void whatIsPrintedReadsAsTheSameStatement() {
        RandomStatements statements = new RandomStatements(new Random(SEED));
        for (int i = 0; i < 5_000; i++) {
            Statement statement = statements.statement();
            String printed = EqlPrinter.print(statement);
            Statement read = EqlParser.parse(new Source(printed));
            assertThat(withoutSpans(read))
                    .as("seed %s, case %s: %s", SEED, i, printed)
                    .isEqualTo(withoutSpans(statement));
            assertThat(EqlPrinter.print(read)).isEqualTo(printed);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '§', textBlock = """
                    any where ((a)==+1) => any where a == 1
                    any where a like~ ("x") => any where a : "x"
                    any where not(a == 1)and b or c => any where not a == 1 and b or c
                    any where a and (b or c) => any where a and (b or c)
                    any where a - (b - c) * -d % 2 => any where a - (b - c) * -d % 2
                    any where (a - b) - c => any where a - b - c
                    any where (a == 1) == true => any where (a == 1) == true
                    any where `and`.`x-y`.b : "c" => any where `and`.`x-y`.b : "c"
                    any where `a..b` : "c" => any where `a..b` : "c"
                    any where a == "C:\\\\x" => any where a == §§§C:\\x§§§
                    any where a == "\\u{41}\\n\\"" => any where a == "A\\n\\""
                    any where a == 1e3 or a == .5 => any where a == 1000.0 or a == 0.5
                    "any" where true => "any" where true
                    "process" where true => process where true
                    sequence with maxspan=120s [any where a] [any where b] with runs=1 => sequence with maxspan=2m [any where a] [any where b]
                    sample by ?a[any where b]by c[any where d]by e|head 1 => sample by ?a [any where b] by c [any where d] by e | head 1
                    """)
    void queriesAreWrittenInOneWay(String query, String expected) {
        String raw = expected.replace("§§§", "\"\"\"");
        assertThat(EqlPrinter.print(EqlParser.parse(new Source(query)))).isEqualTo(raw);
    }

    private static String withoutSpans(Statement statement) {
        return statement.toString().replaceAll("Span\\[start=\\d+, end=\\d+]", "");
    }
}
