package io.eqlair.api.rules;

import java.util.List;

/**
 * A page of a list of rules, in the order of their files unless another was asked for.
 *
 * @param page which one, from 0
 * @param size rules on a page, at most
 * @param total rules on all pages
 */
record RulePage(List<RuleSummary> rules, int page, int size, int total) {}
