/**
 * Where rules are kept, and how they are fetched from there: {@link io.eqlair.repository.RuleLocations} visits all places in
 * their order and reads what it finds, on all cores, into a {@link io.eqlair.repository.RuleLoad}; {@link
 * io.eqlair.repository.RuleBundle} does so with what comes in a request. Of two rules with the same id the first stays.
 * Whatever cannot be read is an outcome like any other, and stops nothing.
 *
 * <pre>
 * /rules                     a directory:  /rules/linux/a.toml
 * /rules.zip, /rules.tar.gz  an archive:   /rules.zip!/linux/a.toml
 * /export.ndjson             an export:    /export.ndjson:3
 * /a.toml, /a.json           one rule:     /a.toml
 * classpath:rules/           with an index: classpath:rules/linux/a.toml
 * </pre>
 *
 * <p>What is put through the API has a {@link io.eqlair.repository.RuleStore}, and the {@link io.eqlair.repository.AuditLog}
 * keeps who did so. {@link io.eqlair.repository.RuleSources} are all places together, and a {@link
 * io.eqlair.repository.LocationStamp} tells whether something in them has changed.
 *
 * <p>What outlives the process is in a {@link io.eqlair.repository.DataDirectory}, which one service at a time has: {@code alerts.db},
 * {@code audit.ndjson}, {@code keys.json}, {@code sequences.state}, and {@code service.lock}, which is locked for as long.
 */
@NullMarked
package io.eqlair.repository;

import org.jspecify.annotations.NullMarked;
