package fr.maillage.registry.internal.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.registry.DeclaredAreas;
import fr.maillage.registry.Entrances;
import fr.maillage.registry.internal.RegistryPageTest;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.Proves;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What structures share, and those that support others without including people.
@IntegrationTest
class SharingTest extends RegistryPageTest {

    @Autowired Entrances entrances;
    @Autowired DeclaredAreas areas;

    @Test
    @Proves({"REQ-MULTI-STRUCTURE-11", "REQ-MULTI-STRUCTURE-12"})
    void a_federation_has_one_number_and_its_members_read_what_they_share() throws Exception {
        var federation =
                open(cast.agencyOfficer, "Fédération aux moyens", "type_code", "FEDERATION");
        var member = open(cast.helenHead, "Réseau adhérent");
        var services = "/registre/" + federation + "?partie=services";
        assertThat(page(cast.agencyOfficer, services).text())
                .contains("Pas encore de numéro unique", "Aucune structure adhérente")
                .contains("Noyau commun : 0 fonctions sur 6");
        var to = "/registre/" + federation + "/mutualise";
        assertThat(
                        refused(cast.agencyOfficer, to, "function", "NUMERO")
                                .select("#phone-error")
                                .text())
                .contains("Donnez ce numéro");
        send(
                cast.agencyOfficer,
                to,
                "function",
                "NUMERO",
                "phone",
                "03 20 11 22 33",
                "since",
                "2024-01-01",
                "until",
                "2026-12-31");
        assertThat(
                        refused(
                                        cast.agencyOfficer,
                                        to,
                                        "function",
                                        "NUMERO",
                                        "phone",
                                        "03 20 44 55 66",
                                        "since",
                                        "2026-06-01")
                                .select("#function-error")
                                .text())
                .contains("numéro unique est déjà en service");
        send(
                cast.agencyOfficer,
                to,
                "function",
                "NUMERO",
                "phone",
                "03 20 44 55 66",
                "since",
                "2027-01-01");
        for (var function : List.of("LOCAUX", "SECRETARIAT", "COMPTABILITE", "QUALITE"))
            add(cast.agencyOfficer, federation, "mutualise", "function", function);
        add(
                cast.agencyOfficer,
                federation,
                "mutualise",
                "function",
                "FORMATION",
                "until",
                "2025-12-31");
        for (var one : List.of(member, open(cast.agencyOfficer, "Autre réseau adhérent")))
            add(
                    cast.agencyOfficer,
                    federation,
                    "adherents",
                    "member_id",
                    one.toString(),
                    "since",
                    "2024-01-01");
        assertThat(
                        refused(
                                        cast.agencyOfficer,
                                        "/registre/" + federation + "/adherents",
                                        "member_id",
                                        federation.toString(),
                                        "since",
                                        "2024-01-01")
                                .text())
                .contains("issue d’elle-même");
        var page = page(cast.agencyOfficer, services);
        assertThat(page.text())
                .contains(
                        "Noyau commun : 3 fonctions sur 6",
                        "Numéro unique : 03 20 11 22 33",
                        "2 structures adhérentes");
        assertThat(page.select("section[aria-labelledby=noyau-titre] .is-missing").eachText())
                .as("what has ended is not shared any more")
                .containsExactly("Non : Direction", "Non : Formation", "Non : Logistique");
        assertThat(page(cast.claireCoordinator, "/registre/" + member + "?partie=services").text())
                .contains(
                        "Par Fédération aux moyens",
                        "Numéro d’appel : 03 20 11 22 33",
                        "Secrétariat");
        assertThat(
                        refused(
                                        cast.helenHead,
                                        "/registre/" + member + "/adherents",
                                        "member_id",
                                        federation.toString(),
                                        "since",
                                        "2024-01-01")
                                .text())
                .as("only a federation has members")
                .contains("n’a pas cette liste");
    }

    @Test
    @Proves("REQ-MULTI-STRUCTURE-15")
    void equipment_is_shared_between_named_professions() throws Exception {
        var sheet = open(cast.helenHead, "Réseau équipé");
        var to = "/registre/" + sheet + "/equipements";
        var wrong = refused(cast.helenHead, to, "label", "Rétinographe", "quantity", "0");
        assertThat(wrong.select("#used_by-error").text()).contains("nécessaire");
        assertThat(wrong.select("#quantity-error").text()).contains("plus que zéro");
        send(
                cast.helenHead,
                to,
                "label",
                "Rétinographe",
                "quantity",
                "1",
                "used_by",
                "Médecins et orthoptistes",
                "commune_code",
                "Douai 59500",
                "conditions",
                "Sur rendez-vous",
                "phone",
                "0327000001");
        assertThat(
                        page(cast.calaisCoordinator, "/registre/" + sheet + "?partie=services")
                                .select("#equipements")
                                .text())
                .contains(
                        "Rétinographe",
                        "Médecins et orthoptistes",
                        "Douai (59500)",
                        "Sur rendez-vous");
    }

    @Test
    @Proves("REQ-REGIONAL-05")
    void who_supports_professionals_is_no_entrance_and_follows_nobody() throws Exception {
        var sheet =
                open(
                        cast.helenHead,
                        "Réseau d’appui seul",
                        "level",
                        "REGIONAL",
                        "commune_code",
                        "Douai 59500",
                        "phone",
                        "0327000001",
                        "entrance",
                        "on",
                        "does",
                        "Appuie.");
        add(cast.helenHead, sheet, "themes", "theme_code", "NEPHROLOGIE", "since", "2020-01-01");
        add(
                cast.helenHead,
                sheet,
                "territoire",
                "zone_code",
                "AD-DO",
                "status",
                "COUVERT",
                "certainty",
                "CERTAIN",
                "since",
                "2020-01-01");
        assertThat(proposed(sheet)).isTrue();
        assertThat(declared(sheet)).isTrue();
        send(
                cast.agencyOfficer,
                "/registre/" + sheet + "/tri",
                "guide_type",
                "TRES_SPECIALISE",
                "includes_patients",
                "non",
                "sorted_on",
                "2026-01-01");
        assertThat(proposed(sheet)).as("not proposed at the counter").isFalse();
        assertThat(declared(sheet)).as("covers nothing").isFalse();
        assertThat(
                        refused(
                                        cast.helenHead,
                                        "/registre/" + sheet,
                                        "version",
                                        "0",
                                        "name",
                                        "Réseau d’appui seul",
                                        "type_code",
                                        "RESEAU",
                                        "phone",
                                        "0327000001",
                                        "entrance",
                                        "on",
                                        "does",
                                        "Appuie.")
                                .select("#entrance-error")
                                .text())
                .contains("ne répond pas au guichet");
        assertThat(
                        refused(
                                        cast.helenHead,
                                        "/registre/" + sheet + "/chiffres",
                                        "year",
                                        "2025",
                                        "measure",
                                        "FILE_ACTIVE",
                                        "value",
                                        "12",
                                        "source",
                                        "Rapport")
                                .select("#measure-error")
                                .text())
                .contains("n’en suit pas");
        assertThat(page(cast.claireCoordinator, "/registre/" + sheet).text())
                .contains("Sans inclusion directe")
                .doesNotContain("Répond au guichet Registre");
        assertThat(
                        page(cast.claireCoordinator, "/registre?inclusion=AUCUNE")
                                .select("tbody th a")
                                .eachText())
                .contains("Réseau d’appui seul", "ONCO Nord – Pas-de-Calais")
                .doesNotContain("PEDONCO");
        assertThat(
                        page(cast.claireCoordinator, "/registre?inclusion=DIRECTE")
                                .select("tbody th a")
                                .eachText())
                .contains("PEDONCO")
                .doesNotContain("ONCO Nord – Pas-de-Calais");
        assertThat(areas.at(LocalDate.of(2011, 6, 1), List.of("32")))
                .as("« Ce n’est pas un réseau de prise en charge et d’inclusion directe »")
                .extracting(DeclaredAreas.Declared::name)
                .contains("PEDONCO")
                .doesNotContain("ONCO Nord – Pas-de-Calais");
    }

    private boolean proposed(UUID sheet) {
        return cast.as(
                cast.helenHead,
                () ->
                        entrances
                                .to(new Entrances.Ask("59178", "NEPHROLOGIE", 70))
                                .entrances()
                                .stream()
                                .anyMatch(e -> e.structure().equals(sheet)));
    }

    private boolean declared(UUID sheet) {
        return cast.as(
                cast.helenHead,
                () ->
                        areas.at(LocalDate.of(2026, 6, 2), List.of("AD-DO")).stream()
                                .anyMatch(a -> a.structure().equals(sheet)));
    }

    @Test
    @Proves("REQ-REGIONAL-01")
    void a_regional_network_has_missions_of_support_and_is_asked_for_those_alone()
            throws Exception {
        open(cast.helenHead, "Réseau territorial qui demande", "level", "TERRITORIAL");
        var regional = open(cast.agencyOfficer, "Réseau régional d’appui", "level", "REGIONAL");
        add(
                cast.agencyOfficer,
                regional,
                "missions",
                "mission",
                "FORMATION",
                "words",
                "Plan annuel",
                "since",
                "2020-01-01");
        var panel =
                page(cast.agencyOfficer, "/registre/" + regional + "?partie=services")
                        .select("section[aria-labelledby=appui-titre]");
        assertThat(panel.select(".is-there").eachText()).containsExactly("Oui : Formation");
        assertThat(panel.select(".is-missing")).hasSize(3);
        assertThat(
                        refused(
                                        cast.claireCoordinator,
                                        "/registre/appuis",
                                        "to",
                                        regional.toString(),
                                        "mission",
                                        "EXPERTISE",
                                        "subject",
                                        "Avis",
                                        "words",
                                        "Une situation.")
                                .text())
                .contains("ne déclare pas cette mission");
        send(
                cast.claireCoordinator,
                "/registre/appuis",
                "to",
                regional.toString(),
                "mission",
                "FORMATION",
                "subject",
                "Séance",
                "words",
                "Une demi-journée.");
        var sort = "/registre/" + regional + "/tri";
        assertThat(
                        refused(
                                        cast.agencyOfficer,
                                        sort,
                                        "guide_type",
                                        "AUTRE",
                                        "includes_patients",
                                        "oui",
                                        "sorted_on",
                                        "2026-01-01")
                                .select("#words-error")
                                .text())
                .as("no coordination of patients, except very specific pathologies")
                .contains("pathologie très particulière");
        send(
                cast.agencyOfficer,
                sort,
                "guide_type",
                "AUTRE",
                "includes_patients",
                "oui",
                "words",
                "mucoviscidose",
                "sorted_on",
                "2026-01-01");
        assertThat(page(cast.agencyOfficer, "/registre/" + regional + "?partie=services").text())
                .contains("Suit des personnes : mucoviscidose");
        var territorial = open(cast.agencyOfficer, "Réseau de proximité", "level", "TERRITORIAL");
        assertThat(
                        refused(
                                        cast.agencyOfficer,
                                        "/registre/" + territorial + "/missions",
                                        "mission",
                                        "FORMATION",
                                        "words",
                                        "x",
                                        "since",
                                        "2020-01-01")
                                .text())
                .contains("n’a pas cette liste");
    }

    @Test
    void what_a_structure_gave_up_is_not_in_the_register_of_today() throws Exception {
        var sheet = open(cast.helenHead, "Réseau qui a changé");
        add(
                cast.helenHead,
                sheet,
                "themes",
                "theme_code",
                "RHUMATOLOGIE",
                "since",
                "2018-01-01",
                "until",
                "2022-12-31");
        add(cast.helenHead, sheet, "themes", "theme_code", "DOULEUR", "since", "2023-01-01");
        add(
                cast.helenHead,
                sheet,
                "territoire",
                "zone_code",
                "LI-AU",
                "status",
                "COUVERT",
                "certainty",
                "CERTAIN",
                "since",
                "2018-01-01",
                "until",
                "2022-12-31");
        for (var filter : List.of("theme=RHUMATOLOGIE", "territoire=LI-AU"))
            assertThat(
                            page(cast.claireCoordinator, "/registre?" + filter)
                                    .select("tbody th")
                                    .eachText())
                    .doesNotContain("Réseau qui a changé");
        assertThat(
                        page(cast.claireCoordinator, "/registre?theme=DOULEUR")
                                .select("tbody tr:contains(Réseau qui a changé)")
                                .text())
                .contains("Douleur")
                .doesNotContain("Rhumatologie");
    }
}
