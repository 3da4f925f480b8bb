package fr.maillage.help.internal;

import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast.Followed;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import static org.assertj.core.api.Assertions.assertThat;

/// Cares that have gone on for long, looked at again by who gives them.
@IntegrationTest
class RenewalTest extends HelpPages {

    /// A plan in force with two cares, one that began long ago; answers their ids.
    private List<UUID> plan(Followed followed, UUID actor, String actorName) {
        var pps = UUID.randomUUID();
        var old = UUID.randomUUID();
        var recent = UUID.randomUUID();
        cast.in(
                cast.douai,
                () -> {
                    sql.sql(
                                    "insert into careplan.pps (id, patient_id, support_id, number, created_at, created_by) values (:id, :p, :s, 1, '2026-05-01 09:00+02', 'Claire')")
                            .param("id", pps)
                            .param("p", followed.patient().value())
                            .param("s", followed.support())
                            .update();
                    for (var line :
                            List.of(
                                    List.of(old, "Kinésithérapie", "2025-10-01"),
                                    List.of(recent, "Bilan de marche", "2026-05-20")))
                        sql.sql(
                                        """
                                        insert into careplan.intervention (pps_id, intervention_id, patient_id, volet, type, title, actor_id, actor_name, starts_on)
                                        values (:pps, :id, :p, 'SOINS', 'PRESCRIPTION_NON_MEDICAMENTEUSE', :title, :actor, :name, cast(:day as date))
                                        """)
                                .param("pps", pps)
                                .param("id", line.getFirst())
                                .param("p", followed.patient().value())
                                .param("title", line.get(1))
                                .param("actor", actor)
                                .param("name", actorName)
                                .param("day", line.get(2))
                                .update();
                    return sql.sql(
                                    """
                                    update careplan.pps set status = 'EN_VIGUEUR', opinion = 'VALIDE', submitted_at = created_at, in_force_at = '2026-05-02 09:00+02',
                                           in_force_why = 'AVIS', in_force_by = 'Claire', reassess_on = '2026-11-02' where id = :id
                                    """)
                            .param("id", pps)
                            .update();
                });
        return List.of(old, recent);
    }

    private UUID lucie(Followed followed, String parts) {
        var id = UUID.randomUUID();
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        insert into casefile.care_team (id, patient_id, kind, actor_group, role, name, profession, rpps, account_id, since, parts)
                                        values (:id, :p, 'PROFESSIONNEL', 'PROFESSIONNEL_DE_SANTE', 'INTERVENANT', 'Lucie PETIT', 'Infirmière', '10100000025', :account, '2026-01-01',
                                                cast(:parts as text[]))
                                        """)
                                .param("id", id)
                                .param("p", followed.patient().value())
                                .param("account", cast.nurseLucie.accountId())
                                .param("parts", parts)
                                .update());
        return id;
    }

    @Test
    @Proves({"REQ-FOLLOWUP-17", "REQ-ASSESS-08"})
    void a_professional_is_asked_to_look_again_at_a_care_and_answers_alone_or_with_the_team()
            throws Exception {
        var followed = followed("GERONTOLOGIE");
        var cares = plan(followed, lucie(followed, "{SOINS,MEDICAL}"), "Lucie PETIT");
        var here = "/dossiers/" + followed.patient() + "/reevaluations";
        // what went on for long is proposed; the rest may be asked too
        var offered = page(cast.claireCoordinator, here);
        assertThat(offered.select("input[name=care]").eachAttr("value"))
                .containsExactly(cares.getFirst().toString(), cares.getLast().toString());
        assertThat(offered.select("input[name=care][checked]").eachAttr("value"))
                .containsExactly(cares.getFirst().toString());
        assertThat(offered.select("fieldset legend").text()).contains("Depuis plus de 180 jours");

        refused(cast.claireCoordinator, here, "dueOn", "2026-06-20");
        refused(
                cast.claireCoordinator,
                here,
                "care",
                cares.getFirst().toString(),
                "dueOn",
                "2026-06-01");
        send(
                cast.claireCoordinator,
                here,
                "care",
                cares.getFirst().toString(),
                "care",
                cares.getLast().toString(),
                "dueOn",
                "2026-06-20",
                "question",
                "Elle marche mieux");
        assertThat(letters(followed.patient()))
                .as("one letter for both")
                .singleElement()
                .asString()
                .contains(
                        "INTERVENANT Lucie PETIT",
                        "Kinésithérapie",
                        "Bilan de marche",
                        "Elle marche mieux",
                        "20 juin 2026");
        refused(
                cast.claireCoordinator,
                here,
                "care",
                cares.getFirst().toString(),
                "dueOn",
                "2026-06-20");
        assertThat(page(cast.claireCoordinator, "/appuis").select("main").text())
                .contains("Réévaluation attendue de Lucie PETIT");

        // she answers herself, on her page; nobody else of the circle may
        var ids =
                rows(
                        cast.douai,
                        "select id from help.renewal where patient_id = '"
                                + followed.patient()
                                + "' order by title");
        var theirs = page(cast.nurseLucie, here);
        assertThat(theirs.select("input[name=care]")).isEmpty();
        assertThat(theirs.select("form[action^=" + here + "]")).hasSize(2);
        form(cast.drMorel, here + "/" + ids.getLast(), 404, "_tag", "0", "verdict", "MAINTENIR");
        assertThat(
                        refused(
                                        cast.nurseLucie,
                                        here + "/" + ids.getLast(),
                                        "_tag",
                                        "0",
                                        "verdict",
                                        "ADAPTER")
                                .text())
                .contains(HelpText.WHAT_CHANGES);
        send(
                cast.nurseLucie,
                here + "/" + ids.getLast(),
                "_tag",
                "0",
                "verdict",
                "ADAPTER",
                "words",
                "Une séance par semaine suffit");
        // the team notes the other, made together
        send(
                cast.claireCoordinator,
                here + "/" + ids.getFirst(),
                "_tag",
                "0",
                "verdict",
                "MAINTENIR",
                "made",
                "AVEC_EQUIPE",
                "givenOn",
                "2026-06-02",
                "words",
                "");
        form(
                cast.karimCoordinator,
                here + "/" + ids.getFirst(),
                409,
                "_tag",
                "0",
                "verdict",
                "ARRETER",
                "made",
                "SEUL",
                "givenOn",
                "2026-06-02",
                "words",
                "trop tard");
        assertThat(
                        page(cast.claireCoordinator, here)
                                .select("section[aria-labelledby=demandes]")
                                .text())
                .contains(
                        "À adapter",
                        "Une séance par semaine suffit",
                        "Réévalué le 2 juin 2026 par le professionnel : Lucie PETIT",
                        "Toujours adapté",
                        "par le professionnel avec l’équipe : Lucie PETIT");
        assertThat(
                        rows(
                                cast.douai,
                                "select title || ' ' || assigned_to from followup.task where patient_id = '"
                                        + followed.patient()
                                        + "'"))
                .as("what must change is a task of who asked, without health content")
                .containsExactly(HelpText.CHANGE_THE_PLAN + " " + cast.claireCoordinator.member());
        // looked at today: no longer old
        assertThat(page(cast.claireCoordinator, here).select("input[name=care][checked]"))
                .isEmpty();
    }

    @Test
    void nobody_is_written_to_whom_the_person_opposes() throws Exception {
        var followed = followed("GERONTOLOGIE");
        var cares = plan(followed, lucie(followed, "{SOINS}"), "Lucie PETIT");
        var here = "/dossiers/" + followed.patient() + "/reevaluations";
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        insert into patient.consent (id, patient_id, act, state, given_on, form, given_by, recorded_at)
                                        values (gen_random_uuid(), :p, 'PARTAGE_EQUIPE', 'OPPOSITION', '2026-06-01', 'ORAL', 'PERSONNE', now())
                                        """)
                                .param("p", followed.patient().value())
                                .update());
        assertThat(
                        refused(
                                        cast.claireCoordinator,
                                        here,
                                        "care",
                                        cares.getFirst().toString(),
                                        "dueOn",
                                        "2026-06-20")
                                .select("#care-error")
                                .text())
                .contains("Lucie PETIT");
        assertThat(letters(followed.patient())).isEmpty();
    }

    @Test
    void a_request_nobody_answers_is_closed_with_why() throws Exception {
        var followed = followed("GERONTOLOGIE");
        var cares = plan(followed, lucie(followed, "{SOINS}"), "Lucie PETIT");
        var here = "/dossiers/" + followed.patient() + "/reevaluations";
        send(
                cast.claireCoordinator,
                here,
                "care",
                cares.getFirst().toString(),
                "dueOn",
                "2026-06-20");
        var id =
                value(
                        "select id from help.renewal where patient_id = '"
                                + followed.patient()
                                + "'");
        refused(cast.claireCoordinator, here + "/" + id + "/fin", "_tag", "0", "why", "");
        send(
                cast.claireCoordinator,
                here + "/" + id + "/fin",
                "_tag",
                "0",
                "why",
                "Partie en retraite");
        var shown = page(cast.claireCoordinator, here);
        assertThat(shown.select("section[aria-labelledby=demandes]").text())
                .contains("Sans réponse, close", "Partie en retraite");
        assertThat(shown.select("input[name=care]")).as("it may be asked again").hasSize(2);
    }
}
