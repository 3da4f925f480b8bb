package fr.maillage.rcp.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.maillage.followup.CatchUp;
import fr.maillage.followup.Concertations;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.PaperCheck;
import fr.maillage.testing.Proves;
import fr.maillage.testing.RecordedStatements;
import fr.maillage.testing.TestWorld.Cast.Followed;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/// A meeting from its invitation to its minutes; expertise; who may see and hear what.
@IntegrationTest
class MeetingTest extends RcpPages {

    @Autowired Concertations concertations;

    @Autowired CatchUp alerts;

    @Test
    @Proves({"REQ-RCP-01", "REQ-RCP-03", "REQ-RCP-04", "REQ-RCP-06", "REQ-RCP-07"})
    void a_meeting_from_its_invitation_to_its_minutes() throws Exception {
        var odette = cast.newFollowed(cast.douai, 3, 30);
        var samia = cast.newFollowed(cast.douai, 2, 30);
        var meeting = meeting("RCP", "TELEPHONE");
        var unchosen = meeting + "/personnes";
        assertThat(
                        page(send(cast.claireCoordinator, unchosen, "name", "DURAND Odette"))
                                .select(".has-error select[name=patient]"))
                .as("the hand goes to the list to choose from")
                .hasSize(1);
        assertThat(page(send(cast.claireCoordinator, unchosen, "name", "Qqxxzz")).text())
                .contains("Personne ne porte un nom proche ici");
        var item = put(meeting, odette, "Comment éviter les chutes de la nuit ?");
        assertThat(body(cast.claireCoordinator, meeting)).contains("chutes de la nuit");
        assertThat(body(cast.sophieSecretary, meeting)).doesNotContain("chutes de la nuit");

        // nobody else's profession: the database keeps what other runs wrote
        var profession = "Gériatre " + UUID.randomUUID();
        // somebody of outside: not without her agreement
        var outside =
                new String[] {"who", "AUTRE", "name", "Pr Zoé BLOT", "profession", profession};
        var refused = send(cast.claireCoordinator, meeting + "/participants", outside);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(page(refused).text()).contains("n’est pas de l’équipe de soins");
        done(
                cast.claireCoordinator,
                meeting + "/personnes/" + item + "/accord",
                "agreedOn",
                "2026-06-01",
                "agreedHow",
                "ORAL");
        done(cast.claireCoordinator, meeting + "/participants", outside);
        done(
                cast.claireCoordinator,
                meeting + "/participants",
                "who",
                "CERCLE:" + item + ":" + doctorOf(odette));

        done(cast.claireCoordinator, meeting + "/invitations");
        assertThat(letters(odette, "INVITATION_RCP", "Dr Anne MOREL")).hasSize(1);
        assertThat(
                        one(
                                "select body from correspondence.outgoing_message where"
                                        + " recipient_name = 'Pr Zoé BLOT' and patient_id is null and"
                                        + " about_id in (select id from rcp.participant where"
                                        + " meeting_id = :id)",
                                id(meeting)))
                .contains("Une situation y sera examinée")
                .doesNotContain("DURAND");
        var drMorel =
                uuid(
                        "select id from rcp.participant where meeting_id = :id and line_id is not"
                                + " null",
                        id(meeting));
        done(
                cast.claireCoordinator,
                meeting + "/participants/" + drMorel + "/reponse",
                "answer",
                "ABSENT");
        assertThat(
                        send(
                                        cast.drMorel,
                                        meeting + "/personnes/" + item + "/reponse",
                                        "answer",
                                        "A_DISTANCE")
                                .getStatus())
                .isIn(302, 303);
        assertThat(body(cast.claireCoordinator, meeting)).contains("Participera à distance");

        // two write at the same time
        done(
                cast.claireCoordinator,
                meeting + "/personnes/" + item + "/notes",
                "_tag",
                tag(item),
                "notes",
                "Lit trop haut.");
        var late =
                send(
                        cast.karimCoordinator,
                        meeting + "/personnes/" + item + "/notes",
                        "_tag",
                        "0",
                        "notes",
                        "Deux chutes en mai.");
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(page(late).text()).contains("Lit trop haut.", "Claire DUMONT");
        assertThat(page(late).select("textarea[name=notes]").text())
                .isEqualTo("Deux chutes en mai.");

        // what is decided, once the day has come
        var decisions = meeting + "/personnes/" + item + "/decisions";
        var early =
                send(
                        cast.claireCoordinator,
                        decisions,
                        "text",
                        "Louer un lit réglable",
                        "becomes",
                        "RIEN",
                        "part",
                        "AIDE");
        assertThat(early.getStatus()).isEqualTo(422);
        assertThat(page(early).text()).contains("à partir du jour de la réunion, le 16 juin 2026");
        clock.goTo(LocalDateTime.of(2026, 6, 16, 8, 0));
        done(
                cast.claireCoordinator,
                decisions,
                "text",
                "Louer un lit réglable",
                "becomes",
                "TACHE",
                "part",
                "AIDE",
                "dueOn",
                "2026-06-20");
        assertThat(
                        count(
                                "select count(*) from followup.task where patient_id = :id and"
                                        + " due_on = '2026-06-20' and done_at is null",
                                odette.patient().value()))
                .isOne();
        // the whole team reads its tasks: of care, they say only that there is a decision
        done(
                cast.claireCoordinator,
                decisions,
                "text",
                "Doser la créatinine",
                "becomes",
                "TACHE",
                "part",
                "SOINS",
                "dueOn",
                "2026-06-21");
        assertThat(
                        count(
                                "select count(*) from followup.task where patient_id = :id and due_on = '2026-06-21' and title like 'Décision de soins à mettre en œuvre (%' and title not like '%créatinine%'",
                                odette.patient().value()))
                .isOne();
        done(
                cast.claireCoordinator,
                decisions,
                "text",
                "Bilan de la vue",
                "becomes",
                "INTERVENTION",
                "part",
                "SOINS",
                "act",
                "DECISION_RCP",
                "dueOn",
                "2026-07-01");
        var waiting =
                uuid(
                        "select id from rcp.decision where item_id = :id and becomes ="
                                + " 'INTERVENTION' and line_id is null",
                        UUID.fromString(item));
        assertThat(send(cast.claireCoordinator, decisions + "/" + waiting + "/plan").getStatus())
                .isEqualTo(422);
        draft(odette);
        done(cast.claireCoordinator, decisions + "/" + waiting + "/plan");
        done(
                cast.claireCoordinator,
                decisions,
                "text",
                "Dormir sans chute",
                "becomes",
                "OBJECTIF",
                "part",
                "SOINS");
        assertThat(
                        count(
                                "select count(*) from careplan.intervention i join careplan.pps p"
                                        + " on p.network_id = i.network_id and p.id = i.pps_id where"
                                        + " p.patient_id = :id and i.type = 'DECISION_RCP' and i.title"
                                        + " = 'Bilan de la vue'",
                                odette.patient().value()))
                .isOne();
        assertThat(
                        count(
                                "select count(*) from careplan.goal g join careplan.pps p on"
                                        + " p.network_id = g.network_id and p.id = g.pps_id where"
                                        + " p.patient_id = :id and g.title = 'Dormir sans chute'",
                                odette.patient().value()))
                .isOne();

        // another person is put there, then taken off again
        var second =
                put(
                        meeting,
                        samia,
                        "Autre question",
                        "agreedOn",
                        "2026-06-01",
                        "agreedHow",
                        "ECRIT");
        done(cast.claireCoordinator, meeting + "/personnes/" + second + "/retrait");

        // held
        assertThat(send(cast.claireCoordinator, meeting + "/cloture", "seen", item).getStatus())
                .isEqualTo(422);
        clock.goTo(LocalDateTime.of(2026, 6, 16, 15, 30));
        assertThat(send(cast.claireCoordinator, meeting + "/cloture", "seen", item).getStatus())
                .as("nobody said who was there")
                .isEqualTo(422);
        presences(meeting);
        assertThat(send(cast.sophieSecretary, meeting + "/cloture", "seen", item).getStatus())
                .isEqualTo(404);
        done(cast.claireCoordinator, meeting + "/cloture", "seen", item);
        assertThat(
                        send(
                                        cast.claireCoordinator,
                                        meeting + "/personnes/" + item + "/notes",
                                        "_tag",
                                        tag(item),
                                        "notes",
                                        "Après coup.")
                                .getStatus())
                .isEqualTo(422);

        done(cast.claireCoordinator, meeting + "/personnes/" + item + "/compte-rendu");
        done(cast.claireCoordinator, meeting + "/personnes/" + item + "/compte-rendu");
        assertThat(letters(odette, "COMPTE_RENDU_RCP", "Dr Anne MOREL")).hasSize(1);
        var paper =
                mvc.perform(
                                get(meeting + "/personnes/" + item + "/compte-rendu.pdf")
                                        .with(user(cast.claireCoordinator)))
                        .andReturn()
                        .getResponse();
        PaperCheck.assertArchiveReadAloud(paper.getContentAsByteArray());
        assertThat(body(cast.claireCoordinator, meeting + "/personnes/" + item))
                .contains("Portée au plan", "Tâche à faire", "compte rendu entier");
        assertThat(
                        Jsoup.parse(body(cast.claireCoordinator, "/rcp"))
                                .select("tr:contains(" + profession + ")")
                                .text())
                .contains("45 min", "46,00");
    }

    @Test
    void each_person_is_asked_about_once_however_many_are_invited_and_read_her_minutes()
            throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        var marcel = cast.newFollowed(cast.douai, 2, 30);
        var meeting = meeting("RCP", "TELEPHONE");
        var hers = put(meeting, odette, "Question sur elle");
        put(meeting, marcel, "Question sur lui");
        var said = "from unnest(?::uuid[]) as p (id) left join patient.precaution";
        var before = RecordedStatements.all().executed(said);
        var refused =
                send(
                        cast.claireCoordinator,
                        meeting + "/participants",
                        "who",
                        "AUTRE",
                        "name",
                        "Pr Zoé BLOT",
                        "profession",
                        "Gériatre");
        assertThat(page(refused).text()).contains("n’est pas de l’équipe de soins");
        assertThat(RecordedStatements.all().executed(said)).isEqualTo(before + 1);

        nurse(odette);
        for (var line : lines(odette))
            done(
                    cast.claireCoordinator,
                    meeting + "/participants",
                    "who",
                    "CERCLE:" + hers + ":" + line);
        var precautions = "shared_outside from patient.precaution where patient_id = ?";
        before = RecordedStatements.all().executed(precautions);
        done(cast.claireCoordinator, meeting + "/invitations");
        assertThat(letters(odette, "INVITATION_RCP", "Dr Anne MOREL")).hasSize(1);
        assertThat(letters(odette, "INVITATION_RCP", "Lucie PETIT")).hasSize(1);
        assertThat(RecordedStatements.all().executed(precautions)).isEqualTo(before + 1);

        clock.goTo(LocalDateTime.of(2026, 6, 16, 15, 30));
        presences(meeting);
        done(cast.claireCoordinator, meeting + "/cloture", "seen", hers);
        var decided = "from rcp.decision d left join network.team_member";
        before = RecordedStatements.all().executed(decided);
        done(cast.claireCoordinator, meeting + "/personnes/" + hers + "/compte-rendu");
        assertThat(letters(odette, "COMPTE_RENDU_RCP", "Dr Anne MOREL")).hasSize(1);
        assertThat(RecordedStatements.all().executed(decided)).isEqualTo(before + 1);
    }

    /// Somebody else of her circle, who reads her care.
    private void nurse(Followed whom) {
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        insert into casefile.care_team (patient_id, kind, actor_group, role, name, profession, rpps, since, parts)
                                        values (:patient, 'PROFESSIONNEL', 'PROFESSIONNEL_DE_SANTE', 'INTERVENANT', 'Lucie PETIT', 'Infirmière', '10100000025', '2026-01-05', '{SOINS}')
                                        """)
                                .param("patient", whom.patient().value())
                                .update());
    }

    private List<String> lines(Followed whom) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql("select id::text from casefile.care_team where patient_id = :id")
                                .param("id", whom.patient().value())
                                .query((row, _) -> row.getString(1))
                                .list());
    }

    @Test
    @Proves("REQ-RCP-09")
    void each_sees_only_the_persons_they_come_for() throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        var marcel = cast.newFollowed(cast.douai, 2, 30);
        var meeting = meeting("SYNTHESE", "SUR_PLACE");
        var hers = put(meeting, odette, "Question sur elle");
        var his = put(meeting, marcel, "Question sur lui");
        done(
                cast.claireCoordinator,
                meeting + "/participants",
                "who",
                "CERCLE:" + hers + ":" + doctorOf(odette));

        assertThat(body(cast.drMorel, meeting))
                .contains("Question sur elle")
                .doesNotContain("Question sur lui");
        assertThat(status(cast.drMorel, meeting + "/personnes/" + hers)).isEqualTo(200);
        assertThat(status(cast.drMorel, meeting + "/personnes/" + his)).isEqualTo(404);
        assertThat(body(cast.drMorel, "/rcp")).contains(meeting);
        assertThat(status(cast.nurseLucie, meeting)).isEqualTo(404);
        assertThat(status(cast.calaisCoordinator, meeting)).isEqualTo(404);
        assertThat(status(cast.calaisCoordinator, "/dossiers/" + odette.patient() + "/rcp"))
                .isEqualTo(404);
        done(
                cast.claireCoordinator,
                meeting,
                "_tag",
                "0",
                "kind",
                "RCP",
                "day",
                "2026-06-17",
                "time",
                "10:00",
                "minutes",
                "45",
                "mode",
                "VISIO",
                "place",
                "https://visio.exemple/x");
        assertThat(
                        send(
                                        cast.karimCoordinator,
                                        meeting,
                                        "_tag",
                                        "0",
                                        "kind",
                                        "RCP",
                                        "day",
                                        "2026-06-18",
                                        "time",
                                        "10:00",
                                        "mode",
                                        "VISIO")
                                .getStatus())
                .isEqualTo(409);
        done(
                cast.claireCoordinator,
                meeting
                        + "/participants/"
                        + uuid(
                                "select id from rcp.participant where meeting_id = :id and line_id"
                                        + " is not null",
                                id(meeting))
                        + "/retrait");
        for (var why : new String[] {"", "x".repeat(2_001)})
            assertThat(
                            send(cast.claireCoordinator, meeting + "/annulation", "why", why)
                                    .getStatus())
                    .isEqualTo(422);
        done(cast.claireCoordinator, meeting + "/annulation", "why", "Médecin empêché");
        assertThat(send(cast.claireCoordinator, meeting + "/invitations").getStatus())
                .isEqualTo(422);
        assertThat(body(cast.claireCoordinator, "/dossiers/" + odette.patient() + "/rcp"))
                .contains("Annulée");
    }

    @Test
    @Proves({"REQ-TEAM-07", "REQ-REGIONAL-02"})
    void an_expertise_is_asked_awaited_and_given() throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        var here = "/dossiers/" + odette.patient() + "/expertises";
        var doctor = cast.doctorOfTheTeam.member().toString();
        var asked =
                done(
                        cast.claireCoordinator,
                        here,
                        "kind",
                        "MEDECIN_EQUIPE",
                        "member",
                        doctor,
                        "question",
                        "Somnifère en cause ?",
                        "dueOn",
                        "2026-06-10");
        assertThat(body(cast.claireCoordinator, "/journee?tout=1"))
                .contains("Avis d’expertise attendu", asked);
        assertThat(body(cast.doctorOfTheTeam, "/journee?tout=1"))
                .contains("Avis d’expertise à rendre", asked);
        assertThat(body(cast.claireCoordinator, "/rcp")).contains(asked);
        send(
                cast.doctorOfTheTeam,
                asked + "/avis",
                "_tag",
                "0",
                "opinion",
                "Oui, à diminuer.",
                "opinionBy",
                "Dr ROUSSEL",
                "opinionOn",
                "2026-06-02");
        assertThat(body(cast.claireCoordinator, asked)).contains("Oui, à diminuer.");
        assertThat(body(cast.claireCoordinator, "/journee?tout=1"))
                .doesNotContain(asked)
                .contains("Lire l’avis d’expertise");
        assertThat(body(cast.claireCoordinator, "/dossiers/" + odette.patient() + "/ligne-de-vie"))
                .contains("Avis d’expertise rendu");
        assertThat(
                        send(
                                        cast.claireCoordinator,
                                        asked + "/avis",
                                        "_tag",
                                        "0",
                                        "opinion",
                                        "Autre",
                                        "opinionBy",
                                        "X",
                                        "opinionOn",
                                        "2026-06-02")
                                .getStatus())
                .isEqualTo(409);

        // outside: her name only with her consent
        var named =
                send(
                        cast.claireCoordinator,
                        here,
                        "kind",
                        "RESEAU_REGIONAL",
                        "addressee",
                        "Réseau régional fictif",
                        "question",
                        "Quel centre ?",
                        "dueOn",
                        "2026-06-20");
        assertThat(named.getStatus()).isEqualTo(422);
        var regional =
                done(
                        cast.claireCoordinator,
                        here,
                        "kind",
                        "RESEAU_REGIONAL",
                        "addressee",
                        "Réseau régional fictif",
                        "question",
                        "Quel centre ?",
                        "dueOn",
                        "2026-06-20",
                        "anonymous",
                        "on");
        assertThat(
                        one(
                                "select body from correspondence.outgoing_message where about_id ="
                                        + " :id and patient_id is null",
                                id(regional)))
                .contains("sans la nommer")
                .doesNotContain("DURAND");
        done(
                cast.claireCoordinator,
                regional + "/sans-suite",
                "_tag",
                "0",
                "why",
                "Réponse trouvée ailleurs");
        assertThat(status(cast.sophieSecretary, regional)).isEqualTo(404);
    }

    @Test
    @Proves("REQ-RCP-05")
    void level_3_without_an_rcp_is_an_alert_that_an_rcp_ends_and_a_synthesis_does_not() {
        var late = cast.newFollowed(cast.douai, 3, 90);
        var early = cast.newFollowed(cast.douai, 3, 89);
        var complex = cast.newFollowed(cast.douai, 2, 200);
        cast.in(cast.douai, alerts::raise);
        assertThat(missing(late)).isOne();
        assertThat(missing(early)).isZero();
        assertThat(missing(complex)).isZero();

        held(late, Concertations.Kind.SYNTHESE);
        assertThat(missing(late)).isOne();
        held(late, Concertations.Kind.RCP);
        assertThat(missing(late)).isZero();

        // the delay set for the level wins; another level's says nothing
        var patient = cast.newFollowed(cast.douai, 3, 100);
        delay(3, 120);
        delay(2, 5);
        try {
            cast.in(cast.douai, alerts::raise);
            assertThat(missing(patient)).isZero();
            delay(3, 100);
            cast.in(cast.douai, alerts::raise);
            assertThat(missing(patient)).isOne();
        } finally {
            cast.in(
                    cast.douai,
                    () -> sql.sql("delete from network.setting where key = 'RCP_DAYS'").update());
        }
    }

    private void delay(int level, int days) {
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "insert into network.setting (key, level, value) values ('RCP_DAYS', :level, :days) on conflict (network_id, key, level) do update set value = excluded.value")
                                .param("level", level)
                                .param("days", String.valueOf(days))
                                .update());
    }

    private void held(Followed whom, Concertations.Kind kind) {
        cast.in(
                cast.douai,
                () -> {
                    concertations.held(
                            UUID.randomUUID(), whom.patient(), kind, LocalDate.of(2026, 6, 2));
                    return 0;
                });
    }

    private int missing(Followed whom) {
        return count(
                "select count(*) from followup.alert where patient_id = :id and rule ="
                        + " 'NIVEAU_3_SANS_RCP' and status = 'OUVERTE'",
                whom.patient().value());
    }

    private void presences(String meeting) throws Exception {
        var ids =
                cast.in(
                        cast.douai,
                        () ->
                                sql.sql(
                                                "select id, kind from rcp.participant where"
                                                        + " meeting_id = :m")
                                        .param("m", id(meeting))
                                        .query((row, _) -> row.getString(1) + row.getString(2))
                                        .list());
        var fields = new java.util.ArrayList<String>();
        assertThat(
                        send(
                                        cast.claireCoordinator,
                                        meeting + "/presences",
                                        "presence-" + ids.getFirst().substring(0, 36),
                                        "PEUT_ETRE")
                                .getStatus())
                .as("what is on no list makes nobody absent")
                .isEqualTo(422);
        for (var one : ids) {
            fields.addAll(java.util.List.of("presence-" + one.substring(0, 36), "PRESENT"));
            if (one.endsWith("EXTERIEUR"))
                fields.addAll(
                        java.util.List.of(
                                "minutes-" + one.substring(0, 36),
                                "45",
                                "paid-" + one.substring(0, 36),
                                "46"));
        }
        done(cast.claireCoordinator, meeting + "/presences", fields.toArray(String[]::new));
    }

    private void draft(Followed whom) {
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "insert into careplan.pps (patient_id, support_id, number,"
                                                + " status, created_at, created_by) values (:p, :s, 1,"
                                                + " 'BROUILLON', now(), 'Claire DUMONT')")
                                .param("p", whom.patient().value())
                                .param("s", whom.support())
                                .update());
    }

    /// Whoever leaves the circle between being put on the list and the letters gets none, and the
    /// page says why.
    @Test
    void who_left_the_circle_is_not_written_to() throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        var line =
                cast.in(
                        cast.douai,
                        () ->
                                sql.sql(
                                                """
                                                insert into casefile.care_team (patient_id, kind, actor_group, role, name, profession, since, parts)
                                                values (:patient, 'PROFESSIONNEL', 'PROFESSIONNEL_DE_SANTE', 'INTERVENANT', 'Zélie CAMUS', 'Infirmière', '2026-01-05', '{SOINS}')
                                                returning id
                                                """)
                                        .param("patient", odette.patient().value())
                                        .query((row, _) -> row.getObject("id", UUID.class))
                                        .single());
        var meeting = meeting("RCP", "TELEPHONE");
        var item = put(meeting, odette, "Qui passe le soir ?");
        done(
                cast.claireCoordinator,
                meeting + "/participants",
                "who",
                "CERCLE:" + item + ":" + line);
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "update casefile.care_team set until = '2026-05-31' where"
                                                + " id = :line")
                                .param("line", line)
                                .update());

        done(cast.claireCoordinator, meeting + "/invitations");

        assertThat(letters(odette, "INVITATION_RCP", "Zélie CAMUS")).isEmpty();
        assertThat(body(cast.claireCoordinator, meeting)).contains("N’est plus dans le cercle");
    }

    private String tag(String item) {
        return one("select version::text from rcp.item where id = :id", UUID.fromString(item));
    }

    private int count(String question, UUID id) {
        return cast.in(
                cast.douai,
                () -> sql.sql(question).param("id", id).query((row, _) -> row.getInt(1)).single());
    }

    private UUID uuid(String question, UUID id) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql(question)
                                .param("id", id)
                                .query((row, _) -> row.getObject(1, UUID.class))
                                .single());
    }

    private static Document page(MockHttpServletResponse answer) throws Exception {
        return Jsoup.parse(answer.getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
    }
}
