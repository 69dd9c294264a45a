package io.eqlair.repository;

import io.eqlair.rule.RuleLimits;
import java.io.ByteArrayInputStream;

/** Rules that come as one piece of bytes, such as the body of a request. Whatever they are, the answer is a load. */
public final class RuleBundle {

    private final RuleLimits limits;

    public RuleBundle(RuleLimits limits) {
        this.limits = limits;
    }

    /** Reads the rules of a bundle; the origin is what people know it by, and appears in every problem. */
    public RuleLoad read(String origin, byte[] content) {
        RuleLoading loading = new RuleLoading(limits);
        loading.read(origin, () -> new ByteArrayInputStream(content));
        return loading.done();
    }
}
