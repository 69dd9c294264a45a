package io.eqlair.store;

import io.eqlair.alert.RaisedAlert;
import java.util.List;

/** Where alerts are kept. Thread-safe. */
public interface AlertStore {

    /**
     * Keeps alerts: all of them or, where an exception says why, none. When this returns they last.
     *
     * @param raised in the order in which they were raised; an id that is there more than once is kept once
     * @return what became of each, in the same order
     */
    List<Outcome> add(List<RaisedAlert> raised);
}
