package io.eqlair.config;

import io.eqlair.api.http.ProblemBody;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Says in the API's document how a call presents its key, and how it is refused without. */
final class SecuritySchemes implements OpenApiCustomizer {

    private static final Map<String, String> REFUSALS = Map.of(
            "401", "The call needs a key, or the key is unknown, expired or revoked.",
            "403", "The key lacks the role that this call needs.",
            "429", "The key has sent too much. `Retry-After` says when it may send again.");

    @Override
    public void customise(OpenAPI document) {
        Components components = document.getComponents() == null ? new Components() : document.getComponents();
        document.setComponents(components);
        components
                .addSecuritySchemes("api_key", apiKey())
                .addSecuritySchemes("basic", http("basic", "The id of a key is the user, its secret the password."))
                .addSecuritySchemes("bearer", http("bearer", "A key as for `api_key`, or a JSON Web Token."));
        document.addSecurityItem(new SecurityRequirement().addList("api_key"));
        document.addSecurityItem(new SecurityRequirement().addList("basic"));
        document.addSecurityItem(new SecurityRequirement().addList("bearer"));
        REFUSALS.forEach((status, text) -> components.addResponses(name(status), response(text)));
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(SecuritySchemes::refuse);
    }

    private static SecurityScheme apiKey() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER)
                .name("Authorization")
                .description("`ApiKey ` and what was shown as `encoded` when the key was made.");
    }

    private static SecurityScheme http(String scheme, String description) {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme(scheme)
                .description(description);
    }

    private static void refuse(Operation operation) {
        REFUSALS.keySet()
                .forEach(status -> operation.getResponses().putIfAbsent(status, new ApiResponse().$ref(name(status))));
    }

    private static String name(String status) {
        return "refused_" + status;
    }

    private static ApiResponse response(String text) {
        Schema<?> problem = new Schema<ProblemBody>().$ref("Problem");
        return new ApiResponse()
                .description(text)
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(problem)));
    }
}
