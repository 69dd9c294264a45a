package io.eqlair.exceptions;

import io.eqlair.engine.EngineSettings;
import io.eqlair.engine.Exemption;
import io.eqlair.engine.ExemptionHits;
import io.eqlair.engine.matcher.ValueTest;
import io.eqlair.event.EventRejected;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Reads entries as the API does, and asks events. */
final class Asking {

    private final Map<String, ValueTest> lists = new HashMap<>();

    Asking(ValueList... lists) {
        Arrays.stream(lists)
                .forEach(list -> this.lists.put(list.id(), HeldList.of(list).test()));
    }

    /** What an exception with these entries, a JSON array, says. */
    ExceptionTerms terms(String entries) {
        return whole("{\"name\":\"n\",\"rules\":\"all\",\"entries\":" + entries + "}");
    }

    ExceptionTerms whole(String json) {
        ExceptionReader reader = new ExceptionReader(ExceptionLimits.DEFAULT);
        return switch (reader.read(json.getBytes(StandardCharsets.UTF_8), lists.keySet())) {
            case ExceptionReader.Result.Read read -> read.terms();
            case ExceptionReader.Result.Wrong wrong -> throw new AssertionError(json + ": " + wrong.findings());
        };
    }

    /** Whether an event, a JSON object, is excepted. */
    boolean excepts(ExceptionTerms terms, String event) {
        ExceptionItem item = new ExceptionItem("id", terms, ExceptionItem.Origin.API, Instant.EPOCH, Instant.EPOCH);
        Exemption exemption = HeldException.of(item, lists, new ExemptionHits()).exemption();
        try {
            return exemption.isAbout(
                    event.getBytes(StandardCharsets.UTF_8), EngineSettings.DEFAULT, InstantSource.system());
        } catch (EventRejected bad) {
            throw new AssertionError(event, bad);
        }
    }
}
