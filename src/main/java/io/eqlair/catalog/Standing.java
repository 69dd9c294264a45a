package io.eqlair.catalog;

import io.eqlair.rule.RuleOverlay;

/**
 * Where a rule comes from, and what was made of it.
 *
 * @param source who keeps it
 * @param stale whether it is an older version of its file, as the file is not in order now
 * @param overlay what was set beside its file, and is laid over it
 */
public record Standing(Source source, boolean stale, RuleOverlay overlay) {

    /** A file as it is. */
    public static final Standing OF_FILE = new Standing(Source.FILE, false, RuleOverlay.NONE);

    static final Standing OF_API = new Standing(Source.API, false, RuleOverlay.NONE);

    /** Who keeps a rule. */
    public enum Source {
        /** People, in files and directories. */
        FILE,
        /** The service, as it was put through the API. */
        API
    }

    Standing nowStale() {
        return new Standing(source, true, overlay);
    }
}
