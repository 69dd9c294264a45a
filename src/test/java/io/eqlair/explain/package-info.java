/** Tests of explanations, by reasons, by whole trees, and against the engine. */
@NullMarked
package io.eqlair.explain;

import org.jspecify.annotations.NullMarked;
