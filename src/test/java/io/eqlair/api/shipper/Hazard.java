package io.eqlair.api.shipper;

import static io.eqlair.api.shipper.Occasion.ALL_BAD;
import static io.eqlair.api.shipper.Occasion.BROKEN_GZIP;
import static io.eqlair.api.shipper.Occasion.KEY_REFUSED;
import static io.eqlair.api.shipper.Occasion.MANY_WITH_A_BAD_ONE;
import static io.eqlair.api.shipper.Occasion.NOT_READABLE;
import static io.eqlair.api.shipper.Occasion.ONE_BAD;
import static io.eqlair.api.shipper.Occasion.OVERLOADED;
import static io.eqlair.api.shipper.Occasion.RATE_LIMITED;
import static io.eqlair.api.shipper.Occasion.STORE_UNAVAILABLE;
import static io.eqlair.api.shipper.Occasion.TOO_LARGE;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What no answer can cure.
 *
 * @param shippers their names
 * @param reason why not, and what of the shipper's own settings helps
 */
record Hazard(Set<String> shippers, Set<Occasion> occasions, String reason) {

    private static final List<Hazard> ALL = List.of(
            new Hazard(
                    Set.of(
                            "Filebeat",
                            "LogstashElasticsearch",
                            "FluentBitElasticsearch",
                            "FluentdElasticsearch",
                            "SyslogNg",
                            "SyslogNgHttp"),
                    EnumSet.of(NOT_READABLE, BROKEN_GZIP),
                    "They send again whatever is not a 2xx or 413. They make no such bodies: something on the way must have broken them."),
            new Hazard(
                    Set.of("FluentBitElasticsearch", "FluentdElasticsearch", "SyslogNg", "SyslogNgHttp"),
                    EnumSet.of(TOO_LARGE),
                    "They send again whatever is not a 2xx. The limit is far above their batches: 2 MB, chunk_limit_size, batch-bytes()."),
            new Hazard(
                    Set.of("FluentBitElasticsearch"),
                    EnumSet.of(ALL_BAD, ONE_BAD),
                    "A chunk in which no event went well is sent again, as often as Retry_Limit says; other chunks go on beside it."),
            new Hazard(
                    Set.of("FluentBitElasticsearch"),
                    EnumSet.of(MANY_WITH_A_BAD_ONE),
                    "Of a long answer it reads the beginning, which only says that something failed. Buffer_Size False lets it read on."),
            new Hazard(
                    Set.of(
                            "LogstashHttp",
                            "FluentBitHttp",
                            "FluentdHttp",
                            "VectorElasticsearch",
                            "VectorHttp",
                            "OtelElasticsearch",
                            "Cribl"),
                    EnumSet.of(KEY_REFUSED),
                    "They give up what is answered with 401, as with most 4xx. Make the new key before the old one ends."),
            new Hazard(
                    Set.of("JavaScriptClient8", "JavaScriptClient9"),
                    EnumSet.of(OVERLOADED, STORE_UNAVAILABLE, RATE_LIMITED, KEY_REFUSED),
                    "A 429 for all is an error to the program that calls helpers.bulk, which has to wait and call again; 503 would be"
                            + " sent again three times, and is lost with others."));

    static boolean isKnown(String shipper, Occasion occasion) {
        return ALL.stream()
                .anyMatch(hazard -> hazard.shippers().contains(shipper)
                        && hazard.occasions().contains(occasion));
    }
}
