package io.eqlair.api.alerts;

import io.eqlair.store.TriageEntry;
import java.util.List;

/**
 * An alert in another format than Eqlair's own, with what was changed of it.
 *
 * @param alerts its documents, of which there may be several
 * @param history the first change first
 */
record AlertDocumentsDetail(List<?> alerts, List<TriageEntry> history) {}
