package fr.maillage.space.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.Proves;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Regional information, and what a space reads of the register.
@IntegrationTest
class SharedTest extends SpacePageTest {

    @Test
    @Proves("REQ-REGIONAL-11")
    void regional_and_territorial_networks_share_one_space_and_its_information() throws Exception {
        var regional = next.head;
        var officer = cast.agencyOfficer;
        var sheet = open(regional, "Réseau régional voisin", "level", "REGIONAL");
        open(cast.helenHead, "Réseau territorial de Douai", "level", "TERRITORIAL");
        open(officer, "Réseau régional sans compte", "level", "REGIONAL");
        var space = space(officer, "REGIONAL", "Espace régional d’essai");
        var here = "/espaces/" + space;
        var at = here + "/membres";
        var missing = page(officer, at).select("section[aria-labelledby=manquent]").text();
        assertThat(missing)
                .contains("Réseau régional voisin (réseau régional ou fédération)")
                .contains("Réseau territorial de Douai", "Réseau régional sans compte");
        send(
                officer,
                at + "/inviter",
                "invite",
                next.id.value().toString(),
                "invite",
                cast.douai.value().toString());
        send(regional, at + "/rejoindre");
        send(cast.helenHead, at + "/rejoindre");
        assertThat(page(officer, at).select("section[aria-labelledby=manquent]").text())
                .doesNotContain("Réseau régional voisin", "Réseau territorial de Douai");

        var publish = here + "/informations";
        var wrong =
                refused(
                        regional,
                        publish,
                        "title",
                        "Formation",
                        "words",
                        "Chimiothérapie orale",
                        "link",
                        "javascript:alert(1)",
                        "ends_on",
                        "2026-05-01");
        assertThat(wrong.select("#link-error").text()).contains("https://");
        assertThat(wrong.select("#ends_on-error").text()).contains("déjà passé");
        assertThat(
                        refused(
                                        regional,
                                        publish,
                                        "title",
                                        "Formation",
                                        "words",
                                        "x",
                                        "ends_on",
                                        "2027-07-01")
                                .text())
                .contains("un an au plus");
        send(
                regional,
                publish,
                "title",
                "Formation régionale",
                "words",
                "Chimiothérapie orale, inscriptions ouvertes",
                "link",
                "https://regional.example/formation",
                "ends_on",
                "2026-06-10");
        hidden(cast.helenHead, publish + "/nouvelle");
        form(cast.helenHead, publish, 404, "title", "x", "words", "y", "ends_on", "2026-06-10");
        var read = page(cast.helenHead, here);
        assertThat(read.select("section[aria-labelledby=informations]").text())
                .contains("Information régionale", "Formation régionale", "Structure")
                .contains("jusqu’au 10 juin 2026", "nouvelle");
        assertThat(
                        page(cast.helenHead, here)
                                .select("section[aria-labelledby=informations]")
                                .text())
                .as("read once")
                .doesNotContain("nouvelle");
        assertThat(page(regional, here).text()).contains("lue par 1 personne");
        hidden(cast.claireCoordinator, here);
        clock.move(Duration.ofDays(10));
        assertThat(page(cast.helenHead, here).text()).doesNotContain("Chimiothérapie orale");
        assertThat(page(cast.helenHead, here + "?tout=1").text())
                .contains("Chimiothérapie orale", "terminée le 10 juin 2026");
        assertThat(search(cast.helenHead, here, "chimiotherapie")).contains("1 résultat");

        var withdraw =
                page(officer, here + "?tout=1")
                        .select("form[action*=informations][action$=retirer]")
                        .attr("action");
        form(cast.helenHead, withdraw, 404, "why", "x");
        send(officer, withdraw, "why", "Session annulée");
        assertThat(search(cast.helenHead, here, "chimiotherapie")).contains("Rien dans cet espace");

        // the host hands the information over to a territorial network: no hierarchy
        var douai =
                page(officer, at)
                        .select("tr:contains(Douaisis) form[action$=animation]")
                        .attr("action");
        send(officer, douai, "moderates", "on");
        send(
                cast.helenHead,
                publish,
                "title",
                "Du territoire",
                "words",
                "Une astreinte de plus",
                "ends_on",
                "2026-07-10");
        send(officer, douai);
        form(cast.helenHead, publish, 404, "title", "x", "words", "y", "ends_on", "2026-07-10");
        cast.as(
                next.head,
                () ->
                        sql.sql(
                                        "update registry.structure set closed_on = '2026-06-02' where id = :id")
                                .param("id", sheet)
                                .update());
    }

    @Test
    void meetings_and_texts_are_those_of_the_register() throws Exception {
        var sheet = open(cast.helenHead, "Réseau aux textes");
        add(cast.helenHead, sheet, "instances", "kind", "GROUPE_TRAVAIL", "name", "Groupe lié");
        var body = added("body", sheet);
        for (var day : List.of("2026-06-20", "2026-05-20"))
            add(
                    cast.helenHead,
                    sheet,
                    "reunions",
                    "body_id",
                    body,
                    "held_on",
                    day,
                    "subject",
                    "Réunion du " + day,
                    "mode",
                    "DISTANCE",
                    "minutes_audience",
                    "TRAVAIL");
        text(sheet, "Procédure ouverte", "TRAVAIL");
        var known = added("document", sheet);
        text(sheet, "Note gardée", "INTERNE");
        var kept = added("document", sheet);

        var space = shared("Groupe qui lit des textes");
        var here = "/espaces/" + space;
        send(
                cast.helenHead,
                here + "/modifier",
                "kind",
                "TERRITOIRE",
                "zone",
                "AD",
                "title",
                "Groupe qui lit des textes",
                "purpose",
                "Lire ensemble",
                "body",
                body,
                "version",
                "0");
        form(
                cast.helenHead,
                here + "/modifier",
                409,
                "kind",
                "GROUPE",
                "title",
                "Trop tard",
                "purpose",
                "x",
                "version",
                "0");
        var page = page(next.alice, here);
        assertThat(page.select("section[aria-labelledby=agenda]").text())
                .contains("Groupe lié", "Réunion du 2026-06-20", "Réunion du 2026-05-20");
        assertThat(page(cast.claireCoordinator, "/espaces").text())
                .contains("prochaine réunion sam. 20 juin");

        assertThat(
                        refused(cast.helenHead, here + "/textes", "document", kept)
                                .select("#document-error")
                                .text())
                .contains("Tous les membres ne lisent pas ce texte");
        assertThat(refused(next.alice, here + "/textes", "document", kept).text())
                .as("who does not read it learns nothing")
                .contains("Choisissez un texte du registre");
        assertThat(page(cast.helenHead, here).select("#document option").text())
                .contains("Procédure ouverte")
                .doesNotContain("Note gardée");
        send(cast.claireCoordinator, here + "/textes", "document", known, "why", "À relire");
        assertThat(refused(cast.helenHead, here + "/textes", "document", known).text())
                .contains("déjà dans l’espace");
        var shown = page(next.alice, here).select("#textes");
        assertThat(shown.text()).contains("Procédure ouverte", "Réseau aux textes", "À relire");
        assertThat(search(next.alice, here, "PROCEDURE relire")).contains("1 résultat");
        var remove =
                page(cast.claireCoordinator, here)
                        .select("#textes form[action$=retirer]")
                        .attr("action");
        form(next.alice, remove, 404);
        send(cast.claireCoordinator, remove);
        assertThat(page(next.alice, here).select("#textes").text()).doesNotContain("À relire");
    }
}
