package io.eqlair.exceptions;

import io.eqlair.engine.matcher.ValueTest;
import io.eqlair.eql.value.Values;
import java.util.Set;

/** A value list, ready to be asked: by hash, or by a search in sorted ranges, so that its length hardly counts. */
record HeldList(ValueList list, ValueTest test) {

    static HeldList of(ValueList list) {
        return new HeldList(
                list,
                switch (list.type()) {
                    case KEYWORD -> texts(Set.copyOf(list.values()));
                    case IP, IP_RANGE -> ExceptionConditions.networks(list.values());
                });
    }

    private static ValueTest texts(Set<String> texts) {
        return value -> texts.contains(String.valueOf(Values.text(value)));
    }
}
