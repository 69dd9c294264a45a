package io.eqlair.store;

import io.eqlair.alert.Alert;

/**
 * An alert in the store.
 *
 * @param seq its number in the order in which alerts were stored, from 1; there may be gaps
 */
public record KeptAlert(long seq, Alert alert) {}
