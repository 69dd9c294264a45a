package io.eqlair.ingest.otlp;

import io.eqlair.eql.pattern.IpAddress;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is done to an attribute's value before it is a field's. */
enum Conversion {
    NONE,
    IP,
    DOMAIN,
    OS_TYPE,
    COUNT;

    /** By its name in the table. */
    static Conversion named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** The field's value; null where the attribute says nothing of it. */
    @Nullable
    Object of(Object value) {
        return switch (this) {
            case NONE -> value;
            case IP -> value instanceof String text && isAddress(text) ? text : null;
            case DOMAIN -> value instanceof String text && !isAddress(text) ? text : null;
            case OS_TYPE -> value instanceof String text ? osType(text) : null;
            case COUNT -> value instanceof List<?> list ? list.size() : null;
        };
    }

    private static boolean isAddress(String text) {
        return IpAddress.parse(text) != null;
    }

    private static String osType(String name) {
        return switch (name) {
            case "darwin" -> "macos";
            case "aix", "dragonflybsd", "freebsd", "hpux", "netbsd", "openbsd", "solaris", "zos", "z_os" -> "unix";
            default -> name;
        };
    }
}
