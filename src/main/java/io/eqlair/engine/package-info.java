/**
 * Detection: checked queries and events become detections. Pure Java, usable as a library:
 *
 * <pre>
 * RuleSet rules = RuleSet.of(List.of(RuleCompiler.check(new RuleDefinition("demo", "", "any where true", …))));
 * DetectionEngine engine = new DetectionEngine(rules, …);
 * DetectionEngine.Session session = engine.session();
 * List&lt;Detection&gt; detections = session.accept(session.reader().read(bytes, Envelope.NONE));
 * </pre>
 *
 * <p>A {@link io.eqlair.engine.RuleSet} is an immutable snapshot. Replacing the rules puts another one in its place;
 * a session that is under way finishes on the one it began with. Nothing here looks at a clock: time comes from the
 * events, and where there is none from the {@link java.time.InstantSource} that was handed in.
 */
@NullMarked
package io.eqlair.engine;

import org.jspecify.annotations.NullMarked;
