package io.eqlair.api.preview;

import io.eqlair.event.Envelope;
import io.eqlair.ingest.body.Body;
import io.eqlair.rule.RuleFile;
import java.util.List;

/**
 * Rules, and the events that they are shown.
 *
 * @param rules that the request brings along, each with what became of it when it was read
 * @param ruleIds of rules that are loaded
 * @param events a JSON array, to be read once
 * @param envelope names the index of events that do not
 */
record RuleTestRequest(List<RuleFile> rules, List<String> ruleIds, Body events, Envelope envelope) {}
