package io.eqlair.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.eql.source.EqlLimits;
import io.eqlair.event.Envelope;
import io.eqlair.event.EventRoles;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineAsLibraryTest {

    @Test
    void theEngineNeedsNoService() throws Exception {
        String query = "process where process.name : \"NC\"";
        RuleDefinition definition = new RuleDefinition("demo", "1", query, List.of(), EventRoles.ECS);
        RuleSet rules = RuleSet.of(List.of(CheckedRule.of(definition, EqlLimits.DEFAULT)), EventRoles.ECS);
        DetectionEngine engine = new DetectionEngine(rules, EngineSettings.DEFAULT, InstantSource.system());
        DetectionEngine.Session session = engine.session();
        byte[] event =
                "{\"event.category\":\"process\",\"process\":{\"name\":\"nc\"}}".getBytes(StandardCharsets.UTF_8);
        List<Detection> detections = session.accept(session.reader().read(event, Envelope.NONE));
        assertThat(detections.getFirst().matched().getFirst().clause()).isEqualTo("process.name : \"NC\"");
    }
}
