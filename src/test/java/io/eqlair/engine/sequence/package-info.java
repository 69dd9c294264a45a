/** Parts of pending sequences by themselves. That they are right together is for the reference to say. */
@NullMarked
package io.eqlair.engine.sequence;

import org.jspecify.annotations.NullMarked;
