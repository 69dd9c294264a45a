/**
 * The built-in functions of the language: how each is called, and what it does.
 *
 * <p>{@link io.eqlair.eql.function.FunctionLibrary} is a table with a line for each form of a function:
 *
 * <pre>{@code
 * name        ~    parameters                        result   meaning
 * endsWith         source, substring                 BOOLEAN  String::endsWith
 * endsWith    ~    source, substring                 BOOLEAN  the same on folded texts
 * substring        source, start[, end]              STRING   TextFunctions::substring
 * cidrMatch        address, block, ...               BOOLEAN  AddressFunctions::cidrMatch
 * }</pre>
 *
 * <p>Which constants may stand in which place is checked by the analysis, from the types of the parameters. When an
 * event is looked at, a function of text takes numbers and booleans as their text, because a field that a mapping would
 * make a keyword may come as a JSON number. An argument that cannot be what it must be, such as a fraction as a
 * position, is an {@link io.eqlair.eql.value.EvaluationError}.
 *
 * <p>Positions and lengths count UTF-16 units from 0.
 */
@NullMarked
package io.eqlair.eql.function;

import org.jspecify.annotations.NullMarked;
