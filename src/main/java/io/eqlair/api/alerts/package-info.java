/**
 * Alerts over HTTP: lists of them, one with its history, counts, what people say of them, and a stream of new ones.
 *
 * <p>{@link io.eqlair.api.alerts.FilterReader} makes the same filter of the parameters of an address and of the members of a body:
 *
 * <pre>
 * ?severity=high&amp;severity=critical&amp;tag=Linux&amp;process.name=nc
 * {"filter": {"severity": ["high", "critical"], "tag": "Linux", "process.name": "nc"}, "status": "closed"}
 * </pre>
 */
@NullMarked
package io.eqlair.api.alerts;

import org.jspecify.annotations.NullMarked;
