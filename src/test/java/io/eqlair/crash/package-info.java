/** What lasts when the service is killed: the real jar, started and killed again and again. */
@NullMarked
package io.eqlair.crash;

import org.jspecify.annotations.NullMarked;
