/**
 * Exceptions and value lists over HTTP: listed with their state and hits, put, imported and removed. What is in force changes
 * with the answer.
 *
 * <pre>
 * GET    /api/v1/exceptions               ExceptionPage of ShownException
 * POST   /api/v1/exceptions               201 and the ShownException, whose id is made
 * POST   /api/v1/exceptions/import        ImportAnswer: imported, replaced, rejected with line and reason
 * GET, PUT, DELETE /api/v1/exceptions/{id}, /api/v1/lists/{id}
 * </pre>
 *
 * <p>What is not in order is a problem whose {@code problems} each have a path, such as {@code entries[0].or[1].value}.
 */
@NullMarked
package io.eqlair.api.exceptions;

import org.jspecify.annotations.NullMarked;
