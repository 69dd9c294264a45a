package io.eqlair.api.http;

import io.eqlair.problem.Problem;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers what the web server refuses by itself, such as a body whose chunks are malformed: the error page is all that
 * its client sees then, whatever {@link ProblemAdvice} says.
 */
@Hidden
@RestController
public final class ErrorPageController implements ErrorController {

    /** Whatever the client accepts: an error in another form than it expects is better than none. */
    @RequestMapping("${spring.web.error.path:/error}")
    ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
        HttpStatus status = status(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
        ProblemDetail detail = detail(status, path(request));
        detail.setInstance(URI.create(path(request)));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    /** Called as a page of its own, it is a path like any other that leads nowhere. */
    private static HttpStatus status(@Nullable Object code) {
        HttpStatus known = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
    }

    private static String path(HttpServletRequest request) {
        Object called = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return called instanceof String path ? path : request.getRequestURI();
    }

    /** A bad request that ends here has a body that cannot be read: what else can be wrong with it, controllers say. */
    private static ProblemDetail detail(HttpStatus status, String path) {
        return switch (status) {
            case REQUEST_TIMEOUT -> detail(status, Problem.BODY_TOO_SLOW);
            case NOT_FOUND -> detail(status, Problem.PATH_UNKNOWN, path);
            case INTERNAL_SERVER_ERROR -> detail(status, Problem.INTERNAL_ERROR);
            case BAD_REQUEST -> detail(status, Problem.BODY_MALFORMED);
            default -> ProblemAdvice.detail(status, ProblemAdvice.code(status), status.getReasonPhrase() + ".");
        };
    }

    private static ProblemDetail detail(HttpStatus status, Problem problem, Object... arguments) {
        return ProblemAdvice.detail(status, problem.code(), problem.text(arguments));
    }
}
