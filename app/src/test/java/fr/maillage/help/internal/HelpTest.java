package fr.maillage.help.internal;

import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.OwnStructure;
import fr.maillage.testing.Proves;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import static org.assertj.core.api.Assertions.assertThat;

/// What the team brings besides the plan: helps to the person and her relatives, arrangements of
/// access to care, aids of the plan that do not move.
@IntegrationTest
class HelpTest extends HelpPages {

    @Test
    @Proves("REQ-FOLLOWUP-13")
    void a_help_may_be_for_a_relative_who_is_named() throws Exception {
        var followed = followed("GERONTOLOGIE");
        var here = here(followed);
        var husband = relative(followed, "Jean DURAND");
        var refused =
                refused(
                        cast.claireCoordinator,
                        here + "/aides",
                        help("kind", "REPIT", "partner", "Accueil de jour"));
        assertThat(refused.select("#aide-forWhom-error").text())
                .isEqualTo(plain(HelpText.OF_A_RELATIVE));
        assertThat(refused.select("#aide-partner").val()).isEqualTo("Accueil de jour");
        assertThat(
                        refused(
                                        cast.claireCoordinator,
                                        here + "/aides",
                                        help("kind", "ECOUTE", "forWhom", "AUTRE"))
                                .select("#aide-relativeName-error")
                                .text())
                .isEqualTo(HelpText.WHICH_RELATIVE);
        refused(
                cast.claireCoordinator,
                here + "/aides",
                help("kind", "ECOUTE", "forWhom", UUID.randomUUID().toString()));

        send(
                cast.claireCoordinator,
                here + "/aides",
                help(
                        "kind",
                        "REPIT",
                        "forWhom",
                        husband.toString(),
                        "partner",
                        "Accueil de jour",
                        "minutes",
                        "40"));
        send(
                cast.claireCoordinator,
                here + "/aides",
                help(
                        "kind",
                        "FORMATION",
                        "forWhom",
                        "AUTRE",
                        "relativeName",
                        "Sa fille, Anne",
                        "result",
                        "EN_ATTENTE"));
        var shown = page(cast.claireCoordinator, here);
        assertThat(shown.select("#aides .card").eachText())
                .hasSize(2)
                .anySatisfy(card ->
                        assertThat(card)
                                .contains(
                                        "Répit organisé",
                                        "Proches et aidants",
                                        "Jean DURAND",
                                        "Accueil de jour",
                                        "40 min"))
                .anySatisfy(card -> assertThat(card).contains("Sa fille, Anne"));
        assertThat(
                        page(
                                        cast.claireCoordinator,
                                        "/dossiers/" + followed.patient() + "/ligne-de-vie")
                                .select("main")
                                .text())
                .contains("Aide : Répit organisé");
        // neither the desk nor another structure reads it
        form(cast.sophieSecretary, here + "/aides", 404, help("kind", "RENDEZ_VOUS"));
        form(cast.calaisCoordinator, here + "/aides", 404, help("kind", "RENDEZ_VOUS"));
    }

    @Test
    @Proves("REQ-THEME-03")
    void in_cancerology_a_nurse_supports_with_the_attending_doctor_and_the_proximity_team()
            throws Exception {
        var followed = followed("CANCEROLOGIE");
        var here = here(followed);
        var shown = page(cast.claireCoordinator, here);
        assertThat(shown.select("main .notice").text())
                .contains("l’appui se fait avec le médecin traitant", "Dr Anne MOREL");
        assertThat(shown.select("section[aria-labelledby=proximite]").text())
                .contains("Dr Anne MOREL", "Médecin traitant", "03 27 00 00 02");

        // help for a financial aid: the attending doctor is mandatory
        var refused =
                refused(
                        cast.claireCoordinator,
                        here + "/aides",
                        help("kind", "FINANCEMENT", "partner", "Ligue contre le cancer"));
        assertThat(refused.select("#aide-doctor-error").text())
                .isEqualTo(plain(HelpText.DOCTOR_NEEDED));
        assertThat(
                        refused(
                                        cast.claireCoordinator,
                                        here + "/aides",
                                        help(
                                                "kind",
                                                "FINANCEMENT",
                                                "doctor",
                                                "SANS",
                                                "doctorWords",
                                                "pas le temps"))
                                .select("#aide-doctor-error")
                                .text())
                .isEqualTo(plain(HelpText.DOCTOR_THERE));
        assertThat(letters(followed.patient())).isEmpty();
        send(
                cast.claireCoordinator,
                here + "/aides",
                help(
                        "kind",
                        "FINANCEMENT",
                        "doctor",
                        "A_INFORMER",
                        "partner",
                        "Ligue contre le cancer"));
        send(
                cast.claireCoordinator,
                here + "/aides",
                help("kind", "A_DOMICILE", "doctor", "INFORME"));
        assertThat(letters(followed.patient()))
                .singleElement()
                .asString()
                .contains(
                        "MEDECIN_TRAITANT Dr Anne MOREL",
                        "Aide financière recherchée",
                        "Deux appels, un rendez-vous.");

        // without a doctor the work goes on, says why, and one is looked for, once
        var alone = followed("CANCEROLOGIE");
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "update patient.patient set mt_state = 'A_RECHERCHER', mt_name = null, mt_rpps = null where id = :id")
                                .param("id", alone.patient().value())
                                .update());
        assertThat(
                        refused(
                                        cast.claireCoordinator,
                                        here(alone) + "/aides",
                                        help("kind", "DEMARCHE", "doctor", "INFORME"))
                                .select("#aide-doctor-error")
                                .text())
                .isEqualTo(plain(HelpText.NOT_REACHABLE));
        for (var kind : List.of("DEMARCHE", "MATERIEL"))
            send(
                    cast.claireCoordinator,
                    here(alone) + "/aides",
                    help("kind", kind, "doctor", "SANS", "doctorWords", "Aucun n’est déclaré"));
        assertThat(
                        rows(
                                cast.douai,
                                "select title from followup.task where patient_id = '"
                                        + alone.patient()
                                        + "'"))
                .containsExactly(HelpText.FIND_A_DOCTOR);
        // another theme asks nothing of the doctor
        send(
                cast.claireCoordinator,
                here(followed("GERONTOLOGIE")) + "/aides",
                help("kind", "FINANCEMENT"));
    }

    @Test
    @Proves("REQ-THEME-06")
    void access_to_care_of_people_in_precarity_and_shared_resources_of_mental_health()
            throws Exception {
        var here = new OwnStructure(cast, sql, "32");
        here.themes("PRECARITE", "SANTE_MENTALE");
        var first = here.patient();
        here.support(first, 2, "2026-01-05", null, null, here.alice, "PRECARITE", "59350");
        var second = here.patient();
        here.support(second, 2, "2026-01-05", null, null, here.alice, "SANTE_MENTALE", "62427");
        var one = "/dossiers/" + first + "/appuis";
        var other = "/dossiers/" + second + "/appuis";

        assertThat(
                        refused(here.alice, other + "/aides", help("kind", "EQUIPE_MOBILE"))
                                .select("#aide-partner-error")
                                .text())
                .isEqualTo(plain(HelpText.WHICH_RESOURCE));
        assertThat(
                        refused(
                                        here.alice,
                                        one + "/aides",
                                        help("kind", "SANS_AVANCE", "result", "NON_OBTENU"))
                                .select("#aide-resultWhy-error")
                                .text())
                .isEqualTo(HelpText.WHY_NOT);
        send(here.alice, one + "/aides", help("kind", "SANS_AVANCE", "partner", "PASS de Lille"));
        send(here.alice, one + "/aides", help("kind", "ACCOMPAGNEMENT"));
        send(
                here.alice,
                one + "/aides",
                help(
                        "kind",
                        "ACCOMPAGNEMENT",
                        "result",
                        "NON_OBTENU",
                        "resultWhy",
                        "N’est pas venue"));
        send(
                here.alice,
                other + "/aides",
                help("kind", "EQUIPE_MOBILE", "partner", "EMPP de Lens", "result", "EN_ATTENTE"));

        // the figures, and the names behind them for who reads health content
        var team = page(here.head, "/appuis");
        assertThat(team.select("main").text()).contains("Accès aux soins 3 aides, 1 personnes");
        assertThat(team.select("tr:contains(Accompagnement à un rendez-vous) td.num").eachText())
                .containsExactly("2", "1", "1", "0", "1");
        assertThat(team.select("tr:contains(Équipe mobile) td.num").eachText())
                .containsExactly("1", "1", "0", "1", "0");
        assertThat(team.select("section[aria-labelledby=themes] tbody tr").eachText())
                .containsExactly("Précarité 3 1 0 0 sur 3", "Santé mentale 1 1 0 0 sur 1");
        assertThat(team.select("#liste, #attend")).isEmpty();
        assertThat(page(here.head, "/appuis?famille=ACCES_SOINS").select("#liste"))
                .as("no name for the head")
                .isEmpty();
        assertThat(
                        page(here.alice, "/appuis?famille=SANTE_MENTALE")
                                .select("#liste tbody tr")
                                .eachText())
                .singleElement()
                .asString()
                .contains("EMPP de Lens", "En attente");
        assertThat(page(here.alice, "/appuis?annee=2025").select("main").text())
                .contains("Aucune aide notée en 2025");
    }

    @Test
    @Proves("REQ-REGIONAL-09")
    void an_arrangement_of_access_stays_in_place_and_is_looked_at_again() throws Exception {
        var followed = followed("HANDICAP");
        var here = here(followed);
        assertThat(
                        refused(
                                        cast.claireCoordinator,
                                        here + "/aides",
                                        help("kind", "LANGUE_DES_SIGNES", "reviewOn", "2026-05-30"))
                                .select("#aide-reviewOn-error")
                                .text())
                .isEqualTo(HelpText.REVIEW_AFTER);
        send(
                cast.claireCoordinator,
                here + "/aides",
                help(
                        "kind",
                        "LANGUE_DES_SIGNES",
                        "partner",
                        "Association d’interprètes",
                        "reviewOn",
                        "2026-07-01"));
        var id =
                UUID.fromString(
                        value(
                                "select id from help.given where patient_id = '"
                                        + followed.patient()
                                        + "'"));
        assertThat(
                        page(cast.claireCoordinator, here)
                                .select("section[aria-labelledby=place]")
                                .text())
                .contains("Interprète en langue des signes", "À revoir le 1er juillet 2026");
        // the day passes: late, for the team too
        clock.move(Duration.ofDays(40));
        assertThat(
                        page(cast.claireCoordinator, here)
                                .select("section[aria-labelledby=place] .is-late")
                                .text())
                .isEqualTo("À revoir depuis le 1er juillet 2026");
        assertThat(page(cast.claireCoordinator, "/appuis").select("main").text())
                .contains("À revoir : Interprète en langue des signes");
        refused(
                cast.claireCoordinator,
                here + "/aides/" + id + "/revue",
                "_tag",
                "0",
                "words",
                "",
                "nextOn",
                "2026-07-01");
        send(
                cast.claireCoordinator,
                here + "/aides/" + id + "/revue",
                "_tag",
                "0",
                "words",
                "Présente à chaque séance.",
                "nextOn",
                "2026-12-01");
        form(
                cast.karimCoordinator,
                here + "/aides/" + id + "/revue",
                409,
                "_tag",
                "0",
                "words",
                "Moi aussi",
                "nextOn",
                "2026-12-02");
        var seen =
                page(cast.claireCoordinator, here).select("section[aria-labelledby=place]").text();
        assertThat(seen)
                .contains(
                        "À revoir le 1er décembre 2026",
                        "Revu 1 fois",
                        "Présente à chaque séance.");
        send(
                cast.claireCoordinator,
                here + "/aides/" + id + "/fin",
                "_tag",
                "1",
                "endedOn",
                "2026-07-12",
                "endedWhy",
                "Déménage");
        var ended = page(cast.claireCoordinator, here);
        assertThat(ended.select("section[aria-labelledby=place]")).isEmpty();
        assertThat(ended.select("#aides .card").text())
                .contains("12 juillet 2026 : Déménage")
                .doesNotContain("Corriger");
    }

    @Test
    void a_help_is_corrected_by_one_at_a_time_and_nothing_typed_is_lost() throws Exception {
        var followed = followed("GERONTOLOGIE");
        var here = here(followed);
        send(cast.claireCoordinator, here + "/aides", help("kind", "RENDEZ_VOUS"));
        var id = value("select id from help.given where patient_id = '" + followed.patient() + "'");
        send(
                cast.karimCoordinator,
                here + "/aides/" + id,
                help("_tag", "0", "kind", "MEDECIN", "doctor", "A_INFORMER"));
        assertThat(letters(followed.patient())).hasSize(1);
        var second =
                form(
                        cast.claireCoordinator,
                        here + "/aides/" + id,
                        409,
                        help("_tag", "0", "kind", "MEDECIN", "resultWhy", "mes mots"));
        assertThat(second.select("[id$=-resultWhy]").eachAttr("value")).contains("mes mots");
        assertThat(letters(followed.patient())).hasSize(1);
        form(
                cast.claireCoordinator,
                here + "/aides/" + UUID.randomUUID(),
                404,
                help("kind", "MEDECIN"));
    }

    @Test
    @Proves("REQ-FOLLOWUP-02")
    void an_aid_of_the_plan_that_does_not_move_is_told_until_it_does() throws Exception {
        var followed = followed("GERONTOLOGIE");
        var pps = UUID.randomUUID();
        var bed = UUID.randomUUID();
        var title = "Lit médicalisé " + bed;
        cast.in(
                cast.douai,
                () -> {
                    sql.sql(
                                    "insert into careplan.pps (id, patient_id, support_id, number, created_at, created_by) values (:id, :p, :s, 1, '2026-04-10 09:00+02', 'Claire')")
                            .param("id", pps)
                            .param("p", followed.patient().value())
                            .param("s", followed.support())
                            .update();
                    sql.sql(
                                    "insert into careplan.aid (pps_id, aid_id, kind, title) values (:pps, :id, 'AIDE_TECHNIQUE', :title)")
                            .param("pps", pps)
                            .param("id", bed)
                            .param("title", title)
                            .update();
                    return sql.sql(
                                    """
                                    update careplan.pps set status = 'EN_VIGUEUR', opinion = 'VALIDE', submitted_at = created_at, in_force_at = '2026-05-10 09:00+02',
                                           in_force_why = 'AVIS', in_force_by = 'Claire', reassess_on = '2026-11-02' where id = :id
                                    """)
                            .param("id", pps)
                            .update();
                });
        var waits = "main li:contains(" + title + ")";
        assertThat(page(cast.claireCoordinator, "/appuis").select(waits)).isEmpty();
        clock.move(Duration.ofDays(8)); // thirty-one days since the plan asks for it
        assertThat(page(cast.claireCoordinator, "/appuis").select(waits).text())
                .contains("Aide du plan sans suite", "à demander");
        var steps = "/dossiers/" + followed.patient() + "/pps/" + pps + "/aides/" + bed + "/etapes";
        send(cast.claireCoordinator, steps, "state", "DEMANDE", "on_date", "2026-06-10");
        assertThat(page(cast.claireCoordinator, "/appuis").select(waits)).isEmpty();
        clock.move(Duration.ofDays(31));
        assertThat(page(cast.claireCoordinator, "/appuis").select(waits).text())
                .contains("demandée");
        send(cast.claireCoordinator, steps, "state", "EN_PLACE", "on_date", "2026-07-11");
        clock.move(Duration.ofDays(60));
        assertThat(page(cast.claireCoordinator, "/appuis").select(waits)).isEmpty();
    }
}
