/**
 * The notations of rule files, TOML and JSON: what a text says, and where in the text it says it.
 *
 * <p>{@link io.eqlair.rule.format.TomlDocument} and {@link io.eqlair.rule.format.JsonDocument} make the same tree of the same
 * content, and {@link io.eqlair.rule.format.TomlWriter} makes a text of it again. The TOML parser gives no positions of values. Where something is wrong, {@link io.eqlair.rule.format.TomlLocator} reads
 * the same text a second time and notes where each value begins, by its path, and {@link
 * io.eqlair.rule.format.JsonLocator} does so for JSON:
 *
 * <pre>
 * [rule]                         rule                       1:1
 * name = "Netcat"                rule.name                  2:8
 * tags = ["a", "b"]              rule.tags, .tags[0], [1]   3:8  3:9  3:14
 * query = '''                    rule.query                 4:9   (its text begins at 5:1: {@link io.eqlair.rule.format.QueryPlace})
 * [[rule.threat]]                rule.threat[0]             7:1
 * </pre>
 */
@NullMarked
package io.eqlair.rule.format;

import org.jspecify.annotations.NullMarked;
