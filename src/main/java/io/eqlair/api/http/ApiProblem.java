package io.eqlair.api.http;

import io.eqlair.problem.Problem;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** A call cannot be answered as asked. The message says why, for the caller. */
public final class ApiProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final Problem problem;
    private final transient Map<String, Object> properties;

    public ApiProblem(HttpStatus status, Problem problem, Object... arguments) {
        this(status, Map.of(), problem, arguments);
    }

    /** A problem with more to say than a sentence, such as all that is wrong with a rule. */
    public ApiProblem(HttpStatus status, Map<String, Object> properties, Problem problem, Object... arguments) {
        super(problem.text(arguments));
        this.properties = properties;
        this.status = status;
        this.problem = problem;
    }

    public HttpStatus status() {
        return status;
    }

    /** What the answer has besides, by its names there. */
    public Map<String, Object> properties() {
        return properties;
    }

    /** The stable code. */
    public String code() {
        return problem.code();
    }
}
