package io.eqlair.store;

import io.eqlair.alert.RaisedAlert;
import java.util.List;

/** Remembers which alerts there were as long as it lives, and none of their content: for trials. */
public final class MemoryAlertStore implements AlertStore {

    private final Ledger ledger = new Ledger();

    @Override
    public synchronized List<Outcome> add(List<RaisedAlert> raised) {
        List<Outcome> outcomes = raised.stream().map(ledger::add).toList();
        ledger.forgetNew();
        return outcomes;
    }
}
