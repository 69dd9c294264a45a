package io.eqlair.repository;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.eqlair.rule.RuleLimits;

/** Whatever an archive or export is: there is a load of no more files than the limit, each known by a name within the bundle. */
class RuleBundleFuzzTest {

    private static final RuleLimits SMALL = new RuleLimits(5_000, 9, 50_000);

    /** What is said besides: that the bundle has too many files, and is damaged, and that an export has too many lines. */
    private static final int SUMMARIES = 3;

    @FuzzTest
    void anArchiveIsALoad(byte[] content) {
        RuleLoad load = new RuleBundle(SMALL).read("body", content);
        assertThat(load.files().size() + load.skipped().size()).isLessThanOrEqualTo(SMALL.files() + SUMMARIES);
        assertThat(load.files()).allSatisfy(file -> assertThat(file.origin()).matches("(?s)body(!/.*|:\\d+)?"));
        assertThat(load.skipped()).allSatisfy(file -> assertThat(file.origin()).matches("(?s)body(!/.*|:\\d+)?"));
    }
}
