/**
 * What rules look at: one JSON document, of which only those fields are kept that somebody reads.
 *
 * <p>A {@link io.eqlair.event.FieldTable} gives each such field a numbered slot. {@link io.eqlair.event.EventReader}
 * streams once over the bytes of a document and fills the slots; the document itself is kept as it came. {@code
 * {"process":{"name":"nc"}}} and {@code {"process.name":"nc"}} are the same field, arrays are flattened, nulls dropped,
 * and a search hit is unwrapped to its {@code _source}. With the table {@code 0 = process.name, 1 = process.args, 2 =
 * user.id}, the document
 *
 * <pre>{"process": {"name": "nc", "args": ["nc", "-l"], "pid": 7}, "user": [{"id": 1}, {"id": null}]}</pre>
 *
 * <p>leaves {@code 0 = "nc", 1 = ["nc", "-l"], 2 = 1} behind; {@code process.pid} was skipped.
 */
@NullMarked
package io.eqlair.event;

import org.jspecify.annotations.NullMarked;
