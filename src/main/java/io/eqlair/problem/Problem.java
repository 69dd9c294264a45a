package io.eqlair.problem;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A kind of problem that people read about: its stable code is the name in lower case. Message and way out are {@link
 * String#format} templates that take the same arguments; {@code %2$s} picks one by its number.
 */
public enum Problem {

    // RULES: files, their TOML, and what the keys of a rule say

    RULE_LOCATION_MISSING(
            "There is no file or directory `%s`.",
            "Check `eqlair.rules.locations`; write `classpath:rules/` for the rules that ship with Eqlair."),
    RULE_FILE_UNREADABLE("`%s` cannot be read: %s.", "Check that the file exists and may be read by this user."),
    RULE_FILE_TOO_LARGE(
            "The file has %s bytes: a rule file may have at most %s.",
            "Split it: a file holds one rule, and the largest real ones stay below 64 KiB."),
    RULE_FILES_TOO_MANY(
            "The locations hold more than %s rule files; the rest from here on was not read.",
            "Point `eqlair.rules.locations` at the directories that hold the rules you run."),
    RULE_FILE_ENCODING("Byte %s of the file is not UTF-8.", "Save the file as UTF-8."),
    RULE_TOML_SYNTAX("This is not TOML: %s.", null),
    RULE_TABLE_MISSING("The file has no table `[rule]`.", "Put the line `[rule]` above the keys of the rule."),
    RULE_KEY_MISSING("`%s` is missing from `[%s]`.", "Add, for example: %s"),
    RULE_VALUE_TYPE("`%s` is %s: expected %s.", "Write, for example: %4$s"),
    RULE_VALUE_EMPTY("`%s` is empty.", "Write, for example: %s"),
    RULE_ID_NOT_UUID(
            "`%s` is not a UUID: expected 32 hexadecimal digits in groups of 8-4-4-4-12.",
            "Make one with `uuidgen` and keep it for the life of the rule."),
    RULE_ID_DUPLICATE(
            "The id `%s` is taken by a rule that was loaded earlier, from `%s`.",
            "Give this rule an id of its own (`uuidgen` makes one), or remove one of the two files."),
    RULE_SEVERITY_UNKNOWN(
            "`%s` is not a severity: expected `low`, `medium`, `high` or `critical`.",
            "Write, for example: severity = \"medium\""),
    RULE_NUMBER_OUT_OF_RANGE("`%s` is %s: expected a whole number from %s to %s.", null),
    RULE_LANGUAGE_MISMATCH(
            "A rule of type `eql` has the language `%s`.",
            "Write: language = \"eql\", or give the rule the type that its query is written for."),
    RULE_TYPE_UNSUPPORTED(
            "Rules of type `%s` are not run here: %s.",
            "Eqlair runs rules of type `eql`. %3$s"),
    RULE_TYPE_UNKNOWN("`%s` is not a type of rule.", "Write: type = \"eql\"");

    private final String message;
    private final @Nullable String wayOut;

    Problem(String message, @Nullable String wayOut) {
        this.message = message;
        this.wayOut = wayOut;
    }

    /** The stable name for programs, for example {@code rule_severity_unknown}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What was found and what was expected. */
    public String message(Object... args) {
        return String.format(Locale.ROOT, message, args);
    }

    /** What the reader can do, or null where there is no general advice. Takes the same arguments as the message. */
    public @Nullable String wayOut(Object... args) {
        return wayOut == null ? null : String.format(Locale.ROOT, wayOut, args);
    }
}
