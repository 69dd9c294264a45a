package io.eqlair.rule;

import io.eqlair.problem.Problem;
import io.eqlair.rule.format.LocatedText;
import io.eqlair.rule.format.TomlDocument;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.core.JacksonException;

/** Reads the bytes of one rule file. Whatever they are, the answer is an outcome and not an exception. */
public final class RuleFileReader {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final RuleLimits limits;

    public RuleFileReader(RuleLimits limits) {
        this.limits = limits;
    }

    /** Reads a file; the origin is what people know it by, and appears in every problem. */
    public RuleFile read(byte[] bytes, String origin) {
        if (bytes.length > limits.fileBytes()) {
            return rejected(origin, Problem.RULE_FILE_TOO_LARGE, limits.fileBytes());
        }
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CharBuffer output = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(input, output, true);
        if (result.isError()) {
            return rejected(origin, Problem.RULE_FILE_ENCODING, input.position() + 1);
        }
        return read(withPlainLineEnds(output.flip().toString()), origin);
    }

    private static String withPlainLineEnds(String text) {
        String unmarked = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        return unmarked.replace("\r\n", "\n");
    }

    private static RuleFile read(String text, String origin) {
        Map<String, Object> content;
        try {
            content = TomlDocument.parse(text);
        } catch (JacksonException e) {
            return new RuleFile.Rejected(origin, TomlSyntax.problem(text, origin, e));
        }
        return new RuleReader(origin, content, new LocatedText(text)).read();
    }

    private static RuleFile rejected(String origin, Problem problem, Object... args) {
        return new RuleFile.Rejected(origin, RuleProblem.of(problem, origin, null, args));
    }
}
