package io.eqlair.api.alerts;

import io.eqlair.api.http.ApiProblem;
import io.eqlair.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The parameters of an address, which may be any. An empty text is as good as none. */
final class Parameters {

    private Parameters() {}

    /** All, with their values in order. */
    static Map<String, List<String>> of(HttpServletRequest request) {
        Map<String, List<String>> all = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> all.put(name, List.of(values)));
        return all;
    }

    /** The value of one that cannot be repeated; null where it is not given. */
    static @Nullable String one(Map<String, List<String>> given, String name) {
        List<String> values = given.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new ApiProblem(HttpStatus.BAD_REQUEST, Problem.PARAMETER_REPEATED, name, values.size());
        }
        return values.isEmpty() || values.getFirst().isEmpty() ? null : values.getFirst();
    }

    /** A whole number in a range. */
    static int number(Map<String, List<String>> given, String name, int least, int most, int otherwise) {
        String text = one(given, name);
        if (text == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw new ApiProblem(HttpStatus.BAD_REQUEST, Problem.PARAMETER_TYPE, name, text);
        }
        throw new ApiProblem(HttpStatus.BAD_REQUEST, Problem.PARAMETER_RANGE, name, text, least, most);
    }
}
