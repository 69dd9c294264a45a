package io.eqlair.exceptions;

import io.eqlair.rule.Sha256;
import java.nio.charset.StandardCharsets;

/** Tells two states of an exception or of a value list apart: a hash of its file. */
public final class ExceptionVersion {

    private ExceptionVersion() {}

    public static String of(ExceptionItem item) {
        return Sha256.hex(new String(ExceptionWriter.file(item), StandardCharsets.UTF_8));
    }

    public static String of(ValueList list) {
        return Sha256.hex(new String(ExceptionWriter.file(list), StandardCharsets.UTF_8));
    }
}
