package io.eqlair.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a command has said when it was over. */
record Called(int code, String out, String err) {

    static final String RULES = "src/test/resources/cli/rules";
    static final String REJECTED = "src/test/resources/cli/rejected";
    static final String EVENTS = "src/test/resources/cli/events/";
    static final String CASES = "src/test/resources/cli/cases/";

    /** Calls a command that reads nothing from standard input. */
    static Called with(String... arguments) {
        return with(InputStream.nullInputStream(), false, arguments);
    }

    static Called with(InputStream in, boolean errIsTerminal, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Commands.run(arguments, new Streams(in, out, Streams.printer(err), errIsTerminal));
        return new Called(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** What it wrote, as NDJSON. */
    List<JsonNode> json() {
        return out.lines().map(JsonMapper.shared()::readTree).toList();
    }
}
