package fr.maillage.rcp.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.maillage.kernel.Typography;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast.Followed;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// An RCP proposed by a professional; a meeting in the agenda of the team; who is told when it
/// changes; to whom which part of the minutes goes; flat payments.
@IntegrationTest
class WishTest extends RcpPages {

    @Test
    @Proves("REQ-RCP-02")
    void a_professional_proposes_an_rcp_and_is_told_yes_or_why_not() throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        var here = "/dossiers/" + odette.patient() + "/rcp/proposition";
        assertThat(body(cast.drMorel, "/mes-patients/" + odette.patient())).contains(here);
        assertThat(status(cast.nurseLucie, here)).isEqualTo(404);
        assertThat(send(cast.nurseLucie, here, "question", "x", "why", "y").getStatus())
                .isEqualTo(404);
        assertThat(send(cast.drMorel, here, "question", "Sans pourquoi").getStatus())
                .isEqualTo(422);
        var question = "Faut-il un lit médicalisé ? " + UUID.randomUUID();
        done(
                cast.drMorel,
                here,
                "question",
                question,
                "why",
                "Deux chutes en mai",
                "dates",
                "Un mardi");
        assertThat(send(cast.drMorel, here, "question", "Encore", "why", "y").getStatus())
                .as("one waits already")
                .isEqualTo(422);
        assertThat(body(cast.claireCoordinator, "/rcp"))
                .contains(question, "Deux chutes en mai", "Un mardi");
        assertThat(body(cast.sophieSecretary, "/rcp")).doesNotContain(question);
        assertThat(body(cast.calaisCoordinator, "/rcp")).doesNotContain(question);

        // no, and why
        var first = "/rcp/propositions/" + wish(odette);
        assertThat(send(cast.claireCoordinator, first + "/refus").getStatus()).isEqualTo(422);
        assertThat(send(cast.calaisCoordinator, first + "/refus", "why", "Non").getStatus())
                .isEqualTo(404);
        done(cast.claireCoordinator, first + "/refus", "why", "Un bilan est prévu lundi.");
        assertThat(body(cast.drMorel, here)).contains("Pas retenue", "Un bilan est prévu lundi.");
        assertThat(letter(odette, "REPONSE_RCP")).contains("Un bilan est prévu lundi.");
        assertThat(send(cast.claireCoordinator, first + "/refus", "why", "Deux fois").getStatus())
                .isEqualTo(409);

        // yes: on a meeting, with the question as it was asked, and invited to it
        done(cast.drMorel, here, "question", question, "why", "Le bilan est fait");
        var meeting = meeting("RCP", "TELEPHONE");
        done(
                cast.claireCoordinator,
                "/rcp/propositions/" + wish(odette) + "/acceptation",
                "meeting",
                id(meeting).toString());
        assertThat(body(cast.claireCoordinator, meeting))
                .contains(question, "Question posée par Dr Anne MOREL");
        assertThat(body(cast.drMorel, here)).contains("Acceptée", "RCP du 16 juin 2026");
        assertThat(body(cast.drMorel, "/rcp")).contains(meeting);
    }

    @Test
    @Proves("REQ-RCP-01")
    void a_meeting_stands_in_the_agenda_and_those_invited_are_told_what_changes() throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        var meeting = meeting("RCP", "TELEPHONE");
        var appointment =
                one("select appointment_id::text from rcp.meeting where id = :id", id(meeting));
        var page = "/agenda/" + appointment;
        assertThat(body(cast.claireCoordinator, page)).contains(meeting, "sa propre page");
        assertThat(body(cast.claireCoordinator, meeting)).contains(page);
        assertThat(
                        send(
                                        cast.claireCoordinator,
                                        page + "/deplacer",
                                        "version",
                                        "0",
                                        "day",
                                        "2026-06-18",
                                        "time",
                                        "09:00")
                                .getStatus())
                .as("moved from its own page alone")
                .isEqualTo(422);
        done(
                cast.claireCoordinator,
                meeting + "/participants",
                "who",
                "EQUIPE:" + cast.karimCoordinator.member());
        assertThat(
                        one(
                                "select count(*)::text from agenda.participant where appointment_id = :id",
                                UUID.fromString(appointment)))
                .as("the secretary of the session and Karim, the chair holding it")
                .isEqualTo("2");

        // one invitation has left, another waits
        var item = put(meeting, odette, "Question");
        var nurse = nurse(odette);
        done(
                cast.claireCoordinator,
                meeting + "/participants",
                "who",
                "CERCLE:" + item + ":" + doctorOf(odette));
        done(
                cast.claireCoordinator,
                meeting + "/participants",
                "who",
                "CERCLE:" + item + ":" + nurse);
        done(cast.claireCoordinator, meeting + "/invitations");
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "update correspondence.outgoing_message set state = 'ENVOYE', sent_at = now(), sent_by = 'MSSANTE' where kind = 'INVITATION_RCP' and recipient_name = 'Dr Anne MOREL' and patient_id = :p")
                                .param("p", odette.patient().value())
                                .update());
        done(
                cast.claireCoordinator,
                meeting,
                fields("RCP", "TELEPHONE", "2026-06-17", "10:30", "_tag", "0"));
        assertThat(
                        one(
                                "select to_char(starts_at at time zone 'Europe/Paris', 'YYYY-MM-DD HH24:MI') from agenda.appointment where id = :id",
                                UUID.fromString(appointment)))
                .isEqualTo("2026-06-17 10:30");
        assertThat(letter(odette, "RCP_DEPLACEE"))
                .contains("17 juin 2026", "10:30")
                .doesNotContain("DURAND");
        assertThat(letters(odette, "INVITATION_RCP", "Lucie PETIT"))
                .as("the one that waited says the new day, the former is cancelled")
                .containsExactlyInAnyOrder("ANNULE", "A_ENVOYER");
        assertThat(letters(odette, "RCP_DEPLACEE", "Lucie PETIT")).isEmpty();

        done(cast.claireCoordinator, meeting + "/annulation", "why", "Médecin empêché");
        assertThat(letter(odette, "RCP_ANNULEE"))
                .contains("n’aura pas lieu")
                .doesNotContain("DURAND");
        assertThat(letters(odette, "RCP_ANNULEE", "Lucie PETIT")).isEmpty();
        assertThat(
                        one(
                                "select outcome from agenda.appointment where id = :id",
                                UUID.fromString(appointment)))
                .isEqualTo("ANNULE");
    }

    /// The whole to who cares, the decisions of their part to others, nothing to whom she opposes.
    @Test
    void minutes_go_by_part_and_not_against_her_wishes() throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        line(odette, "Sonia AIDE", "Assistante sociale", "{SOCIAL}");
        line(odette, "Paul OPPOSE", "Infirmier", "{SOINS}");
        line(odette, "Rien POURELLE", "Éducatrice", "{EDUCATION}");
        consent(odette, "OPPOSITION_PARTIELLE", "Paul OPPOSE");
        var meeting = held(odette);
        var item = itemOf(meeting);
        done(cast.claireCoordinator, meeting + "/personnes/" + item + "/compte-rendu");
        assertThat(minutes(odette, "Dr Anne MOREL"))
                .contains("Bilan de la vue", "Aide au bain", "Notes de séance");
        assertThat(minutes(odette, "Sonia AIDE"))
                .contains("Aide au bain")
                .doesNotContain("Bilan de la vue")
                .doesNotContain("Notes de séance");
        assertThat(letters(odette, "COMPTE_RENDU_RCP", "Paul OPPOSE")).isEmpty();
        assertThat(letters(odette, "COMPTE_RENDU_RCP", "Rien POURELLE")).isEmpty();
        assertThat(body(cast.claireCoordinator, meeting + "/personnes/" + item))
                .contains("Paul OPPOSE", "Rien de ce qui a été décidé");

        // opposed to any sharing: to nobody but her doctor at most
        var samia = cast.newFollowed(cast.douai, 2, 30);
        line(samia, "Sonia AIDE", "Assistante sociale", "{SOCIAL}");
        var other = held(samia);
        consent(samia, "OPPOSITION", null);
        done(cast.claireCoordinator, other + "/personnes/" + itemOf(other) + "/compte-rendu");
        assertThat(letters(samia, "COMPTE_RENDU_RCP", "Sonia AIDE")).isEmpty();
    }

    @Test
    @Proves({"REQ-RCP-06", "REQ-RCP-07", "REQ-RCP-08"})
    void flat_payments_are_adopted_owed_paid_and_added_up_to_the_cent() throws Exception {
        var fees = "/rcp/forfaits";
        assertThat(send(cast.claireCoordinator, fees + "/montants", "RCP", "46").getStatus())
                .isEqualTo(404);
        assertThat(send(cast.helenHead, fees + "/montants", "RCP", "46,005").getStatus())
                .isEqualTo(422);
        done(
                cast.helenHead,
                fees + "/montants",
                "RCP",
                "46,10",
                "EVALUATION",
                "60,35",
                "HEURE",
                "38,50");
        var name = "Marc PSY " + UUID.randomUUID();
        done(cast.claireCoordinator, fees + "/evaluations", evaluation(name, "2026-06-02"));
        done(
                cast.claireCoordinator,
                fees + "/evaluations",
                evaluation(name, "2026-03-04", "amount", "0,07"));
        assertThat(
                        send(
                                        cast.claireCoordinator,
                                        fees + "/evaluations",
                                        evaluation(name, "2026-03-04", "amount", "-3"))
                                .getStatus())
                .isEqualTo(422);
        var page = Jsoup.parse(body(cast.claireCoordinator, fees + "?du=2026-06-02&au=2026-06-02"));
        var row = page.select("tr:contains(" + name + ")");
        assertThat(row.text()).contains("60,35", "À payer", "Évaluation");
        var pay = row.select("form").attr("action");
        done(cast.claireCoordinator, pay);
        assertThat(
                        Jsoup.parse(
                                        body(
                                                cast.claireCoordinator,
                                                fees + "?du=2026-06-02&au=2026-06-02"))
                                .select("tr:contains(" + name + ")")
                                .text())
                .contains("Payé");
        assertThat(body(cast.claireCoordinator, fees + "/forfaits.csv?du=2026-03-01&au=2026-06-30"))
                .contains(
                        "\"" + name + "\";\"Psychologue\";\"0,07\";\"à payer\"",
                        "\"60,35\";\"payé le 02/06/2026\"");
        assertThat(send(cast.calaisCoordinator, pay).getStatus()).isEqualTo(404);

        // no longer adopted: an amount must be said
        done(cast.helenHead, fees + "/montants", "RCP", "46,10", "HEURE", "38,50");
        assertThat(
                        send(
                                        cast.claireCoordinator,
                                        fees + "/evaluations",
                                        evaluation(name, "2026-06-02"))
                                .getStatus())
                .isEqualTo(422);

        // proposed with the presences to who is not of the team, until somebody said who was there
        var samia = cast.newFollowed(cast.douai, 2, 30);
        var meeting = meeting("RCP", "TELEPHONE");
        var item = put(meeting, samia, "Question");
        done(
                cast.claireCoordinator,
                meeting + "/participants",
                "who",
                "CERCLE:" + item + ":" + nurse(samia));
        clock.goTo(LocalDateTime.of(2026, 6, 16, 15, 30));
        assertThat(paid(meeting, "Lucie PETIT")).isEqualTo("46,10");
        assertThat(paid(meeting, "Claire DUMONT")).isEmpty();
        assertThat(body(cast.claireCoordinator, meeting)).contains("46,10 €, est proposée");
        var there = new ArrayList<String>();
        for (var one : participants(meeting)) there.addAll(List.of("presence-" + one, "PRESENT"));
        done(cast.claireCoordinator, meeting + "/presences", there.toArray(String[]::new));
        assertThat(paid(meeting, "Lucie PETIT")).as("rubbed out, it stays so").isEmpty();
        clock.reset();

        // what meetings take: the team's hour, and what is owed to others
        var before = month(fees);
        var odette = cast.newFollowed(cast.douai, 2, 30);
        held(odette);
        var after = month(fees);
        assertThat(after.get(0) - before.get(0)).as("meetings").isEqualTo(1);
        assertThat(after.get(1) - before.get(1)).as("situations").isEqualTo(1);
    }

    private static String[] evaluation(String name, String day, String... more) {
        var fields = new ArrayList<>(List.of("name", name));
        fields.addAll(List.of("profession", "Psychologue", "onDay", day));
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }

    private String paid(String meeting, String name) throws Exception {
        return Jsoup.parse(body(cast.claireCoordinator, meeting))
                .select("tr:contains(" + name + ") input[name^=paid-]")
                .val();
    }

    private List<Integer> month(String fees) throws Exception {
        clock.goTo(LocalDateTime.of(2026, 6, 16, 15, 30));
        var row =
                Jsoup.parse(body(cast.claireCoordinator, fees + "?du=2026-06-16&au=2026-06-16"))
                        .select("section[aria-labelledby=cout] tbody tr");
        clock.reset();
        return List.of(
                number(row.select("td[data-label=Réunions]").text()),
                number(row.select("td[data-label=Situations]").text()));
    }

    private static int number(String text) {
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    /// A meeting held about one person, with notes, a decision of care and one of help.
    private String held(Followed whom) throws Exception {
        clock.reset();
        var meeting = meeting("RCP", "TELEPHONE");
        var item = put(meeting, whom, "Question");
        done(
                cast.claireCoordinator,
                meeting + "/personnes/" + item + "/notes",
                "_tag",
                "0",
                "notes",
                "Notes de séance");
        clock.goTo(LocalDateTime.of(2026, 6, 16, 15, 30));
        var decisions = meeting + "/personnes/" + item + "/decisions";
        done(
                cast.claireCoordinator,
                decisions,
                "text",
                "Bilan de la vue",
                "becomes",
                "RIEN",
                "part",
                "SOINS");
        done(
                cast.claireCoordinator,
                decisions,
                "text",
                "Aide au bain",
                "becomes",
                "RIEN",
                "part",
                "AIDE");
        var presences = new ArrayList<String>();
        for (var one : participants(meeting))
            presences.addAll(List.of("presence-" + one, "PRESENT"));
        done(cast.claireCoordinator, meeting + "/presences", presences.toArray(String[]::new));
        done(cast.claireCoordinator, meeting + "/cloture", "seen", item);
        return meeting;
    }

    private List<String> participants(String meeting) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql("select id::text from rcp.participant where meeting_id = :id")
                                .param("id", id(meeting))
                                .query((row, _) -> row.getString(1))
                                .list());
    }

    private void consent(
            Followed whom, String state, @org.jspecify.annotations.Nullable String to) {
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "insert into patient.consent (patient_id, act, state, given_on, form, given_by, opposed_to, recorded_at) values (:p, 'PARTAGE_EQUIPE', :state, '2026-05-01', 'ORAL', 'PERSONNE', :to, now())")
                                .param("p", whom.patient().value())
                                .param("state", state)
                                .param("to", to)
                                .update());
    }

    private String nurse(Followed whom) {
        return line(whom, "Lucie PETIT", "Infirmière", "{SOINS}");
    }

    private String line(Followed whom, String name, String profession, String parts) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        insert into casefile.care_team (patient_id, kind, actor_group, role, name, profession, since, parts)
                                        values (:patient, 'PROFESSIONNEL', 'PROFESSIONNEL_DE_SANTE', 'INTERVENANT', :name, :profession, '2026-01-05', cast(:parts as text[]))
                                        returning id::text
                                        """)
                                .param("patient", whom.patient().value())
                                .param("name", name)
                                .param("profession", profession)
                                .param("parts", parts)
                                .query((row, _) -> row.getString(1))
                                .single());
    }

    private String wish(Followed whom) {
        return one(
                "select id::text from rcp.wish where patient_id = :id and answered_at is null",
                whom.patient().value());
    }

    private String minutes(Followed whom, String to) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "select body from correspondence.outgoing_message where kind = 'COMPTE_RENDU_RCP' and patient_id = :p and recipient_name = :to")
                                .param("p", whom.patient().value())
                                .param("to", to)
                                .query((row, _) -> row.getString(1))
                                .single());
    }

    private String letter(Followed whom, String kind) {
        return one(
                        "select body from correspondence.outgoing_message where patient_id = :id and kind = '"
                                + kind
                                + "'",
                        whom.patient().value())
                .replace(Typography.NBSP, " ");
    }
}
