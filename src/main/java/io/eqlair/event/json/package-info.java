/**
 * JSON as bytes: where the values of fields stand in a document, and what they mean.
 */
@NullMarked
package io.eqlair.event.json;

import org.jspecify.annotations.NullMarked;
