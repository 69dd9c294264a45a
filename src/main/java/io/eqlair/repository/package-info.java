/**
 * Where rules are kept, and how they are fetched from there: {@link io.eqlair.repository.RuleLocations} visits all places in
 * their order and reads what it finds, on all cores, into a {@link io.eqlair.repository.RuleLoad}. Of two rules with the same
 * id the first stays. Whatever cannot be read is an outcome like any other, and stops nothing.
 */
@NullMarked
package io.eqlair.repository;

import org.jspecify.annotations.NullMarked;
