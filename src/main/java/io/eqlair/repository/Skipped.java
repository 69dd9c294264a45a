package io.eqlair.repository;

import io.eqlair.problem.Problem;

/**
 * Something that lay where rules are and was passed over.
 *
 * @param origin named as the files of rules are
 * @param reason why, in a sentence
 */
public record Skipped(String origin, String reason) {

    static Skipped of(String origin, Problem reason) {
        return new Skipped(origin, reason.message());
    }
}
