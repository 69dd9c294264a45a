/** Tests of the rule files: case files in {@code rule/}, the two shipped rules, and generated TOML. */
@NullMarked
package io.eqlair.rule;

import org.jspecify.annotations.NullMarked;
