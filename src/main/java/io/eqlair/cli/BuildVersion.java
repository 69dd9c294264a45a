package io.eqlair.cli;

import io.eqlair.format.Build;
import picocli.CommandLine.IVersionProvider;

/** The version that was built. */
final class BuildVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"eqlair " + (Build.VERSION.isEmpty() ? "unknown" : Build.VERSION)};
    }
}
