/** Tests of exceptions. */
@NullMarked
package io.eqlair.exceptions;

import org.jspecify.annotations.NullMarked;
