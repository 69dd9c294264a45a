/** How alerts are written for those who read them. */
@NullMarked
package io.eqlair.format;

import org.jspecify.annotations.NullMarked;
