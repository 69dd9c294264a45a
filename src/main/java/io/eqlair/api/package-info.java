/**
 * The HTTP interface: thin controllers, and the records that requests and answers are made of. Events, searches and ATT&amp;CK are
 * here; {@code rules} has the calls about rules, {@code preview} those that try them, {@code alerts} those about what they detected,
 * {@code http} what all have in common.
 */
@NullMarked
package io.eqlair.api;

import org.jspecify.annotations.NullMarked;
