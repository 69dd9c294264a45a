package io.eqlair.rule;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.eqlair.problem.Problem;
import java.util.Set;

/**
 * Reads the bytes of one rule, TOML or JSON: what begins with a brace is JSON. Whatever they are, the answer is an outcome
 * and not an exception.
 */
public final class RuleFileReader {

    private final RuleLimits limits;

    public RuleFileReader(RuleLimits limits) {
        this.limits = limits;
    }

    /** The keys of a rule that mean something here; all others are kept and shown. */
    public static Set<String> knownKeys() {
        return RuleReader.knownKeys();
    }

    /** Reads a file; the origin is what people know it by, and appears in every problem. */
    public RuleFile read(byte[] bytes, String origin) {
        try {
            return document(bytes, origin, 1).read();
        } catch (RuleRefused e) {
            return new RuleFile.Rejected(origin, e.problem());
        }
    }

    /** Reads a file that lies where rules are, among others. JSON that is faulty is a rule if it speaks of a rule's id. */
    public Discovery discover(byte[] bytes, String origin) {
        try {
            RuleDocument document = document(bytes, origin, 1);
            Problem other = document.notARule();
            return other == null ? new Discovery.Found(document.read()) : new Discovery.NoRule(other);
        } catch (RuleRefused e) {
            boolean other = RuleDocument.isJson(bytes) && (tooLarge(bytes) || !mentionsId(bytes));
            return other
                    ? new Discovery.NoRule(Problem.RULE_SKIPPED_NO_RULE)
                    : new Discovery.Found(new RuleFile.Rejected(origin, e.problem()));
        }
    }

    /** Reads a line of an export, such as line 3 of {@code export.ndjson}, which is known as {@code export.ndjson:3}. */
    public Discovery discoverLine(byte[] bytes, String file, int line) {
        String origin = file + ":" + line;
        try {
            RuleDocument document = document(bytes, origin, line);
            Problem other = document.notARuleOfAnExport();
            return other == null ? new Discovery.Found(document.read()) : new Discovery.NoRule(other);
        } catch (RuleRefused e) {
            return new Discovery.Found(new RuleFile.Rejected(origin, e.problem()));
        }
    }

    /** Whether a file whose first line this is, without its end, is an export of rules. */
    public boolean beginsExport(byte[] firstLine) {
        return RuleDocument.isJson(firstLine) && mentionsId(firstLine);
    }

    private RuleDocument document(byte[] bytes, String origin, int line) throws RuleRefused {
        if (tooLarge(bytes)) {
            throw new RuleRefused(RuleProblem.of(Problem.RULE_FILE_TOO_LARGE, origin, null, limits.fileBytes()));
        }
        return RuleDocument.parse(bytes, origin, line);
    }

    private boolean tooLarge(byte[] bytes) {
        return bytes.length > limits.fileBytes();
    }

    private static boolean mentionsId(byte[] bytes) {
        return new String(bytes, ISO_8859_1).contains("\"rule_id\"");
    }
}
