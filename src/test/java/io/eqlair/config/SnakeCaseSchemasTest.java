package io.eqlair.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import org.junit.jupiter.api.Test;

class SnakeCaseSchemasTest {
    @Test
    void propertiesAreNamedAsOnTheWire() {
        Schema<?> alert = new ObjectSchema();
        alert.addProperty("detectedAt", new StringSchema());
        alert.addProperty("id", new StringSchema());
        alert.addRequiredItem("detectedAt");
        new SnakeCaseSchemas().customise(new OpenAPI().components(new Components().addSchemas("Alert", alert)));
        assertThat(alert.getProperties()).containsOnlyKeys("detected_at", "id");
        assertThat(alert.getRequired()).containsExactly("detected_at");
    }

    @Test
    void aDocumentWithoutSchemasIsLeftAlone() {
        var document = new OpenAPI();
        new SnakeCaseSchemas().customise(document);
        assertThat(document.getComponents()).isNull();
    }
}
