package io.eqlair.eql.ast;

import java.util.List;

/**
 * A whole EQL text.
 *
 * @param query what to look for
 * @param pipes what to do with the results, in order
 */
public record Statement(Query query, List<Pipe> pipes) {

    public Statement {
        pipes = List.copyOf(pipes);
    }
}
