package fr.maillage.intake.internal.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.OwnStructure;
import fr.maillage.testing.PageTest;
import fr.maillage.testing.Proves;
import org.junit.jupiter.api.Test;

/// Actions that go to people: with whom, for whom, and what they found.
@IntegrationTest
class OutreachTest extends PageTest {

    private static final String HERE = "/actions-de-depistage";

    @Test
    @Proves("REQ-SCREENING-07")
    void risks_are_looked_for_with_social_partners_and_people_are_oriented() throws Exception {
        var own = new OwnStructure(cast, sql, "32");
        assertThat(page(own.secretary, HERE).select("tbody tr th[scope=row]").eachText())
                .contains(
                        "Diabète",
                        "Obésité",
                        "Risque cardio-vasculaire",
                        "Cancer du sein",
                        "Cancer colorectal",
                        "Cancer du col de l’utérus");
        var refused =
                refused(
                        own.secretary,
                        HERE,
                        "kind",
                        "REPERAGE",
                        "heldOn",
                        "2026-06-03",
                        "title",
                        "Marché",
                        "commune",
                        "Douai",
                        "population",
                        "VULNERABILITE",
                        "met",
                        "40",
                        "screened-DIABETE",
                        "41",
                        "found-DIABETE",
                        "42",
                        "oriented-DIABETE",
                        "43");
        assertThat(refused.select("form .field .error, td .error").eachText())
                .contains(
                        OutreachText.TO_COME,
                        plain(OutreachText.PARTNERS),
                        OutreachText.MORE_THAN_MET,
                        OutreachText.MORE_THAN_SCREENED,
                        OutreachText.MORE_THAN_FOUND);
        assertThat(refused.select("#title").val()).isEqualTo("Marché");
        assertThat(
                        refused(
                                        own.secretary,
                                        HERE,
                                        "kind",
                                        "REPERAGE",
                                        "heldOn",
                                        "2026-06-01",
                                        "title",
                                        "Marché",
                                        "commune",
                                        "Douai",
                                        "population",
                                        "VULNERABILITE",
                                        "met",
                                        "40",
                                        "partners",
                                        "CCAS")
                                .text())
                .contains(OutreachText.TOPIC);
        send(
                own.secretary,
                HERE,
                "kind",
                "REPERAGE",
                "heldOn",
                "2026-06-01",
                "title",
                "Marché",
                "commune",
                "Douai",
                "population",
                "VULNERABILITE",
                "met",
                "40",
                "partners",
                "CCAS de Douai",
                "screened-DIABETE",
                "38",
                "found-DIABETE",
                "5",
                "oriented-DIABETE",
                "4",
                "screened-OBESITE",
                "20",
                "found-OBESITE",
                "6");
        send(
                own.alice,
                HERE,
                "kind",
                "REPERAGE",
                "heldOn",
                "2026-03-01",
                "title",
                "Foyer",
                "commune",
                "Douai",
                "population",
                "HEBERGEMENT",
                "met",
                "12",
                "partners",
                "Foyer",
                "screened-DIABETE",
                "12",
                "found-DIABETE",
                "3",
                "oriented-DIABETE",
                "2");
        var page = page(own.head, HERE);
        assertThat(page.select("section[aria-labelledby=chiffres] tbody tr").eachText())
                .containsExactly("Diabète 2 50 8 6 75 %", "Obésité 1 20 6 0 0 %");
        assertThat(page.select("section[aria-labelledby=actions] .card").first().text())
                .contains(
                        "Marché",
                        "Personnes en vulnérabilité sociale",
                        "40 personnes rencontrées",
                        "Avec CCAS de Douai",
                        "Diabète : 38 dépistées, 5 repérées, 4 orientées");
        assertThat(page(own.head, HERE + "?annee=2025").select("main").text())
                .contains("Aucune action en 2025");
        assertThat(page(cast.helenHead, HERE).select("main").text()).doesNotContain("Marché");
    }

    @Test
    @Proves("REQ-SCREENING-08")
    void organised_screening_is_supported_by_relays_of_the_population() throws Exception {
        var own = new OwnStructure(cast, sql, "32");
        String[] action = {
            "kind",
            "DEPISTAGE_ORGANISE",
            "heldOn",
            "2026-06-01",
            "title",
            "Octobre rose",
            "commune",
            "Somain",
            "population",
            "TOUS",
            "met",
            "60",
            "screened-CANCER_SEIN",
            "25",
            "found-CANCER_SEIN",
            "0"
        };
        assertThat(refused(own.alice, HERE, action).text()).contains(OutreachText.RELAYS);
        refused(own.alice, HERE + "/relais", "name", "Mme Relais");
        send(
                own.alice,
                HERE + "/relais",
                "name",
                "Mme Relais",
                "organisation",
                "Centre social",
                "relayCommune",
                "Somain",
                "trainedOn",
                "2026-02-01");
        var relay = page(own.alice, HERE).select("input[name=relays]").val();
        var with = java.util.Arrays.copyOf(action, action.length + 2);
        with[action.length] = "relays";
        with[action.length + 1] = relay;
        // not yet trained that day, nor for what has no national programme
        var early = with.clone();
        early[3] = "2026-01-15";
        assertThat(refused(own.alice, HERE, early).text()).contains(OutreachText.RELAYS);
        var other = with.clone();
        other[12] = "screened-DIABETE";
        assertThat(refused(own.alice, HERE, other).text()).contains(OutreachText.ORGANISED);
        send(own.alice, HERE, with);
        assertThat(page(own.alice, HERE).select("section[aria-labelledby=actions] .card").text())
                .contains(
                        "Appui à un dépistage organisé",
                        "Relais : Mme Relais",
                        "Cancer du sein : 25 dépistées");
        send(own.alice, HERE + "/relais/" + relay + "/fin");
        assertThat(page(own.alice, HERE).select("input[name=relays]")).isEmpty();
        form(own.alice, HERE + "/relais/" + java.util.UUID.randomUUID() + "/fin", 404);
    }
}
