package io.eqlair.config;

import io.eqlair.config.SinkProperties.Target;
import io.eqlair.problem.Problem;
import io.eqlair.sink.RunningSink;
import io.eqlair.sink.SinkSettings;
import io.eqlair.sink.SinkStore;
import io.eqlair.sink.Sinks;
import io.eqlair.store.CommitSignal;
import io.eqlair.store.DeadLetters;
import io.eqlair.store.JdbcAlertStore;
import io.eqlair.store.Outbox;
import io.eqlair.store.SinkPositions;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where alerts go on to, by the settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SinkProperties.class)
class SinkConfiguration {

    private static final double MILLIS = 1_000.0;

    @Bean
    SinkStore sinkStore(JdbcTemplate jdbc, JdbcAlertStore store, CommitSignal signal) {
        JdbcClient client = JdbcClient.create(jdbc);
        return new SinkStore(new Outbox(jdbc, store), new SinkPositions(client), new DeadLetters(client), signal);
    }

    @Bean
    Sinks sinks(SinkProperties properties, Environment environment, SinkStore store, InstantSource clock) {
        refuseUnknown(Binder.get(environment));
        Map<String, Target> sorted = new TreeMap<>(properties.sinks());
        refuseSharedFiles(sorted);
        return new Sinks(sorted.entrySet().stream()
                .map(sink -> sink(new SinkReader(sink.getKey(), sink.getValue()), store, clock))
                .toList());
    }

    private static RunningSink sink(SinkReader reader, SinkStore store, InstantSource clock) {
        SinkSettings settings = reader.settings();
        return new RunningSink(settings, reader.sink(clock), store, clock);
    }

    private static void refuseSharedFiles(Map<String, Target> sinks) {
        Map<Path, String> files = new HashMap<>();
        sinks.forEach((name, target) -> {
            Path path = target.path();
            String other = path == null
                    ? null
                    : files.putIfAbsent(path.toAbsolutePath().normalize(), name);
            if (other != null) {
                throw new SettingRejected(Problem.SINK_FILE_TWICE, "eqlair.sinks." + name + ".path", other);
            }
        });
    }

    /** A setting that is misspelt would go unnoticed, and perhaps all alerts be sent instead of some. */
    private static void refuseUnknown(Binder binder) {
        try {
            Object unused = binder.bind(
                    "eqlair.sinks",
                    Bindable.mapOf(String.class, Target.class),
                    new NoUnboundElementsBindHandler(BindHandler.DEFAULT));
        } catch (BindException failed) {
            if (failed.getCause() instanceof UnboundConfigurationPropertiesException unbound) {
                String first = unbound.getUnboundProperties().stream()
                        .map(property -> property.getName().toString())
                        .sorted()
                        .findFirst()
                        .orElse("eqlair.sinks");
                throw new SettingRejected(Problem.SINK_UNKNOWN, first);
            }
            throw failed;
        }
    }

    @Bean
    SinksLifecycle sinksLifecycle(Sinks sinks) {
        return new SinksLifecycle(sinks);
    }

    @Bean
    MeterBinder sinkMeters(Sinks sinks) {
        return registry -> sinks.list().forEach(sink -> meters(registry, sink, Tags.of("sink", sink.name())));
    }

    private static void meters(MeterRegistry registry, RunningSink sink, Tags tags) {
        FunctionCounter.builder("eqlair.sink.delivered", sink, RunningSink::delivered)
                .description("Alerts that were taken")
                .tags(tags)
                .register(registry);
        FunctionCounter.builder("eqlair.sink.failed", sink, RunningSink::failed)
                .description("Attempts that failed")
                .tags(tags)
                .register(registry);
        FunctionCounter.builder("eqlair.sink.missed", sink, RunningSink::missed)
                .description("Alerts that were deleted before they were taken")
                .tags(tags)
                .register(registry);
        Gauge.builder("eqlair.sink.dead.letters", sink, RunningSink::givenUp)
                .description("Alerts that were given up")
                .tags(tags)
                .register(registry);
        Gauge.builder("eqlair.sink.pending", sink, RunningSink::pending)
                .description("Alerts that were not delivered yet")
                .tags(tags)
                .register(registry);
        Gauge.builder("eqlair.sink.lag.seconds", sink, of -> of.lag().toMillis() / MILLIS)
                .description("How old the first alert is that was not delivered yet")
                .tags(tags)
                .register(registry);
    }
}
