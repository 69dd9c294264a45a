package io.eqlair.api.http;

import io.eqlair.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The members of one request, as its reader comes to them. What is not as it should be is an {@link ApiProblem}. */
public final class RequestMembers {

    private final JsonParser parser;
    private final byte[] body;

    public RequestMembers(JsonParser parser, byte[] body) {
        this.parser = parser;
        this.body = body;
    }

    /** Names each member in turn; whoever takes the name reads the value. */
    public void each(Consumer<String> member) {
        parser.nextToken();
        expect(is(JsonToken.START_OBJECT), "The body", "a JSON object");
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            member.accept(name);
        }
    }

    /** The members of a list, each read by its position. */
    public <T> List<T> list(String name, String expected, IntFunction<T> item) {
        expect(is(JsonToken.START_ARRAY), name, expected);
        List<T> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(item.apply(items.size()));
        }
        return items;
    }

    /** What a member of a list is called: {@code events[0]}. */
    public static String item(String list, int position) {
        return list + "[" + position + "]";
    }

    /** An object, as it stands in the body. */
    public byte[] object(String name) {
        expect(is(JsonToken.START_OBJECT), name, "a JSON object");
        return bytes();
    }

    /** A list of whatever, as it stands in the body. */
    public byte[] array(String name, String expected) {
        expect(is(JsonToken.START_ARRAY), name, expected);
        return bytes();
    }

    private byte[] bytes() {
        int start = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
        parser.skipChildren();
        int end = Math.toIntExact(parser.currentTokenLocation().getByteOffset()) + 1;
        return Arrays.copyOfRange(body, start, end);
    }

    public String string(String name) {
        return string(name, "a string");
    }

    public String string(String name, String expected) {
        expect(is(JsonToken.VALUE_STRING), name, expected);
        return parser.getString();
    }

    public int number(String name, int least) {
        boolean whole = is(JsonToken.VALUE_NUMBER_INT)
                && parser.getNumberType() == JsonParser.NumberType.INT
                && parser.getIntValue() >= least;
        expect(whole, name, "a whole number from " + least);
        return parser.getIntValue();
    }

    /** Whether the value that comes next begins so. */
    public boolean is(JsonToken token) {
        return parser.currentToken() == token;
    }

    public void expect(boolean given, String name, String expected) {
        if (!given) {
            throw refused(Problem.MEMBER_TYPE, name, found(), expected);
        }
    }

    public static ApiProblem refused(Problem problem, Object... arguments) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, problem, arguments);
    }

    private String found() {
        return switch (parser.currentToken()) {
            case null -> "nothing";
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_NULL -> "null";
            default -> "`" + parser.getString() + "`";
        };
    }
}
