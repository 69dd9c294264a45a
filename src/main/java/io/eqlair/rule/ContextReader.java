package io.eqlair.rule;

import io.eqlair.rule.RuleNeeds.RelatedIntegration;
import io.eqlair.rule.RuleNeeds.RequiredField;
import io.eqlair.rule.RuleTriage.ExceptionList;
import java.util.List;

/** Reads what stands around a rule: where its events come from, and what people do with its alerts. */
final class ContextReader {

    private ContextReader() {}

    static RuleNeeds needs(RuleTable rule) {
        return new RuleNeeds(
                rule.tables("related_integrations").stream()
                        .map(ContextReader::integration)
                        .toList(),
                rule.tables("required_fields").stream()
                        .map(ContextReader::field)
                        .toList());
    }

    private static RelatedIntegration integration(RuleTable table) {
        return new RelatedIntegration(
                table.required("package", "endpoint"), table.text("version"), table.text("integration"));
    }

    private static RequiredField field(RuleTable table) {
        return new RequiredField(
                table.required("name", "process.name"),
                table.required("type", "keyword"),
                table.has("ecs") ? table.flag("ecs", true) : null);
    }

    static RuleTriage triage(RuleTable rule) {
        RuleTable fields = rule.table("investigation_fields");
        return new RuleTriage(
                fields == null ? List.of() : fields.someTexts("field_names", "host.name"),
                rule.tables("exceptions_list").stream()
                        .map(ContextReader::exceptionList)
                        .toList(),
                rule.textNotBlank("timeline_id", "…"),
                rule.textNotBlank("timeline_title", "…"));
    }

    private static ExceptionList exceptionList(RuleTable table) {
        return new ExceptionList(
                table.required("list_id", "endpoint_list"),
                table.text("id"),
                table.text("type"),
                table.text("namespace_type"));
    }
}
