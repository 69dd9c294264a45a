package io.eqlair.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What was built. */
public final class Build {

    /** The version; empty where nothing says it. */
    public static final String VERSION = read().getProperty("build.version", "");

    private Build() {}

    private static Properties read() {
        Properties build = new Properties();
        try (InputStream file = Build.class.getResourceAsStream("/META-INF/build-info.properties")) {
            if (file != null) {
                build.load(file);
            }
            return build;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
