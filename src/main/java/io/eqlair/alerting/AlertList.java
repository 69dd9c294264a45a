package io.eqlair.alerting;

import io.eqlair.alert.Alert;
import io.eqlair.alert.Suppression;
import io.eqlair.store.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The alerts of one request, as its answer lists them: each once, with all that was counted on it. */
public final class AlertList {

    /** Of listed alerts: they are in memory until the answer is written. */
    private static final long MOST_BYTES = 32 << 20;

    private final int most;
    private long bytes;
    private final Map<String, Alert> listed = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();
    private final Set<String> cappedRules = new LinkedHashSet<>();
    private int notListed;
    private int suppressed;

    /** Lists so many, and not more than 32 MB; what is beyond is counted. */
    public AlertList(int most) {
        this.most = most;
    }

    /** Takes what became of an alert. */
    public void add(Outcome outcome) {
        switch (outcome) {
            case Outcome.Stored(Alert alert) -> list(alert);
            case Outcome.Known(Alert alert) -> {
                if (!listed.containsKey(alert.id()) && list(alert)) {
                    known.add(alert.id());
                }
            }
            case Outcome.Suppressed(String alertId, Suppression suppression, boolean again) -> {
                suppressed++;
                listed.computeIfPresent(alertId, (id, alert) -> alert.with(suppression));
            }
            case Outcome.Capped(String ruleId) -> cappedRules.add(ruleId);
        }
    }

    private boolean list(Alert alert) {
        boolean fits = listed.size() < most && bytes < MOST_BYTES;
        if (fits) {
            bytes += alert.bytes();
            listed.put(alert.id(), alert);
        } else {
            notListed++;
        }
        return fits;
    }

    /** Those that are listed, in their order. */
    public List<Alert> listed() {
        return new ArrayList<>(listed.values());
    }

    /** The ids of those among them that were in the store before. */
    public List<String> known() {
        return new ArrayList<>(known);
    }

    /** How many detections were counted on alerts, these or others. */
    public int suppressed() {
        return suppressed;
    }

    /** The ids of rules that would have raised more alerts than their {@code max_signals}. */
    public List<String> cappedRules() {
        return new ArrayList<>(cappedRules);
    }

    /** Whether some are not listed. */
    public boolean isTruncated() {
        return notListed > 0;
    }

    /** How many are not. */
    public int notListed() {
        return notListed;
    }
}
