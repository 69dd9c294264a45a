package io.eqlair.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.cli.CaseResult.Outcome;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** The report for build servers: well-formed whatever a case is called, with counts that are those of its contents. */
class JunitReportTest {

    private static final String ODD = "<&>\"' \u0000\u0007\uD800 \uD83D\uDE00 ]]>";
    private static final String SHOWN = "<&>\"' \uFFFD\uFFFD\uFFFD \uD83D\uDE00 ]]>";

    @TempDir
    Path directory;

    @Test
    void everyResultIsThereWithItsTime() throws Exception {
        Element suites = written(
                new CaseResult("a.json", ODD, "Rule", 1_500_000, new Outcome.Passed()),
                new CaseResult("b.json", "b", "Rule", 2_000_000, new Outcome.Failed("Expected.\n" + ODD)),
                new CaseResult("c.json", "c", "", 0, new Outcome.Broken("Not JSON.")));
        Element suite = child(suites, "testsuite", 0);
        for (Element counted : List.of(suites, suite)) {
            assertThat(List.of("tests", "failures", "errors", "skipped", "time"))
                    .map(counted::getAttribute)
                    .containsExactly("3", "1", "1", "0", "0.004");
        }
        assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(3);
        assertThat(suite.getElementsByTagName("failure").getLength()).isEqualTo(1);
        assertThat(suite.getElementsByTagName("error").getLength()).isEqualTo(1);
        Element first = child(suite, "testcase", 0);
        assertThat(List.of("name", "classname", "file", "time"))
                .map(first::getAttribute)
                .containsExactly(SHOWN, "Rule", "a.json", "0.002");
    }

    @Test
    void whatIsWrongIsTextOfTheFailure() throws Exception {
        Element suites = written(new CaseResult("b.json", "b", "Rule", 0, new Outcome.Failed("Expected.\n" + ODD)));
        Element failure = child(suites, "failure", 0);
        assertThat(failure.getAttribute("message")).isEqualTo("Expected.");
        assertThat(failure.getTextContent()).isEqualTo("Expected.\n" + SHOWN);
    }

    private Element written(CaseResult... results) throws Exception {
        Path file = directory.resolve("report.xml");
        JunitReport.write(List.of(results), file);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
    }

    private static Element child(Element parent, String name, int position) {
        return (Element) parent.getElementsByTagName(name).item(position);
    }
}
