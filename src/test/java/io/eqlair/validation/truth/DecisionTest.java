package io.eqlair.validation.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.eql.analysis.AnalyzedQuery;
import io.eqlair.testing.EventQuestion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "f == null or f != null",
                "f == 1 or not f == 1",
                "f == 1 or f != 1",
                "f in (1, 2) or f != 1",
                "f : \"*\" or f == null",
                "f != null or not f : \"a*\"",
                "f : (\"a\", \"b\") or not f : \"A\"",
                "not (f == 1 and f != 1)",
                "length(f) > 3 or not length(f) > 3",
                "f == 1 or (f != 1 and (g == 2 or g != 2))",
                "not (f == null and f == \"a\")"
            })
    void someConditionsAreTrueOfEveryEvent(String condition) {
        assertThat(outcome(condition)).isEqualTo(Outcome.ALWAYS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "false",
                "f > null",
                "f == 1 and not f == 1",
                "f == \"a\" and f == null",
                "f : \"a*\" and f == null",
                "cidrMatch(f, \"10.0.0.0/8\") and f == null",
                "f : \"cmd.exe\" and not f : (\"cmd.exe\", \"*.com\")",
                "f : \"CMD.exe\" and not f : \"cmd.EXE\"",
                "f like \"cmd.exe\" and not f : \"*.exe\"",
                "f in (\"a\", \"b\") and not f in (\"a\", \"b\", \"c\")",
                "f in (\"a\", \"b\") and not f in~ (\"A\", \"B\")",
                "f == \"ab\" and not f : \"a?\"",
                "f : \"a*\" and not f : (\"x\", \"A*\")",
                "f : \"a*\" and not f : \"*\"",
                "f == 1 and (g == 2 and f != 1)",
                "f == 1 and (f == null or f != 1)",
                "not (f == 1 or f != 1)",
                "(f == 1 or f == 2) and f == null",
                "f == null and (g == 1 and not (f == null or g == 3))"
            })
    void someConditionsAreTrueOfNoEvent(String condition) {
        assertThat(outcome(condition)).isEqualTo(Outcome.NEVER);
    }

    /** Several values, case and types keep these open. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "f == 1 and f == 2",
                "f == \"a\" and f : \"b*\"",
                "f > 5 and f < 3",
                "f == 1 or f != 2",
                "f : \"a\" and not f == \"a\"",
                "f in~ (\"a\") and not f in (\"a\")",
                "f : \"*.exe\" and not f : \"cmd.exe\"",
                "f like~ \"a*\" and not f like \"a*\"",
                "f : \"a?\" and not f == \"ab\"",
                "f == \"a*\" and not f == \"ab\"",
                "f == 1 and not f == \"1\"",
                "f != null and not f : \"a*\"",
                "f != null and not f : \"\"",
                "f == 1 and g != 1",
                "length(f) == 0 and f == null",
                "f == null and string(f == null) == \"true\""
            })
    void whatMayBeTrueIsLeftOpen(String condition) {
        assertThat(outcome(condition)).isEqualTo(Outcome.DEPENDS);
    }

    @Test
    void onceTheWorkIsDoneNothingIsClaimed() {
        AnalyzedQuery.Events query = (AnalyzedQuery.Events) EventQuestion.analyze("any where f == 1 and f != 1");
        Decision decision = new Decision(10);
        assertThat(decision.of(query.filter().condition())).isEqualTo(Outcome.NEVER);
        for (int i = 0; i < 10; i++) {
            decision.of(query.filter().condition());
        }
        assertThat(decision.of(query.filter().condition())).isEqualTo(Outcome.DEPENDS);
    }

    static Outcome outcome(String condition) {
        AnalyzedQuery.Events query = (AnalyzedQuery.Events) EventQuestion.analyze("any where " + condition);
        return new Decision(100_000).of(query.filter().condition());
    }
}
