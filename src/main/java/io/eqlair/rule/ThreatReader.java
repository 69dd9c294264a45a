package io.eqlair.rule;

import java.util.List;

/** Reads a rule's place in catalogues of attacks. */
final class ThreatReader {

    private ThreatReader() {}

    static List<Threat> threats(RuleTable rule) {
        return rule.tables("threat").stream().map(ThreatReader::threat).toList();
    }

    private static Threat threat(RuleTable table) {
        RuleTable tactic = table.table("tactic");
        return new Threat(
                table.text("framework", "MITRE ATT&CK"),
                tactic == null ? null : tactic(tactic),
                table.tables("technique").stream().map(ThreatReader::technique).toList());
    }

    private static Threat.Tactic tactic(RuleTable table) {
        return new Threat.Tactic(
                table.required("id", "TA0002"), table.required("name", "Execution"), table.text("reference"));
    }

    private static Threat.Technique technique(RuleTable table) {
        return new Threat.Technique(
                table.required("id", "T1059"),
                table.required("name", "Command and Scripting Interpreter"),
                table.text("reference"),
                table.tables("subtechnique").stream()
                        .map(ThreatReader::subtechnique)
                        .toList());
    }

    private static Threat.Subtechnique subtechnique(RuleTable table) {
        return new Threat.Subtechnique(
                table.required("id", "T1059.004"), table.required("name", "Unix Shell"), table.text("reference"));
    }
}
