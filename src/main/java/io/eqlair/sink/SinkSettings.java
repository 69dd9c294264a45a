package io.eqlair.sink;

import io.eqlair.format.AlertFormat;

/**
 * What all sinks have in common.
 *
 * @param name what it is called in the settings, and what its position is kept under
 * @param enabled whether it runs; one that does not keeps its place
 * @param format how alerts are written
 * @param selection which are sent
 * @param fromBeginning whether one that is new begins with the alerts that are kept already
 */
public record SinkSettings(
        String name,
        boolean enabled,
        AlertFormat format,
        AlertSelection selection,
        boolean fromBeginning,
        Backoff backoff) {}
