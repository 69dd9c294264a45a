/**
 * Rules over HTTP: listed with their state, what they cost and what came of them; put, changed, removed, loaded anew; and who
 * did so. What is shown of a rule is gathered in {@link io.eqlair.api.rules.RuleDetails}.
 *
 * <pre>
 * GET    /api/v1/rules                    RulePage of RuleSummary: state, evidence, cost, problems
 * GET    /api/v1/rules/{rule_id}          RuleDetail: the same, and all that its file says
 * PUT, PATCH, DELETE                      EditAnswer: what was changed, and the rule as it is now
 * POST   /api/v1/rules/reload             ReloadAnswer: added, changed, removed, stale, skipped
 * GET    /api/v1/rules/{rule_id}/sequences, /api/v1/audit
 * </pre>
 */
@NullMarked
package io.eqlair.api.rules;

import org.jspecify.annotations.NullMarked;
