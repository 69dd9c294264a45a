package io.eqlair.eql.function;

import io.eqlair.eql.value.ValueType;
import java.util.List;

/**
 * A built-in function.
 *
 * @param name as the reference writes it, without {@code ~}
 * @param ignoreCase whether this is the form with {@code ~}
 * @param variadic whether the last parameter takes any number of arguments, at least one
 * @param result the type of the result; {@link ValueType#DOUBLE} stands for any number
 */
public record Function(
        String name,
        boolean ignoreCase,
        List<Parameter> parameters,
        boolean variadic,
        ValueType result,
        Meaning meaning) {

    public int minArguments() {
        return (int)
                parameters.stream().filter(parameter -> !parameter.optional()).count();
    }

    public int maxArguments() {
        return variadic ? Integer.MAX_VALUE : parameters.size();
    }

    /** How to call it, for messages: {@code substring(source, start[, end])}. */
    public String signature() {
        StringBuilder text = new StringBuilder(name).append(ignoreCase ? "~(" : "(");
        String comma = "";
        for (Parameter parameter : parameters) {
            String item = comma + parameter.name();
            text.append(parameter.optional() ? "[" + item + "]" : item);
            comma = ", ";
        }
        return text.append(variadic ? ", ...)" : ")").toString();
    }
}
