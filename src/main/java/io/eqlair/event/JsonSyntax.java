package io.eqlair.event;

import io.eqlair.problem.Problem;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Says in words for people what Jackson says to its programmers. */
public final class JsonSyntax {

    private JsonSyntax() {}

    /** The reason why a document, or what events come in, could not be read. */
    public static EventRejected explain(JacksonException malformed, EventLimits limits) {
        String message = malformed.getOriginalMessage();
        if (malformed instanceof StreamConstraintsException && message.contains("nesting depth")) {
            return new EventRejected(Problem.EVENT_TOO_DEEP, limits.depth());
        }
        long offset =
                malformed.getLocation() == null ? 0 : malformed.getLocation().getByteOffset();
        String reason =
                malformed instanceof UnexpectedEndOfInputException ? "it ends where it should go on" : inWords(message);
        return EventRejected.notJson(Math.max(offset, 0), reason);
    }

    /** Without codes of characters, places that are not known, names of Jackson's settings, and a capital within a sentence. */
    private static String inWords(String message) {
        String text = message.replaceAll(" \\(code \\d+\\)", "")
                .replaceAll(" \\(for (Object|Array|root) .*", "")
                .replaceAll("(, from|: enable|;? to be able to|\\(not recognized) .*", "")
                .replaceAll("\\(JSON String, Number, Array, Object or token 'null', 'true' or 'false'\\)", "a value")
                .replace("(CTRL-CHAR, code ", "(control character ");
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1).strip();
    }
}
