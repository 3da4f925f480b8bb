package fr.maillage.adverse.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.PatientId;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;

import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// An adverse event from its declaration to its closing; who reads it; what is proposed.
@IntegrationTest
class AdverseTest {

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired JdbcClient sql;
    @Autowired MovableClock clock;
    @Autowired ProposalService proposals;

    @BeforeEach
    void tuesday() {
        clock.reset();
    }

    @Test
    @Proves({"REQ-ADVERSE-01", "REQ-ADVERSE-03"})
    void an_event_is_declared_analysed_corrected_evaluated_and_closed() throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 30).patient();
        var here = "/dossiers/" + odette + "/evenements";
        var refused = send(cast.sophieSecretary, here, "type", "HOSPITALISATION");
        assertThat(refused.getStatus()).isEqualTo(422);
        var secret = "Chute la nuit " + UUID.randomUUID();
        done(
                cast.sophieSecretary,
                here,
                "type",
                "ACCIDENT",
                "happenedOn",
                "2026-06-01",
                "circumstances",
                secret,
                "consequence",
                "PRONOSTIC_VITAL",
                "unexpected",
                "on");
        var event = "/evenements/" + eventOf(odette);

        // the declarer, the référent and the head read it; a colleague does not know it exists
        for (var reader : List.of(cast.sophieSecretary, cast.claireCoordinator, cast.helenHead))
            assertThat(body(reader, event)).contains(secret, "Grave, à déclarer (EIGS)");
        for (var other : List.of(cast.karimCoordinator, cast.drMorel, cast.calaisCoordinator))
            assertThat(status(other, event)).isEqualTo(404);
        assertThat(body(cast.karimCoordinator, "/evenements")).doesNotContain(event);
        assertThat(body(cast.karimCoordinator, here)).doesNotContain(event);
        assertThat(body(cast.claireCoordinator, "/dossiers/" + odette + "/ligne-de-vie"))
                .doesNotContain(secret)
                .doesNotContain(event);
        var number = Jsoup.parse(body(cast.helenHead, event)).title().split(" ")[1];
        assertThat(task("EIGS%déclarer à l’ARS sans délai%" + number + "%"))
                .isEqualTo("2026-06-02 " + cast.helenHead.member());

        // only those who keep the register write in it
        assertThat(send(cast.claireCoordinator, event + "/analyse").getStatus()).isEqualTo(404);
        done(
                cast.helenHead,
                event,
                "_tag",
                "0",
                "type",
                "ACCIDENT",
                "happenedOn",
                "2026-06-01",
                "circumstances",
                secret,
                "consequence",
                "PRONOSTIC_VITAL",
                "unexpected",
                "on",
                "gravity",
                "CRITIQUE");
        assertThat(
                        send(
                                        cast.helenHead,
                                        event,
                                        "_tag",
                                        "0",
                                        "type",
                                        "INCIDENT",
                                        "happenedOn",
                                        "2026-06-01",
                                        "circumstances",
                                        "x")
                                .getStatus())
                .as("somebody saved first")
                .isEqualTo(409);
        var closing = event + "/cloture";
        assertThat(text(send(cast.helenHead, closing, "_tag", "1", "closedWords", "Fini.")))
                .contains("n’est pas analysé", "Les deux volets de la déclaration à l’ARS");
        done(
                cast.helenHead,
                event + "/analyse",
                "_tag",
                "1",
                "analysedOn",
                "2026-06-02",
                "method",
                "CREX",
                "analysedBy",
                "Équipe de coordination",
                "families",
                "EQUIPE",
                "causes",
                "Le passage du soir n’était plus assuré.");

        // an action, the task of its owner, who now reads the event
        done(
                cast.helenHead,
                event + "/actions",
                "title",
                "Fiche de relais du soir",
                "owner",
                cast.karimCoordinator.member().toString(),
                "dueOn",
                "2026-06-20");
        var action =
                one("select id::text from adverse.action where event_id = :id", eventOf(odette));
        assertThat(task("Action corrective%" + number + "%"))
                .isEqualTo("2026-06-20 " + cast.karimCoordinator.member());
        assertThat(body(cast.karimCoordinator, "/taches"))
                .contains("Action corrective (événement indésirable " + number)
                .doesNotContain(secret);
        assertThat(status(cast.karimCoordinator, event)).isEqualTo(200);
        var evaluation = event + "/actions/" + action + "/evaluation";
        var effect =
                new String[] {
                    "effect",
                    "EN_PARTIE",
                    "evaluatedOn",
                    "2026-06-02",
                    "evaluation",
                    "Une nuit sur deux."
                };
        assertThat(send(cast.helenHead, evaluation, effect).getStatus())
                .as("not done yet")
                .isEqualTo(422);
        assertThat(text(send(cast.helenHead, closing, "_tag", "2", "closedWords", "Fini.")))
                .contains("encore à faire");
        done(
                cast.karimCoordinator,
                event + "/actions/" + action + "/fin",
                "state",
                "FAITE",
                "endedOn",
                "2026-06-02");
        assertThat(task("Action corrective%" + number + "%")).isEmpty();
        assertThat(text(send(cast.helenHead, closing, "_tag", "2", "closedWords", "Fini.")))
                .contains("n’est pas évaluée");
        done(cast.helenHead, evaluation, effect);
        assertThat(
                        send(
                                        cast.helenHead,
                                        evaluation,
                                        "effect",
                                        "EFFICACE",
                                        "evaluatedOn",
                                        "2026-06-02",
                                        "evaluation",
                                        "Par une autre.")
                                .getStatus())
                .as("a colleague evaluated it first: her words stay")
                .isEqualTo(409);

        // what was declared on the portal of the agency
        done(
                cast.helenHead,
                event + "/ars",
                "_tag",
                "2",
                "arsOn",
                "2026-06-02",
                "arsNumber",
                "EIGS-59-0042");
        assertThat(task("EIGS%déclarer%" + number + "%")).as("declared").isEmpty();
        assertThat(task("EIGS%second volet%" + number + "%"))
                .as("three months after the first part")
                .startsWith("2026-09-02");
        assertThat(text(send(cast.helenHead, closing, "_tag", "3", "closedWords", "Fini.")))
                .contains("Les deux volets");
        done(
                cast.helenHead,
                event + "/ars",
                "_tag",
                "3",
                "arsOn",
                "2026-06-02",
                "arsNumber",
                "EIGS-59-0042",
                "arsPart2On",
                "2026-06-02");
        assertThat(task("EIGS%" + number + "%")).as("both parts are declared").isEmpty();
        done(cast.helenHead, closing, "_tag", "4", "closedWords", "Relais du soir rétabli.");
        assertThat(body(cast.claireCoordinator, event))
                .contains("Relais du soir rétabli", "Efficace en partie", "EIGS-59-0042");
        assertThat(
                        send(
                                        cast.helenHead,
                                        event + "/ars",
                                        "_tag",
                                        "5",
                                        "arsOn",
                                        "2026-06-02",
                                        "arsNumber",
                                        "X")
                                .getStatus())
                .as("closed")
                .isEqualTo(409);

        // the file holds neither the person nor what was written
        var csv = body(cast.helenHead, "/evenements/registre.csv");
        assertThat(csv.lines().filter(l -> l.contains("\"" + number + "\"")))
                .singleElement()
                .asString()
                .contains("Critique", "oui", "EIGS-59-0042", "02/06/2026")
                .doesNotContain("DURAND")
                .doesNotContain("Sophie");
        assertThat(csv).doesNotContain(secret);
        assertThat(status(cast.claireCoordinator, "/evenements/registre.csv")).isEqualTo(404);
    }

    @Test
    void a_reminder_to_declare_follows_what_the_event_is_and_what_was_declared() throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 30).patient();
        declared("/dossiers/" + odette + "/evenements", null, true);
        var event = "/evenements/" + eventOf(odette);
        var number = Jsoup.parse(body(cast.helenHead, event)).title().split(" ")[1];
        var first = "EIGS%déclarer%" + number + "%";
        var second = "EIGS%second volet%" + number + "%";
        assertThat(task(first)).isNotEmpty();
        // whose day has no page: the head finds it on her first page, and in the tasks given to her
        var tasks = Jsoup.parse(body(cast.helenHead, "/taches"));
        assertThat(tasks.text()).contains("déclarer à l’ARS sans délai (événement " + number);
        assertThat(tasks.select("form[action=/taches]")).isEmpty();
        assertThat(Jsoup.parse(body(cast.helenHead, "/pilotage")).select(".notice a").eachText())
                .anyMatch(t -> t.matches("\\d+ tâches? pour vous d’ici 30 jours.*"));
        assertThat(body(cast.helenHead, "/evenements")).contains("À déclarer à l’ARS sans délai");
        var karims = "Tâche de Karim " + number;
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "insert into followup.task (id, kind, title, due_on, assigned_to, created_at, created_by) values (:id, 'TACHE', :title, '2026-06-02', :karim, now(), 'x')")
                                .param("id", UUID.randomUUID())
                                .param("title", karims)
                                .param("karim", cast.karimCoordinator.member())
                                .update());
        assertThat(body(cast.karimCoordinator, "/taches")).contains(karims);
        assertThat(body(cast.helenHead, "/taches?filtre=team"))
                .as("who only steers is shown their own")
                .doesNotContain(karims);

        // it was foreseeable after all, then it was not
        declared(event, "0", false);
        assertThat(task(first)).isEmpty();
        declared(event, "1", true);
        assertThat(task(first)).isNotEmpty();

        var ars = event + "/ars";
        done(cast.helenHead, ars, "_tag", "2", "arsOn", "2026-06-02", "arsNumber", "EIGS-1");
        assertThat(task(first)).isEmpty();
        assertThat(task(second)).startsWith("2026-09-02");
        done(cast.helenHead, ars, "_tag", "3", "arsOn", "2026-06-01", "arsNumber", "EIGS-1");
        assertThat(task(second))
                .as("the day of the first part is corrected")
                .isEqualTo("2026-09-01 " + cast.helenHead.member());
        assertThat(
                        one(
                                "select count(*)::text from followup.task where title like 'EIGS%"
                                        + number
                                        + "%' and outcome in ('N’est plus qualifié d’EIGS', 'Premier volet déclaré à l’ARS') and :id is not null",
                                eventOf(odette)))
                .isEqualTo("2");
    }

    private void declared(String address, @Nullable String tag, boolean unexpected)
            throws Exception {
        var fields =
                new ArrayList<>(
                        List.of(
                                "type",
                                "ACCIDENT",
                                "happenedOn",
                                "2026-06-01",
                                "circumstances",
                                "Chute.",
                                "consequence",
                                "PRONOSTIC_VITAL"));
        if (tag != null) fields.addAll(List.of("_tag", tag));
        if (unexpected) fields.addAll(List.of("unexpected", "on"));
        done(cast.helenHead, address, fields.toArray(String[]::new));
    }

    /// Neither the register, the trail of the file nor a task says who declared.
    @Test
    void somebody_of_the_circle_declares_without_a_name() throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 30).patient();
        var here = "/dossiers/" + odette + "/evenements";
        assertThat(body(cast.drMorel, "/mes-patients/" + odette)).contains(here);
        assertThat(status(cast.nurseLucie, here)).isEqualTo(404);
        assertThat(send(cast.nurseLucie, here, "type", "INCIDENT").getStatus()).isEqualTo(404);
        done(
                cast.drMorel,
                here,
                "type",
                "INCIDENT",
                "happenedOn",
                "2026-05-30",
                "circumstances",
                "Ordonnance perdue.",
                "consequence",
                "DECES",
                "unexpected",
                "on",
                "anonymous",
                "on");
        var id = eventOf(odette);
        assertThat(
                        one(
                                "select count(*)::text from adverse.event where id = :id and declared_by is null and declarer is null",
                                id))
                .isEqualTo("1");
        assertThat(one("select count(*)::text from access.trail where object_id = :id", id))
                .isEqualTo("0");
        assertThat(
                        one(
                                "select count(*)::text from followup.task where created_by like '%MOREL%' and title like 'EIGS%' and :id is not null",
                                id))
                .isEqualTo("0");
        assertThat(body(cast.drMorel, here)).doesNotContain(id.toString());
        assertThat(body(cast.claireCoordinator, "/evenements/" + id))
                .contains("sans dire par qui")
                .doesNotContain("Déclaré par");

        // named, whoever is concerned reads it
        assertThat(status(cast.drMorel, "/evenements/" + id)).isEqualTo(404);
        done(
                cast.helenHead,
                "/evenements/" + id + "/lecteurs",
                "_tag",
                "0",
                "readers",
                cast.drMorel.accountId().toString());
        assertThat(status(cast.drMorel, "/evenements/" + id)).isEqualTo(200);

        // a quality manager named by the head keeps the register, and no longer once taken off
        done(
                cast.helenHead,
                "/evenements/responsables",
                "members",
                cast.doctorOfTheTeam.member().toString(),
                "members",
                cast.sophieSecretary.member().toString());
        assertThat(status(cast.doctorOfTheTeam, "/evenements/" + id)).isEqualTo(200);
        assertThat(status(cast.sophieSecretary, "/evenements/" + id)).isEqualTo(404);
        done(cast.helenHead, "/evenements/responsables");
        assertThat(status(cast.doctorOfTheTeam, "/evenements/" + id)).isEqualTo(404);
        assertThat(send(cast.claireCoordinator, "/evenements/responsables").getStatus())
                .isEqualTo(404);
    }

    @Test
    @Proves({"REQ-ADVERSE-02", "REQ-ADVERSE-04", "REQ-DIRECTORY-04"})
    void what_the_sources_count_is_proposed_once_and_counted() throws Exception {
        var stayed = cast.newFollowed(cast.douai, 2, 60);
        var left = cast.newFollowed(cast.douai, 2, 60);
        var missed = cast.newFollowed(cast.douai, 2, 60);
        var alone = cast.newFollowed(cast.douai, 2, 60);
        var gone = "Zoé LAGARDE " + UUID.randomUUID();
        run(
                "insert into casefile.stay (patient_id, kind, hospital, admitted_on) values (:id, 'NON_PROGRAMME', 'CH fictif de Douai', '2026-05-20'), (:id, 'PROGRAMME', 'CH fictif de Douai', '2026-05-01')",
                stayed.patient().value());
        run(
                "update casefile.support set status = 'CLOS', closed_on = '2026-05-25', exit_reason = 'SOUHAIT' where id = :id",
                left.support());
        run(
                "insert into network.affiliation (id, name, profession, status, joined_on, left_on, left_how, left_why, noted_by) values (:id, '"
                        + gone
                        + "', 'Infirmière', 'LIBERAL', '2024-01-01', '2026-05-31', 'VOLONTAIRE', 'Trop de route', 'Hélène')",
                UUID.randomUUID());
        // a physiotherapist leaves and nobody comes; a nurse leaves and another came
        run(
                """
                insert into casefile.care_team (patient_id, kind, actor_group, role, name, profession, since, until, parts)
                values (:id, 'PROFESSIONNEL', 'PROFESSIONNEL_DE_SANTE', 'INTERVENANT', 'Yves KINE', 'Masseur-kinésithérapeute', '2026-01-05', '2026-05-28', '{SOINS}'),
                       (:id, 'PROFESSIONNEL', 'PROFESSIONNEL_DE_SANTE', 'INTERVENANT', 'Ana SOIN', 'Infirmière', '2026-01-05', '2026-05-28', '{SOINS}'),
                       (:id, 'PROFESSIONNEL', 'PROFESSIONNEL_DE_SANTE', 'INTERVENANT', 'Léa SOIN', 'Infirmière', '2026-05-20', null, '{SOINS}')
                """,
                alone.patient().value());
        // three missed in a row after one that was done, and two of another act
        var walking = UUID.randomUUID();
        act(missed.patient(), walking, "Marche", "2026-04-20", "FAIT");
        act(missed.patient(), walking, "Marche", "2026-04-27", "NON_FAIT");
        act(missed.patient(), walking, "Marche", "2026-05-04", "PREVU");
        var weighing = UUID.randomUUID();
        act(missed.patient(), weighing, "Pesée", "2026-05-04", "NON_FAIT");
        act(missed.patient(), weighing, "Pesée", "2026-05-11", "NON_FAIT");
        find();
        assertThat(proposed(missed.patient())).as("two in a row are not three").isEmpty();
        act(missed.patient(), walking, "Marche", "2026-05-11", "NON_FAIT");

        find();
        find();
        assertThat(proposed(stayed.patient())).containsExactly("SEJOUR 2026-05-20");
        assertThat(proposed(left.patient())).containsExactly("SORTIE_PERSONNE 2026-05-25");
        assertThat(proposed(missed.patient())).containsExactly("ACTES_MANQUES 2026-04-27");
        assertThat(proposed(alone.patient())).containsExactly("DEPART_SANS_RELAIS 2026-05-28");
        var list = "/evenements/a-qualifier";
        assertThat(list(cast.helenHead)).contains(gone, "Trop de route");
        assertThat(list(cast.claireCoordinator)).doesNotContain(gone).contains("3 actes manqués");
        assertThat(list(cast.karimCoordinator)).doesNotContain(missed.patient().toString());
        assertThat(status(cast.sophieSecretary, list)).isEqualTo(404);

        // one key declares; set aside, only with a reason; neither is proposed again
        var before = count("HOSPITALISATION");
        done(cast.claireCoordinator, list + "/" + proposal(stayed.patient()) + "/declaration");
        assertThat(count("HOSPITALISATION")).isEqualTo(before + 1);
        var aside = list + "/" + proposal(alone.patient()) + "/ecart";
        assertThat(send(cast.karimCoordinator, aside, "why", "Non.").getStatus()).isEqualTo(404);
        assertThat(send(cast.claireCoordinator, aside).getStatus()).isEqualTo(422);
        done(cast.claireCoordinator, aside, "why", "La famille a choisi un autre cabinet.");
        act(missed.patient(), walking, "Marche", "2026-05-18", "NON_FAIT");
        find();
        assertThat(proposed(stayed.patient())).isEmpty();
        assertThat(proposed(alone.patient())).isEmpty();
        assertThat(proposed(missed.patient())).as("the same run, longer").hasSize(1);

        // declared by hand the same day, it is not proposed
        var byHand = cast.newFollowed(cast.douai, 2, 60);
        done(
                cast.claireCoordinator,
                "/dossiers/" + byHand.patient() + "/evenements",
                "type",
                "HOSPITALISATION",
                "happenedOn",
                "2026-05-22",
                "circumstances",
                "Urgences la nuit.",
                "gravity",
                "MAJEURE");
        run(
                "insert into casefile.stay (patient_id, kind, hospital, admitted_on) values (:id, 'NON_PROGRAMME', 'CH fictif', '2026-05-22')",
                byHand.patient().value());
        find();
        assertThat(proposed(byHand.patient())).isEmpty();

        // the period before counts apart, and the filter is kept
        var all =
                Jsoup.parse(
                        body(
                                cast.helenHead,
                                "/evenements?du=2026-05-22&au=2026-05-22&type=HOSPITALISATION&gravite=MAJEURE&etat=OUVERT"));
        assertThat(all.select("ul.worklist li.work").text()).contains("Hospitalisation", "Majeure");
        assertThat(all.select("ul.worklist li.work").text()).doesNotContain("DURAND");
    }

    @Test
    void who_no_longer_follows_somebody_is_told_nothing_of_what_happens_to_them_since()
            throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 20);
        var before = UUID.randomUUID();
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        insert into casefile.support (id, patient_id, theme_code, status, opened_on, included_on, level, coordinator_id, closed_on, exit_reason)
                                        values (:id, :patient, 'GERONTOLOGIE', 'CLOS', '2025-01-01', '2025-01-01', 2, :karim, '2026-04-30', 'OBJECTIFS_ATTEINTS')
                                        """)
                                .param("id", before)
                                .param("patient", followed.patient().value())
                                .param("karim", cast.karimCoordinator.member())
                                .update());
        run(
                "insert into casefile.stay (patient_id, kind, hospital, admitted_on) values (:id, 'NON_PROGRAMME', 'CH fictif', '2026-05-21')",
                followed.patient().value());
        find();
        var name =
                one(
                        "select birth_name from patient.patient where id = :id",
                        followed.patient().value());
        assertThat(list(cast.claireCoordinator)).contains(name);
        assertThat(list(cast.karimCoordinator)).doesNotContain(name);
    }

    private int count(String type) throws Exception {
        var row =
                Jsoup.parse(body(cast.helenHead, "/evenements"))
                        .select("tbody tr:contains(" + EventType.valueOf(type).label + ")");
        return Integer.parseInt(row.select("td strong").text());
    }

    private String list(SignedIn who) throws Exception {
        // the database keeps what other runs left to be decided
        var all = new StringBuilder();
        for (int page = 1; page < 40; page++) {
            var body = body(who, "/evenements/a-qualifier?page=" + page);
            all.append(body);
            if (!body.contains("page=" + (page + 1))) break;
        }
        return all.toString();
    }

    private void find() {
        cast.in(cast.douai, proposals::find);
    }

    private List<String> proposed(PatientId patient) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "select cause || ' ' || happened_on from adverse.proposal where patient_id = :id and decided_at is null")
                                .param("id", patient.value())
                                .query((row, _) -> row.getString(1))
                                .list());
    }

    private String proposal(PatientId patient) {
        return one(
                "select id::text from adverse.proposal where patient_id = :id and decided_at is null",
                patient.value());
    }

    private void act(PatientId patient, UUID act, String title, String day, String status) {
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        insert into followup.occurrence (patient_id, intervention_id, pps_id, title, due_on, due_until, late_after, status, done_on, not_done_why)
                                        values (:patient, :act, :act, :title, :day, :day, :day, :status,
                                                case when :status = 'FAIT' then cast(:day as date) end, case when :status = 'NON_FAIT' then 'ABSENTE' end)
                                        """)
                                .param("patient", patient.value())
                                .param("act", act)
                                .param("title", title)
                                .param("day", LocalDate.parse(day))
                                .param("status", status)
                                .update());
    }

    private void run(String statement, UUID id) {
        cast.in(cast.douai, () -> sql.sql(statement).param("id", id).update());
    }

    private UUID eventOf(PatientId patient) {
        return UUID.fromString(
                one("select id::text from adverse.event where patient_id = :id", patient.value()));
    }

    private String one(String question, UUID id) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql(question)
                                .param("id", id)
                                .query((row, _) -> row.getString(1))
                                .single());
    }

    /// Day and owner of the open task whose title is like that; empty when there is none.
    private String task(String like) {
        return cast.in(
                cast.douai,
                () ->
                        String.join(
                                ";",
                                sql.sql(
                                                "select due_on || ' ' || assigned_to from followup.task where title like :like and done_at is null and patient_id is null and created_by = 'Maillage'")
                                        .param("like", like)
                                        .query((row, _) -> row.getString(1))
                                        .list()));
    }

    private void done(SignedIn who, String address, String... fields) throws Exception {
        var answer = send(who, address, fields);
        assertThat(answer.getStatus()).as(address + " " + text(answer)).isIn(302, 303);
    }

    private MockHttpServletResponse send(SignedIn who, String address, String... fields)
            throws Exception {
        var request = post(address).with(user(who)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        return mvc.perform(request).andReturn().getResponse();
    }

    private static String text(MockHttpServletResponse answer) throws Exception {
        return Jsoup.parse(answer.getContentAsString(StandardCharsets.UTF_8))
                .select(".error, .notice")
                .text();
    }

    private String body(SignedIn who, String address) throws Exception {
        return Objects.requireNonNull(
                mvc.perform(get(java.net.URI.create(address)).with(user(who)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8));
    }

    private int status(SignedIn who, String address) throws Exception {
        return mvc.perform(get(address).with(user(who))).andReturn().getResponse().getStatus();
    }
}
