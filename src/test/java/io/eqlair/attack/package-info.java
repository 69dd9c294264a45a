/** Tests of the table of ATT&amp;CK, of what rules say of it, and of coverage. */
@NullMarked
package io.eqlair.attack;

import org.jspecify.annotations.NullMarked;
