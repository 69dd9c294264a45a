package io.eqlair.api.http;

import io.eqlair.repository.AuditEntry;
import io.eqlair.repository.AuditLog;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes down in the audit log who asked for what, beside the changes of rules and exceptions, whose editors do so themselves. */
public final class ControlLog {

    private static final Logger LOG = LoggerFactory.getLogger(ControlLog.class);

    private final AuditLog audit;
    private final InstantSource clock;

    public ControlLog(AuditLog audit, InstantSource clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Something was done with a key, or is about to be, which must not be when that cannot be noted down.
     */
    public void key(HttpServletRequest request, String action, String id, String detail) throws IOException {
        audit.append(AuditEntry.ofKey(clock.instant(), actor(request), request.getRemoteAddr(), action, id, detail));
    }

    /**
     * Something was said of alerts, whose own history has it, too.
     *
     * @param id null where it was said of several
     */
    public void alert(HttpServletRequest request, @Nullable String id, String detail) {
        note(AuditEntry.ofAlert(clock.instant(), actor(request), request.getRemoteAddr(), id, detail));
    }

    /** Something else was asked for and done. */
    public void call(HttpServletRequest request, String action, String detail) {
        note(AuditEntry.ofCall(clock.instant(), actor(request), request.getRemoteAddr(), action, detail));
    }

    /** It is done already: all that is left is to say that it is not noted down. */
    private void note(AuditEntry entry) {
        try {
            audit.append(entry);
        } catch (IOException full) {
            LOG.error("{} by {} could not be noted in the audit log.", entry.action(), entry.actor(), full);
        }
    }

    private static String actor(HttpServletRequest request) {
        return Callers.of(request).name();
    }
}
