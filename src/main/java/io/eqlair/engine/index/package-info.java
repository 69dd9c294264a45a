/** Asks an event only what it can possibly match. */
@NullMarked
package io.eqlair.engine.index;

import org.jspecify.annotations.NullMarked;
