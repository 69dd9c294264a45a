/**
 * Where alerts are kept: {@link io.eqlair.store.AlertStore}, in memory for trials and in a database for the service.
 */
@NullMarked
package io.eqlair.store;

import org.jspecify.annotations.NullMarked;
