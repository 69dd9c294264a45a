/**
 * Log shippers that no test can start, as models: what each sends, and what it makes of an answer.
 *
 * <pre>
 * Shipper.deliver([event, too deep, event])             Call     POST /_bulk, as Filebeat writes it
 *   the service                                          Reply    200 {"errors":true,"items":[…]}
 * Shipper.judge(3, reply)                               Fate     ByItem(retried {}, dropped {1})
 * </pre>
 *
 * <p>A model is some twenty lines, written after the sources and captures of its program: what it looks for in an answer, and nothing
 * else, however odd. {@code ShippersHttpTest} shows every kind of answer of the service to every model. What cannot be cured by an
 * answer is listed there by name.
 */
@NullMarked
package io.eqlair.api.shipper;

import org.jspecify.annotations.NullMarked;
