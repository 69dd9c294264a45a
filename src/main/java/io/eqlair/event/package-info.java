/**
 * What rules look at: one JSON document, of which only those fields are kept that somebody reads.
 *
 * <p>A {@link io.eqlair.event.FieldTable} gives each such field a numbered slot. {@link io.eqlair.event.EventReader} goes once over
 * the bytes of a document and notes, by slot, where values stand; an {@link io.eqlair.event.Event} is these ranges and the bytes, and
 * decodes a value when somebody asks for it. {@code {"process":{"name":"nc"}}} and {@code {"process.name":"nc"}} are the same
 * field, arrays are flattened, nulls dropped, and a search hit is unwrapped to its {@code _source}. With the table {@code 0 =
 * process.name, 1 = process.args, 2 = user.id}, the document
 *
 * <pre>{"process": {"name": "nc", "args": ["nc", "-l"], "pid": 7}, "user": [{"id": 1}, {"id": null}]}</pre>
 *
 * <p>leaves {@code 0 = "nc", 1 = ["nc", "-l"], 2 = 1} behind; {@code process.pid} was skipped. How that is done is told in {@code
 * json}.
 *
 * <p>Whoever reads many events keeps one and reads into it again and again; then nothing is allocated but what is decoded. What is to
 * outlive that is a {@link io.eqlair.event.StoredEvent}, which is made when somebody asks.
 */
@NullMarked
package io.eqlair.event;

import org.jspecify.annotations.NullMarked;
