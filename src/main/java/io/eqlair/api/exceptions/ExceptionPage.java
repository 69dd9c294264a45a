package io.eqlair.api.exceptions;

import java.util.List;

/**
 * Exceptions, by their ids.
 *
 * @param total how many there are on all pages
 */
record ExceptionPage(List<ShownException> exceptions, int page, int size, int total) {}
