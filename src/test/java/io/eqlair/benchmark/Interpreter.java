package io.eqlair.benchmark;

import io.eqlair.engine.matcher.EventMatcher;
import io.eqlair.engine.matcher.MatcherCompiler;
import io.eqlair.eql.pattern.TextPattern;
import io.eqlair.eql.pattern.Wildcard;
import io.eqlair.event.Envelope;
import io.eqlair.event.Event;
import io.eqlair.event.EventReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The straightforward way: asks every rule, and every item of a sequence, whether it wants events of this index, and then whether
 * the event satisfies it.
 */
final class Interpreter implements Contestant {

    static final String NAME = "straightforward interpreter";

    private static final int EVERY_SLICE = 4;

    private final EventReader reader;
    private final Event event;
    private final List<Question> questions;

    Interpreter(Bench bench) {
        this.reader = bench.reader();
        this.event = reader.newEvent();
        MatcherCompiler compiler = new MatcherCompiler(bench.set().table());
        this.questions = Stages.of(bench.rules()).stream()
                .map(stage ->
                        Question.of(stage.indexPatterns(), compiler.compile(stage.filter(), stage.categoryField())))
                .toList();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public long take(byte[][] documents, int from, int to) {
        long matches = 0;
        for (int i = from; i < to; i++) {
            byte[] document = documents[i];
            if (reader.read(event, document, 0, document.length, Envelope.NONE) < 0) {
                throw new IllegalStateException("document must be an event: " + i);
            }
            for (Question question : questions) {
                matches += question.admits(event.index()) && question.matcher().matches(event) ? 1 : 0;
            }
        }
        return matches;
    }

    @Override
    public Counted counts() {
        return Counted.MATCHES;
    }

    @Override
    public int everySlice() {
        return EVERY_SLICE;
    }

    /** A condition, and the indices whose events are asked. */
    private record Question(boolean everywhere, TextPattern included, TextPattern excluded, EventMatcher matcher) {

        static Question of(List<String> indices, EventMatcher matcher) {
            List<String> excluded =
                    indices.stream().filter(name -> name.startsWith("-")).toList();
            List<String> included =
                    indices.stream().filter(name -> !name.startsWith("-")).toList();
            return new Question(
                    indices.isEmpty(),
                    Wildcard.anyOf(included, false),
                    Wildcard.anyOf(
                            excluded.stream().map(name -> name.substring(1)).toList(), false),
                    matcher);
        }

        boolean admits(@Nullable String index) {
            return everywhere || index == null || (included.matches(index) && !excluded.matches(index));
        }
    }
}
