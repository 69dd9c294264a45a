package io.eqlair.api.http;

import io.eqlair.problem.Problem;
import org.springframework.http.HttpStatus;

/** What may be asked of a page of a list. */
public final class PageBounds {

    private static final int LARGEST_PAGE = 1_000;

    private PageBounds() {}

    /** Refuses a page or size that is out of range, quoting the range. */
    public static void check(int page, int size) {
        check("page", page, 0, Integer.MAX_VALUE);
        check("size", size, 1, LARGEST_PAGE);
    }

    private static void check(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ApiProblem(HttpStatus.BAD_REQUEST, Problem.PARAMETER_RANGE, name, value, least, most);
        }
    }
}
