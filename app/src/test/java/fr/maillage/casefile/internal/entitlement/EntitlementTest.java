package fr.maillage.casefile.internal.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.maillage.access.SignedIn;
import fr.maillage.followup.CatchUp;
import fr.maillage.network.Setting;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;
import fr.maillage.testing.TestWorld.Cast.Followed;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/// Rights with an end date: noted, followed step by step, warned about in time, renewed.
@IntegrationTest
class EntitlementTest {

    @Autowired Cast cast;
    @Autowired MockMvc mvc;
    @Autowired JdbcClient sql;
    @Autowired MovableClock clock;
    @Autowired CatchUp sweep;

    @BeforeEach
    @AfterEach
    void tuesday() {
        clock.reset();
    }

    @Test
    void an_ame_that_ends_in_thirty_days_warns_and_falls_silent_once_renewed() throws Exception {
        var mariama = cast.newFollowed(cast.douai, 2, 40);
        var id = add(mariama, granted("AME", "2025-07-03", "2026-07-02"));
        raised(mariama, "DROIT_QUI_SE_TERMINE : AME : échéance le 02/07/2026");
        var day =
                page(cast.claireCoordinator, "/journee?tout=1")
                        .select("[data-row]:contains(échéance le 02/07/2026)");
        assertThat(day.text()).contains("Dans 30 j", "Renouveler");
        assertThat(day.select("a[href=" + here(mariama) + "/" + id + "]")).isNotEmpty();
        assertThat(
                        page(cast.claireCoordinator, "/dossiers/" + mariama.patient())
                                .select(".patient-warnings")
                                .text())
                .contains("Droit : AME jusqu’au jeu. 2 juil.");
        assertThat(
                        page(cast.claireCoordinator, "/dossiers/" + mariama.patient())
                                .select("section:contains(Droits et mesures)")
                                .text())
                .contains("AME", "jusqu’au jeu. 2 juil.");

        assertThat(
                        page(cast.claireCoordinator, "/dossiers/" + mariama.patient())
                                .select(".worklist")
                                .text())
                .contains("Dû dans 30 j", "échéance le 02/07/2026");
        assertThat(page(cast.drMorel, "/dossiers/" + mariama.patient()).text())
                .as("the circle reads neither the rights nor their alerts")
                .doesNotContain("02/07/2026")
                .doesNotContain("AME");

        var answer =
                send(
                        cast.claireCoordinator,
                        here(mariama) + "/" + id + "/renouvellement",
                        Map.of("version", "0"));
        assertThat(answer.getStatus()).isEqualTo(302);
        var next = idOf(answer);
        raised(
                mariama,
                "DROIT_QUI_SE_TERMINE : AME : échéance le 02/07/2026, renouvellement à demander");
        assertThat(
                        send(
                                        cast.claireCoordinator,
                                        here(mariama) + "/" + id + "/renouvellement",
                                        Map.of("version", "1"))
                                .getStatus())
                .as("once")
                .isEqualTo(422);

        var asked =
                new LinkedHashMap<>(
                        Map.of("state", "DEMANDE", "askedOn", "2026-06-02", "version", "0"));
        assertThat(
                        send(cast.claireCoordinator, here(mariama) + "/" + next + "/droit", asked)
                                .getStatus())
                .isEqualTo(302);
        raised(
                mariama,
                "DROIT_QUI_SE_TERMINE : AME : échéance le 02/07/2026, renouvellement demandé le 02/06");

        var early = granted("AME", "2026-07-01", "2027-07-02");
        early.put("version", "1");
        var refused = send(cast.claireCoordinator, here(mariama) + "/" + next + "/droit", early);
        assertThat(refused.getStatus()).as("the former runs until the 2nd").isEqualTo(422);
        assertThat(error(refused, "startsOn")).contains("du 3 juillet 2025 au 2 juillet 2026");

        var granted = granted("AME", "2026-07-03", "2027-07-02");
        granted.put("version", "1");
        assertThat(
                        send(cast.claireCoordinator, here(mariama) + "/" + next + "/droit", granted)
                                .getStatus())
                .isEqualTo(302);
        raised(mariama);
        assertThat(
                        page(cast.claireCoordinator, "/dossiers/" + mariama.patient())
                                .select(".patient-warnings")
                                .text())
                .doesNotContain("AME");
        assertThat(page(cast.claireCoordinator, here(mariama) + "/" + next).text())
                .contains("Renouvelle un droit accordé jusqu’au 2 juillet 2026");
    }

    /// The delay of each kind is the structure's; the day before it, nothing is said.
    @Test
    void each_kind_has_its_own_notice_and_the_view_and_the_setting_agree() {
        for (var kind : RightKind.values())
            assertThat(
                            sql.sql(
                                            "select notice_days || ' ' || label from casefile.right_kind where kind = :kind")
                                    .param("kind", kind.name())
                                    .query((row, _) -> row.getString(1))
                                    .single())
                    .as(kind.name())
                    .isEqualTo(kind.notice().byDefault() + " " + kind.label());
        assertThat(Setting.RIGHT_NOTICE_AME.source()).isEqualTo("proposition Maillage");
    }

    @Test
    void the_structure_changes_the_delay() throws Exception {
        var who = cast.newFollowed(cast.calais, 2, 40);
        var form = granted("AEEH", "2024-07-01", "2026-09-30"); // 120 days
        assertThat(send(cast.calaisCoordinator, here(who), form).getStatus()).isEqualTo(302);
        raised(who, "DROIT_QUI_SE_TERMINE : AEEH : échéance le 30/09/2026");
        cast.in(
                cast.calais,
                () ->
                        sql.sql(
                                        "insert into network.setting (key, level, value) values ('RIGHT_NOTICE_AEEH', -1, '119')")
                                .update());
        try {
            raised(who);
            clock.move(Duration.ofDays(1));
            raised(who, "DROIT_QUI_SE_TERMINE : AEEH : échéance le 30/09/2026");
        } finally {
            cast.in(
                    cast.calais,
                    () ->
                            sql.sql("delete from network.setting where key = 'RIGHT_NOTICE_AEEH'")
                                    .update());
        }
    }

    @Test
    void a_right_that_lapsed_stays_until_something_is_said_and_never_after_a_death()
            throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 40);
        var id = add(odette, granted("APA", "2024-05-01", "2026-05-20"));
        raised(odette, "DROIT_QUI_SE_TERMINE : APA : échéance passée le 20/05/2026");
        assertThat(
                        send(
                                        cast.claireCoordinator,
                                        here(odette) + "/" + id + "/fin",
                                        Map.of("version", "0"))
                                .getStatus())
                .isEqualTo(422);
        assertThat(
                        send(
                                        cast.claireCoordinator,
                                        here(odette) + "/" + id + "/fin",
                                        Map.of("closedWhy", "Entrée en EHPAD", "version", "0"))
                                .getStatus())
                .isEqualTo(302);
        raised(odette);
        assertThat(
                        send(
                                        cast.claireCoordinator,
                                        here(odette) + "/" + id + "/demarche",
                                        Map.of(
                                                "stepWhat",
                                                "x",
                                                "stepOn",
                                                "2026-06-02",
                                                "version",
                                                "1"))
                                .getStatus())
                .as("closed")
                .isEqualTo(422);

        var marcel = cast.newFollowed(cast.douai, 3, 40);
        add(marcel, granted("AAH", "2024-05-01", "2026-06-20"));
        raised(marcel, "DROIT_QUI_SE_TERMINE : AAH : échéance le 20/06/2026");
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "update patient.patient set deceased_on = '2026-06-01' where id = :id")
                                .param("id", marcel.patient().value())
                                .update());
        raised(marcel);
        assertThat(
                        page(cast.claireCoordinator, "/droits?sous=tous")
                                .select("a[href^=" + here(marcel) + "]"))
                .isEmpty();
    }

    /// Each step with who did it and when the next is; the next one comes back on its day.
    @Test
    @Proves({"REQ-INTAKE-13", "REQ-FOLLOWUP-07"})
    void the_same_counter_informs_orients_and_follows_an_administrative_step() throws Exception {
        var advice =
                send(
                        cast.sophieSecretary,
                        "/demandes",
                        Map.of(
                                "asker",
                                "Mme Baillet",
                                "askerQuality",
                                "PROCHE",
                                "patient",
                                "PERSONNE",
                                "motives",
                                "CONSEIL",
                                "channel",
                                "TELEPHONE",
                                "urgency",
                                "NORMALE"));
        assertThat(advice.getStatus()).as("information about nobody").isEqualTo(302);
        assertThat(
                        send(
                                        cast.sophieSecretary,
                                        advice.getRedirectedUrl() + "/conseil",
                                        Map.of("advice", "La C2S se demande à la CPAM"))
                                .getStatus())
                .isEqualTo(302);

        var samia = cast.newFollowed(cast.douai, 2, 40);
        var oriented =
                send(
                        cast.sophieSecretary,
                        "/demandes",
                        Map.of(
                                "asker",
                                "Dr Anne MOREL",
                                "askerQuality",
                                "MEDECIN_TRAITANT",
                                "patient",
                                samia.patient().toString(),
                                "motives",
                                "ACCES_DROITS",
                                "channel",
                                "TELEPHONE",
                                "urgency",
                                "NORMALE",
                                "agreement",
                                "INFORMEE_ACCORD",
                                "mt",
                                "A_PREVENIR"));
        assertThat(oriented.getStatus()).isEqualTo(302);
        assertThat(
                        send(
                                        cast.claireCoordinator,
                                        oriented.getRedirectedUrl() + "/orientation",
                                        Map.of(
                                                "toKind",
                                                "CLIC",
                                                "toName",
                                                "CLIC du Douaisis",
                                                "content",
                                                "Accès aux droits",
                                                "agreed",
                                                "true"))
                                .getStatus())
                .isEqualTo(302);

        var answer =
                send(
                        cast.sophieSecretary,
                        here(samia),
                        Map.of(
                                "kind",
                                "C2S",
                                "state",
                                "A_DEMANDER",
                                "body",
                                "CPAM",
                                "nextWhat",
                                "Réunir les avis d’imposition",
                                "nextOn",
                                "2026-06-05",
                                "nextBy",
                                "la fille"));
        assertThat(answer.getStatus()).as("the secretary too").isEqualTo(302);
        var id = idOf(answer);
        raised(samia);
        clock.move(Duration.ofDays(3));
        raised(samia, "DEMARCHE_A_FAIRE : C2S : Réunir les avis d’imposition");
        assertThat(
                        send(
                                        cast.sophieSecretary,
                                        here(samia) + "/" + id + "/demarche",
                                        Map.of(
                                                "stepWhat",
                                                "Dossier déposé à l’accueil de la CPAM",
                                                "stepOn",
                                                "2026-06-05",
                                                "stepBy",
                                                "Samia et sa fille",
                                                "nextWhat",
                                                "Appeler la CPAM",
                                                "nextOn",
                                                "2026-06-25",
                                                "nextBy",
                                                "Sophie",
                                                "version",
                                                "0"))
                                .getStatus())
                .isEqualTo(302);
        raised(samia);
        var page = page(cast.claireCoordinator, here(samia) + "/" + id).select(".timeline").text();
        assertThat(page)
                .contains(
                        "Dossier déposé à l’accueil de la CPAM",
                        "Samia et sa fille",
                        "Ensuite : Appeler la CPAM, jeu. 25 juin, par Sophie",
                        "noté par Sophie LECLERC");
    }

    @Test
    void a_refusal_has_its_deadline_and_an_appeal_too_late_is_told() throws Exception {
        var yann = cast.newFollowed(cast.douai, 3, 40);
        var id =
                add(
                        yann,
                        new LinkedHashMap<>(
                                Map.of(
                                        "kind",
                                        "AAH",
                                        "state",
                                        "REFUSE",
                                        "decidedOn",
                                        "2026-05-01",
                                        "body",
                                        "MDPH")));
        raised(yann, "RECOURS_POSSIBLE : AAH refusé : recours possible jusqu’au 01/07/2026");
        var late =
                Map.of(
                        "state",
                        "RECOURS",
                        "decidedOn",
                        "2026-03-01",
                        "appealUntil",
                        "2026-05-01",
                        "appealedOn",
                        "2026-05-02",
                        "version",
                        "0");
        var refused = send(cast.claireCoordinator, here(yann) + "/" + id + "/droit", late);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(error(refused, "appealedOn")).contains("1er mai 2026");
        assertThat(
                        send(
                                        cast.claireCoordinator,
                                        here(yann) + "/" + id + "/droit",
                                        Map.of(
                                                "state",
                                                "RECOURS",
                                                "decidedOn",
                                                "2026-05-01",
                                                "appealUntil",
                                                "2026-07-01",
                                                "appealedOn",
                                                "2026-06-01",
                                                "version",
                                                "0"))
                                .getStatus())
                .isEqualTo(302);
        raised(yann);

        // a judge's decision: fifteen days
        var renee = cast.newFollowed(cast.douai, 3, 40);
        var measure =
                add(
                        renee,
                        new LinkedHashMap<>(
                                Map.of(
                                        "kind",
                                        "PROTECTION",
                                        "name",
                                        "curatelle renforcée",
                                        "state",
                                        "REFUSE",
                                        "decidedOn",
                                        "2026-05-20",
                                        "body",
                                        "JUGE")));
        assertThat(page(cast.claireCoordinator, here(renee) + "/" + measure).text())
                .contains(
                        "Mesure de protection (curatelle renforcée)",
                        "Recours jusqu’au 4 juin 2026, à vérifier sur la décision (code de procédure civile, art. 1239)");
        raised(
                renee,
                "RECOURS_POSSIBLE : Mesure de protection (curatelle renforcée) refusé : recours possible jusqu’au 04/06/2026");
        clock.move(Duration.ofDays(3));
        raised(renee);
    }

    @Test
    void what_is_wrong_is_said_beside_its_field_and_nothing_is_lost() throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 40);
        var wrong =
                send(
                        cast.claireCoordinator,
                        here(odette),
                        Map.of(
                                "kind",
                                "APA",
                                "state",
                                "ACCORDE",
                                "startsOn",
                                "2026-06-02",
                                "endsOn",
                                "2026-06-01",
                                "amount",
                                "-12",
                                "reference",
                                "À garder",
                                "nextWhat",
                                "Appeler"));
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(error(wrong, "endsOn"))
                .isEqualTo("La fin est avant le début : corrigez l’une des deux dates.");
        assertThat(error(wrong, "amount")).isEqualTo("Un montant n’est pas négatif.");
        assertThat(error(wrong, "nextOn")).isEqualTo("Dites quand faire cette démarche.");
        assertThat(Jsoup.parse(wrong.getContentAsString()).select("#reference").val())
                .isEqualTo("À garder");
        assertThat(Jsoup.parse(wrong.getContentAsString()).select("#kind option[selected]").val())
                .isEqualTo("APA");

        var empty = send(cast.claireCoordinator, here(odette), Map.of());
        assertThat(error(empty, "kind")).isEqualTo("Choisissez le droit ou la mesure.");
        assertThat(error(empty, "state")).isEqualTo("Dites où en est ce droit.");
        assertThat(
                        error(
                                send(
                                        cast.claireCoordinator,
                                        here(odette),
                                        Map.of("kind", "AUTRE", "state", "A_DEMANDER")),
                                "name"))
                .isEqualTo("Donnez le nom de ce droit ou de cette mesure.");
        assertThat(
                        error(
                                send(
                                        cast.claireCoordinator,
                                        here(odette),
                                        Map.of(
                                                "kind",
                                                "APA",
                                                "state",
                                                "DEMANDE",
                                                "askedOn",
                                                "2026-06-03")),
                                "askedOn"))
                .contains("dans le futur");
        assertThat(
                        error(
                                send(
                                        cast.claireCoordinator,
                                        here(odette),
                                        Map.of(
                                                "kind",
                                                "APA",
                                                "state",
                                                "ACCORDE",
                                                "endsOn",
                                                "31/02/2026")),
                                "endsOn"))
                .contains("Cette date n’existe pas");
        assertThat(
                        error(
                                send(
                                        cast.claireCoordinator,
                                        here(odette),
                                        Map.of(
                                                "kind",
                                                "APA",
                                                "state",
                                                "A_DEMANDER",
                                                "amount",
                                                "douze")),
                                "amount"))
                .isNotEmpty();
        assertThat(
                        error(
                                send(
                                        cast.claireCoordinator,
                                        here(odette),
                                        Map.of(
                                                "kind",
                                                "APA",
                                                "state",
                                                "A_DEMANDER",
                                                "followedBy",
                                                UUID.randomUUID().toString())),
                                "followedBy"))
                .isEqualTo("Cette personne n’est pas de l’équipe.");
        assertThat(rows(odette)).isZero();

        // an amount with a comma, to the cent
        var form = granted("APA", "2026-01-01", "2027-12-31");
        form.put("amount", "1 042,37 €");
        form.put("amountPer", "MOIS");
        var id = add(odette, form);
        assertThat(
                        page(cast.claireCoordinator, here(odette) + "/" + id)
                                .text()
                                .replace('\u202F', ' ')
                                .replace('\u00A0', ' '))
                .contains("1 042,37 € par mois");

        // the same right again
        var again =
                send(
                        cast.claireCoordinator,
                        here(odette),
                        Map.of(
                                "kind",
                                "APA",
                                "state",
                                "DEMANDE",
                                "askedOn",
                                "2026-06-01",
                                "body",
                                "DEPARTEMENT"));
        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(error(again, "kind"))
                .isEqualTo(
                        "« APA » est déjà suivi pour cette personne (accordé jusqu’au 31 décembre 2027) : ouvrez-le, ou renouvelez-le.");
        // two « autres » of different names are two rights
        add(
                odette,
                new LinkedHashMap<>(
                        Map.of(
                                "kind",
                                "AUTRE",
                                "name",
                                "Carte mobilité inclusion",
                                "state",
                                "A_DEMANDER")));
        add(
                odette,
                new LinkedHashMap<>(
                        Map.of("kind", "AUTRE", "name", "Chèque énergie", "state", "A_DEMANDER")));
        assertThat(
                        send(
                                        cast.claireCoordinator,
                                        here(odette),
                                        Map.of(
                                                "kind",
                                                "AUTRE",
                                                "name",
                                                "cheque energie",
                                                "state",
                                                "A_DEMANDER"))
                                .getStatus())
                .isEqualTo(422);
        assertThatThrownBy(() ->
                        cast.in(
                                cast.douai,
                                () ->
                                        sql.sql(
                                                        "insert into casefile.entitlement (patient_id, kind, state, starts_on) values (:p, 'APA', 'ACCORDE', '2027-06-01')")
                                                .param("p", odette.patient().value())
                                                .update()))
                .as("the database refuses too")
                .rootCause()
                .hasMessageContaining("granted_once");
    }

    /// ALD names a disease: neither the secretary nor the head reads it, nor loses it by saving.
    @Test
    @Proves("REQ-RIGHTS-04")
    void the_disease_behind_a_right_stays_with_the_clinical_team() throws Exception {
        var samia = cast.newFollowed(cast.douai, 2, 40);
        var form = granted("ALD", "2022-01-01", "2026-08-01");
        form.put("detail", "Diabète de type 2");
        form.put("note", "Néphropathie à préciser");
        var id = add(samia, form);
        assertThat(page(cast.claireCoordinator, here(samia) + "/" + id).text())
                .contains("Diabète de type 2", "Néphropathie");
        for (var who : List.of(cast.sophieSecretary, cast.helenHead)) {
            for (var path :
                    List.of(
                            here(samia),
                            here(samia) + "/" + id,
                            "/droits?sous=tous",
                            "/dossiers/" + samia.patient(),
                            "/dossiers/" + samia.patient() + "/ligne-de-vie"))
                assertThat(page(who, path).text())
                        .as(who.displayName() + " " + path)
                        .doesNotContain("Diabète")
                        .doesNotContain("Néphropathie");
        }
        assertThat(
                        page(cast.sophieSecretary, here(samia) + "/" + id + "/modifier")
                                .select("#detail, #note"))
                .isEmpty();
        var saved = granted("ALD", "2022-01-01", "2026-09-01");
        saved.put("version", "0");
        saved.put("detail", "Autre chose");
        assertThat(send(cast.sophieSecretary, here(samia) + "/" + id + "/droit", saved).getStatus())
                .isEqualTo(302);
        assertThat(page(cast.claireCoordinator, here(samia) + "/" + id).text())
                .contains("Diabète de type 2", "Néphropathie", "1er septembre 2026");
        assertThat(page(cast.patientAccount(samia), "/mon-plan").select("#droits + ul").text())
                .as("the person reads where her rights stand")
                .isEqualTo("ALD, accordé jusqu’au 1er septembre 2026");
        assertThat(send(cast.helenHead, here(samia), form).getStatus())
                .as("the head reads")
                .isEqualTo(404);
        for (var who :
                List.of(cast.drMorel, cast.nurseLucie, cast.calaisCoordinator, cast.agencyOfficer))
            assertThat(
                            mvc.perform(get(here(samia) + "/" + id).with(user(who)))
                                    .andReturn()
                                    .getResponse()
                                    .getStatus())
                    .as(who.displayName())
                    .isEqualTo(404);
        assertThat(
                        mvc.perform(get("/droits").with(user(cast.drMorel)))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                .isEqualTo(404);
    }

    @Test
    void the_list_of_the_team_counts_what_it_lists_and_filters() throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 40);
        add(odette, granted("PCH", "2025-01-01", "2026-06-25"));
        add(odette, granted("C2S", "2025-08-01", "2026-07-25"));
        add(odette, granted("INVALIDITE", "2025-08-01", "2026-08-25"));
        add(
                odette,
                new LinkedHashMap<>(
                        Map.of(
                                "kind",
                                "AEEH",
                                "state",
                                "DEMANDE",
                                "askedOn",
                                "2026-05-02",
                                "followedBy",
                                cast.karimCoordinator.member().toString())));
        var page = page(cast.claireCoordinator, "/droits");
        assertThat(page.select(".tile")).hasSize(7);
        for (var tile : page.select(".tile"))
            assertThat(page(cast.claireCoordinator, tile.attr("href")).select("[data-row]"))
                    .as(tile.text())
                    .hasSize(Integer.parseInt(tile.select("b").text()));
        assertThat(listed(odette, "/droits?sous=j30")).containsExactly("PCH");
        assertThat(listed(odette, "/droits?sous=j60")).containsExactly("PCH", "C2S");
        assertThat(listed(odette, "/droits?sous=j90")).containsExactly("PCH", "C2S", "Invalidité");
        assertThat(listed(odette, "/droits?sous=j90&droit=C2S")).containsExactly("C2S");
        assertThat(listed(odette, "/droits?sous=demarches")).containsExactly("AEEH");
        assertThat(listed(odette, "/droits?sous=tous&qui=" + cast.karimCoordinator.member()))
                .containsExactly("AEEH");
        assertThat(listed(odette, "/droits?sous=tous&etat=DEMANDE")).containsExactly("AEEH");
        assertThat(listed(odette, "/droits?sous=echus")).isEmpty();
        assertThat(page(cast.helenHead, "/droits?sous=j30").select("[data-print]")).hasSize(1);
        assertThat(
                        page(cast.calaisCoordinator, "/droits?sous=tous")
                                .select("a[href^=" + here(odette) + "]"))
                .isEmpty();
    }

    @Test
    void two_tabs_and_a_form_sent_twice() throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 40);
        var form = granted("C2S", "2026-01-01", "2026-12-31");
        form.put("_once", UUID.randomUUID().toString());
        assertThat(idOf(send(cast.claireCoordinator, here(odette), form)))
                .isEqualTo(idOf(send(cast.claireCoordinator, here(odette), form)));
        assertThat(rows(odette)).isEqualTo(1);
        var id =
                cast.in(
                        cast.douai,
                        () ->
                                sql.sql("select id from casefile.entitlement where patient_id = :p")
                                        .param("p", odette.patient().value())
                                        .query((row, _) -> row.getObject(1, UUID.class))
                                        .single());
        var first = granted("C2S", "2026-01-01", "2027-01-31");
        first.put("version", "0");
        assertThat(
                        send(cast.claireCoordinator, here(odette) + "/" + id + "/droit", first)
                                .getStatus())
                .isEqualTo(302);
        first.put("reference", "Mes mots à garder");
        var second = send(cast.karimCoordinator, here(odette) + "/" + id + "/droit", first);
        assertThat(second.getStatus()).isEqualTo(409);
        assertThat(second.getContentAsString()).contains("Mes mots à garder");
    }

    private List<String> listed(Followed who, String path) throws Exception {
        return page(cast.claireCoordinator, path)
                .select("tr:has(a[href^=" + here(who) + "]) td[data-label=Droit]")
                .stream()
                .map(cell -> cell.child(0).ownText())
                .toList();
    }

    /// Open alerts of the person about rights, « rule : title », once the sweep has run.
    private void raised(Followed who, String... expected) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> {
                    cast.in(who.network(), sweep::raise);
                    assertThat(
                                    cast.in(
                                            who.network(),
                                            () ->
                                                    sql.sql(
                                                                    "select rule || ' : ' || title from followup.open_alert where patient_id = :p and rule in ('DROIT_QUI_SE_TERMINE', 'RECOURS_POSSIBLE', 'DEMARCHE_A_FAIRE') order by 1")
                                                            .param("p", who.patient().value())
                                                            .query((row, _) -> row.getString(1))
                                                            .list()))
                            .containsExactly(expected);
                });
    }

    private static LinkedHashMap<String, String> granted(String kind, String from, String to) {
        var form = new LinkedHashMap<String, String>();
        form.put("kind", kind);
        form.put("state", "ACCORDE");
        form.put("startsOn", from);
        form.put("endsOn", to);
        form.put("amountPer", "MOIS");
        return form;
    }

    private UUID add(Followed who, LinkedHashMap<String, String> form) throws Exception {
        var answer = send(cast.claireCoordinator, here(who), form);
        assertThat(answer.getStatus())
                .as(Jsoup.parse(answer.getContentAsString()).select(".error").text())
                .isEqualTo(302);
        return idOf(answer);
    }

    private static UUID idOf(MockHttpServletResponse answer) {
        var location = String.valueOf(answer.getRedirectedUrl());
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }

    private int rows(Followed who) {
        return cast.in(
                who.network(),
                () ->
                        sql.sql("select count(*) from casefile.entitlement where patient_id = :p")
                                .param("p", who.patient().value())
                                .query((row, _) -> row.getInt(1))
                                .single());
    }

    private static String error(MockHttpServletResponse answer, String field) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(422);
        return Jsoup.parse(answer.getContentAsString()).select("#" + field + "-error").text();
    }

    private MockHttpServletResponse send(SignedIn who, String path, Map<String, String> form)
            throws Exception {
        var request = post(path).with(user(who)).with(csrf());
        form.forEach(request::param);
        return mvc.perform(request).andReturn().getResponse();
    }

    private Document page(SignedIn who, String path) throws Exception {
        var answer = mvc.perform(get(path).with(user(who))).andReturn().getResponse();
        assertThat(answer.getStatus()).as(who.displayName() + " " + path).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }

    private static String here(Followed who) {
        return "/dossiers/" + who.patient() + "/mesures";
    }
}
