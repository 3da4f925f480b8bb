package fr.maillage.portal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.casefile.CaseFiles.Actor;
import fr.maillage.kernel.Typography;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PortalTextTest {
    private static final Reader ODETTE = Reader.person("Odette LEROY", true);
    private static final Reader HER_DAUGHTER = Reader.relative("fille", "Odette LEROY", true);
    private static final Reader HIS_SON = Reader.relative("Fils", "Jean WIART", false);
    private static final LocalDate TUESDAY = LocalDate.of(2026, 6, 2);

    @Test
    void the_same_opening_is_said_to_the_person_of_her_and_of_him() {
        assertThat(List.of(ODETTE, HER_DAUGHTER, HIS_SON))
                .extracting(reader -> PortalText.access("READ", "DEMANDES", reader))
                .containsExactly(
                        "a ouvert les demandes vous concernant",
                        "a ouvert les demandes la concernant",
                        "a ouvert les demandes le concernant");
        assertThat(PortalText.access("LIST", "PILOTAGE", HIS_SON))
                .isEqualTo("a vu son nom dans une liste de la structure");
        assertThat(PortalText.access("UPDATE", "REGISTRE OPPOSITION", ODETTE))
                .isEqualTo("a modifié votre opposition à un registre de pathologie");
        assertThat(PortalText.access("LIST", "unknown", ODETTE))
                .isEqualTo("a vu votre nom dans une liste");
        assertThat(PortalText.access("READ", "unknown", HER_DAUGHTER))
                .isEqualTo("a ouvert une partie de son dossier");
    }

    @Test
    void a_relative_is_never_told_that_what_is_hers_is_theirs() {
        for (var what :
                List.of(
                        "SYNTHESE",
                        "IDENTITE",
                        "DEMANDES",
                        "DROITS",
                        "CERCLE",
                        "CONTACTS",
                        "COURRIERS",
                        "LIGNE_DE_VIE",
                        "EVALUATIONS",
                        "PPS",
                        "SUIVI",
                        "TACHE",
                        "TACHES",
                        "MES PATIENTS",
                        "PERSONNES PROCHES",
                        "PILOTAGE",
                        "REGISTRE",
                        "REGISTRE OPPOSITION",
                        "EXTRAIT DE REGISTRE",
                        "autre"))
            for (var action : List.of("READ", "LIST", "UPDATE", "autre"))
                assertThat(PortalText.access(action, what, HER_DAUGHTER))
                        .doesNotContainPattern("\\b(vous|votre|vos)\\b");
    }

    @Test
    void a_name_with_vos_in_it_stays_itself() {
        var pavos = actor("INTERVENANT", "Infirmier, cabinet de votre quartier", Set.of("SOINS"));
        assertThat(PortalText.quality(pavos, HER_DAUGHTER))
                .isEqualTo("Infirmier, cabinet de votre quartier");
        assertThat(PortalText.quality(actor("INTERVENANT", null, Set.of()), HIS_SON))
                .isEqualTo("Intervient auprès de lui");
        assertThat(PortalText.quality(actor("MEDECIN_TRAITANT", "Pédiatre", Set.of()), ODETTE))
                .isEqualTo("Médecin traitant, Pédiatre");
    }

    @Test
    void what_somebody_may_read_is_said_in_words() {
        assertThat(PortalText.sees(actor("INTERVENANT", null, Set.of("SOCIAL", "SOINS")), ODETTE))
                .isEqualTo("Peut lire de votre plan\u00A0: les soins, le social.");
        assertThat(PortalText.sees(actor("INTERVENANT", null, Set.of("TACHES")), ODETTE))
                .isEqualTo("Voit seulement ses tâches.");
        assertThat(
                        PortalText.sees(
                                actor(
                                        "INTERVENANT",
                                        null,
                                        Set.of(
                                                "SOINS",
                                                "MEDICAL",
                                                "PSYCHOLOGIQUE",
                                                "SOCIAL",
                                                "EDUCATION",
                                                "AIDE")),
                                HIS_SON))
                .isEqualTo("Peut lire tout son plan.");
    }

    @Test
    void whose_plan_it_is() {
        assertThat(ODETTE.planTitle()).isEqualTo("Votre plan");
        assertThat(HER_DAUGHTER.planTitle()).isEqualTo("Le plan de votre mère, Odette LEROY");
        assertThat(HER_DAUGHTER.shortTitle()).isEqualTo("Le plan d’Odette LEROY");
        assertThat(HIS_SON.shortTitle()).isEqualTo("Le plan de Jean WIART");
        assertThat(Reader.relative("voisine", "Yann DELATTRE", false).shortTitle())
                .isEqualTo("Le plan de Yann DELATTRE");
        assertThat(Reader.relative(null, "Odette LEROY", true).noPlan())
                .isEqualTo("Votre proche n’a pas encore de plan écrit.");
    }

    @Test
    void an_act_with_a_window_says_until_when() {
        var act =
                new AwaitedActs.Act(
                        UUID.randomUUID(), LocalDate.of(2026, 6, 4), LocalDate.of(2026, 6, 20));
        assertThat(
                        PortalText.toCome("Radiographie", null, act, TUESDAY)
                                .replace(Typography.NBSP, " "))
                .isEqualTo("Radiographie, d’ici le sam. 20 juin");
        var visit = new AwaitedActs.Act(act.intervention(), act.on(), act.on().plusDays(2));
        assertThat(PortalText.toCome("Pansement", "Lucie PETIT", visit, TUESDAY))
                .isEqualTo("Pansement, avec Lucie PETIT");
        assertThat(PortalText.next(act, TUESDAY)).startsWith("jeudi");
        assertThat(PortalText.next(act, TUESDAY.plusDays(4))).startsWith("d’ici le samedi");
    }

    private static Actor actor(String role, @Nullable String profession, Set<String> parts) {
        return new Actor(
                UUID.randomUUID(),
                "PROFESSIONNEL",
                "PROFESSIONNEL_DE_SANTE",
                role,
                false,
                "Lucie PETIT",
                profession,
                null,
                null,
                null,
                parts);
    }
}
