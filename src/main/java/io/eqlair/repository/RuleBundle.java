package io.eqlair.repository;

import io.eqlair.rule.RuleLimits;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Rules that come as one piece of bytes, such as the body of a request: one rule as TOML or JSON, an export as NDJSON, or an
 * archive (zip, tar, tar.gz). The content says which. Whatever it is, the answer is a load.
 */
public final class RuleBundle {

    private final RuleLimits limits;

    public RuleBundle(RuleLimits limits) {
        this.limits = limits;
    }

    /** Reads the rules of a bundle; the origin is what people know it by, and appears in every problem. */
    public RuleLoad read(String origin, byte[] content) {
        RuleLoading loading = new RuleLoading(limits);
        NamedFile.load(origin, () -> new SeekableInMemoryByteChannel(content), loading);
        return loading.done();
    }
}
