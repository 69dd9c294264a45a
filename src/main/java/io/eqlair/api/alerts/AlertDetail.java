package io.eqlair.api.alerts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.eqlair.alert.Alert;
import io.eqlair.store.TriageEntry;
import java.util.List;

/**
 * An alert with what was changed of it.
 *
 * @param history the first change first
 */
record AlertDetail(@JsonUnwrapped Alert alert, List<TriageEntry> history) {}
