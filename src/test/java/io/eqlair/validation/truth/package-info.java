@NullMarked
package io.eqlair.validation.truth;

import org.jspecify.annotations.NullMarked;
