package io.eqlair.eql.function;

import static io.eqlair.eql.function.Parameter.constant;
import static io.eqlair.eql.function.Parameter.optional;
import static io.eqlair.eql.function.Parameter.required;
import static io.eqlair.eql.value.ValueType.ANY;
import static io.eqlair.eql.value.ValueType.BOOLEAN;
import static io.eqlair.eql.value.ValueType.DOUBLE;
import static io.eqlair.eql.value.ValueType.INTEGER;
import static io.eqlair.eql.value.ValueType.STRING;

import io.eqlair.eql.value.ValueType;
import io.eqlair.eql.value.Values;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The built-in functions of the language. Names are looked up whatever their case. */
public final class FunctionLibrary {
    private static final List<Parameter> NUMBERS = List.of(required("left", DOUBLE), required("right", DOUBLE));
    private static final List<Parameter> BETWEEN = List.of(
            required("source", STRING),
            required("left", STRING),
            required("right", STRING),
            optional("greedy", BOOLEAN));
    private static final List<Parameter> BLOCKS = List.of(required("address", STRING), constant("block", STRING));
    private static final List<Parameter> INDEX_OF =
            List.of(required("source", STRING), required("substring", STRING), optional("start", INTEGER));
    private static final List<Parameter> NUMBER = List.of(required("source", STRING), optional("base", INTEGER));
    private static final List<Parameter> SLICE =
            List.of(required("source", STRING), required("start", INTEGER), optional("end", INTEGER));
    private static final List<Parameter> SOURCE = List.of(required("source", STRING));
    private static final List<Parameter> TEXTS = List.of(required("source", STRING), required("substring", STRING));
    private static final List<Parameter> VALUE = List.of(required("value", ANY));

    private static final List<Function> ALL = List.of(
            plain("add", NUMBERS, DOUBLE, a -> Values.add(a[0], a[1])),
            plain("between", BETWEEN, STRING, a -> TextFunctions.between(a, false)),
            folding("between", BETWEEN, STRING, a -> TextFunctions.between(a, true)),
            variadic("cidrMatch", BLOCKS, BOOLEAN, AddressFunctions::cidrMatch),
            variadic("concat", VALUE, STRING, TextFunctions::concat),
            plain("divide", NUMBERS, DOUBLE, a -> Values.divide(a[0], a[1])),
            plain("endsWith", TEXTS, BOOLEAN, exactly(String::endsWith)),
            folding("endsWith", TEXTS, BOOLEAN, folded(String::endsWith)),
            plain("indexOf", INDEX_OF, INTEGER, a -> TextFunctions.indexOf(a, false)),
            folding("indexOf", INDEX_OF, INTEGER, a -> TextFunctions.indexOf(a, true)),
            plain("length", SOURCE, INTEGER, TextFunctions::length),
            plain("modulo", NUMBERS, DOUBLE, a -> Values.modulo(a[0], a[1])),
            plain("multiply", NUMBERS, DOUBLE, a -> Values.multiply(a[0], a[1])),
            plain("number", NUMBER, DOUBLE, TextFunctions::number),
            plain("startsWith", TEXTS, BOOLEAN, exactly(String::startsWith)),
            folding("startsWith", TEXTS, BOOLEAN, folded(String::startsWith)),
            plain("string", VALUE, STRING, a -> Values.text(a[0])),
            plain("stringContains", TEXTS, BOOLEAN, exactly(TextFunctions::contains)),
            folding("stringContains", TEXTS, BOOLEAN, folded(TextFunctions::contains)),
            plain("substring", SLICE, STRING, TextFunctions::substring),
            plain("subtract", NUMBERS, DOUBLE, a -> Values.subtract(a[0], a[1])));

    private static final Map<String, Function> BY_KEY =
            ALL.stream().collect(Collectors.toUnmodifiableMap(f -> key(f.name(), f.ignoreCase()), f -> f));

    private FunctionLibrary() {}

    /** The function of this name, in its form with {@code ~} or without; null if there is none. */
    public static @Nullable Function find(String name, boolean ignoreCase) {
        return BY_KEY.get(key(name, ignoreCase));
    }

    /** Whether the function of this name also has a form with {@code ~}. */
    public static boolean hasInsensitiveForm(String name) {
        return find(name, true) != null;
    }

    /** The name of a function that {@code name} may be a slip of; null if none is near. */
    public static @Nullable String nearest(String name) {
        return ALL.stream()
                .map(Function::name)
                .min(Comparator.comparingInt(known -> EditDistance.between(known, name)))
                .filter(known -> EditDistance.between(known, name) <= known.length() / 3)
                .orElse(null);
    }

    /** Every function, in both forms where it has two, in the order of their names. */
    public static List<Function> all() {
        return ALL;
    }

    private static Function plain(String name, List<Parameter> parameters, ValueType result, Meaning meaning) {
        return new Function(name, false, parameters, false, result, meaning);
    }

    private static Function folding(String name, List<Parameter> parameters, ValueType result, Meaning meaning) {
        return new Function(name, true, parameters, false, result, meaning);
    }

    private static Function variadic(String name, List<Parameter> parameters, ValueType result, Meaning meaning) {
        return new Function(name, false, parameters, true, result, meaning);
    }

    /** A test of two texts; null if one of them is null. */
    private static Meaning exactly(BiPredicate<String, String> test) {
        return arguments -> {
            String source = Values.text(arguments[0]);
            String part = Values.text(arguments[1]);
            return source == null || part == null ? null : (Object) test.test(source, part);
        };
    }

    private static Meaning folded(BiPredicate<String, String> test) {
        return exactly((source, part) -> test.test(Values.fold(source), Values.fold(part)));
    }

    private static String key(String name, boolean ignoreCase) {
        String key = name.toLowerCase(Locale.ROOT);
        return ignoreCase ? key + "~" : key;
    }
}
