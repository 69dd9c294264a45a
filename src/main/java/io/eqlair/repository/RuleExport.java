package io.eqlair.repository;

import io.eqlair.problem.Problem;
import io.eqlair.rule.Discovery;
import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleFileReader;
import io.eqlair.rule.RuleLimits;
import io.eqlair.rule.RuleProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An export of rules as Kibana makes it: NDJSON, a rule to a line, and behind them lists of exceptions, connectors for
 * actions, and a summary.
 *
 * <pre>
 * {"id":"…","rule_id":"…","type":"eql","query":"…",…}     export.ndjson:1
 * {"list_id":"…","type":"rule_default",…}                 skipped, with the reason
 * {"exported_count":2,"exported_rules_count":1,…}         skipped
 * </pre>
 */
final class RuleExport {

    private static final int MOST_BLANKS = 64;

    private final String origin;
    private final RuleFileReader reader;
    private final List<byte[]> lines = new ArrayList<>();

    RuleExport(String origin, RuleFileReader reader) {
        this.origin = origin;
        this.reader = reader;
    }

    /** Whether the next line of a stream is a rule; the stream, which can be marked, stays where it is. */
    static boolean begins(InputStream input, RuleLimits limits) throws IOException {
        byte[] start = start(input, limits);
        return new RuleFileReader(limits).beginsExport(Arrays.copyOf(start, lineEnd(start)));
    }

    /** Whether there are several lines, of which the first two begin with a brace, as they do not in a single object. */
    static boolean hasLines(InputStream input, RuleLimits limits) throws IOException {
        byte[] start = start(input, limits);
        int end = lineEnd(start);
        String first = new String(start, 0, end, StandardCharsets.UTF_8).strip();
        String rest = new String(start, end, Math.min(start.length - end, MOST_BLANKS), StandardCharsets.UTF_8);
        return first.startsWith("{") && first.endsWith("}") && rest.strip().startsWith("{");
    }

    /** The first line and more, unless it is too long. */
    private static byte[] start(InputStream input, RuleLimits limits) throws IOException {
        int most = limits.fileBytes() + MOST_BLANKS;
        input.mark(most);
        byte[] start = input.readNBytes(most);
        input.reset();
        return start;
    }

    private static int lineEnd(byte[] start) {
        int length = 0;
        while (length < start.length && start[length] != '\n') {
            length++;
        }
        return length;
    }

    /** Fetches the lines, and says whether those are all: no more are fetched than the limits allow, nor than there is room for. */
    boolean fetch(InputStream input, RuleLimits limits, int room) throws IOException {
        long bytes = 0;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = input.read(); next >= 0; next = input.read()) {
            if (++bytes > limits.unpackedBytes() || lines.size() >= room) {
                return false;
            }
            if (next == '\n') {
                lines.add(line.toByteArray());
                line.reset();
            } else if (line.size() <= limits.fileBytes()) {
                line.write(next); // of a line that is too long, enough to see that it is
            }
        }
        lines.add(line.toByteArray());
        return true;
    }

    int size() {
        return lines.size();
    }

    /** Reads all lines; an export without any rule is one that is not in order. */
    RuleLoad load() {
        RuleLoad load = RuleLoad.of(IntStream.range(0, lines.size())
                .parallel()
                .filter(index -> !isBlank(lines.get(index)))
                .mapToObj(index -> load(lines.get(index), index + 1))
                .toList());
        return load.files().isEmpty()
                ? RuleLoad.of(new RuleFile.Rejected(
                        origin, RuleProblem.of(Problem.RULE_EXPORT_WITHOUT_RULES, origin, null, lines.size())))
                : load;
    }

    private RuleLoad load(byte[] line, int number) {
        return switch (reader.discoverLine(line, origin, number)) {
            case Discovery.Found found -> RuleLoad.of(found.file());
            case Discovery.NoRule none -> RuleLoad.of(Skipped.of(origin + ":" + number, none.reason()));
        };
    }

    private static boolean isBlank(byte[] line) {
        for (byte next : line) {
            if (next > ' ') {
                return false;
            }
        }
        return true;
    }
}
