package io.eqlair.exceptions;

import io.eqlair.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of somebody's wish to change an exception or a value list.
 *
 * @param <T> {@link ExceptionItem} or {@link ValueList}
 */
public sealed interface ExceptionEdit<T> {

    /**
     * It was done.
     *
     * @param before null where there was none
     * @param after null where there is none any more
     */
    record Done<T>(@Nullable T before, @Nullable T after) implements ExceptionEdit<T> {}

    /** What was sent is not in order. */
    record Invalid<T>(List<ExceptionFinding> findings) implements ExceptionEdit<T> {}

    /** There is no such thing. */
    record Missing<T>() implements ExceptionEdit<T> {}

    /** It is in another version than was expected; the empty text if it is not there. */
    record Outdated<T>(String version) implements ExceptionEdit<T> {}

    /** It cannot be done at the moment. */
    record Refused<T>(Problem problem, List<Object> arguments) implements ExceptionEdit<T> {}

    /** It could not be kept, and so was not done. */
    record NotKept<T>(String reason) implements ExceptionEdit<T> {}

    /** It was kept, and could not be put in force. */
    record NotInForce<T>() implements ExceptionEdit<T> {}
}
