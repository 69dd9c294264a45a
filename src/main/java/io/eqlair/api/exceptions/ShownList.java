package io.eqlair.api.exceptions;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.eqlair.exceptions.ExceptionFinding;
import io.eqlair.exceptions.ExceptionSet;
import io.eqlair.exceptions.Rejected;
import io.eqlair.exceptions.ValueList;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value list.
 *
 * @param size how many values it has
 * @param exceptions the ids of those that name it
 * @param values null in a list of lists
 * @param findings all that is wrong where it is rejected
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShownList(
        String id,
        @Nullable String name,

        @Schema(allowableValues = {"keyword", "ip", "ip_range"}) @Nullable
        String type,

        @Schema(allowableValues = {"active", "rejected"}) String state,

        @Nullable Integer size,
        @Nullable List<String> exceptions,
        @Nullable List<String> values,
        List<ExceptionFinding> findings) {

    static ShownList of(ValueList list, ExceptionSet set, boolean withValues) {
        return new ShownList(
                list.id(),
                list.name(),
                list.type().text(),
                "active",
                list.values().size(),
                set.naming(list.id()),
                withValues ? list.values() : null,
                List.of());
    }

    /** A file that is no value list. */
    static ShownList of(Rejected file) {
        return new ShownList(file.id(), null, null, "rejected", null, null, null, file.findings());
    }
}
