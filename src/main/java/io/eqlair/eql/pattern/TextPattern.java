package io.eqlair.eql.pattern;

/** Something a text either matches, as a whole, or does not. Implementations are immutable and shared by threads. */
public interface TextPattern {
    boolean matches(String text);
}
