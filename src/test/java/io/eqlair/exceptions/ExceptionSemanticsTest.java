package io.eqlair.exceptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each operator asks, and that its twin asks the opposite. */
class ExceptionSemanticsTest {

    private final Asking asking = new Asking(
            new ValueList("words", "Words", ListType.KEYWORD, List.of("nc", "4444", "true")),
            new ValueList("addresses", "Addresses", ListType.IP, List.of("10.0.0.1", "::1")),
            new ValueList(
                    "ranges",
                    "Ranges",
                    ListType.IP_RANGE,
                    List.of("10.0.0.0/8", "9.9.9.1-9.9.9.9", "9.9.9.5-9.9.9.20")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // operator | value | the field's values | whether it holds
                "is            | \"nc\"               | \"nc\"               | true",
                "is            | \"nc\"               | \"NC\"               | false",
                "is            | \"nc\"               | [\"a\",\"nc\"]       | true",
                "is            | \"nc\"               | []                   | false",
                "is            | \"nc\"               | null                 | false",
                "is            | \"n*\"               | \"nc\"               | false",
                "is            | \"4444\"             | 4444                 | true",
                "is            | \"4444\"             | 4444.0               | true",
                "is            | \"4444\"             | \"4444\"             | true",
                "is            | \"04444\"            | 4444                 | false",
                "is            | \"1.5\"              | 1.5                  | true",
                "is            | 4444                 | \"4444\"             | true",
                "is            | 4444                 | 4444.0               | true",
                "is            | \"true\"             | true                 | true",
                "is            | true                 | \"true\"             | true",
                "is            | true                 | false                | false",
                "is            | \"\"                 | \"\"                 | true",
                "is_one_of     | [\"a\",\"nc\"]       | \"nc\"               | true",
                "is_one_of     | [\"1\",\"2\"]        | 2                    | true",
                "is_one_of     | [1,\"x\"]            | \"x\"                | true",
                "is_one_of     | [\"a\"]              | \"b\"                | false",
                "is_one_of     | \"a\"                | \"a\"                | true",
                "exists        |                      | \"\"                 | true",
                "exists        |                      | false                | true",
                "exists        |                      | [null]               | false",
                "matches       | \"C:\\\\T*\\\\?.exe\"| \"C:\\\\Tools\\\\a.exe\" | true",
                "matches       | \"n?\"               | \"nc\"               | true",
                "matches       | \"N?\"               | \"nc\"               | false",
                "matches       | \"n?\"               | \"n\"                | false",
                "matches       | [\"x*\",\"4*\"]      | 4444                 | true",
                "matches       | \"*\"                | []                   | false",
                "in_cidr       | \"10.0.0.0/8\"       | \"10.255.0.1\"       | true",
                "in_cidr       | \"10.0.0.0/8\"       | \"11.0.0.1\"         | false",
                "in_cidr       | \"10.0.0.0/8\"       | [\"x\",\"10.0.0.1\"] | true",
                "in_cidr       | \"10.0.0.0/8\"       | \"x\"                | false",
                "in_cidr       | \"10.0.0.1\"         | \"10.0.0.1\"         | true",
                "in_cidr       | [\"::1\",\"fe80::/10\"] | \"fe80::1%eth0\"  | true",
                "in_list       | \"words\"            | \"nc\"               | true",
                "in_list       | \"words\"            | \"NC\"               | false",
                "in_list       | \"words\"            | 4444                 | true",
                "in_list       | \"words\"            | true                 | true",
                "in_list       | \"words\"            | []                   | false",
                "in_list       | \"addresses\"        | \"0:0::1\"           | true",
                "in_list       | \"addresses\"        | \"10.0.0.2\"         | false",
                "in_list       | \"ranges\"           | \"10.1.2.3\"         | true",
                "in_list       | \"ranges\"           | \"9.9.9.15\"         | true",
                "in_list       | \"ranges\"           | \"9.9.9.21\"         | false",
                "in_list       | \"ranges\"           | \"9.9.9.0\"          | false"
            })
    void anOperatorAndItsTwin(String operator, String value, String values, boolean holds) {
        String event = "{\"f\":{\"g\":" + values + "}}";
        assertThat(excepts(operator, value, event))
                .as("%s %s %s", values, operator, value)
                .isEqualTo(holds);
        assertThat(excepts(twin(operator), value, event))
                .as("%s %s %s", values, twin(operator), value)
                .isEqualTo(!holds);
    }

    private static String twin(String operator) {
        return switch (operator) {
            case "is" -> "is_not";
            case "is_one_of" -> "is_not_one_of";
            case "exists" -> "does_not_exist";
            case "matches" -> "does_not_match";
            case "in_cidr" -> "not_in_cidr";
            case "in_list" -> "not_in_list";
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private boolean excepts(String operator, String value, String event) {
        String said = value == null ? "" : ",\"value\":" + value;
        String entries = "[{\"field\":\"f.g\",\"operator\":\"" + operator + "\"" + said + "}]";
        return asking.excepts(asking.terms(entries), event);
    }

    @ParameterizedTest
    @CsvSource({
        "{},true",
        "{\"a\":1},false",
        "{\"b\":2},false",
        "{\"a\":1;\"b\":2},true",
        "{\"a\":1;\"b\":2;\"c\":3},false"
    })
    void groupsAreWhatTheyAreCalled(String event, boolean excepted) {
        String entries = "[{\"not\":{\"field\":\"c\",\"operator\":\"exists\"}},"
                + "{\"or\":[{\"and\":[{\"field\":\"a\",\"operator\":\"is\",\"value\":1},{\"field\":\"b\",\"operator\":\"is\",\"value\":2}]},"
                + "{\"and\":[{\"field\":\"a\",\"operator\":\"does_not_exist\"},{\"field\":\"b\",\"operator\":\"does_not_exist\"}]}]}]";
        assertThat(asking.excepts(asking.terms(entries), event.replace(';', ',')))
                .isEqualTo(excepted);
    }

    @Test
    void anExceptionForOperatingSystemsAsksForOne() {
        ExceptionTerms terms = asking.whole("{\"name\":\"n\",\"rules\":\"all\",\"os_types\":[\"linux\",\"macos\"],"
                + "\"entries\":[{\"field\":\"a\",\"operator\":\"exists\"}]}");
        assertThat(asking.excepts(terms, "{\"a\":1,\"host\":{\"os\":{\"type\":\"linux\"}}}"))
                .isTrue();
        assertThat(asking.excepts(terms, "{\"a\":1,\"host\":{\"os\":{\"type\":\"windows\"}}}"))
                .isFalse();
        assertThat(asking.excepts(terms, "{\"a\":1}")).isFalse();
        assertThat(ExceptionText.of(terms)).isEqualTo("host.os.type in (\"linux\", \"macos\") and a != null");
    }

    @Test
    void anExceptionIsShownInTheWordsOfEql() {
        assertThat(ExceptionText.of(asking.terms("""
                [{"field": "process.name", "operator": "is_not", "value": "nc"},
                 {"or": [
                   {"field": "source.ip", "operator": "not_in_cidr", "value": ["10.0.0.0/8"]},
                   {"not": {"and": [
                     {"field": "a-b", "operator": "matches", "value": "C:\\\\x*"},
                     {"field": "source.ip", "operator": "in_list", "value": "ranges"}]}}]}]"""))).isEqualTo("""
                not process.name == "nc" and (not cidrMatch(source.ip, "10.0.0.0/8") or \
                not (`a-b` like (\"""C:\\x*\""") and source.ip in list "ranges"))""");
    }

    /** One by one that would be 200 billion comparisons. */
    @Test
    @Timeout(60)
    void aListOfAHundredThousandValuesIsNotSearchedOneByOne() {
        List<String> many = IntStream.range(0, 100_000)
                .mapToObj(i -> "10." + i / 65_536 + "." + i / 256 % 256 + "." + i % 256)
                .toList();
        HeldList held = HeldList.of(new ValueList("many", "Many", ListType.IP, many));
        int in = 0;
        for (int i = 0; i < 2_000_000; i++) {
            in += held.test().accepts(many.get(i % many.size())) ? 1 : 0;
        }
        assertThat(in).isEqualTo(2_000_000);
    }
}
