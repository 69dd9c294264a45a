/** Tests of how rule files are written, with generated TOML. */
@NullMarked
package io.eqlair.rule.format;

import org.jspecify.annotations.NullMarked;
