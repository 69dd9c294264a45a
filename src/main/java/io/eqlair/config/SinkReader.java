package io.eqlair.config;

import io.eqlair.config.SinkProperties.From;
import io.eqlair.config.SinkProperties.Kind;
import io.eqlair.config.SinkProperties.Retry;
import io.eqlair.config.SinkProperties.Target;
import io.eqlair.format.AlertFormat;
import io.eqlair.problem.Problem;
import io.eqlair.rule.RuleId;
import io.eqlair.sink.AlertSelection;
import io.eqlair.sink.Backoff;
import io.eqlair.sink.BulkSink;
import io.eqlair.sink.FileSink;
import io.eqlair.sink.Sink;
import io.eqlair.sink.SinkSettings;
import io.eqlair.sink.WebhookSignature;
import io.eqlair.sink.WebhookSink;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** Makes a sink of its settings, and refuses those that cannot be. */
final class SinkReader {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern INDEX = Pattern.compile("[^A-Z\\s/\\\\*?\"<>|,#:+_.-][^A-Z\\s/\\\\*?\"<>|,#:]{0,254}");
    private static final DataSize MAX_BYTES = DataSize.ofMegabytes(100);
    private static final int KEEP = 5;
    private static final int MOST_KEPT = 1_000;
    private static final int BULK = 500;
    private static final int MOST_TOGETHER = 10_000;
    private static final int MOST_ATTEMPTS = 1_000_000;

    private final String property;
    private final String name;
    private final Target target;
    private final SinkSetting settings;

    /** Reads one sink. */
    SinkReader(String name, Target target) {
        this.property = "eqlair.sinks." + name;
        this.name = name;
        this.target = target;
        this.settings = new SinkSetting(property);
    }

    SinkSettings settings() {
        if (!NAME.matcher(name).matches()) {
            throw new SettingRejected(Problem.SINK_NAME, property);
        }
        return new SinkSettings(
                name,
                target.enabled(),
                format(),
                new AlertSelection(target.minSeverity(), rules(), target.buildingBlocks()),
                target.from() == From.BEGINNING,
                backoff(target.retry()));
    }

    private AlertFormat format() {
        AlertFormat usual = type() == Kind.ELASTICSEARCH ? AlertFormat.ECS : AlertFormat.NATIVE;
        return Objects.requireNonNullElse(target.format(), usual);
    }

    private Kind type() {
        return settings.required("type", target.type(), "webhook");
    }

    private Set<RuleId> rules() {
        return target.rules().stream()
                .map(text -> RuleId.parse(text)
                        .orElseThrow(() -> new SettingRejected(Problem.SINK_RULE, property + ".rules", text)))
                .collect(Collectors.toSet());
    }

    private Backoff backoff(Retry retry) {
        settings.positive("retry.first", retry.first());
        if (retry.most().compareTo(retry.first()) < 0) {
            throw new SettingRejected(Problem.SINK_RETRY, property + ".retry.most", property + ".retry.first");
        }
        settings.within("retry.attempts", retry.attempts(), 1, MOST_ATTEMPTS);
        return new Backoff(retry.first(), retry.most(), retry.attempts());
    }

    Sink sink(InstantSource clock) {
        Set<String> foreign = new HashSet<>(SinkSetting.given(target));
        foreign.removeAll(SinkSetting.of(type()));
        if (!foreign.isEmpty()) {
            throw new SettingRejected(
                    Problem.SINK_FOREIGN,
                    property + "." + foreign.stream().sorted().findFirst().orElseThrow(),
                    type().name().toLowerCase(Locale.ROOT),
                    String.join("`, `", SinkSetting.of(type())));
        }
        return switch (type()) {
            case FILE -> file();
            case WEBHOOK -> webhook(clock);
            case ELASTICSEARCH -> bulk(clock);
        };
    }

    private Sink file() {
        Path path = settings.required("path", target.path(), "/var/log/eqlair/alerts.ndjson");
        DataSize maxBytes = Objects.requireNonNullElse(target.maxBytes(), MAX_BYTES);
        settings.positive("max-bytes", maxBytes);
        int keep = settings.within("keep", Objects.requireNonNullElse(target.keep(), KEEP), 0, MOST_KEPT);
        return new FileSink(path, format(), maxBytes.toBytes(), keep);
    }

    private Sink webhook(InstantSource clock) {
        return new WebhookSink(new SinkEndpoint(settings, target).webhook(), format(), signature(), together(1), clock);
    }

    private @Nullable WebhookSignature signature() {
        return target.secret() == null
                ? null
                : WebhookSignature.of(target.secret())
                        .orElseThrow(() -> new SettingRejected(Problem.SINK_SECRET, property + ".secret"));
    }

    private Sink bulk(InstantSource clock) {
        String index = settings.required("index", target.index(), "alerts-eqlair-default");
        if (!INDEX.matcher(index).matches()) {
            throw new SettingRejected(Problem.SINK_INDEX, property + ".index", index);
        }
        return new BulkSink(new SinkEndpoint(settings, target).bulk(index), format(), together(BULK), clock);
    }

    private int together(int usual) {
        return settings.within("batch", Objects.requireNonNullElse(target.batch(), usual), 1, MOST_TOGETHER);
    }
}
