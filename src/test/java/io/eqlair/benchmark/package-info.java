/**
 * Measurements, not tests: main classes that print Markdown tables. How to run them and what they said is in
 * docs/BENCHMARKS.md.
 */
@NullMarked
package io.eqlair.benchmark;

import org.jspecify.annotations.NullMarked;
