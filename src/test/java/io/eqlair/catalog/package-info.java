/** Tests of rules in force: case files in {@code rule/}, the two shipped rules, reloads and costs. */
@NullMarked
package io.eqlair.catalog;

import org.jspecify.annotations.NullMarked;
