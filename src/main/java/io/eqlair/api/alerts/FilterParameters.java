package io.eqlair.api.alerts;

import io.eqlair.api.http.FieldParameters;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The parameters that say which alerts are wanted, for the API's document; {@link FilterReader} reads them. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@FieldParameters
@Parameters({
    @Parameter(
            name = "rule",
            in = ParameterIn.QUERY,
            description = "Only alerts of these rules, by their ids.",
            array = @ArraySchema(schema = @Schema(type = "string"))),
    @Parameter(
            name = "severity",
            in = ParameterIn.QUERY,
            description = "Only alerts of these severities.",
            array =
                    @ArraySchema(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"low", "medium", "high", "critical"}))),
    @Parameter(
            name = "tactic",
            in = ParameterIn.QUERY,
            description = "Only alerts of these ATT&CK tactics, by id or name, in either case.",
            array = @ArraySchema(schema = @Schema(type = "string", example = "TA0002"))),
    @Parameter(
            name = "technique",
            in = ParameterIn.QUERY,
            description =
                    "Only alerts of these ATT&CK techniques or sub-techniques, by id or name, in either case; a technique has its"
                            + " sub-techniques with it.",
            array = @ArraySchema(schema = @Schema(type = "string", example = "T1059"))),
    @Parameter(
            name = "tag",
            in = ParameterIn.QUERY,
            description = "Only alerts whose rule has one of these tags, in either case.",
            array = @ArraySchema(schema = @Schema(type = "string"))),
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "Only alerts that people are so far with.",
            array =
                    @ArraySchema(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"open", "acknowledged", "closed"}))),
    @Parameter(
            name = "disposition",
            in = ParameterIn.QUERY,
            description = "Only alerts that turned out so; `none`: of which nobody has said.",
            array =
                    @ArraySchema(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"true_positive", "false_positive", "benign", "none"}))),
    @Parameter(
            name = "assignee",
            in = ParameterIn.QUERY,
            description = "Only alerts that one of these people looks after; `none`: nobody.",
            array = @ArraySchema(schema = @Schema(type = "string"))),
    @Parameter(
            name = "host",
            in = ParameterIn.QUERY,
            description = "Only alerts on these hosts, by `host.name` or `host.hostname`, in either case.",
            array = @ArraySchema(schema = @Schema(type = "string"))),
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "Only what happened then or later: a time as RFC 3339 has it, or a number since 1970.",
            schema = @Schema(type = "string", example = "2026-01-15T00:00:00Z")),
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "Only what happened earlier.",
            schema = @Schema(type = "string", example = "2026-01-16T00:00:00Z")),
    @Parameter(
            name = "detected_from",
            in = ParameterIn.QUERY,
            description = "Only what was detected then or later.",
            schema = @Schema(type = "string")),
    @Parameter(
            name = "detected_to",
            in = ParameterIn.QUERY,
            description = "Only what was detected earlier.",
            schema = @Schema(type = "string")),
    @Parameter(
            name = "building_block",
            in = ParameterIn.QUERY,
            description = "Whether there are also alerts that are material for other rules.",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"exclude", "include", "only"},
                            defaultValue = "exclude")),
    @Parameter(
            name = "text",
            in = ParameterIn.QUERY,
            description = "Only alerts whose reason has this text in it, in either case.",
            schema = @Schema(type = "string"))
})
@interface FilterParameters {

    /** What a call with them says of fields. */
    String FIELDS =
            " Fields of the events are parameters, too: `process.name=nc`, or with `field.` before one that has no point,"
                    + " `field.message=x`. Values are compared exactly, numbers as text; several values of a parameter: one must fit;"
                    + " several parameters: all must.";
}
