package io.eqlair.api.exceptions;

import io.eqlair.api.http.ApiProblem;
import io.eqlair.api.http.RequestBytes;
import io.eqlair.exceptions.ExceptionEdit;
import io.eqlair.exceptions.ExceptionFinding;
import io.eqlair.exceptions.ExceptionItem;
import io.eqlair.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Between HTTP and whoever changes exceptions and value lists: what a request brings, and what a refusal looks like. */
final class ExceptionEdits {

    private ExceptionEdits() {}

    /** An id of a path that may be new. */
    static String id(String text) {
        if (!ExceptionItem.isId(text)) {
            throw new ApiProblem(HttpStatus.BAD_REQUEST, Problem.EXCEPTION_ID, text);
        }
        return text;
    }

    static byte[] body(HttpServletRequest request, int most) throws IOException {
        byte[] body = RequestBytes.start(request, most);
        if (body.length > most) {
            throw new ApiProblem(HttpStatus.CONTENT_TOO_LARGE, Problem.EXCEPTION_TOO_LARGE, most);
        }
        return body;
    }

    /**
     * What was done; anything else is an {@link ApiProblem}.
     *
     * @param invalid says that what was sent is not in order
     * @param missing says that there is no such thing
     */
    static <T> ExceptionEdit.Done<T> done(ExceptionEdit<T> edit, String id, Problem invalid, Problem missing) {
        return switch (edit) {
            case ExceptionEdit.Done<T> done -> done;
            case ExceptionEdit.Invalid<T> wrong -> throw invalid(wrong.findings(), invalid);
            case ExceptionEdit.Missing<T> none -> throw new ApiProblem(HttpStatus.NOT_FOUND, missing, id);
            case ExceptionEdit.Outdated<T> outdated ->
                throw new ApiProblem(
                        HttpStatus.PRECONDITION_FAILED, Problem.EXCEPTION_OUTDATED, described(outdated.version()));
            case ExceptionEdit.Refused<T> refused ->
                throw new ApiProblem(
                        HttpStatus.CONFLICT,
                        refused.problem(),
                        refused.arguments().toArray());
            case ExceptionEdit.NotKept<T> notKept ->
                throw new ApiProblem(HttpStatus.SERVICE_UNAVAILABLE, Problem.EXCEPTION_NOT_KEPT, notKept.reason());
            case ExceptionEdit.NotInForce<T> notInForce ->
                throw new ApiProblem(HttpStatus.INTERNAL_SERVER_ERROR, Problem.EXCEPTION_NOT_IN_FORCE);
        };
    }

    /** The beginning of an answer: whether what was put is new, and its version. */
    static <T> ResponseEntity.BodyBuilder answer(ExceptionEdit.Done<T> done, String path, String version) {
        ResponseEntity.BodyBuilder answer =
                done.before() == null ? ResponseEntity.created(URI.create(path)) : ResponseEntity.ok();
        return answer.eTag(version);
    }

    private static ApiProblem invalid(List<ExceptionFinding> findings, Problem problem) {
        return new ApiProblem(
                HttpStatus.BAD_REQUEST,
                Map.of("problems", findings),
                problem,
                findings.getFirst().text());
    }

    private static String described(String version) {
        return version.isEmpty() ? "none, as it is not there" : "\"" + version + "\"";
    }
}
