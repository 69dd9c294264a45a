package io.eqlair.repository;

import io.eqlair.rule.RuleFile;
import java.util.List;

/**
 * What was found at the locations.
 *
 * @param files the outcome of every rule file, in the order of the locations and, within a directory, of names
 * @param skipped paths of the files that were not read, as their name says that they hold no rule
 */
public record RuleLoad(List<RuleFile> files, List<String> skipped) {

    public RuleLoad {
        files = List.copyOf(files);
        skipped = List.copyOf(skipped);
    }
}
