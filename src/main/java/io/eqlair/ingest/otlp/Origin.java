package io.eqlair.ingest.otlp;

import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.resource.v1.Resource;
import java.util.List;

/**
 * Where records come from, read once for all of them.
 *
 * @param resourceAttributes those of the resource, likewise those of the scope
 * @param resourceSchema empty where there is none, and so is that of the scope
 */
record Origin(
        Resource resource,
        List<Attribute> resourceAttributes,
        String resourceSchema,
        InstrumentationScope scope,
        List<Attribute> scopeAttributes,
        String scopeSchema) {}
