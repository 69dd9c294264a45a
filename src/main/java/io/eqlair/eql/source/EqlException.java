package io.eqlair.eql.source;

import java.util.List;
import java.util.stream.Collectors;

/** A query was refused. The message is the rendered text of every diagnostic, ready to be shown to its author. */
public final class EqlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Source source;
    private final transient List<Diagnostic> diagnostics;

    public EqlException(Source source, List<Diagnostic> diagnostics) {
        super(diagnostics.stream().map(source::render).collect(Collectors.joining("\n\n")));
        this.source = source;
        this.diagnostics = List.copyOf(diagnostics);
    }

    public EqlException(Source source, Diagnostic diagnostic) {
        this(source, List.of(diagnostic));
    }

    public Source source() {
        return source;
    }

    /** What is wrong, in the order of the text; never empty. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
