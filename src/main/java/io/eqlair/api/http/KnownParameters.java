package io.eqlair.api.http;

import io.eqlair.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.MethodParameter;
import org.springframework.core.StandardReflectionParameterNameDiscoverer;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses parameters that a list does not have: one that is misspelt would go unnoticed, and the answer show all. */
public final class KnownParameters implements HandlerInterceptor {

    private static final StandardReflectionParameterNameDiscoverer NAMES =
            new StandardReflectionParameterNameDiscoverer();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && HttpMethod.GET.matches(request.getMethod())) {
            List<String> known = names(method);
            List<String> unknown = request.getParameterMap().keySet().stream()
                    .filter(name -> !known.contains(name))
                    .toList();
            if (!known.isEmpty() && !unknown.isEmpty()) {
                throw new ApiProblem(HttpStatus.BAD_REQUEST, Problem.PARAMETER_UNKNOWN, listed(unknown), listed(known));
            }
        }
        return true;
    }

    private static List<String> names(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .flatMap(KnownParameters::names)
                .toList();
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
        return "`" + String.join("`, `", names) + "`";
    }
}
