package fr.maillage.protocol.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import fr.maillage.followup.FollowUp;
import fr.maillage.protocol.internal.Document.Kind;
import fr.maillage.protocol.internal.Document.Nature;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast.Followed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MvcResult;

@IntegrationTest
class ProtocolJourneyTest extends ProtocolSteps {

    @Autowired MovableClock clock;

    @Autowired FollowUp followUp;

    @Autowired Documents documents;

    private static final Set<Kind> BY_FINDINGS = Set.of(Kind.AIM, Kind.ACT, Kind.RULE);
    private static final Set<Kind> BY_HAND = Set.of(Kind.CRITERION, Kind.AIM, Kind.ACT, Kind.WATCH);

    @AfterEach
    void backToTheSecondOfJune() {
        clock.reset();
        SecurityContextHolder.clearContext();
    }

    @Test
    void those_that_are_shipped_have_no_flaw_and_every_line_has_its_source_or_says_to_check_it() {
        assertThat(documents.shipped()).hasSize(9);
        for (var shipped : documents.shipped()) {
            assertThat(documents.flaws(shipped.document())).as(shipped.code()).isEmpty();
            assertThat(shipped.document().checking()).isNotBlank();
            var rules = shipped.document().nature() == Nature.PROPOSITIONS;
            for (var kind : rules ? BY_FINDINGS : BY_HAND)
                assertThat(shipped.document().lines(kind))
                        .as(shipped.code() + " " + kind)
                        .isNotEmpty()
                        .allMatch(line ->
                                line.source().read()
                                                == fr.maillage.protocol.internal.Document.Read
                                                        .NON_LU
                                        || !line.source().text().isBlank());
        }
    }

    @Test
    @Proves({"REQ-PROTOCOLS-01", "REQ-PROTOCOLS-02"})
    void
            a_protocol_serves_once_a_doctor_answers_for_it_and_its_check_is_written_and_is_then_updated()
                    throws Exception {
        var id = take("1-diabete-type-2");
        assertThat(page(cast.claireCoordinator, "/protocoles/" + id).text())
                .contains("source à vérifier", "HbA1c", "tous les 3", "ne s’applique à aucun plan")
                .doesNotContain("Retirer ce protocole");
        assertThat(page(cast.helenHead, "/protocoles").text())
                .contains("Diabète de type 2", "Brouillon");

        var refused = send(cast.claireCoordinator, "/protocoles/" + id + "/publier");
        assertThat(refused.getResponse().getStatus()).isEqualTo(422);
        assertThat(text(refused)).contains("Nommez le médecin", "Fixez la date");
        assertThat(
                        send(
                                        cast.claireCoordinator,
                                        "/protocoles/" + id + "/publier",
                                        "reviewed_by",
                                        "Dr Paul ROUSSEL",
                                        "review_on",
                                        "2029-01-01")
                                .getResponse()
                                .getStatus())
                .as("read again within two years")
                .isEqualTo(422);
        send(
                cast.claireCoordinator,
                "/protocoles/" + id + "/entete",
                "_tag",
                tag(id, "/entete"),
                "title",
                "Diabète sans contrôle",
                "nature",
                "REFERENTIEL",
                "checking",
                " ");
        assertThat(text(publish(id)))
                .as("how its application is checked is asked for")
                .contains("comment son application est vérifiée");
        send(
                cast.claireCoordinator,
                "/protocoles/" + id + "/entete",
                "_tag",
                tag(id, "/entete"),
                "title",
                "Diabète",
                "nature",
                "REFERENTIEL",
                "pathologies",
                "diabète",
                "checking",
                "Dix dossiers relus chaque année");
        publish(id);
        assertThat(page(cast.sophieSecretary, "/protocoles/" + id).text())
                .contains(
                        "Publié, v1",
                        "validé par Dr Paul ROUSSEL",
                        "Dix dossiers relus chaque année");

        send(cast.claireCoordinator, "/protocoles/" + id + "/version");
        assertThat(text(send(cast.claireCoordinator, "/protocoles/" + id + "/version")))
                .contains("ce qui change dans cette version");
        send(
                cast.claireCoordinator,
                "/protocoles/" + id + "/version",
                "raison",
                "HbA1c tous les 2 mois");
        var hba1c = "/protocoles/" + id + "/lignes/interventions/DT2-03";
        var form = line(id, "DT2-03");
        assertThat(
                        send(cast.karimCoordinator, hba1c, with(form, "every_n", "2"))
                                .getResponse()
                                .getStatus())
                .isEqualTo(302);
        var late = send(cast.claireCoordinator, hba1c, with(form, "every_n", "4"));
        assertThat(late.getResponse().getStatus()).as("Karim was first").isEqualTo(409);
        assertThat(Jsoup.parse(text(late)).select("#interventions-DT2-03-every_n").val())
                .isEqualTo("4");
        var exploding =
                send(
                        cast.claireCoordinator,
                        "/protocoles/" + id + "/lignes/interventions",
                        "_tag",
                        "",
                        "title",
                        "Glycémie",
                        "type",
                        "EXAMEN",
                        "origin",
                        "DEBUT",
                        "every_n",
                        "1",
                        "unit",
                        "JOUR",
                        "times",
                        "730",
                        "read",
                        "NON_LU");
        assertThat(exploding.getResponse().getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(text(exploding)).select("#interventions-nouveau-times-error").text())
                .contains("730 actes", "400 au plus");
        publish(id);
        assertThat(page(cast.claireCoordinator, "/protocoles/" + id).text())
                .contains("Publié, v2", "Remplacé");
        var compare =
                page(cast.claireCoordinator, "/protocoles/" + id)
                        .select("a[href*=comparer]")
                        .last();
        var compared = page(cast.claireCoordinator, Objects.requireNonNull(compare).attr("href"));
        assertThat(compared.text()).contains("1 différence,", "tous les 3", "tous les 2");
        assertThat(compared.select("#de option[selected]").text())
                .as("a version that serves no more")
                .endsWith(", v1");
        assertThat(status(cast.calaisCoordinator, "/protocoles/" + id)).isEqualTo(404);
        send(cast.claireCoordinator, "/protocoles/" + id + "/version", "raison", "essai");
        send(cast.claireCoordinator, "/protocoles/" + id + "/lignes/surveillances/DT2-S1/retirer");
        send(cast.claireCoordinator, "/protocoles/" + id + "/abandonner");
        assertThat(page(cast.claireCoordinator, "/protocoles/" + id).text()).doesNotContain("v3");
        var alone = take("7-cancer");
        send(cast.claireCoordinator, "/protocoles/" + alone + "/abandonner");
        assertThat(status(cast.claireCoordinator, "/protocoles/" + alone)).isEqualTo(404);
    }

    @Test
    @Proves({"REQ-PROTOCOLS-07", "REQ-FOLLOWUP-04"})
    void
            protocols_are_previewed_line_by_line_adapted_taken_once_and_the_newer_version_proposes_its_differences()
                    throws Exception {
        var diabetes = published("1-diabete-type-2");
        var home = published("6-sortie-hopital");
        var samia = cast.newFollowed(cast.douai, 2, 20);
        var pps = begin(samia);
        send(
                cast.claireCoordinator,
                plan(samia, pps) + "/pathologies",
                "_tag",
                "",
                "label",
                "Diabète de type 2");
        var daily =
                send(
                        cast.claireCoordinator,
                        plan(samia, pps) + "/interventions",
                        "_tag",
                        "",
                        "title",
                        "Glycémie",
                        "type",
                        "EXAMEN",
                        "starts_on",
                        "2026-06-10",
                        "every_n",
                        "1",
                        "unit",
                        "JOUR",
                        "ends_on",
                        "2028-06-10");
        assertThat(daily.getResponse().getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(text(daily)).select("#interventions-nouveau-ends_on-error").text())
                .as("in the plan itself, beside the field")
                .contains("732 actes", "400 au plus");
        var at = plan(samia, pps) + "/protocoles";
        assertThat(page(cast.claireCoordinator, at).text())
                .contains("pathologie du plan : Diabète de type 2");
        var preview = page(cast.claireCoordinator, at + "?p=" + diabetes + "&p=" + home);
        var ticked = preview.select("input[name^=ok-][checked]").eachAttr("name");
        var hba1c = "ok-" + diabetes + ".DT2-03";
        assertThat(ticked).contains(hba1c, "ok-" + home + ".SH-10");
        assertThat(ticked)
                .as("for some only, or without a date")
                .doesNotContain("ok-" + diabetes + ".DT2-22");
        assertThat(rows(pps)).as("a preview writes nothing").isEmpty();

        var doctor = member(samia);
        var sent =
                new ArrayList<String>(List.of("_seen", preview.select("input[name=_seen]").val()));
        for (var name : List.of(hba1c, "ok-" + home + ".SH-17", "ok-" + home + ".SH-10"))
            sent.addAll(List.of(name, "on"));
        sent.addAll(List.of("p", diabetes.toString(), "p", home.toString()));
        var id = diabetes + ".DT2-03";
        sent.addAll(
                List.of(
                        "start-" + id,
                        "2026-06-10",
                        "unit-" + id,
                        "JOUR",
                        "every-" + id,
                        "1",
                        "times-" + id,
                        "500",
                        "window-" + id,
                        "0",
                        "tolerance-" + id,
                        "3",
                        "actor-" + id,
                        doctor.toString()));
        var many = send(cast.claireCoordinator, at, sent.toArray(String[]::new));
        assertThat(many.getResponse().getStatus()).isEqualTo(422);
        assertThat(text(many)).contains("500 actes", "400 au plus", "value=\"500\"");
        sent.set(sent.indexOf("500"), "4");
        sent.set(sent.indexOf("JOUR"), "MOIS");
        assertThat(
                        send(cast.claireCoordinator, at, sent.toArray(String[]::new))
                                .getResponse()
                                .getStatus())
                .isEqualTo(302);
        assertThat(rows(pps))
                .containsExactlyInAnyOrder(
                        "HbA1c MOIS 1 4 - 1 HBA1C Dr Anne MOREL",
                        "Document de sortie / lettre de liaison remis au patient et adressé au médecin traitant SORTIE 0 - 1 LETTRE_LIAISON -"
                                .replace("médecin traitant", "MT"),
                        "Consultation / visite MT SORTIE 7 - 1 MT_APRES_SORTIE -");
        assertThat(
                        send(cast.claireCoordinator, at, sent.toArray(String[]::new))
                                .getResponse()
                                .getStatus())
                .as("the plan is no longer what was seen")
                .isEqualTo(409);
        var again = page(cast.claireCoordinator, at + "?p=" + diabetes);
        assertThat(again.select("input[name=ok-" + id + "]")).as("taken once").isEmpty();

        newVersion(diabetes);
        var next = page(cast.claireCoordinator, at).text();
        assertThat(next).contains("La version 2 est publiée");
        var differences = page(cast.claireCoordinator, at + "?p=" + diabetes);
        assertThat(differences.select("input[name=ok-" + id + "][checked]")).hasSize(1);
        assertThat(differences.text()).contains("Nouvelle version", "Aujourd’hui dans le plan");
        assertThat(page(cast.claireCoordinator, "/protocoles/" + diabetes + "/plans").text())
                .contains("plus récente publiée", "DURAND");
        take(at, differences, diabetes, "ok-" + id);
        assertThat(rows(pps))
                .as("the same line, at the new rhythm, from the new version")
                .anyMatch(
                        r -> r.startsWith("HbA1c MOIS 2") && r.contains(" 2 HBA1C Dr Anne MOREL"));
        var kept = rows(pps);
        var open = page(cast.claireCoordinator, at + "?p=" + diabetes);
        send(
                cast.claireCoordinator,
                "/protocoles/" + diabetes + "/retirer",
                "pourquoi",
                "en cours de relecture");
        assertThat(
                        send(
                                        cast.claireCoordinator,
                                        at,
                                        "_seen",
                                        open.select("input[name=_seen]").val(),
                                        "p",
                                        diabetes.toString(),
                                        "ok-" + diabetes + ".DT2-06",
                                        "on")
                                .getResponse()
                                .getStatus())
                .as("withdrawn between the preview and its acceptance")
                .isEqualTo(409);
        assertThat(rows(pps))
                .as("every line stays, its rhythm, who does it, its origin")
                .isEqualTo(kept)
                .hasSize(3);
        assertThat(watched(pps))
                .as("what must not stay silent of them still alerts")
                .contains("HbA1c absente");
        assertThat(page(cast.claireCoordinator, plan(samia, pps)).text())
                .as("nothing is lost, a mark says so")
                .contains("HbA1c", "retiré", "en cours de relecture");
        assertThat(page(cast.claireCoordinator, at).text())
                .contains("Les lignes restent dans le plan")
                .doesNotContain("est publiée");
        assertThat(
                        page(cast.claireCoordinator, at)
                                .select("a[href*=" + diabetes + "], input[value=" + diabetes + "]"))
                .as("a newer version is proposed no more")
                .isEmpty();
        assertThat(status(cast.sophieSecretary, at)).isIn(403, 404);
        assertThat(status(cast.calaisCoordinator, at)).isEqualTo(404);
    }

    @Test
    @Proves("REQ-FOLLOWUP-01")
    void what_follows_a_discharge_is_dated_when_the_person_is_home_and_what_was_done_stays()
            throws Exception {
        var home = published("6-sortie-hopital");
        var jean = cast.newFollowed(cast.douai, 2, 20);
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "update patient.patient set mt_state = 'A_RECHERCHER', mt_rpps = null, mt_name = null where id = :id")
                                .param("id", jean.patient().value())
                                .update());
        var pps = begin(jean);
        var at = plan(jean, pps) + "/protocoles";
        var preview = page(cast.claireCoordinator, at + "?p=" + home);
        take(at, preview, home, "ok-" + home + ".SH-17", "ok-" + home + ".SH-29");
        send(
                cast.claireCoordinator,
                plan(jean, pps) + "/objectifs",
                "_tag",
                "",
                "title",
                "Rentrer",
                "kind",
                "QUALITATIF",
                "domain",
                "MEDICAL");
        var steering =
                page(cast.claireCoordinator, plan(jean, pps) + "/modifier")
                        .selectFirst("form[action$=/sections/CONDUITE]");
        send(
                cast.claireCoordinator,
                Objects.requireNonNull(steering).attr("action"),
                "_tag",
                steering.select("input[name=_tag]").val(),
                "reassess_on",
                "2027-01-01");
        assertThat(
                        send(cast.claireCoordinator, plan(jean, pps) + "/soumettre")
                                .getResponse()
                                .getStatus())
                .isEqualTo(302);
        assertThat(acts(jean)).as("nobody came home yet").isEmpty();

        stay(jean, "2026-06-02");
        await(jean, "Consultation / visite MT 2026-06-09 PREVU", "Clôture 2026-07-02 PREVU");
        clock.move(Duration.ofDays(6));
        var visit =
                cast.in(
                        cast.douai,
                        () ->
                                sql.sql(
                                                "select id from followup.occurrence where patient_id = :p and due_on = '2026-06-09'")
                                        .param("p", jean.patient().value())
                                        .query((row, _) -> row.getObject(1, UUID.class))
                                        .single());
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(
                                cast.claireCoordinator, null, List.of()));
        cast.as(
                cast.claireCoordinator,
                () ->
                        followUp.mark(
                                visit,
                                new FollowUp.Mark.Done(
                                        LocalDate.of(2026, 6, 8), "Dr Anne MOREL", null)));

        clock.move(Duration.ofDays(2));
        stay(jean, "2026-06-10");
        await(
                jean,
                "Consultation / visite MT 2026-06-09 FAIT",
                "Consultation / visite MT 2026-06-17 PREVU",
                "Clôture 2026-07-10 PREVU");
    }

    @Test
    @Proves("REQ-PROTOCOLS-03")
    void a_model_shared_by_one_structure_is_taken_by_another_and_their_differences_are_seen()
            throws Exception {
        var ours = published("5-personne-agee-fragile");
        assertThat(
                        text(
                                send(
                                        cast.calaisCoordinator,
                                        "/protocoles/partages/" + UUID.randomUUID() + "/prendre")))
                .isNotNull();
        assertThat(page(cast.calaisCoordinator, "/protocoles").text())
                .as("nothing is shared unasked")
                .doesNotContain("Appui Douaisis, v1");
        send(cast.claireCoordinator, "/protocoles/" + ours + "/partager");
        send(cast.claireCoordinator, "/protocoles/" + ours + "/partager");
        var offered =
                page(cast.calaisCoordinator, "/protocoles")
                        .select("a[href^=/protocoles/partages/]")
                        .last();
        var entry = Objects.requireNonNull(offered).attr("href");
        assertThat(page(cast.calaisCoordinator, entry).text())
                .contains("Personne âgée", "Prendre une copie");
        var taken = id(send(cast.calaisCoordinator, entry + "/prendre"));
        send(
                cast.calaisCoordinator,
                "/protocoles/" + taken + "/lignes/interventions/PA-29/retirer");
        send(
                cast.calaisCoordinator,
                "/protocoles/" + taken + "/publier",
                "reviewed_by",
                "Dr Lise CARLIER",
                "review_on",
                "2027-06-01");
        var version =
                cast.in(
                        cast.calais,
                        () ->
                                sql.sql("select id from protocol.version where protocol_id = :p")
                                        .param("p", taken)
                                        .query((row, _) -> row.getObject(1, UUID.class))
                                        .single());
        var shelf = entry.substring(entry.lastIndexOf('/') + 1);
        assertThat(
                        page(
                                        cast.calaisCoordinator,
                                        "/protocoles/comparer?de=e-" + shelf + "&a=v-" + version)
                                .text())
                .contains("1 différence,", "Appui Douaisis", "n’y est pas");
        assertThat(page(cast.calaisCoordinator, "/protocoles/comparer").text())
                .contains("Choisissez-en deux");
        assertThat(
                        cast.in(
                                cast.calais,
                                () ->
                                        sql.sql("delete from protocol.shelf where id = :id")
                                                .param("id", UUID.fromString(shelf))
                                                .update()))
                .as("nobody removes what another shares")
                .isZero();
        send(cast.claireCoordinator, "/protocoles/" + ours + "/departager");
        assertThat(status(cast.calaisCoordinator, entry)).isEqualTo(404);
        assertThat(status(cast.calaisCoordinator, "/protocoles/" + taken)).isEqualTo(200);

        var file =
                mvc.perform(
                                get("/protocoles/" + ours + "/export.json")
                                        .with(user(cast.claireCoordinator)))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray();
        var read = upload(file);
        assertThat(read.getResponse().getStatus()).isEqualTo(302);
        assertThat(page(cast.calaisCoordinator, "/protocoles/" + id(read)).text())
                .contains("repris d’un fichier", "Personne âgée fragile");
        for (var bad :
                List.of(
                        "pas du json",
                        "{}",
                        "[]",
                        "{\"title\":\"x\",\"acts\":[{\"key\":\"a b\",\"title\":\"t\",\"window\":0,\"tolerance\":0}]}",
                        "{\"title\":\"x\",\"acts\":[{\"key\":\"a\",\"title\":\"t\",\"type\":\"EXAMEN\",\"window\":0,\"tolerance\":0,"
                                + "\"when\":{\"origin\":\"DEBUT\",\"everyN\":1,\"unit\":\"JOUR\",\"times\":900,\"afterN\":0}}]}")) {
            assertThat(upload(bad.getBytes(StandardCharsets.UTF_8)).getResponse().getStatus())
                    .as(bad)
                    .isEqualTo(422);
        }
        assertThat(upload(new byte[0]).getResponse().getStatus()).isEqualTo(422);
        var own =
                id(
                        send(
                                cast.calaisCoordinator,
                                "/protocoles",
                                "title",
                                "PPS précarité, modèle",
                                "nature",
                                "MODELE_PPS",
                                "theme",
                                "PRECARITE"));
        assertThat(page(cast.calaisCoordinator, "/protocoles/" + own + "/modifier").text())
                .contains("PPS précarité, modèle");
        assertThat(
                        send(cast.sophieSecretary, "/protocoles", "title", "x")
                                .getResponse()
                                .getStatus())
                .isEqualTo(404);
    }

    // ── steps ──

    @Test
    @Proves("REQ-PROTOCOLS-02")
    void a_check_of_its_application_is_noted_with_its_figures_and_never_changes() throws Exception {
        var id = published("1-diabete-type-2");
        var at = "/protocoles/" + id + "/verifications";
        var refused =
                send(
                        cast.claireCoordinator,
                        at,
                        "du",
                        "2026-05-01",
                        "au",
                        "2026-07-01",
                        "constat",
                        "");
        assertThat(refused.getResponse().getStatus()).isEqualTo(422);
        assertThat(text(refused)).contains("On vérifie une période qui est passée");
        assertThat(send(cast.sophieSecretary, at, "constat", "x").getResponse().getStatus())
                .isEqualTo(404);
        send(
                cast.claireCoordinator,
                at,
                "du",
                "2026-05-01",
                "au",
                "2026-06-01",
                "constat",
                "Les fonds d’œil tardent.",
                "decision",
                "Relancer le centre.");
        var page = page(cast.claireCoordinator, "/protocoles/" + id);
        assertThat(page.text().replace('\u00A0', ' '))
                .contains(
                        "Du 1er mai 2026 au 1er juin 2026, v1",
                        "0 acte : 0 dans les dates",
                        "Les fonds d’œil tardent.",
                        "Relancer le centre.",
                        "Claire DUMONT, le 2 juin 2026");
        assertThat(page.select("a[href*=par=protocole]").attr("href")).endsWith("code=" + id);
        org.assertj.core.api.Assertions.assertThatThrownBy(() ->
                        cast.in(
                                cast.douai,
                                () ->
                                        sql.sql(
                                                        "update protocol.review set findings = 'autre' where protocol_id = :id")
                                                .param("id", id)
                                                .update()))
                .rootCause()
                .hasMessageContaining("never changed");
    }

    @Test
    @Proves({"REQ-PROTOCOLS-05", "REQ-PROTOCOLS-08"})
    void
            a_protocol_of_cooperation_says_who_delegates_to_whom_and_on_what_basis_and_the_plan_repeats_it()
                    throws Exception {
        var id =
                id(
                        send(
                                cast.claireCoordinator,
                                "/protocoles",
                                "title",
                                "ETP par l’infirmière",
                                "nature",
                                "COOPERATION",
                                "theme",
                                "",
                                "checking",
                                "Chaque année, dix plans relus."));
        send(
                cast.claireCoordinator,
                "/protocoles/" + id + "/lignes/interventions",
                "_tag",
                "",
                "title",
                "Séance d’éducation au pied diabétique",
                "type",
                "SEANCE_EDUCATION",
                "role",
                "infirmière",
                "origin",
                "DEBUT",
                "unit",
                "",
                "read",
                "NON_LU",
                "window",
                "30",
                "tolerance",
                "7");
        var refused =
                send(
                        cast.claireCoordinator,
                        "/protocoles/" + id + "/publier",
                        "reviewed_by",
                        "Dr Paul ROUSSEL",
                        "review_on",
                        "2027-06-01");
        assertThat(refused.getResponse().getStatus()).isEqualTo(422);
        assertThat(text(refused)).contains("dit qui délègue, à qui, et sur quelle base");
        send(
                cast.claireCoordinator,
                "/protocoles/" + id + "/entete",
                "_tag",
                tag(id, "/entete"),
                "title",
                "ETP par l’infirmière",
                "nature",
                "COOPERATION",
                "theme",
                "",
                "checking",
                "Chaque année, dix plans relus.",
                "delegated_by",
                "le médecin traitant",
                "delegated_to",
                "l’infirmière formée à l’ETP",
                "basis",
                "CSP L.4011-1, autorisation du 3 mars 2026");
        publish(id);
        assertThat(page(cast.claireCoordinator, "/protocoles/" + id).text().replace('\u00A0', ' '))
                .contains(
                        "Protocole de coopération",
                        "Délégué par le médecin traitant à l’infirmière formée à l’ETP. Base : CSP L.4011-1, autorisation du 3 mars 2026");

        var samia = cast.newFollowed(cast.douai, 2, 20);
        var pps = begin(samia);
        var at = plan(samia, pps) + "/protocoles";
        var preview = page(cast.claireCoordinator, at + "?p=" + id);
        take(
                at,
                preview,
                id,
                Objects.requireNonNull(preview.selectFirst("input[name^=ok-" + id + "]"))
                        .attr("name"));
        assertThat(page(cast.claireCoordinator, plan(samia, pps) + "/modifier").text())
                .contains(
                        "Séance d’éducation au pied diabétique",
                        "Délégué par le médecin traitant à l’infirmière formée à l’ETP");
    }

    @Test
    @Proves("REQ-PROTOCOLS-06")
    void national_references_of_organisation_are_held_by_theme() throws Exception {
        for (var theme :
                List.of("PERINATALITE", "GERONTOLOGIE", "SOINS_PALLIATIFS", "CANCEROLOGIE"))
            send(
                    cast.calaisCoordinator,
                    "/protocoles",
                    "title",
                    "Référentiel national, " + theme,
                    "nature",
                    "ORGANISATION",
                    "theme",
                    theme);
        var list = page(cast.calaisCoordinator, "/protocoles");
        for (var theme :
                List.of("PERINATALITE", "GERONTOLOGIE", "SOINS_PALLIATIFS", "CANCEROLOGIE")) {
            var label =
                    cast.in(
                            cast.calais,
                            () ->
                                    sql.sql("select label from network.theme where code = :c")
                                            .param("c", theme)
                                            .query((row, _) -> row.getString(1))
                                            .single());
            assertThat(list.select("tr:contains(Référentiel national, " + theme + ")").text())
                    .contains("Référentiel d’organisation", label);
        }
    }

    @Test
    void criteria_of_the_settings_are_compared_with_those_of_protocols_taken_and_shared()
            throws Exception {
        published("1-diabete-type-2");
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "update network.criterion set active = false where label = 'Diabète de type 2 connu'")
                                .update());
        var page = page(cast.helenHead, "/protocoles/criteres");
        var other =
                page.select("#autres")
                        .parents()
                        .select("tr:contains(Diabète de type 2 connu)")
                        .first();
        assertThat(Objects.requireNonNull(other).text())
                .contains("Inclusion", "Diabète de type 2 de l’adulte");
        var form = Objects.requireNonNull(other.selectFirst("form"));
        send(
                cast.helenHead,
                form.attr("action"),
                "kind",
                form.select("[name=kind]").val(),
                "theme",
                form.select("[name=theme]").val(),
                "label",
                form.select("[name=label]").val());
        var after = page(cast.claireCoordinator, "/protocoles/criteres");
        assertThat(after.select("section:has(#nos) tr:contains(Diabète de type 2 connu)").text())
                .contains("Diabète de type 2 de l’adulte");
        assertThat(after.select("section:has(#autres) tr:contains(Diabète de type 2 connu)"))
                .isEmpty();
        assertThat(after.select("form[action=/reglages/criteres]"))
                .as("the head decides")
                .isEmpty();
        var model = id(send(cast.claireCoordinator, "/protocoles/criteres"));
        assertThat(page(cast.claireCoordinator, "/protocoles/" + model).text())
                .contains(
                        "Critères d’inclusion et de sortie de la structure",
                        "Diabète de type 2 connu");
    }

    /// Monitoring constraints that follow lines of a plan.
    private List<String> watched(UUID pps) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        select w.title from careplan.line_origin o
                                          join protocol.watch w on w.network_id = o.network_id and w.version_id = o.version_id and w.act_key = o.line_key
                                         where o.pps_id = :pps
                                        """)
                                .param("pps", pps)
                                .query((row, _) -> row.getString(1))
                                .list());
    }

    private void newVersion(UUID id) throws Exception {
        send(cast.claireCoordinator, "/protocoles/" + id + "/version", "raison", "plus souvent");
        send(
                cast.claireCoordinator,
                "/protocoles/" + id + "/lignes/interventions/DT2-03",
                with(line(id, "DT2-03"), "every_n", "2"));
        publish(id);
    }

    private void stay(Followed person, String home) throws Exception {
        var stays = "/dossiers/" + person.patient() + "/sejours";
        send(
                cast.claireCoordinator,
                stays,
                "kind",
                "NON_PROGRAMME",
                "hospital",
                "CH de Douai",
                "admittedOn",
                LocalDate.parse(home).minusDays(1).toString());
        var stay =
                cast.in(
                        cast.douai,
                        () ->
                                sql.sql(
                                                "select id from casefile.stay where patient_id = :p and discharged_on is null")
                                        .param("p", person.patient().value())
                                        .query((row, _) -> row.getString(1))
                                        .single());
        send(cast.claireCoordinator, stays + "/" + stay + "/retour", "dischargedOn", home);
    }

    private void await(Followed person, String... expected) throws InterruptedException {
        for (int wait = 0; wait < 100 && !acts(person).equals(List.of(expected)); wait++)
            Thread.sleep(50);
        assertThat(acts(person)).containsExactly(expected);
    }

    private List<String> acts(Followed person) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        select split_part(title, '\u00A0:', 1) || ' ' || due_on || ' ' || status from followup.occurrence
                                         where patient_id = :p order by due_on
                                        """)
                                .param("p", person.patient().value())
                                .query((row, _) -> row.getString(1).replace("\u00A0", ""))
                                .list());
    }

    private UUID member(Followed person) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql("select id from casefile.care_team where patient_id = :p limit 1")
                                .param("p", person.patient().value())
                                .query((row, _) -> row.getObject(1, UUID.class))
                                .single());
    }

    private MvcResult upload(byte[] bytes) throws Exception {
        return mvc.perform(
                        multipart("/protocoles/importer")
                                .file(
                                        new MockMultipartFile(
                                                "fichier",
                                                "protocole.json",
                                                "application/json",
                                                bytes))
                                .with(user(cast.calaisCoordinator))
                                .with(csrf()))
                .andReturn();
    }
}
