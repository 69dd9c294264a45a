package io.eqlair.api.keys;

import io.eqlair.access.ApiKey;
import io.eqlair.access.ApiKeys;
import io.eqlair.access.CreatedKey;
import io.eqlair.access.KeyTerms;
import io.eqlair.access.Role;
import io.eqlair.api.http.ApiProblem;
import io.eqlair.api.http.Callers;
import io.eqlair.api.http.ControlLog;
import io.eqlair.api.http.ProblemBody;
import io.eqlair.api.http.Refusal;
import io.eqlair.api.http.RequestBytes;
import io.eqlair.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keys are made, listed and revoked. */
@RestController
@Tag(name = "keys", description = "Who may call.")
@RequestMapping(path = "/api/v1/keys", produces = MediaType.APPLICATION_JSON_VALUE)
public final class KeysController {

    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;
    private static final int MOST_BYTES = 10_000;

    private final ApiKeys keys;
    private final ControlLog audit;
    private final InstantSource clock;

    public KeysController(ApiKeys keys, ControlLog audit, InstantSource clock) {
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    @Operation(
            operationId = "createKey",
            summary = "Make a key",
            description =
                    "Its secret is in this answer and nowhere else. From the first key on, every call needs one, so that the first"
                            + " should have the role `admin`. Roles: `ingest` sends events, `read` sees alerts and rules, `operate`"
                            + " changes rules and judges alerts (and sees them), `admin` may do everything.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = KeyBody.class))))
    @ApiResponse(
            responseCode = "201",
            description = "The key, with its secret.",
            content = @Content(schema = @Schema(implementation = MadeKey.class)))
    @ApiResponse(
            responseCode = "400",
            description = "The body does not say what the key is to be.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @ApiResponse(
            responseCode = "409",
            description = "There are too many keys.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @Refusal.BodyTooLarge
    @Refusal.EncodingUnknown
    @Refusal.NotKept
    @PostMapping
    ResponseEntity<MadeKey> create(@Parameter(hidden = true) HttpServletRequest request) throws IOException {
        KeyTerms terms = KeyReader.read(body(request), clock.instant());
        try {
            CreatedKey made = keys.create(
                            terms,
                            Callers.of(request).name(),
                            key -> audit.key(request, "create", key.id(), described(terms)))
                    .orElseThrow(() -> new ApiProblem(HttpStatus.CONFLICT, Problem.KEYS_TOO_MANY, ApiKeys.MOST));
            return ResponseEntity.status(HttpStatus.CREATED).body(MadeKey.of(made));
        } catch (IOException full) {
            throw notKept(full);
        }
    }

    @Operation(
            operationId = "listKeys",
            summary = "List keys",
            description = "In the order in which they were made, revoked ones among them; never their secrets.")
    @ApiResponse(responseCode = "200", description = "The keys.")
    @GetMapping
    KeyList list() throws IOException {
        Instant now = clock.instant();
        return new KeyList(keys.list().stream()
                .map(key -> ShownKey.of(key, keys.lastUsed(key.id()), now))
                .toList());
    }

    @Operation(
            operationId = "revokeKey",
            summary = "Revoke a key",
            description = "It is refused from now on, and stays in the list.")
    @ApiResponse(
            responseCode = "200",
            description = "The key as it is now.",
            content = @Content(schema = @Schema(implementation = ShownKey.class)))
    @ApiResponse(
            responseCode = "404",
            description = "There is no such key.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @Refusal.NotKept
    @DeleteMapping("/{id}")
    ShownKey revoke(
            @Parameter(description = "Its id.") @PathVariable String id,
            @Parameter(hidden = true) HttpServletRequest request) {
        try {
            ApiKey key = keys.list().stream()
                    .filter(any -> any.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> missing(id));
            audit.key(request, "revoke", id, key.name());
            ApiKey revoked = keys.revoke(id).orElseThrow(() -> missing(id));
            return ShownKey.of(revoked, keys.lastUsed(id), clock.instant());
        } catch (IOException full) {
            throw notKept(full);
        }
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        byte[] body = RequestBytes.start(request, MOST_BYTES);
        if (body.length > MOST_BYTES) {
            throw new ApiProblem(HttpStatus.CONTENT_TOO_LARGE, Problem.KEY_TOO_LONG, MOST_BYTES);
        }
        return body;
    }

    private static String described(KeyTerms terms) {
        return terms.name() + ": "
                + terms.roles().stream().sorted().map(Role::text).collect(Collectors.joining(", "));
    }

    private static ApiProblem missing(String id) {
        return new ApiProblem(HttpStatus.NOT_FOUND, Problem.KEY_NOT_FOUND, id);
    }

    private static ApiProblem notKept(IOException why) {
        return new ApiProblem(HttpStatus.SERVICE_UNAVAILABLE, Problem.KEYS_NOT_KEPT, String.valueOf(why.getMessage()));
    }

    /** All keys. */
    record KeyList(List<ShownKey> keys) {}
}
