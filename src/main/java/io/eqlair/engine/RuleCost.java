package io.eqlair.engine;

/**
 * What a rule costs.
 *
 * @param contentHash of the rule that costs it: another content has costs of its own
 * @param estimate nanoseconds for an average event, from the form of the rule and what was seen of the stream
 * @param measured nanoseconds for an average event since the rule was loaded, from one event of 64; 0 before the first
 * @param events shown to the engine since the rule was loaded
 */
public record RuleCost(String ruleId, String contentHash, double estimate, double measured, long events) {}
