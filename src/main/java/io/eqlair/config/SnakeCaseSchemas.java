package io.eqlair.config;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Locale;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Names properties in the API's document as they are named on the wire. The document is made by Jackson 2, which does
 * not know the naming that Jackson 3 is set to ({@code spring.jackson.property-naming-strategy}).
 */
final class SnakeCaseSchemas implements OpenApiCustomizer {
    @Override
    public void customise(OpenAPI document) {
        if (document.getComponents() != null && document.getComponents().getSchemas() != null) {
            document.getComponents().getSchemas().values().forEach(SnakeCaseSchemas::rename);
        }
    }

    private static void rename(Schema<?> schema) {
        if (schema.getProperties() != null) {
            var properties = schema.getProperties();
            List.copyOf(properties.keySet()).forEach(name -> properties.put(snakeCase(name), properties.remove(name)));
        }
        if (schema.getRequired() != null) {
            List<String> required = schema.getRequired().stream()
                    .map(SnakeCaseSchemas::snakeCase)
                    .toList();
            schema.setRequired(required);
        }
    }

    static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
