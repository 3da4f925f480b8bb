package fr.maillage.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.careplan.PpsInForce;
import fr.maillage.casefile.PauseChanged;
import fr.maillage.kernel.NetworkId;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.Proves;
import fr.maillage.testing.RecordedStatements;
import fr.maillage.testing.TestWorld.Cast.Followed;
import fr.maillage.testing.TestWorld.Cast;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@IntegrationTest
class PortalJourneyTest {

    private static final String DIAGNOSIS = "Cirrhose alcoolique";

    @Autowired MockMvc mvc;

    @Autowired Cast cast;

    @Autowired JdbcClient sql;

    @Autowired MovableClock clock;

    @Autowired ApplicationEventPublisher events;

    @BeforeEach
    void tuesday() {
        clock.reset();
    }

    private record Page(int status, String location, Document html, String text) {}

    private Page send(SignedIn who, MockHttpServletRequestBuilder request) throws Exception {
        var response = mvc.perform(request.with(user(who)).with(csrf())).andReturn().getResponse();
        var text = response.getContentAsString(StandardCharsets.UTF_8);
        var location = response.getRedirectedUrl();
        return new Page(
                response.getStatus(), location == null ? "" : location, Jsoup.parse(text), text);
    }

    /// A line of the circle; returns its id.
    private UUID joins(
            Followed followed,
            String name,
            String profession,
            @Nullable UUID account,
            List<String> parts) {
        var id = UUID.randomUUID();
        cast.in(
                followed.network(),
                () ->
                        sql.sql(
                                        """
                                        insert into casefile.care_team (id, patient_id, kind, actor_group, role, name, profession, phone, account_id, since, parts)
                                        values (:id, :patient, 'PROFESSIONNEL', 'PROFESSIONNEL_DE_SANTE', 'INTERVENANT', :name, :profession, '0327000003', :account, '2026-01-01', :parts)
                                        """)
                                .param("id", id)
                                .param("patient", followed.patient().value())
                                .param("name", name)
                                .param("profession", profession)
                                .param("account", account)
                                .param("parts", parts.toArray(String[]::new))
                                .update());
        return id;
    }

    /// A plan in force: a diagnosis, a doctor's text, a social one, and two acts, the nurse's and
    /// somebody's of the help.
    private void plan(Followed followed, UUID nurse, @Nullable UUID help) {
        var pps = UUID.randomUUID();
        var at = Timestamp.from(clock.instant());
        cast.in(
                followed.network(),
                () -> {
                    sql.sql(
                                    """
                                    insert into careplan.pps (id, patient_id, support_id, number, created_at, created_by, submitted_at, life_project, mt_problems, context_social)
                                    values (:id, :patient, :support, 1, :at, 'Claire DUMONT', :at, 'Rester chez moi', 'Texte du médecin', 'Texte social')
                                    """)
                            .param("id", pps)
                            .param("patient", followed.patient().value())
                            .param("support", followed.support())
                            .param("at", at)
                            .update();
                    sql.sql(
                                    "insert into careplan.pathology (pps_id, label, severity, ald, main) values (:pps, :label, 'SEVERE', true, true)")
                            .param("pps", pps)
                            .param("label", DIAGNOSIS)
                            .update();
                    intervention(
                            pps,
                            followed,
                            "SOINS",
                            "PRESCRIPTION_NON_MEDICAMENTEUSE",
                            "Pansement",
                            nurse,
                            "Lucie PETIT");
                    intervention(
                            pps,
                            followed,
                            "AIDE",
                            "SERVICE_A_LA_PERSONNE",
                            "Aide au lever",
                            help,
                            "Josiane LEMAIRE");
                    return sql.sql(
                                    """
                                    update careplan.pps set status = 'EN_VIGUEUR', opinion = 'ATTENDU', in_force_at = :at, in_force_by = 'Claire DUMONT',
                                      in_force_why = 'SILENCE', in_force_reason = 'Sans réponse', reassess_on = '2027-06-01' where id = :id
                                    """)
                            .param("id", pps)
                            .param("at", at)
                            .update();
                });
        inForce(followed, pps);
    }

    /// The follow-up hears of it and dates the acts of the plan.
    private void inForce(Followed followed, UUID pps) {
        cast.in(
                followed.network(),
                () -> {
                    events.publishEvent(
                            new PpsInForce(
                                    followed.network(), pps, followed.patient(), clock.instant()));
                    return 0;
                });
        await().until(() -> acts(followed, "PREVU") > 0);
    }

    private int acts(Followed followed, String status) {
        return cast.in(
                followed.network(),
                () ->
                        sql.sql(
                                        "select count(*) from followup.dated_act where patient_id = :p and status = :status")
                                .param("p", followed.patient().value())
                                .param("status", status)
                                .query((row, _) -> row.getInt(1))
                                .single());
    }

    private void intervention(
            UUID pps,
            Followed followed,
            String volet,
            String type,
            String title,
            @Nullable UUID actor,
            String name) {
        sql.sql(
                        """
                        insert into careplan.intervention (pps_id, intervention_id, patient_id, volet, type, title, actor_id, actor_name, starts_on, ends_on, every_n, every_unit)
                        values (:pps, :id, :patient, :volet, :type, :title, :actor, :name, '2026-06-04', '2026-12-31', 1, 'SEMAINE')
                        """)
                .param("pps", pps)
                .param("id", UUID.randomUUID())
                .param("patient", followed.patient().value())
                .param("volet", volet)
                .param("type", type)
                .param("title", title)
                .param("actor", actor)
                .param("name", name)
                .update();
    }

    private SignedIn homeHelp() {
        return cast.register(
                new SignedIn(
                        UUID.randomUUID(),
                        "aide",
                        "",
                        "Josiane LEMAIRE",
                        Role.PROFESSIONAL,
                        Set.of(cast.douai.value()),
                        Set.of(),
                        null,
                        null,
                        null));
    }

    @Test
    void a_gp_sees_on_one_page_the_persons_of_two_structures_and_nobody_elses() throws Exception {
        var inDouai = cast.newFollowed(cast.douai, 2, 30);
        var inCalais = cast.newFollowed(cast.calais, 2, 30);
        var nobodys = cast.newPatient(cast.douai);

        var page = send(cast.drMorel, get("/mes-patients")).html();

        var hrefs = page.select("tbody[data-list] a").eachAttr("href");
        assertThat(hrefs)
                .contains(
                        "/mes-patients/" + inDouai.patient(), "/mes-patients/" + inCalais.patient())
                .doesNotContain("/mes-patients/" + nobodys);
        var row = page.select("tr:has(a[href=/mes-patients/" + inCalais.patient() + "])").text();
        assertThat(row).contains("Appui Calaisis", "Médecin traitant");
        assertThat(send(cast.drMorel, get("/mes-patients/{p}", inCalais.patient())).status())
                .isEqualTo(200);
        assertThat(send(cast.drMorel, get("/mes-patients/{p}", nobodys)).status()).isEqualTo(404);
        assertThat(send(cast.nurseLucie, get("/mes-patients/{p}", inDouai.patient())).status())
                .as("not of this circle")
                .isEqualTo(404);
    }

    @Test
    void an_opinion_awaited_waits_on_top_of_the_gps_page() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        plan(followed, UUID.randomUUID(), null);

        var opinions =
                send(cast.drMorel, get("/mes-patients"))
                        .html()
                        .select("ul.worklist a[href^=/avis/]")
                        .eachText();

        assertThat(opinions)
                .anyMatch(text ->
                        text.contains(
                                followed.patient()
                                        .toString()
                                        .substring(0, 8)
                                        .toUpperCase(java.util.Locale.ROOT)));
    }

    @Test
    void an_opinion_is_late_after_the_silence_each_structure_set_for_the_level() throws Exception {
        silence(cast.calais, -1, 3);
        silence(cast.calais, 3, 1);
        try {
            var inDouai = cast.newFollowed(cast.douai, 3, 30);
            var levelTwo = cast.newFollowed(cast.calais, 2, 30);
            var levelThree = cast.newFollowed(cast.calais, 3, 30);
            for (var followed : List.of(inDouai, levelTwo, levelThree))
                plan(followed, UUID.randomUUID(), null);

            clock.move(Duration.ofDays(2));
            assertThat(awaited(levelThree)).contains("is-late");
            assertThat(awaited(levelTwo)).contains("is-due");

            clock.move(Duration.ofDays(1));
            assertThat(awaited(levelTwo)).contains("is-late");

            clock.move(Duration.ofDays(11));
            assertThat(awaited(inDouai)).as("14 days of the 15 by default").contains("is-due");

            clock.move(Duration.ofDays(1));
            assertThat(awaited(inDouai)).contains("is-late");
        } finally {
            cast.in(
                    cast.calais,
                    () ->
                            sql.sql("delete from network.setting where key = 'SILENCE_DAYS'")
                                    .update());
        }
    }

    private void silence(NetworkId network, int level, int days) {
        cast.in(
                network,
                () ->
                        sql.sql(
                                        "insert into network.setting (key, level, value) values ('SILENCE_DAYS', :level, :days)")
                                .param("level", level)
                                .param("days", String.valueOf(days))
                                .update());
    }

    /// The mark of the opinion awaited about somebody, as Dr Morel sees it.
    private String awaited(Followed followed) throws Exception {
        return send(cast.drMorel, get("/mes-patients"))
                .html()
                .select(
                        "li.work:contains("
                                + followed.patient().toString().substring(0, 8)
                                + "):has(a[href^=/avis/]) .mark")
                .attr("class");
    }

    @Test
    @Proves("REQ-RIGHTS-06")
    void a_nurse_reads_the_parts_she_was_given_and_not_the_others() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        var nurse =
                joins(
                        followed,
                        "Lucie PETIT",
                        "Infirmière",
                        cast.nurseLucie.accountId(),
                        List.of("SOINS"));
        plan(followed, nurse, null);

        var page = send(cast.nurseLucie, get("/mes-patients/{p}", followed.patient()));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select("section[aria-labelledby=taches]").text())
                .contains("Pansement", "jeudi 4 juin 2026");
        assertThat(page.html().text())
                .contains("Rester chez moi")
                .doesNotContain(DIAGNOSIS, "Texte du médecin", "Texte social", "Aide au lever");
        var doctor = send(cast.drMorel, get("/mes-patients/{p}", followed.patient())).html().text();
        assertThat(doctor)
                .contains(
                        DIAGNOSIS,
                        "Texte du médecin",
                        "Texte social",
                        "Aide au lever",
                        "Avis du médecin traitant attendu");
        assertThat(trail(followed)).contains("READ PPS Lucie PETIT (Professionnel du cercle)");
    }

    @Test
    @Proves("REQ-RIGHTS-07")
    void a_home_help_sees_their_tasks_and_whom_to_call_and_no_diagnosis() throws Exception {
        var followed = cast.newFollowed(cast.douai, 3, 30);
        var help = homeHelp();
        var line =
                joins(
                        followed,
                        "Josiane LEMAIRE",
                        "Aide à domicile",
                        help.accountId(),
                        List.of("TACHES"));
        plan(followed, UUID.randomUUID(), line);

        var page = send(help, get("/mes-patients/{p}", followed.patient()));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().text())
                .contains("Aide au lever", "03 27 00 00 00", "15")
                .doesNotContain(
                        DIAGNOSIS,
                        "Texte du médecin",
                        "Texte social",
                        "Pansement",
                        "Rester chez moi",
                        "Niveau 3");
        assertThat(page.html().select("a[href=tel:15]")).isNotEmpty();
        assertThat(send(help, get("/mes-patients")).html().text()).doesNotContain("Niveau 3");
        assertThat(trail(followed))
                .contains("READ SUIVI Josiane LEMAIRE (Professionnel du cercle)");
    }

    /// A dated act of the plan, due since some days; returns its id.
    private UUID act(Followed followed, String title, UUID actor, String name, String dueOn) {
        var id = UUID.randomUUID();
        cast.in(
                followed.network(),
                () ->
                        sql.sql(
                                        """
                                        insert into followup.occurrence (id, patient_id, intervention_id, pps_id, title, actor_id, actor_name, due_on, due_until, late_after)
                                        values (:id, :patient, :other, :other, :title, :actor, :name, cast(:due as date), cast(:due as date), cast(:due as date) + 7)
                                        """)
                                .param("id", id)
                                .param("patient", followed.patient().value())
                                .param("other", UUID.randomUUID())
                                .param("title", title)
                                .param("actor", actor)
                                .param("name", name)
                                .param("due", dueOn)
                                .update());
        return id;
    }

    @Test
    void a_member_of_the_circle_says_what_became_of_their_own_acts_and_of_no_others()
            throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 60);
        var nurse =
                joins(
                        followed,
                        "Lucie PETIT",
                        "Infirmière",
                        cast.nurseLucie.accountId(),
                        List.of("SOINS"));
        var late = act(followed, "Pansement", nurse, "Lucie PETIT", "2026-05-20");
        var due = act(followed, "Prise de sang", nurse, "Lucie PETIT", "2026-06-01");
        var anothers = act(followed, "Kinésithérapie", UUID.randomUUID(), "M. ROCHE", "2026-06-01");
        var address = "/mes-patients/" + followed.patient() + "/actes/";

        var mine =
                send(cast.nurseLucie, get("/mes-patients"))
                        .html()
                        .select(
                                "ul.worklist li:has(a[href^=/mes-patients/"
                                        + followed.patient()
                                        + "])")
                        .eachText();
        assertThat(mine)
                .hasSize(2)
                .anyMatch(t -> t.contains("En retard") && t.contains("Pansement"))
                .anyMatch(t -> t.contains("À noter") && t.contains("Prise de sang"));

        assertThat(
                        send(
                                        cast.nurseLucie,
                                        post(address + late)
                                                .param("geste", "fait")
                                                .param("on", "2026-06-01"))
                                .status())
                .isEqualTo(302);
        assertThat(status(followed, late)).isEqualTo("FAIT_HORS_DELAI");

        var future =
                send(
                        cast.nurseLucie,
                        post(address + due)
                                .param("geste", "fait")
                                .param("on", "2026-06-03")
                                .param("note", "bras gauche"));
        assertThat(future.status()).isEqualTo(422);
        assertThat(future.html().text()).contains("Ce jour n’est pas encore venu.");
        assertThat(future.html().select("input[name=note]").eachAttr("value"))
                .contains("bras gauche");
        var without = send(cast.nurseLucie, post(address + due).param("geste", "non-fait"));
        assertThat(without.html().text()).contains("Choisissez pourquoi l’acte n’a pas été fait.");
        assertThat(
                        send(
                                        cast.nurseLucie,
                                        post(address + due)
                                                .param("geste", "non-fait")
                                                .param("why", "REFUS"))
                                .status())
                .isEqualTo(302);
        assertThat(status(followed, due)).isEqualTo("NON_FAIT");

        assertThat(
                        send(
                                        cast.nurseLucie,
                                        post(address + anothers)
                                                .param("geste", "fait")
                                                .param("on", "2026-06-01"))
                                .status())
                .isEqualTo(404);
        assertThat(status(followed, anothers)).isEqualTo("PREVU");
    }

    @Test
    void a_gp_of_two_structures_marks_an_act_in_the_structure_of_the_person() throws Exception {
        var followed = cast.newFollowed(cast.calais, 2, 60);
        var doctor =
                cast.in(
                        cast.calais,
                        () ->
                                sql.sql(
                                                "select id from casefile.care_team where patient_id = :p and role = 'MEDECIN_TRAITANT'")
                                        .param("p", followed.patient().value())
                                        .query((row, _) -> row.getObject(1, UUID.class))
                                        .single());
        var act = act(followed, "Consultation", doctor, "Dr Anne MOREL", "2026-06-01");

        assertThat(
                        send(
                                        cast.drMorel,
                                        post("/mes-patients/"
                                                        + followed.patient()
                                                        + "/actes/"
                                                        + act)
                                                .param("on", "2026-06-01"))
                                .status())
                .isEqualTo(302);
        assertThat(status(followed, act)).isEqualTo("FAIT");
    }

    private String status(Followed followed, UUID act) {
        return cast.in(
                followed.network(),
                () ->
                        sql.sql("select status from followup.occurrence where id = :id")
                                .param("id", act)
                                .query((row, _) -> row.getString(1))
                                .single());
    }

    @Test
    @Proves("REQ-RIGHTS-02")
    void a_person_who_opposes_is_no_longer_in_the_list() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        joins(followed, "Lucie PETIT", "Infirmière", cast.nurseLucie.accountId(), List.of("SOINS"));
        assertThat(send(cast.nurseLucie, get("/mes-patients")).text())
                .contains(followed.patient().toString());

        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        insert into patient.consent (patient_id, act, state, given_on, form, given_by, opposed_to, recorded_at)
                                        values (:patient, 'PARTAGE_EQUIPE', 'OPPOSITION_PARTIELLE', '2026-06-02', 'ORAL', 'PERSONNE', 'Lucie PETIT', :at)
                                        """)
                                .param("patient", followed.patient().value())
                                .param("at", Timestamp.from(clock.instant()))
                                .update());

        assertThat(send(cast.nurseLucie, get("/mes-patients")).text())
                .doesNotContain(followed.patient().toString());
        assertThat(send(cast.nurseLucie, get("/mes-patients/{p}", followed.patient())).status())
                .isEqualTo(404);
    }

    @Test
    @Proves({"REQ-RIGHTS-03", "REQ-RIGHTS-12"})
    void the_person_reads_their_plan_who_is_around_and_who_opened_their_file() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        var nurse =
                joins(
                        followed,
                        "Lucie PETIT",
                        "Infirmière",
                        cast.nurseLucie.accountId(),
                        List.of("SOINS"));
        plan(followed, nurse, null);
        var person = cast.patientAccount(followed);
        send(cast.nurseLucie, get("/mes-patients/{p}", followed.patient()));

        var plan = send(person, get("/mon-plan")).html();
        assertThat(plan.text())
                .contains(
                        "Rester chez moi",
                        "Lucie PETIT",
                        "Pansement",
                        "Prochaine fois : jeudi 4 juin 2026",
                        "Votre plan, suivi depuis",
                        "Qui vous accompagne",
                        "Qui a ouvert votre dossier");
        assertThat(plan.select("#semaine").first().closest("section").text())
                .contains("Jeudi 4 juin", "Pansement");
        assertThat(plan.select("a[href=tel:15]")).isNotEmpty();
        assertThat(send(person, get("/mon-plan/cercle")).html().text())
                .contains("Dr Anne MOREL", "Lucie PETIT", "Peut lire de votre plan : les soins.");
        var accesses =
                send(person, get("/mon-plan/acces")).html().select("ul.plain-list li").eachText();
        assertThat(accesses)
                .anyMatch(line ->
                        line.startsWith(
                                "Lucie PETIT (Professionnel du cercle) a ouvert votre plan"));
    }

    @Test
    void a_plan_in_pause_shows_nothing_to_come_before_the_end_of_the_pause() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        var nurse =
                joins(
                        followed,
                        "Lucie PETIT",
                        "Infirmière",
                        cast.nurseLucie.accountId(),
                        List.of("SOINS"));
        plan(followed, nurse, null);
        var person = cast.patientAccount(followed);
        assertThat(send(person, get("/mon-plan")).html().select("section:has(#semaine)").text())
                .contains("Jeudi 4 juin Aide au lever", "Ensuite, jeudi 11 juin 2026");

        cast.in(
                followed.network(),
                () -> {
                    sql.sql(
                                    "update casefile.support set paused_from = '2026-06-03', paused_until = '2026-06-12' where id = :id")
                            .param("id", followed.support())
                            .update();
                    events.publishEvent(
                            new PauseChanged(
                                    followed.network(),
                                    followed.support(),
                                    followed.patient(),
                                    clock.instant()));
                    return 0;
                });
        await().until(() -> acts(followed, "SUSPENDU") == 4);

        var plan = send(person, get("/mon-plan")).html();
        assertThat(plan.select("section:has(#semaine)").text())
                .contains("Rien de prévu ces sept jours.", "Ensuite, jeudi 18 juin 2026")
                .doesNotContain("4 juin", "11 juin");
        assertThat(plan.text()).contains("Prochaine fois : jeudi 18 juin 2026 (dans 16 j)");
        assertThat(
                        send(cast.nurseLucie, get("/mes-patients/{p}", followed.patient()))
                                .html()
                                .select("section[aria-labelledby=taches]")
                                .text())
                .contains("prochaine fois : jeudi 18 juin 2026");
    }

    @Test
    void an_act_that_was_done_is_no_longer_to_come() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        var nurse =
                joins(
                        followed,
                        "Lucie PETIT",
                        "Infirmière",
                        cast.nurseLucie.accountId(),
                        List.of("SOINS"));
        plan(followed, nurse, null);
        var person = cast.patientAccount(followed);
        clock.move(Duration.ofDays(2));
        assertThat(send(person, get("/mon-plan")).html().select("section:has(#semaine) li").text())
                .contains("Aujourd’hui", "Pansement");
        var act =
                cast.in(
                        followed.network(),
                        () ->
                                sql.sql(
                                                "select id from followup.occurrence where patient_id = :p and title = 'Pansement' and due_on = '2026-06-04'")
                                        .param("p", followed.patient().value())
                                        .query((row, _) -> row.getObject(1, UUID.class))
                                        .single());
        assertThat(
                        send(
                                        cast.nurseLucie,
                                        post("/mes-patients/"
                                                        + followed.patient()
                                                        + "/actes/"
                                                        + act)
                                                .param("geste", "fait")
                                                .param("on", "2026-06-04"))
                                .status())
                .isEqualTo(302);

        var plan = send(person, get("/mon-plan")).html();
        assertThat(plan.select("section:has(#semaine) li").text())
                .contains("Aujourd’hui", "Aide au lever")
                .doesNotContain("Pansement");
        assertThat(plan.select("li:contains(Pansement)").text())
                .contains("Prochaine fois : jeudi 11 juin 2026 (dans 7 j)");
    }

    @Test
    void what_a_plan_asked_for_once_while_it_waited_for_the_doctor_is_still_to_come()
            throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 60);
        var pps = UUID.randomUUID();
        var at = Timestamp.from(clock.instant());
        cast.in(
                followed.network(),
                () -> {
                    sql.sql(
                                    "insert into careplan.pps (id, patient_id, support_id, number, created_at, created_by, submitted_at) values (:id, :patient, :support, 1, :at, 'Claire DUMONT', :at)")
                            .param("id", pps)
                            .param("patient", followed.patient().value())
                            .param("support", followed.support())
                            .param("at", at)
                            .update();
                    sql.sql(
                                    """
                                    insert into careplan.intervention (pps_id, intervention_id, patient_id, volet, type, title, actor_name, starts_on, window_days)
                                    values (:pps, :id, :patient, 'SOINS', 'EVALUATION', 'Bilan de la vue', 'Dr LEFEBVRE', '2026-05-01', 14)
                                    """)
                            .param("pps", pps)
                            .param("id", UUID.randomUUID())
                            .param("patient", followed.patient().value())
                            .update();
                    return sql.sql(
                                    """
                                    update careplan.pps set status = 'EN_VIGUEUR', opinion = 'VALIDE', in_force_at = :at, in_force_by = 'x', in_force_why = 'AVIS',
                                      reassess_on = '2027-06-01' where id = :id
                                    """)
                            .param("id", pps)
                            .param("at", at)
                            .update();
                });
        inForce(followed, pps);
        var person = cast.patientAccount(followed);

        assertThat(send(person, get("/mon-plan")).html().select("section:has(#semaine) li").text())
                .isEqualTo("Aujourd’hui Bilan de la vue, avec Dr LEFEBVRE, d’ici le mar. 16 juin");

        clock.move(Duration.ofDays(3));
        var plan = send(person, get("/mon-plan")).html();
        assertThat(plan.select("section:has(#semaine) li")).isEmpty();
        assertThat(plan.text())
                .contains("Prochaine fois : d’ici le mardi 16 juin 2026 (dans 11 j)");
    }

    @Test
    void the_list_of_a_gp_costs_the_same_statements_however_many_persons_it_has() throws Exception {
        cast.newFollowed(cast.douai, 2, 30);
        send(cast.drMorel, get("/mes-patients"));
        var before = RecordedStatements.all().executed("from patient.identity p");
        send(cast.drMorel, get("/mes-patients"));
        var few = RecordedStatements.all().executed("from patient.identity p") - before;
        for (int i = 0; i < 5; i++) cast.newFollowed(cast.douai, 2, 30);
        before = RecordedStatements.all().executed("from patient.identity p");
        var page = send(cast.drMorel, get("/mes-patients"));
        assertThat(RecordedStatements.all().executed("from patient.identity p") - before)
                .isEqualTo(few);
        assertThat(page.html().select("tbody[data-list] a").size()).isGreaterThan(5);
        assertThat(
                        cast.in(
                                cast.douai,
                                () ->
                                        sql.sql(
                                                        "select cardinality(patients) from access.trail where what = 'MES PATIENTS' order by id desc limit 1")
                                                .query((row, _) -> row.getInt(1))
                                                .single()))
                .as("one line of the trail names them all")
                .isGreaterThan(5);
    }

    @Test
    void what_changed_since_the_last_visit_is_said_and_one_sitting_is_one_visit() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        var nurse =
                joins(
                        followed,
                        "Lucie PETIT",
                        "Infirmière",
                        cast.nurseLucie.accountId(),
                        List.of("SOINS"));
        plan(followed, nurse, null);
        var address = get("/mes-patients/{p}", followed.patient());
        assertThat(send(cast.nurseLucie, address).html().select("#depuis")).isEmpty();
        clock.move(java.time.Duration.ofMinutes(20));
        assertThat(send(cast.nurseLucie, address).html().select("#depuis"))
                .as("the same sitting")
                .isEmpty();
        clock.move(java.time.Duration.ofDays(1));
        assertThat(send(cast.nurseLucie, address).html().select("section:has(#depuis)").text())
                .contains("Rien n’a changé");

        clock.move(java.time.Duration.ofDays(4));
        joins(
                followed,
                "Hugo ROCHE",
                "Masseur-kinésithérapeute",
                UUID.randomUUID(),
                List.of("SOINS"));
        cast.in(
                followed.network(),
                () ->
                        sql.sql(
                                        "update casefile.care_team set since = '2026-06-05' where patient_id = :p and name = 'Hugo ROCHE'")
                                .param("p", followed.patient().value())
                                .update());
        var since = send(cast.nurseLucie, address).html().select("section:has(#depuis)").text();
        assertThat(since)
                .contains("Hugo ROCHE rejoint le cercle.", "il y a 4")
                .doesNotContain("Rien n’a changé");
    }

    @Test
    void a_daughter_reads_her_mother_s_plan_and_is_not_told_it_is_hers() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        var nurse =
                joins(
                        followed,
                        "Lucie PETIT",
                        "Infirmière",
                        cast.nurseLucie.accountId(),
                        List.of("SOINS"));
        plan(followed, nurse, null);
        var daughter = cast.patientAccount(followed);
        cast.in(
                followed.network(),
                () ->
                        sql.sql(
                                        """
                                        insert into casefile.care_team (patient_id, kind, actor_group, role, name, relation, account_id, since)
                                        values (:patient, 'PROCHE', 'PROCHE', 'AIDANT_PRINCIPAL', 'Isabelle DURAND', 'fille', :account, '2026-05-01')
                                        """)
                                .param("patient", followed.patient().value())
                                .param("account", daughter.accountId())
                                .update());
        cast.in(
                followed.network(),
                () ->
                        sql.sql(
                                        """
                                        insert into agenda.appointment (kind, patient_id, member_id, starts_at, ends_at)
                                        values ('VISITE', :patient, :member, :at, :end)
                                        """)
                                .param("patient", followed.patient().value())
                                .param("member", cast.claireCoordinator.member())
                                .param("at", Timestamp.from(clock.instant().plusSeconds(86_400)))
                                .param("end", Timestamp.from(clock.instant().plusSeconds(90_000)))
                                .update());

        var plan = send(daughter, get("/mon-plan")).html().select("main").text();
        assertThat(plan)
                .contains("Le plan de votre mère, Odette", "Ce qu’elle veut", "Qui l’accompagne")
                .contains("Demain", "visite à la maison de Claire DUMONT")
                .doesNotContain("otre plan", "vous accompagne");
        assertThat(send(daughter, get("/mon-plan/cercle")).html().select("main").text())
                .contains("Peut lire de son plan : les soins.")
                .doesNotContain("votre plan", "votre dossier", "Vos proches");
        assertThat(send(daughter, get("/mon-plan/acces")).html().select("main").text())
                .contains("Qui a ouvert son dossier", "a ouvert son plan")
                .doesNotContain("votre");
    }

    @Test
    void without_a_plan_the_person_is_told_so() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        assertThat(send(cast.patientAccount(followed), get("/mon-plan")).html().text())
                .contains("Votre plan n’est pas encore écrit.");
    }

    @Test
    void each_door_is_for_its_own_people_and_the_others_find_no_page() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        var person = cast.patientAccount(followed);
        for (var who : List.of(cast.agencyOfficer, cast.sophieSecretary, person)) {
            assertThat(send(who, get("/mes-patients")).status()).isEqualTo(404);
            assertThat(send(who, get("/mes-patients/{p}", followed.patient())).status())
                    .isEqualTo(404);
        }
        for (var who : List.of(cast.agencyOfficer, cast.claireCoordinator, cast.drMorel)) {
            assertThat(send(who, get("/mon-plan")).status()).isEqualTo(404);
            assertThat(send(who, get("/mon-plan/acces")).status()).isEqualTo(404);
        }
        assertThat(send(person, get("/dossiers/{p}", followed.patient())).status()).isEqualTo(404);
    }

    private List<String> trail(Followed followed) {
        return cast.in(
                followed.network(),
                () ->
                        sql.sql(
                                        "select action || ' ' || what || ' ' || actor from access.trail where patient_id = :p")
                                .param("p", followed.patient().value())
                                .query((row, _) -> row.getString(1))
                                .list());
    }
}
