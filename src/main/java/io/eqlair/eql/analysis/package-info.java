/**
 * From what a text says to what it means: names resolved, types checked, constants folded.
 *
 * <p>The result, {@link io.eqlair.eql.analysis.AnalyzedQuery}, is trusted: nobody checks it again. Its conditions have
 * two storeys, because the language has two logics. A {@link io.eqlair.eql.analysis.Condition} is two-valued {@code
 * and}, {@code or}, {@code not} over leaves. Each leaf is a {@link io.eqlair.eql.analysis.Predicate}: true when some
 * combination of the values of its fields makes it true. Most predicates are of a few plain forms about one field, and
 * equal ones are equal records, so that detection can ask each of them once however many rules share it. What has no
 * plain form is {@code Computed}: a tree of {@link io.eqlair.eql.analysis.Operand}s, evaluated with three-valued logic.
 *
 * <pre>
 * not process.name : "nc*" and length(process.args) &gt; 3
 *
 * All
 *   Not(Test(Like(process.name, ["nc*"], ignoreCase)))
 *   Test(Computed(Apply(&gt;, [Apply(length, [FieldValue(process.args)]), Constant(3)])))
 * </pre>
 *
 * <p>There is no mapping: a field is taken to exist, and has any type until an event brings a value. Hence {@code f}
 * and {@code ?f} mean the same in a condition, and differ only as join keys.
 */
@NullMarked
package io.eqlair.eql.analysis;

import org.jspecify.annotations.NullMarked;
