package io.eqlair.api;

import io.eqlair.event.EventRoles;
import java.util.List;

/**
 * A query and the events that it is asked of.
 *
 * @param query EQL
 * @param events JSON objects in UTF-8, in the order of their arrival
 * @param roles which fields are an event's time, order and category
 * @param size how many results are answered, at most
 * @param oldest whether the oldest results are answered rather than the newest
 * @param maxSamplesPerKey of a sample query
 */
record SearchRequest(
        String query, List<byte[]> events, EventRoles roles, int size, boolean oldest, int maxSamplesPerKey) {}
