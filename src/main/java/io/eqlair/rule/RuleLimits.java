package io.eqlair.rule;

/**
 * How much is read when rules are loaded. Messages quote these.
 *
 * @param fileBytes size of one rule file
 * @param files regular files visited in all locations together, rules or not
 */
public record RuleLimits(int fileBytes, int files) {

    /** 1 MiB per file, more than thirty times the largest rule in the field; 100,000 files. */
    public static final RuleLimits DEFAULT = new RuleLimits(1 << 20, 100_000);

    public RuleLimits {
        if (fileBytes < 1 || files < 1) {
            throw new IllegalArgumentException("limits must be positive: " + fileBytes + ", " + files);
        }
    }
}
