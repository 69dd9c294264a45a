package io.eqlair.config;

import io.eqlair.catalog.LiveRules;
import io.eqlair.exceptions.ExceptionChanges;
import io.eqlair.exceptions.ExceptionEditor;
import io.eqlair.exceptions.ExceptionImport;
import io.eqlair.exceptions.ExceptionLimits;
import io.eqlair.exceptions.ExceptionStore;
import io.eqlair.exceptions.ListEditor;
import io.eqlair.exceptions.LiveExceptions;
import io.eqlair.repository.AuditLog;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Exceptions: from their files to those in force, and whoever changes them. They are read before any rule is. */
@Configuration(proxyBeanMethods = false)
class ExceptionConfiguration {

    @Bean
    ExceptionStore exceptionStore(EqlairProperties properties, InstantSource clock) {
        return new ExceptionStore(properties.data().dir(), ExceptionLimits.DEFAULT, clock);
    }

    @Bean
    LiveExceptions liveExceptions(ExceptionStore store) {
        return new LiveExceptions(store.load());
    }

    @Bean
    ExceptionChanges exceptionChanges(
            ExceptionStore store, LiveExceptions live, LiveRules rules, AuditLog audit, InstantSource clock) {
        return new ExceptionChanges(store, live, rules, audit, clock);
    }

    @Bean
    ExceptionEditor exceptionEditor(
            ExceptionChanges changes, LiveExceptions live, LiveRules rules, InstantSource clock) {
        return new ExceptionEditor(changes, live, rules, ExceptionLimits.DEFAULT, clock);
    }

    @Bean
    ListEditor listEditor(ExceptionChanges changes, LiveExceptions live) {
        return new ListEditor(changes, live, ExceptionLimits.DEFAULT);
    }

    @Bean
    ExceptionImport exceptionImport(
            ExceptionChanges changes, LiveExceptions live, LiveRules rules, InstantSource clock) {
        return new ExceptionImport(changes, live, rules, ExceptionLimits.DEFAULT, clock);
    }

    @Bean
    ExceptionMeters exceptionMeters(LiveExceptions live, MeterRegistry registry) {
        return ExceptionMeters.watching(live, registry);
    }
}
