/**
 * JSON as bytes: one pass over a document that checks all of it and notes where the values of fields stand. Nothing else reads
 * JSON here; other documents than events are Jackson's.
 *
 * <p>{@link io.eqlair.event.json.KeyTable} says where keys lead, {@link io.eqlair.event.json.JsonScanner} walks, {@link
 * io.eqlair.event.json.Ranges} keeps what it finds, and {@link io.eqlair.event.json.JsonValue} says what a range means when
 * somebody asks. With the slots {@code 0 = process.name, 1 = process.args, 2 = user.id}, the table holds
 *
 * <pre>
 * at    key             leads to
 * root  process         a             inner
 * root  process.name    b             slot 0
 * root  process.args    c             slot 1
 * a     name            b
 * a     args            c
 * root  user            d             inner
 * root  user.id         e             slot 2
 * d     id              e
 * </pre>
 *
 * <p>and the document
 *
 * <pre>
 * {"process":{"pid":7,"args":["nc","C:\\a"]},"user.id":1}
 * 0         10        20        30        40        50
 * </pre>
 *
 * <p>leaves these ranges behind. {@code pid} led nowhere and was skipped, which differs from reading only in that nothing is found and
 * noted.
 *
 * <pre>
 * handle  slot  start..end  kind     next
 * 0       1     29..31      PLAIN    1       nc
 * 1       1     34..39      ESCAPED  -1      C:\\a
 * 2       2     53..54      INTEGER  -1      1
 * </pre>
 *
 * <p>Strings are most of a document. They are read eight bytes at a time: {@link io.eqlair.event.json.Words#marks} finds the first
 * byte that is not simply part of the string, which is its end in nine of ten. UTF-8 is checked where a byte beyond ASCII is met.
 */
@NullMarked
package io.eqlair.event.json;

import org.jspecify.annotations.NullMarked;
