package fr.maillage.space.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.kernel.PhoneNumber;
import fr.maillage.space.internal.NoPerson.Found;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What looks like a person in a text, and what does not.
class NoPersonTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 2);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Son numéro : 284035917804233 | MATRICULE",
                "2 84 03 59 178 042 33, à vérifier | MATRICULE",
                "sans clé 2840359178042 | MATRICULE",
                "2.84.03.2A.178.042 | MATRICULE",
                "mois inconnu 1 42 30 59 178 042 | MATRICULE",
                "２８４０３５９１７８０４２３３ en chiffres larges | MATRICULE",
                "joindre sa fille au 06 12 34 56 78 | PHONE",
                "0327000001 | PHONE",
                "+33 (0)3 27 00 00 01 | PHONE",
                "0033327000001 | PHONE",
                "03.27.00.00.01 | PHONE",
                "Mme L., née le 12/04/1942 | BIRTH",
                "né(e) le 12 avril 1942 à Douai | BIRTH",
                "NÉE LE 1er MAI 42 | BIRTH",
                "DDN 12.04.42 | BIRTH",
                "date de naissance : 3 févr. 2021 | BIRTH",
                "Un enfant né en 2019 | BIRTH",
                "la dame du 12/04/1942 | OLD_DAY",
                "1942-04-12 | OLD_DAY"
            })
    void what_looks_like_a_person_is_found(String words, Found expected) {
        assertThat(NoPerson.in(words, TODAY, _ -> false)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Réunion le 12/06/2026 à 14 h 30, salle 12",
                "Décret n° 2005-118 du 10/02/2005",
                "la loi du 21/07/2009 (HPST)",
                "La procédure du 21 juillet 2009 est à revoir",
                "FINESS 590000001 et RPPS 10100000017",
                "SIRET 12345678901234",
                "Un budget de 1 234 567 € sur 2024-2028",
                "110 situations à la fois, 150 à 200 dans l’année",
                "Appeler le 15 ou le 3114",
                "Nées de la fusion, les deux équipes se sont parlé",
                "compte rendu du 04/05/2026"
            })
    void what_a_group_writes_passes(String words) {
        assertThat(NoPerson.in(words, TODAY, _ -> false)).isEmpty();
    }

    @Test
    void the_number_of_a_structure_passes_and_one_more_beside_it_does_not() {
        var structure = new PhoneNumber("0327000001");
        Predicate<Set<PhoneNumber>> known = Set.of(structure)::containsAll;
        assertThat(NoPerson.in("le standard : +33 (0)3 27 00 00 01", TODAY, known)).isEmpty();
        assertThat(NoPerson.in("03 27 00 00 01, ou 06 12 34 56 78", TODAY, known))
                .contains(Found.PHONE);
        assertThat(NoPerson.in("née le 12/04/1942, 03.27.00.00.01", TODAY, known))
                .contains(Found.BIRTH);
    }
}
