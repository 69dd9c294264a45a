package io.eqlair.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Results in the format of JUnit, which every CI reads.
 *
 * <pre>{@code
 * <testsuites name="eqlair" tests="2" failures="1" errors="0" skipped="0" time="0.012">
 *   <testsuite name="eqlair test" tests="2" …>
 *     <testcase classname="Netcat listens" name="netcat that listens" file="cases/nc.json" time="0.004"/>
 *     <testcase …><failure message="Expected 1 alert, found none." type="alerts">…</failure></testcase>
 * }</pre>
 */
final class JunitReport {

    private final List<CaseResult> results;
    private final XMLStreamWriter xml;

    private JunitReport(List<CaseResult> results, XMLStreamWriter xml) {
        this.results = results;
        this.xml = xml;
    }

    /** Writes the report, over what may be there. */
    static void write(List<CaseResult> results, Path file) throws IOException {
        if (file.toAbsolutePath().getParent() != null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            new JunitReport(results, xml).write();
            xml.close();
        } catch (XMLStreamException broken) {
            throw new IOException(broken.getMessage(), broken);
        }
    }

    private void write() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        start("testsuites", "eqlair");
        start("testsuite", "eqlair test");
        for (CaseResult result : results) {
            write(result);
        }
        xml.writeEndDocument();
    }

    private void start(String element, String name) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(element);
        attribute("name", name);
        attribute("tests", String.valueOf(results.size()));
        attribute("failures", String.valueOf(count(CaseResult.Outcome.Failed.class)));
        attribute("errors", String.valueOf(count(CaseResult.Outcome.Broken.class)));
        attribute("skipped", "0");
        attribute("time", seconds(results.stream().mapToLong(CaseResult::nanos).sum()));
    }

    private long count(Class<? extends CaseResult.Outcome> outcome) {
        return results.stream()
                .map(CaseResult::outcome)
                .filter(outcome::isInstance)
                .count();
    }

    private void write(CaseResult result) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement("testcase");
        attribute("classname", result.rule().isEmpty() ? "unknown rule" : result.rule());
        attribute("name", result.name());
        attribute("file", result.file());
        attribute("time", seconds(result.nanos()));
        switch (result.outcome()) {
            case CaseResult.Outcome.Passed passed -> {
                // nothing is wrong
            }
            case CaseResult.Outcome.Failed(String text) -> wrong("failure", "alerts", text);
            case CaseResult.Outcome.Broken(String text) -> wrong("error", "case", text);
        }
        xml.writeEndElement();
    }

    private void wrong(String element, String type, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        attribute("message", text.lines().findFirst().orElse(""));
        attribute("type", type);
        xml.writeCharacters(legal(text));
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.3f", nanos / 1e9);
    }

    /** Without the characters that XML 1.0 has no way to write, such as most control characters. */
    static String legal(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints().forEach(c -> legal.appendCodePoint(isLegal(c) ? c : 0xFFFD));
        return legal.toString();
    }

    private static boolean isLegal(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
