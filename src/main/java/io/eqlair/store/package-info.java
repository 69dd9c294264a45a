/**
 * Where alerts are kept: {@link io.eqlair.store.AlertStore}, in memory for trials and in a database for the service.
 *
 * <p>In the database each alert has a row with what it is looked for by, and its document. {@link io.eqlair.store.AlertQueries} asks the
 * columns first and reads documents only where they are wanted or must be asked; {@link io.eqlair.store.AlertTriage} changes what people
 * say of alerts; {@link io.eqlair.store.Retention} deletes the oldest.
 *
 * <pre>
 * alerts         seq 1024, id 5c1e…, severity 3, event_time 1768469400000000000, status open, document {"reason": …}
 * alert_hosts    web1 1024
 * alert_changes  5c1e… status: open to closed, by ann
 * </pre>
 *
 * <p>Whoever writes locks {@code last_seq} of the store's state first ({@code StoreState}), so that numbers become visible in their order
 * and nobody waits in a circle.
 */
@NullMarked
package io.eqlair.store;

import org.jspecify.annotations.NullMarked;
