package io.eqlair.engine.index;

/** What a matcher is made of, shared by all threads, each of which makes its own. */
@FunctionalInterface
interface ValuePlan {

    ValueMatcher matcher(MatcherBounds bounds);
}
