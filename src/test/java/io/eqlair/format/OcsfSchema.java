package io.eqlair.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * As much of OCSF 1.5.0 as findings use, written down from the schema: which attributes an object may have, which it must have, and
 * of which it must have at least one.
 */
final class OcsfSchema {

    private static final Map<String, Shape> SHAPES = Map.ofEntries(
            Map.entry(
                    "detection_finding",
                    new Shape(
                            "activity_id category_uid class_uid type_uid time severity_id metadata finding_info",
                            "",
                            "activity_name category_name class_name type_name start_time end_time count duration message severity"
                                    + " status_id status status_detail risk_score risk_level_id risk_level is_alert verdict_id verdict"
                                    + " assignee:user comment device evidences unmapped* confidence_id confidence observables")),
            Map.entry(
                    "metadata",
                    new Shape(
                            "version product",
                            "",
                            "profiles uid correlation_uid logged_time original_time processed_time labels log_name")),
            Map.entry("product", new Shape("", "name uid", "vendor_name version lang feature")),
            Map.entry(
                    "finding_info",
                    new Shape(
                            "uid",
                            "",
                            "title desc types created_time modified_time first_seen_time last_seen_time analytic attacks"
                                    + " data_sources related_events:related_event related_events_count src_url product_uid")),
            Map.entry("analytic", new Shape("type_id", "name uid", "type version desc category")),
            Map.entry(
                    "attacks",
                    new Shape(
                            "",
                            "tactic technique sub_technique",
                            "version tactic:attacked technique:attacked sub_technique:attacked")),
            Map.entry("attacked", new Shape("", "name uid", "src_url")),
            Map.entry("related_event", new Shape("uid", "", "type title desc")),
            Map.entry(
                    "evidences",
                    new Shape(
                            "",
                            "actor process device src_endpoint dst_endpoint file query url data",
                            "src_endpoint:endpoint dst_endpoint:endpoint data*")),
            Map.entry("actor", new Shape("", "process user", "")),
            Map.entry(
                    "process",
                    new Shape(
                            "",
                            "pid uid",
                            "name cmd_line created_time file parent_process:process user working_directory")),
            Map.entry("user", new Shape("", "name uid", "domain full_name email_addr")),
            Map.entry("device", new Shape("type_id", "ip uid name hostname", "type mac domain os desc")),
            Map.entry("os", new Shape("name type_id", "", "type version")),
            Map.entry("endpoint", new Shape("", "ip name hostname uid", "port mac domain")),
            Map.entry("file", new Shape("name type_id", "", "type path size hashes uid")),
            Map.entry("hashes", new Shape("algorithm_id value", "", "algorithm")),
            Map.entry("query", new Shape("hostname", "", "type class")),
            Map.entry("url", new Shape("", "url_string path", "scheme hostname port query_string")));

    private OcsfSchema() {}

    /**
     * The attributes of an object, by their names with blanks between them. A star is for what may be anything, a colon for an
     * attribute whose object is called differently.
     */
    private record Shape(Set<String> required, Set<String> oneOf, List<String> others) {
        Shape(String required, String oneOf, String others) {
            this(words(required), words(oneOf), List.copyOf(words(others)));
        }

        private static Set<String> words(String text) {
            return text.isEmpty() ? Set.of() : Set.of(text.split(" "));
        }

        /** The name of the object at an attribute; empty for any value, null for an attribute that there is not. */
        String objectAt(String attribute) {
            for (String other : others) {
                if (other.equals(attribute + "*")) {
                    return "";
                }
                if (other.startsWith(attribute + ":")) {
                    return other.substring(attribute.length() + 1);
                }
            }
            boolean known = required.contains(attribute) || oneOf.contains(attribute) || others.contains(attribute);
            return known ? attribute : "not in the schema";
        }
    }

    /** What is wrong with a finding. */
    static List<String> faults(JsonNode finding) {
        List<String> faults = new ArrayList<>();
        check("", "detection_finding", finding, faults);
        return faults;
    }

    private static void check(String path, String name, JsonNode node, List<String> faults) {
        if (node.isArray()) {
            node.values().forEach(each -> check(path, name, each, faults));
        } else if (node.isObject()) {
            checkObject(path, name, node, faults);
        }
    }

    private static void checkObject(String path, String name, JsonNode node, List<String> faults) {
        Shape shape = SHAPES.get(name);
        if (shape == null) {
            faults.add(path + " is no object in the schema");
            return;
        }
        if (!node.propertyNames().containsAll(shape.required())) {
            faults.add(path + " must have " + shape.required() + ", has " + node.propertyNames());
        }
        if (!shape.oneOf().isEmpty() && shape.oneOf().stream().noneMatch(node::has)) {
            faults.add(path + " must have one of " + shape.oneOf());
        }
        node.forEachEntry((attribute, value) -> {
            String object = shape.objectAt(attribute);
            if (object.equals("not in the schema")) {
                faults.add(path + "." + attribute + " is not in the schema");
            } else if (!object.isEmpty()) {
                check(path + "." + attribute, object, value, faults);
            }
        });
    }
}
