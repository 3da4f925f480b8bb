package fr.maillage.help.internal;

import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.Proves;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import static org.assertj.core.api.Assertions.assertThat;

/// What a doctor asks for, and is answered.
@IntegrationTest
class AskedTest extends HelpPages {

    /// Source: HCAAM, by guide DGOS 2012, partie 1 §1 A.
    @Test
    @Proves("REQ-ASSESS-09")
    void each_of_the_five_items_of_functional_support_is_answered_before_the_doctor_is()
            throws Exception {
        var followed = followed("GERONTOLOGIE");
        var here = here(followed);
        var items = page(cast.claireCoordinator, here).select("input[name=items]");
        assertThat(items.eachAttr("value"))
                .containsExactly(
                        "LOGEMENT", "HOSPITALISATION", "AIDE_DOMICILE", "SUIVI_GLOBAL", "PROCHES");
        send(
                cast.claireCoordinator,
                here + "/medecin",
                Stream.concat(
                                Stream.of(
                                        "askedOn",
                                        "2026-06-01",
                                        "askedBy",
                                        "Dr Anne MOREL",
                                        "dueOn",
                                        "2026-06-15",
                                        "words",
                                        "Sortie prévue lundi"),
                                items.stream().flatMap(i -> Stream.of("items", i.val())))
                        .toArray(String[]::new));
        var asked =
                value("select id from help.asked where patient_id = '" + followed.patient() + "'");
        for (var item : items) {
            assertThat(letters(followed.patient())).as("before " + item.val()).isEmpty();
            send(
                    cast.claireCoordinator,
                    here + "/medecin/" + asked + "/" + item.val(),
                    "conclusion",
                    "Conclusion de " + item.val(),
                    "by",
                    "Mme Ergo",
                    "on",
                    "2026-06-02");
        }
        assertThat(letters(followed.patient()))
                .singleElement()
                .asString()
                .contains(items.stream().map(i -> "Conclusion de " + i.val()).toList())
                .contains(
                        "Diagnostic d’aménagement du domicile",
                        "Formation et information de l’entourage");
    }

    @Test
    void a_doctor_asks_for_functional_support_and_is_answered_when_all_that_was_asked_is()
            throws Exception {
        var followed = followed("GERONTOLOGIE");
        var here = here(followed);
        assertThat(page(cast.claireCoordinator, here).select("#appui-askedBy").val())
                .isEqualTo("Dr Anne MOREL");
        assertThat(
                        refused(
                                        cast.claireCoordinator,
                                        here + "/medecin",
                                        "askedOn",
                                        "2026-06-01",
                                        "askedBy",
                                        "Dr Anne MOREL",
                                        "dueOn",
                                        "2026-06-15",
                                        "words",
                                        "Elle tombe la nuit")
                                .text())
                .contains(HelpText.WHICH_ITEMS, "Elle tombe la nuit");
        send(
                cast.claireCoordinator,
                here + "/medecin",
                "askedOn",
                "2026-06-01",
                "askedBy",
                "Dr Anne MOREL",
                "dueOn",
                "2026-06-15",
                "items",
                "LOGEMENT",
                "items",
                "PROCHES",
                "words",
                "Elle tombe la nuit");
        var asked =
                value("select id from help.asked where patient_id = '" + followed.patient() + "'");
        assertThat(page(cast.claireCoordinator, here).select("#medecin").text())
                .contains(
                        "Diagnostic d’aménagement du domicile",
                        "Formation et information de l’entourage",
                        "Réponse pour le 15 juin 2026");
        var home = here + "/medecin/" + asked + "/LOGEMENT";
        refused(
                cast.claireCoordinator,
                home,
                "conclusion",
                "",
                "by",
                "Mme Ergo",
                "on",
                "2026-06-02");
        form(
                cast.claireCoordinator,
                here + "/medecin/" + asked + "/SUIVI_GLOBAL",
                404,
                "conclusion",
                "x",
                "by",
                "y",
                "on",
                "2026-06-02");
        send(
                cast.claireCoordinator,
                home,
                "conclusion",
                "Barre de douche, éclairage de nuit",
                "by",
                "Mme Ergo",
                "on",
                "2026-06-02");
        form(
                cast.karimCoordinator,
                home,
                409,
                "conclusion",
                "Autre chose",
                "by",
                "Moi",
                "on",
                "2026-06-02");
        assertThat(letters(followed.patient())).isEmpty();
        assertThat(page(cast.claireCoordinator, "/appuis").select("main").text())
                .contains("Demandé par le médecin : Formation et information de l’entourage");
        send(
                cast.claireCoordinator,
                here + "/medecin/" + asked + "/PROCHES",
                "conclusion",
                "Atelier des aidants le 10 juin",
                "by",
                "Mme Sociale",
                "on",
                "2026-06-02");
        assertThat(letters(followed.patient()))
                .singleElement()
                .asString()
                .contains(
                        "MEDECIN_TRAITANT Dr Anne MOREL",
                        "Diagnostic d’aménagement du domicile (Mme Ergo)",
                        "Barre de douche",
                        "Atelier des aidants");
        assertThat(page(cast.claireCoordinator, here).select("#medecin").text())
                .contains("Répondu au médecin");
    }
}
