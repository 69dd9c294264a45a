/**
 * The filters before all calls: who calls, whether that caller may, and how often.
 *
 * <pre>
 * request --StrictHttpFirewall, CrossSiteFilter--> CallerFilter --Caller--> authorization, by PathRoles --> RateLimitFilter --> the call
 *                |                                   |                       |                              |
 *                '--- 400, 403 --------------------------- Refusals: 401, 403 ------------------------------- 429
 * </pre>
 *
 * <p>{@link io.eqlair.api.access.PathRoles} has one table that says which call needs which role; the first line that fits counts.
 * {@link io.eqlair.api.access.Refusals} answers as the caller can read it: with a problem (RFC 9457) below {@code /api} and {@code
 * /v1}, and with plain text elsewhere, since shippers take JSON of another form for the answer of Elasticsearch.
 *
 * <p>There are no sessions, cookies or forms: each call says anew who makes it.
 */
@NullMarked
package io.eqlair.api.access;

import org.jspecify.annotations.NullMarked;
