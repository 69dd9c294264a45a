package io.eqlair.eql.pattern;

import io.eqlair.problem.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.RegExp;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/**
 * One expression of Lucene's dialect on its way to an automaton. Lucene reads it; the automaton is put together here,
 * because Lucene's own method knows no bound: {@code ((a{999}){999}){999}} would take all memory there is.
 */
final class LuceneRegex {
    /** What an automaton may have at any time: its transitions bound the work per character of a text. */
    private static final int MAX_STATES = 2_000;

    private static final int MAX_TRANSITIONS = 20_000;

    /** All expressions of a list together. */
    private static final int MAX_STATES_OF_LIST = 20_000;

    /** Pairs of transitions that an intersection may have to look at. */
    private static final long MAX_PAIRS = 4_000_000;

    /** Characters in all ranges of an expression that ignores case. */
    private static final int MAX_FOLDED_CHARACTERS = 2 * (Character.MAX_CODE_POINT + 1);

    private final String pattern;

    private LuceneRegex(String pattern) {
        this.pattern = pattern;
    }

    static TextPattern compile(List<String> patterns, boolean ignoreCase) {
        List<Automaton> automata = patterns.stream()
                .map(pattern -> new LuceneRegex(pattern).automaton(ignoreCase))
                .toList();
        int states = automata.stream().mapToInt(Automaton::getNumStates).sum();
        if (states > MAX_STATES_OF_LIST) {
            throw new PatternError(Problem.REGEX_TOO_LARGE, null, -1, MAX_STATES_OF_LIST);
        }
        return AutomatonPattern.of(Operations.union(automata));
    }

    private Automaton automaton(boolean ignoreCase) {
        checkGroups();
        try {
            return build(parse(ignoreCase));
        } catch (TooComplexToDeterminizeException e) {
            throw tooLarge();
        } catch (IllegalArgumentException e) {
            throw LuceneSyntax.explain(pattern, e.getMessage());
        }
    }

    /**
     * Upstream takes the question mark of {@code (?i)} for an ordinary character, so that the pattern never fits what
     * its author had in mind. That is refused, not followed.
     */
    private void checkGroups() {
        int found = pattern.indexOf("(?");
        boolean escaped = found > 0 && pattern.charAt(found - 1) == '\\';
        if (found >= 0 && !escaped) {
            throw new PatternError(Problem.REGEX_GROUP_OPTION, pattern, found);
        }
    }

    /** Lucene will drop the complement from its version 11 on; upstream has it. */
    @SuppressWarnings("deprecation")
    private RegExp parse(boolean ignoreCase) {
        int syntax = RegExp.ALL | RegExp.DEPRECATED_COMPLEMENT;
        if (!ignoreCase) {
            return new RegExp(pattern, syntax);
        }
        checkRanges();
        return new RegExp(pattern, syntax, RegExp.CASE_INSENSITIVE | RegExp.CASE_INSENSITIVE_RANGE);
    }

    /** Lucene looks up the cases of every character of a range, a quarter of a second for all there are. */
    private void checkRanges() {
        int characters = 0;
        for (int dash = pattern.indexOf('-', 1); dash > 0 && dash + 2 < pattern.length(); ) {
            int end = pattern.charAt(dash + 1) == '\\' ? dash + 2 : dash + 1;
            characters += Math.max(0, pattern.codePointAt(end) - pattern.codePointBefore(dash));
            dash = pattern.indexOf('-', dash + 1);
        }
        if (characters > MAX_FOLDED_CHARACTERS) {
            throw new PatternError(Problem.REGEX_RANGES_TOO_WIDE, pattern, -1, characters, MAX_FOLDED_CHARACTERS);
        }
    }

    @SuppressWarnings("deprecation")
    private Automaton build(RegExp e) {
        return bounded(
                switch (e.kind) {
                    case REGEXP_UNION -> Operations.union(buildParts(e));
                    case REGEXP_CONCATENATION -> Operations.concatenate(joinable(buildParts(e)));
                    case REGEXP_INTERSECTION -> intersection(build(e.exp1), build(e.exp2));
                    case REGEXP_OPTIONAL -> Operations.optional(build(e.exp1));
                    case REGEXP_REPEAT -> Operations.repeat(repeatable(build(e.exp1), 1));
                    case REGEXP_REPEAT_MIN -> Operations.repeat(repeatable(build(e.exp1), e.min + 1L), e.min);
                    case REGEXP_REPEAT_MINMAX -> Operations.repeat(repeatable(build(e.exp1), e.max), e.min, e.max);
                    case REGEXP_COMPLEMENT, REGEXP_DEPRECATED_COMPLEMENT -> complement(build(e.exp1));
                    default -> e.toAutomaton();
                });
    }

    /** The parts of a chain of the same operator, which Lucene nests to the left, as deep as the chain is long. */
    private List<Automaton> buildParts(RegExp chain) {
        List<Automaton> parts = new ArrayList<>();
        RegExp rest = chain;
        while (rest.kind == chain.kind) {
            parts.add(build(rest.exp2));
            rest = rest.exp1;
        }
        parts.add(build(rest));
        Collections.reverse(parts);
        return parts;
    }

    /** Refuses parts of which the joints, from every end of one to every beginning of the next, would be too many. */
    private List<Automaton> joinable(List<Automaton> parts) {
        long joints = 0;
        long beginnings = 0;
        for (Automaton part : parts.reversed()) {
            joints += ends(part) * beginnings;
            beginnings = beginnings(part) + (part.isAccept(0) ? beginnings : 0);
        }
        check(0, joints);
        return parts;
    }

    /** Where the automaton may be empty, the end of a copy is joined to the beginnings of all that follow. */
    private Automaton repeatable(Automaton automaton, long times) {
        check(automaton.getNumStates() * times, automaton.getNumTransitions() * times);
        boolean skips = automaton.getNumStates() > 0 && automaton.isAccept(0);
        check(0, ends(automaton) * beginnings(automaton) * (skips ? times * times / 2 : times));
        return automaton;
    }

    private static long ends(Automaton automaton) {
        return IntStream.range(0, automaton.getNumStates())
                .filter(automaton::isAccept)
                .count();
    }

    private static long beginnings(Automaton automaton) {
        return automaton.getNumStates() == 0 ? 0 : automaton.getNumTransitions(0);
    }

    private Automaton intersection(Automaton a, Automaton b) {
        if ((long) a.getNumTransitions() * b.getNumTransitions() > MAX_PAIRS) {
            throw tooLarge();
        }
        return Operations.intersection(a, b);
    }

    private static Automaton complement(Automaton automaton) {
        return Operations.complement(automaton, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
    }

    private Automaton bounded(Automaton automaton) {
        check(automaton.getNumStates(), automaton.getNumTransitions());
        return automaton;
    }

    private void check(long states, long transitions) {
        if (states > MAX_STATES || transitions > MAX_TRANSITIONS) {
            throw tooLarge();
        }
    }

    private PatternError tooLarge() {
        return new PatternError(Problem.REGEX_TOO_LARGE, pattern, -1, MAX_STATES);
    }
}
