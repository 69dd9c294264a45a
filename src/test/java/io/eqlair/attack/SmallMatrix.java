package io.eqlair.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A matrix of three tactics, so that tests do not change when the table that ships does. */
final class SmallMatrix {

    static final AttackMatrix MATRIX = read();

    private SmallMatrix() {}

    private static AttackMatrix read() {
        try {
            return MatrixReader.read(Files.readString(Path.of("src/test/resources/attack/small.tsv")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
