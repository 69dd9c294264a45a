package io.eqlair.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eqlair.attack.AttackTechnique.Current;
import io.eqlair.attack.AttackTechnique.Obsolete;
import io.eqlair.attack.AttackTechnique.Revoked;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table that ships is whole and agrees with itself. */
class AttackMatrixTest {

    private final AttackMatrix matrix = AttackMatrix.shipped();

    /** The numbers that MITRE gives for this version. */
    @Test
    void theTableHasAllOfItsVersion() {
        assertThat(matrix.version()).isEqualTo("18.0");
        assertThat(matrix.tactics()).hasSize(14);
        assertThat(matrix.current()).filteredOn(one -> one.parent() == null).hasSize(216);
        assertThat(matrix.current()).filteredOn(one -> one.parent() != null).hasSize(475);
    }

    @Test
    void tacticsStandInTheOrderOfTheMatrix() {
        assertThat(matrix.tactics())
                .extracting(AttackTactic::name)
                .startsWith("Reconnaissance", "Resource Development", "Initial Access", "Execution")
                .endsWith("Command and Control", "Exfiltration", "Impact");
        assertThat(matrix.tactics())
                .allSatisfy(tactic -> assertThat(tactic.shortName()).isEqualTo(AttackTactic.shortName(tactic.name())));
    }

    @Test
    void techniquesServeTacticsOfTheTable() {
        assertThat(matrix.current())
                .allSatisfy(technique ->
                        assertThat(technique.tactics()).isNotEmpty().allMatch(tactic -> matrix.tactic(tactic) != null));
    }

    @Test
    void aSubtechniqueServesTheTacticsOfItsTechnique() {
        for (Current technique : matrix.current()) {
            String parent = technique.parent();
            if (parent != null) {
                assertThat(matrix.technique(parent))
                        .isInstanceOfSatisfying(
                                Current.class,
                                above -> assertThat(above.tactics()).isEqualTo(technique.tactics()));
            }
        }
    }

    @Test
    void whatReplacesATechniqueIsInUse() {
        assertThat(matrix.techniques())
                .filteredOn(Revoked.class::isInstance)
                .hasSize(132)
                .allSatisfy(technique -> assertThat(matrix.technique(((Revoked) technique).replacedBy()))
                        .isInstanceOf(Current.class));
    }

    @Test
    void everyStatusCanBeLookedUp() {
        assertThat(matrix.technique("T1059.004"))
                .isEqualTo(new Current("T1059.004", "Unix Shell", List.of("TA0002")))
                .hasToString("Current[id=T1059.004, name=Unix Shell, tactics=[TA0002]]");
        assertThat(matrix.technique("T1086")).isEqualTo(new Revoked("T1086", "PowerShell", "T1059.001"));
        assertThat(matrix.technique("T1064")).isEqualTo(new Obsolete("T1064", "Scripting"));
        assertThat(matrix.technique("T9999")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"current\tT1059\tTA0002", "renamed\tT1059\tTA0002\tName", "version", ""})
    void aLineThatIsNotInOrderIsRefused(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> MatrixReader.read(line + "\n"));
    }
}
