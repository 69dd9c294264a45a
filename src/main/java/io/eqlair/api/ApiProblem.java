package io.eqlair.api;

import io.eqlair.problem.Problem;
import org.springframework.http.HttpStatus;

/** A call cannot be answered as asked. The message says why, for the caller. */
final class ApiProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final Problem problem;

    ApiProblem(HttpStatus status, Problem problem, Object... arguments) {
        super(problem.text(arguments));
        this.status = status;
        this.problem = problem;
    }

    HttpStatus status() {
        return status;
    }

    /** The stable code. */
    String code() {
        return problem.code();
    }
}
