/** Tests of single rules, as they are read from their files. */
@NullMarked
package io.eqlair.rule;

import org.jspecify.annotations.NullMarked;
