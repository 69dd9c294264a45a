package io.eqlair.store;

import io.eqlair.alert.Alert;
import io.eqlair.alert.Suppression;

/** What became of an alert that was raised. */
public sealed interface Outcome {

    /** It is in the store now. */
    record Stored(Alert alert) implements Outcome {}

    /** It was there before, as it is shown here: the same events came again. */
    record Known(Alert alert) implements Outcome {}

    /**
     * It was counted on another alert, now or when the same events came before.
     *
     * @param alertId the alert that stands for it
     * @param suppression of that alert, as it is now
     * @param again whether it had been counted before
     */
    record Suppressed(String alertId, Suppression suppression, boolean again) implements Outcome {}

    /**
     * It was not kept, as its rule has raised as many alerts as it may in one interval. Only if settings ask for that.
     *
     * @param ruleId the rule's id
     */
    record Capped(String ruleId) implements Outcome {}
}
