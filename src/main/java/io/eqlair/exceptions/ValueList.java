package io.eqlair.exceptions;

import java.util.List;

/**
 * Values that entries name by the id of the list, known to be in order.
 *
 * @param id the name of its file
 * @param values each once, in the order in which they came
 */
public record ValueList(String id, String name, ListType type, List<String> values) {

    public ValueList {
        values = List.copyOf(values);
    }
}
