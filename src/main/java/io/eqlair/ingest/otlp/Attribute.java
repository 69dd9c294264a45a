package io.eqlair.ingest.otlp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a record, its scope or its resource says, and where it belongs.
 *
 * @param value a text, a boolean, a number, or a list of such and of maps
 * @param own the way to the field of the same name; null where there is none
 * @param mapped what else it becomes; {@code client.address} is a field, and becomes {@code client.ip}, too
 */
record Attribute(String key, Object value, @Nullable List<String> own, List<AttributeTable.Mapped> mapped) {}
