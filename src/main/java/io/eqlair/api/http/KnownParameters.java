package io.eqlair.api.http;

import io.eqlair.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.MethodParameter;
import org.springframework.core.StandardReflectionParameterNameDiscoverer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses parameters that a call does not have: one that is misspelt would go unnoticed, and a list show all, or a dry run
 * change what it was only to try.
 */
public final class KnownParameters implements HandlerInterceptor {

    private static final StandardReflectionParameterNameDiscoverer NAMES =
            new StandardReflectionParameterNameDiscoverer();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && method.hasMethodAnnotation(Operation.class)) {
            boolean fields = method.hasMethodAnnotation(FieldParameters.class);
            Set<String> given = RequestEnvelope.query(request).keySet();
            check(fields ? withoutFields(given) : given, names(method), fields ? FieldParameters.ALSO : "");
        }
        return true;
    }

    /** Refuses parameters that are given and not known. */
    static void check(Set<String> given, List<String> known) {
        check(given, known, "");
    }

    private static void check(Set<String> given, List<String> known, String also) {
        List<String> unknown =
                given.stream().filter(name -> !known.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST, Problem.PARAMETER_UNKNOWN, listed(unknown), listed(known) + also);
        }
    }

    private static Set<String> withoutFields(Set<String> given) {
        return given.stream().filter(name -> !name.contains(".")).collect(Collectors.toSet());
    }

    private static List<String> names(HandlerMethod method) {
        return Stream.concat(
                        Arrays.stream(method.getMethodParameters()).flatMap(KnownParameters::names), documented(method))
                .toList();
    }

    /** Those that a call reads off the address itself. */
    private static Stream<String> documented(HandlerMethod method) {
        Operation operation = method.getMethodAnnotation(Operation.class);
        Stream<Parameter> own = operation == null ? Stream.of() : Arrays.stream(operation.parameters());
        Stream<Parameter> shared =
                AnnotatedElementUtils.findMergedRepeatableAnnotations(method.getMethod(), Parameter.class).stream();
        return Stream.concat(own, shared)
                .filter(parameter -> parameter.in() == ParameterIn.QUERY)
                .map(Parameter::name);
    }

    private static Stream<String> names(MethodParameter parameter) {
        if (parameter.hasParameterAnnotation(ParameterObject.class)) {
            return Arrays.stream(parameter.getParameterType().getRecordComponents())
                    .map(RecordComponent::getName);
        }
        return parameter.hasParameterAnnotation(RequestParam.class) ? Stream.of(name(parameter)) : Stream.of();
    }

    private static String name(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(NAMES);
        RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
        String name =
                annotation == null || annotation.name().isEmpty() ? parameter.getParameterName() : annotation.name();
        return Objects.requireNonNull(name);
    }

    private static String listed(List<String> names) {
        return names.isEmpty() ? "none" : "`" + String.join("`, `", names) + "`";
    }
}
