package io.eqlair.eql.ast;

import io.eqlair.eql.source.Span;
import java.util.List;

/**
 * {@code | head 10}: something done with the results.
 *
 * @param name as written; whether there is such a pipe is a question of analysis
 */
public record Pipe(String name, List<Expression> arguments, Span span) {

    public Pipe {
        arguments = List.copyOf(arguments);
    }
}
