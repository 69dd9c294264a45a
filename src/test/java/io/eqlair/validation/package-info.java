@NullMarked
package io.eqlair.validation;

import org.jspecify.annotations.NullMarked;
