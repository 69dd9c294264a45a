/**
 * What all calls of the HTTP interface have in common: how requests are read, how every error looks, and examples to try.
 *
 * <p>Errors are {@code application/problem+json} (RFC 9457). Beside the standard members each has a {@code code}, which
 * is stable, and a {@code detail} that says what was found, what was expected and what to do:
 *
 * <pre>
 * {"title": "Bad Request", "status": 400, "code": "body_empty", "instance": "/api/v1/events",
 *  "detail": "The body is empty. Send one event as a JSON object, …"}
 * </pre>
 */
@NullMarked
package io.eqlair.api.http;

import org.jspecify.annotations.NullMarked;
