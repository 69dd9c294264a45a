/** What tests of several packages share. */
@NullMarked
package io.eqlair.testing;

import org.jspecify.annotations.NullMarked;
