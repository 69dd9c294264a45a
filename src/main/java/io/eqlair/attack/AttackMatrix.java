package io.eqlair.attack;

import io.eqlair.attack.AttackTechnique.Current;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The tactics and techniques of one version of Enterprise ATT&amp;CK. Immutable. */
public final class AttackMatrix {

    /** How rules call this catalogue of attacks; those of other catalogues are nobody's business here. */
    private static final String FRAMEWORK = "MITRE ATT&CK";

    private static final String RESOURCE = "/attack/enterprise.tsv";

    private final String version;
    private final Map<String, AttackTactic> tactics;
    private final Map<String, AttackTechnique> techniques;

    /** Keeps the order of both maps, which are by id. */
    AttackMatrix(String version, Map<String, AttackTactic> tactics, Map<String, AttackTechnique> techniques) {
        this.version = version;
        this.tactics = Collections.unmodifiableMap(tactics);
        this.techniques = Collections.unmodifiableMap(techniques);
    }

    /** The table that ships with Eqlair; read once. */
    public static AttackMatrix shipped() {
        return Shipped.MATRIX;
    }

    private static final class Shipped {
        private static final AttackMatrix MATRIX = read();

        private static AttackMatrix read() {
            try (InputStream table = Objects.requireNonNull(AttackMatrix.class.getResourceAsStream(RESOURCE))) {
                return MatrixReader.read(new String(table.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Whether a rule that names this framework speaks of ATT&amp;CK. */
    static boolean isFramework(String framework) {
        return framework.equalsIgnoreCase(FRAMEWORK);
    }

    /** For example {@code 18.0}. */
    public String version() {
        return version;
    }

    /** All tactics, in the order of the matrix. */
    public List<AttackTactic> tactics() {
        return List.copyOf(tactics.values());
    }

    /** Techniques and sub-techniques, also those that are not in use any more, in the order of their ids. */
    public Collection<AttackTechnique> techniques() {
        return techniques.values();
    }

    /** The tactic with an id, null where the table has none. */
    public @Nullable AttackTactic tactic(String id) {
        return tactics.get(id);
    }

    /** The technique or sub-technique with an id, null where the table has none. */
    public @Nullable AttackTechnique technique(String id) {
        return techniques.get(id);
    }

    /** Techniques and sub-techniques that are in use, in the order of their ids. */
    List<Current> current() {
        return techniques.values().stream()
                .filter(Current.class::isInstance)
                .map(Current.class::cast)
                .toList();
    }
}
