package fr.maillage.followup.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.PageTest;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast.Followed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// One situation in figures and judgements, and its week at home. The second of June 2026 is a
/// Tuesday.
@IntegrationTest
class SituationTest extends PageTest {

    private UUID plan(Followed followed) {
        var pps = UUID.randomUUID();
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "insert into careplan.pps (id, patient_id, support_id, number, created_at, created_by, life_project) values (:id, :p, :s, 1, '2026-01-01 09:00+01', 'Claire', 'Rester chez moi avec le chat.')")
                                .param("id", pps)
                                .param("p", followed.patient().value())
                                .param("s", followed.support())
                                .update());
        return pps;
    }

    private void inForce(UUID pps) {
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        update careplan.pps set status = 'EN_VIGUEUR', opinion = 'VALIDE', submitted_at = created_at, in_force_at = '2026-01-05 09:00+01',
                                               in_force_why = 'AVIS', in_force_by = 'Claire', reassess_on = '2026-12-02' where id = :id
                                        """)
                                .param("id", pps)
                                .update());
    }

    private UUID act(
            Followed followed, UUID pps, String title, String type, @Nullable String place) {
        var id = UUID.randomUUID();
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        insert into careplan.intervention (pps_id, intervention_id, patient_id, volet, type, title, place, actor_profession, starts_on)
                                        values (:pps, :id, :p, 'SOINS', :type, :title, :place, 'Soignant', '2026-01-05')
                                        """)
                                .param("pps", pps)
                                .param("id", id)
                                .param("p", followed.patient().value())
                                .param("type", type)
                                .param("title", title)
                                .param("place", place, java.sql.Types.VARCHAR)
                                .update());
        return id;
    }

    private void due(
            Followed followed,
            UUID pps,
            UUID act,
            String title,
            @Nullable String who,
            String on,
            String until,
            String status) {
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        insert into followup.occurrence (patient_id, intervention_id, pps_id, title, actor_name, due_on, due_until, late_after, status, done_on, not_done_why)
                                        values (:p, :act, :pps, :title, :who, cast(:on as date), cast(:until as date), cast(:until as date) + 7, :status,
                                                case when :status in ('FAIT', 'FAIT_HORS_DELAI') then cast(:on as date) end, case when :status = 'NON_FAIT' then 'REFUS' end)
                                        """)
                                .param("p", followed.patient().value())
                                .param("act", act)
                                .param("pps", pps)
                                .param("title", title)
                                .param("who", who, java.sql.Types.VARCHAR)
                                .param("on", on)
                                .param("until", until)
                                .param("status", status)
                                .update());
    }

    private void sql(String statement, Followed followed) {
        cast.in(
                cast.douai,
                () -> sql.sql(statement).param("p", followed.patient().value()).update());
    }

    @Test
    @Proves("REQ-FOLLOWUP-11")
    void a_situation_has_figures_over_a_period_and_the_one_before_and_what_is_judged()
            throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 200);
        var pps = plan(followed);
        var act = act(followed, pps, "Toilette", "PRESCRIPTION_NON_MEDICAMENTEUSE", null);
        sql(
                """
                insert into careplan.goal (pps_id, goal_id, domain, kind, title, result, result_why)
                select id, gen_random_uuid(), 'SOCIAL', 'QUALITATIF', 'Ne plus être isolée', 'NON_ATTEINT', 'Refuse les sorties' from careplan.pps where patient_id = :p
                union all select id, gen_random_uuid(), 'MEDICAL', 'BIOMEDICAL', 'HbA1c sous 8', 'ATTEINT', null from careplan.pps where patient_id = :p
                """,
                followed);
        inForce(pps);
        // of the last three months: two done, one refused, one without news, one suspended; before:
        // one
        due(followed, pps, act, "Toilette", "Lucie PETIT", "2026-05-04", "2026-05-04", "FAIT");
        due(
                followed,
                pps,
                act,
                "Toilette",
                "Lucie PETIT",
                "2026-05-05",
                "2026-05-05",
                "FAIT_HORS_DELAI");
        due(followed, pps, act, "Toilette", "Lucie PETIT", "2026-05-06", "2026-05-06", "NON_FAIT");
        due(followed, pps, act, "Toilette", "Lucie PETIT", "2026-05-07", "2026-05-07", "PREVU");
        due(followed, pps, act, "Toilette", "Lucie PETIT", "2026-05-08", "2026-05-08", "SUSPENDU");
        due(followed, pps, act, "Toilette", "Lucie PETIT", "2026-06-03", "2026-06-03", "PREVU");
        due(followed, pps, act, "Toilette", "Lucie PETIT", "2026-02-04", "2026-02-04", "FAIT");
        // in hospital from 28 February to 5 March: two of these days in the last three months
        sql(
                "insert into casefile.stay (patient_id, kind, hospital, admitted_on, discharged_on) values (:p, 'NON_PROGRAMME', 'CH', '2026-02-28', '2026-03-05')",
                followed);
        sql(
                """
                with measured as (
                  insert into assessment.response (patient_id, questionnaire_url, questionnaire_code, questionnaire_version, title, status, on_date, author_name, saved_at, completed_at)
                  select :p, q.url, q.code, q.version, 'Mini-Zarit', 'TERMINEE', x.d, 'Claire', now(), now()
                    from (select url, code, version from assessment.questionnaire order by code, version limit 1) q, (values (date '2026-03-10'), (date '2026-05-20')) as x (d)
                  returning id, on_date)
                insert into assessment.score (response_id, patient_id, code, label, value, class_label, severity, on_date)
                select m.id, :p, 'essai-situation', 'Mini-Zarit', x.v, x.c, x.s, m.on_date from measured m join (values
                  (2.0, 'Fardeau léger', 'OK', date '2026-03-10'), (5.5, 'Fardeau sévère', 'ALERTE', date '2026-05-20')) as x (v, c, s, d) on x.d = m.on_date
                """,
                followed);
        sql(
                """
                with noted as (
                  insert into followup.contact (at, channel, direction, who, reached, author_name)
                  values ('2026-05-30 10:00+02', 'TELEPHONE', 'ENTRANT', 'Sa fille', 'JOINT', 'Claire') returning id, at)
                insert into followup.contact_patient (contact_id, patient_id, at) select id, :p, at from noted
                """,
                followed);

        var page =
                page(
                        cast.claireCoordinator,
                        "/dossiers/" + followed.patient() + "/indicateurs?mois=3");
        var figures = page.select("section[aria-labelledby=quantitatif] tbody tr").eachText();
        assertThat(figures)
                .anySatisfy(l ->
                        assertThat(l)
                                .startsWith("Actes du plan faits 50 % (2 sur 4) 100 % (1 sur 1)"))
                .anySatisfy(l -> assertThat(l).startsWith("Actes manqués 2 0"))
                .anySatisfy(l -> assertThat(l).startsWith("Contacts 1 0"))
                .anySatisfy(l -> assertThat(l).startsWith("Hospitalisations non programmées 0 1"))
                .anySatisfy(l -> assertThat(l).startsWith("Jours à l’hôpital 3 2"))
                .anySatisfy(l -> assertThat(l).startsWith("Intervenants 1 1"));
        var judged = page.select("section[aria-labelledby=qualitatif]").text();
        assertThat(judged)
                .contains("Rester chez moi avec le chat.")
                .contains("Objectifs qualitatifs 0 atteint, 0 en partie, 1 non atteint, 0 en cours")
                .contains("Ne plus être isolée", "Non atteint", "Refuse les sorties")
                .contains("Objectifs biomédicaux 1 atteint")
                .contains("Mini-Zarit 2 5,5 Fardeau sévère du 10/03/2026 au 20/05/2026");
        // followed since 200 days: no figure of a year before the last twelve months
        assertThat(
                        page(
                                        cast.claireCoordinator,
                                        "/dossiers/" + followed.patient() + "/indicateurs?mois=12")
                                .select(
                                        "section[aria-labelledby=quantitatif] tbody tr td.num:nth-child(3)")
                                .eachText())
                .containsOnly("–");
    }

    @Test
    @Proves("REQ-FOLLOWUP-08")
    void the_week_at_home_says_who_comes_when_and_what_does_not_fit() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 100);
        sql("update patient.patient set lives_alone = true where id = :p", followed);
        var pps = plan(followed);
        var wash = act(followed, pps, "Toilette", "PRESCRIPTION_NON_MEDICAMENTEUSE", "à domicile");
        var other = act(followed, pps, "Toilette", "SERVICE_A_LA_PERSONNE", null);
        var walk = act(followed, pps, "Kinésithérapie", "PRESCRIPTION_NON_MEDICAMENTEUSE", null);
        var meal = act(followed, pps, "Repas", "SERVICE_A_LA_PERSONNE", null);
        var eye = act(followed, pps, "Ophtalmologiste", "CONSULTATION", null);
        var care = act(followed, pps, "Pédicure", "PRESCRIPTION_NON_MEDICAMENTEUSE", "au cabinet");
        inForce(pps);
        due(followed, pps, wash, "Toilette", "Lucie PETIT", "2026-06-01", "2026-06-01", "FAIT");
        due(followed, pps, wash, "Toilette", "Lucie PETIT", "2026-06-02", "2026-06-02", "PREVU");
        due(
                followed,
                pps,
                other,
                "Toilette",
                "Aide à domicile",
                "2026-06-02",
                "2026-06-02",
                "PREVU");
        due(
                followed,
                pps,
                walk,
                "Kinésithérapie",
                "Marc ROCHE",
                "2026-06-02",
                "2026-06-02",
                "PREVU");
        due(followed, pps, meal, "Repas", null, "2026-06-03", "2026-06-03", "PREVU");
        due(
                followed,
                pps,
                walk,
                "Kinésithérapie",
                "Marc ROCHE",
                "2026-06-04",
                "2026-06-07",
                "PREVU");
        due(followed, pps, eye, "Ophtalmologiste", "Dr VUE", "2026-06-04", "2026-06-04", "PREVU");
        due(followed, pps, care, "Pédicure", "Mme PIED", "2026-06-05", "2026-06-05", "PREVU");
        sql(
                """
                insert into agenda.appointment (kind, member_id, patient_id, starts_at, ends_at, title, created_by)
                select 'VISITE', id, :p, '2026-06-02 14:00+02', '2026-06-02 15:00+02', 'Visite à domicile', 'Claire' from network.team_member where family_name = 'DUMONT' limit 1
                """,
                followed);
        sql(
                "insert into casefile.stay (patient_id, kind, hospital, admitted_on, discharged_on) values (:p, 'PROGRAMME', 'CH', '2026-06-04', '2026-06-06')",
                followed);

        var here = "/dossiers/" + followed.patient() + "/semaine";
        var page = page(cast.claireCoordinator, here);
        assertThat(page.select("table.week tfoot td").eachText())
                .containsExactly("1", "4", "0", "0", "0", "0", "0");
        assertThat(page.select("table.week tbody th").eachText())
                .contains("Lucie PETIT Soignant", "Claire DUMONT Équipe", "Sans acteur Soignant");
        assertThat(page.select("table.week tr:contains(Lucie PETIT) td").eachText())
                .containsExactly("Toilette", "Toilette");
        assertThat(page.select("table.week tr:contains(Claire DUMONT) td").eachText())
                .contains("14:00 Visite à domicile");
        assertThat(page.select("section[aria-labelledby=caler] li").eachText())
                .containsExactly(
                        "Personne ne passe : mercredi, jeudi, samedi, dimanche. Elle vit seule.",
                        "Mardi : 4 passages (Aide à domicile, Claire DUMONT, Lucie PETIT, Marc ROCHE), à répartir ou à regrouper.",
                        "Mardi : « Toilette » est prévu deux fois (Aide à domicile, Lucie PETIT).",
                        "« Repas » n’a pas d’acteur.",
                        "Kinésithérapie, Marc ROCHE : un jour de la semaine reste à choisir.");
        assertThat(page.select("main .notice").text()).contains("À l’hôpital ven. 5 juin");
        assertThat(page.select("section[aria-labelledby=ailleurs] li").eachText())
                .containsExactly(
                        "Ophtalmologiste, Dr VUE, jeu. 4 juin", "Pédicure, Mme PIED, ven. 5 juin");
        // another week: nobody is expected yet, nothing to settle
        var next =
                page(
                        cast.claireCoordinator,
                        page.select("a[aria-label^=Semaine suivante]").attr("href"));
        assertThat(next.select("main").text())
                .contains("du 8 juin 2026 au 14 juin 2026", "Personne n’est attendu");
        mvc.perform(get(here).with(user(cast.calaisCoordinator))).andExpect(status().isNotFound());
        mvc.perform(get(here).with(user(cast.helenHead))).andExpect(status().isNotFound());
    }
}
