package io.eqlair.exceptions;

import io.eqlair.engine.Exemption;
import io.eqlair.engine.ExemptionHits;
import io.eqlair.engine.matcher.EventMatcher;
import io.eqlair.engine.matcher.ValueTest;
import io.eqlair.event.FieldTable;
import java.util.Map;

/** An exception, and what the engine makes of it. */
record HeldException(ExceptionItem item, Exemption exemption) {

    /**
     * Compiles an exception once by itself: what cannot be compiled is to be found out before the rules are compiled with it.
     *
     * @param lists by their ids; those that it names are among them
     */
    static HeldException of(ExceptionItem item, Map<String, ValueTest> lists, ExemptionHits hits) {
        ExceptionTerms terms = item.terms();
        Exemption exemption = new Exemption(
                item.id(), terms.step(), terms.expiresAt(), new ExceptionConditions(lists).of(terms), hits);
        EventMatcher unused = exemption.condition().compile(FieldTable.of(exemption.fields()));
        return new HeldException(item, exemption);
    }
}
