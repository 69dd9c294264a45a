/** The calls about sinks: how they fare, and what they gave up. */
@NullMarked
package io.eqlair.api.sinks;

import org.jspecify.annotations.NullMarked;
