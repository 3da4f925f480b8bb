package fr.maillage.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class KernelTextTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 2);

    @Test
    void what_is_right_has_nothing_to_say() {
        assertThat(KernelText.of(Ins.check("277076322082910"))).isEmpty();
        assertThat(KernelText.of(PersonName.check("Leroy", "Odette"))).isEmpty();
        assertThat(KernelText.of(BirthDate.check("14/05/1942", TODAY))).isEmpty();
    }

    @Test
    void each_reason_has_its_own_sentence_without_the_value() {
        assertThat(KernelText.of(Ins.check("2770763220829")))
                .get()
                .asString()
                .startsWith("Il manque la clé");
        assertThat(KernelText.of(Ins.check("27707632208")))
                .get()
                .asString()
                .endsWith("celui-ci en a 11.");
        assertThat(KernelText.of(Ins.check("2770763220829O0")))
                .get()
                .asString()
                .startsWith("Le 14e caractère")
                .doesNotContain("2770");
        assertThat(KernelText.of(Ins.check("277076322082911")))
                .get()
                .asString()
                .startsWith("La clé")
                .doesNotContain("10", "11");
        assertThat(KernelText.of(Ins.check(""))).contains("Saisissez le matricule INS.");
        assertThat(KernelText.of(PersonName.check("", ""))).contains("Saisissez le nom.");
        assertThat(KernelText.of(PersonName.check("L", "x\u0000")))
                .get()
                .asString()
                .startsWith("Le prénom");
        assertThat(KernelText.of(PersonName.check("L".repeat(200), "")))
                .contains("Le nom dépasse 100 caractères.");
        assertThat(KernelText.of(BirthDate.check("14/05/2042", TODAY)))
                .get()
                .asString()
                .contains("futur");
        assertThat(KernelText.of(BirthDate.check("14/05/1842", TODAY)))
                .get()
                .asString()
                .contains("1900");
        assertThat(KernelText.of(BirthDate.check("31/02/1942", TODAY)))
                .get()
                .asString()
                .contains("n’existe pas");
    }
}
