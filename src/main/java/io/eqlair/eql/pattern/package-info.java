/**
 * What a text can be matched against: wildcards, regular expressions, and blocks of IP addresses.
 *
 * <p>Patterns are compiled once, with a rule, and then asked once per event by many threads, so that they are immutable
 * and none of them takes more than time linear in the text for a given pattern. What a rule can grow is bounded when it
 * is compiled; what is beyond a bound or not well formed is a {@link io.eqlair.eql.pattern.PatternError}.
 *
 * <pre>{@code
 * Wildcard.of("*\\temp\\?.exe", true)          matches  C:\Temp\a.exe
 * Regex.lucene(["svc[0-9]+", "<1-9>"], false)  matches  svc12 and 7
 * IpNetwork.parse("10.0.0.0/8")                contains 10.1.2.3 and ::ffff:10.1.2.3
 * }</pre>
 *
 * <p>Expressions of Lucene's dialect become a deterministic automaton where that stays small; where it does not, the
 * nondeterministic one is followed in all its states at once. Those of Java's dialect run on RE2/J.
 */
@NullMarked
package io.eqlair.eql.pattern;

import org.jspecify.annotations.NullMarked;
