package io.eqlair.repository;

import io.eqlair.rule.RuleFile;
import java.util.List;

/**
 * What was found at the locations.
 *
 * @param files the outcome of every rule, in the order of the locations and, within a directory or archive, of names
 * @param skipped what holds no rule, in the same order
 */
public record RuleLoad(List<RuleFile> files, List<Skipped> skipped) {

    public RuleLoad {
        files = List.copyOf(files);
        skipped = List.copyOf(skipped);
    }

    static RuleLoad of(RuleFile file) {
        return new RuleLoad(List.of(file), List.of());
    }

    static RuleLoad of(Skipped skipped) {
        return new RuleLoad(List.of(), List.of(skipped));
    }

    /** All of several loads, in their order. */
    static RuleLoad of(List<RuleLoad> parts) {
        return new RuleLoad(
                parts.stream().flatMap(part -> part.files().stream()).toList(),
                parts.stream().flatMap(part -> part.skipped().stream()).toList());
    }
}
