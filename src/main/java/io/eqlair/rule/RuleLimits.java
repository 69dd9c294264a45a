package io.eqlair.rule;

/**
 * How much is read when rules are loaded. Messages quote these.
 *
 * @param fileBytes size of one rule file, or of one line of an export
 * @param files regular files visited in all locations together, rules or not, and the lines of exports
 * @param unpackedBytes size of all that is unpacked from one archive, or read from one export
 */
public record RuleLimits(int fileBytes, int files, int unpackedBytes) {

    /** 1 MiB per file, more than thirty times the largest rule in the field; 100,000 files; 256 MiB per archive. */
    public static final RuleLimits DEFAULT = new RuleLimits(1 << 20, 100_000, 1 << 28);

    public RuleLimits {
        if (fileBytes < 1 || files < 1 || unpackedBytes < 1) {
            throw new IllegalArgumentException(
                    "limits must be positive: " + fileBytes + ", " + files + ", " + unpackedBytes);
        }
    }
}
