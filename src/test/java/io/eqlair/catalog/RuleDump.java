package io.eqlair.catalog;

import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleId;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A loaded rule as text: a line for each value that the model holds, without what is absent or empty. */
final class RuleDump {
    private final StringBuilder text = new StringBuilder();

    private RuleDump() {}

    static String of(RuleFile.Loaded loaded) {
        RuleDump dump = new RuleDump();
        dump.add("", loaded.rule());
        dump.text.append("id at ").append(loaded.idPosition()).append('\n');
        String query = loaded.rule().query().text();
        for (int offset = 0;
                offset < query.length();
                offset += query.substring(offset).indexOf(' ') + 1) {
            dump.text
                    .append("query word at ")
                    .append(loaded.queryPlace().at(offset))
                    .append('\n');
            if (query.indexOf(' ', offset) < 0) {
                break;
            }
        }
        return dump.text.toString();
    }

    private void add(String name, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case RuleId id -> line(name, id);
            case Record record -> components(record).forEach((key, part) -> add(name + "." + key, part));
            case Map<?, ?> map -> map.forEach((key, part) -> add(name + "." + key, part));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    add(name + "[" + i + "]", list.get(i));
                }
            }
            default -> line(name, value);
        }
    }

    private void line(String name, Object value) {
        String shown = value.toString().replace("\n", "\\n").replace("\t", "\\t");
        if (!shown.isEmpty()) {
            text.append(name.substring(1)).append(" = ").append(shown).append('\n');
        }
    }

    private static Map<String, @Nullable Object> components(Record record) {
        Map<String, @Nullable Object> components = new LinkedHashMap<>();
        Arrays.stream(record.getClass().getRecordComponents())
                .forEach(component -> components.put(component.getName(), value(record, component)));
        return components;
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component.toString(), e);
        }
    }
}
