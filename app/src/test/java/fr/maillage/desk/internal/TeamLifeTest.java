package fr.maillage.desk.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;
import fr.maillage.testing.TestWorld.Cast.Followed;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Somebody goes on leave, comes back, and leaves the team: whoever acts for them sees what is
/// theirs, and no file is without a référent.
@IntegrationTest
class TeamLifeTest {

    @Autowired Cast cast;
    @Autowired JdbcClient sql;
    @Autowired MovableClock clock;
    @Autowired MockMvc mvc;

    private SignedIn ines;
    private SignedIn paula;

    @BeforeEach
    void two_more_coordinators() {
        clock.reset();
        ines = member("Inès", "GARNIER", "59178");
        paula = member("Paula", "NOIRET", "62041");
    }

    private SignedIn member(String given, String family, String sector) {
        var id = UUID.randomUUID();
        var account = UUID.randomUUID();
        var name = family + "-" + id.toString().substring(0, 6).toUpperCase(java.util.Locale.ROOT);
        var who =
                new SignedIn(
                        account,
                        "t" + account,
                        "x",
                        given + " " + name,
                        Role.COORDINATOR,
                        Set.of(cast.douai.value()),
                        Set.of(),
                        id,
                        null,
                        null);
        cast.register(who);
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        insert into network.team_member (id, account_id, family_name, given_name, function, sectors, since)
                                        values (:id, :account, :family, :given, 'COORDINATOR', :sectors, '2020-01-01')
                                        """)
                                .param("id", id)
                                .param("account", account)
                                .param("family", name)
                                .param("given", given)
                                .param("sectors", new String[] {sector})
                                .update());
        return who;
    }

    private Followed followedBy(SignedIn who) {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        cast.in(
                cast.douai,
                () -> {
                    sql.sql("update casefile.support set coordinator_id = :to where id = :id")
                            .param("to", who.member())
                            .param("id", followed.support())
                            .update();
                    sql.sql(
                                    """
                                    insert into followup.task (id, patient_id, kind, title, due_on, assigned_to, created_at, created_by)
                                    values (gen_random_uuid(), :patient, 'RAPPEL', :title, :day, :to, now(), 'test')
                                    """)
                            .param("patient", followed.patient().value())
                            .param("title", "rappeler " + followed.patient().value())
                            .param("day", LocalDate.now(clock))
                            .param("to", who.member())
                            .update();
                    return sql.sql(
                                    """
                                    insert into agenda.appointment (id, kind, patient_id, member_id, starts_at, ends_at, title)
                                    values (gen_random_uuid(), 'VISITE', :patient, :to, :at, :end, 'visite')
                                    """)
                            .param("patient", followed.patient().value())
                            .param("to", who.member())
                            .param("at", Timestamp.from(clock.instant().plus(Duration.ofHours(2))))
                            .param("end", Timestamp.from(clock.instant().plus(Duration.ofHours(3))))
                            .update();
                });
        return followed;
    }

    private Document page(SignedIn who, String path) throws Exception {
        return Jsoup.parse(
                mvc.perform(get(path).with(user(who)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private MockHttpServletResponse send(SignedIn who, String path, Map<String, String> form)
            throws Exception {
        var request = post(path).with(user(who)).with(csrf());
        form.forEach(request::param);
        return mvc.perform(request).andReturn().getResponse();
    }

    private Map<String, String> leave(SignedIn who, String by, String since, String until) {
        var form = new LinkedHashMap<String, String>();
        form.put("member", who.member().toString());
        form.put("replacement", by);
        form.put("since", since);
        form.put("until", until);
        form.put("reason", "CONGE");
        return form;
    }

    @Test
    void a_replacement_sees_what_is_the_absent_colleague_s_until_the_return() throws Exception {
        var followed = followedBy(ines);
        var id = followed.patient().value().toString();
        assertThat(page(paula, "/journee").text()).doesNotContain("rappeler " + id);

        var back =
                send(
                        cast.helenHead,
                        "/reglages/equipe/absences",
                        leave(ines, paula.member().toString(), "2026-06-05", "2026-06-01"));
        assertThat(back.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(back.getContentAsString()).select("#until-error").text())
                .contains("La fin précède le début");
        assertThat(
                        send(
                                        cast.helenHead,
                                        "/reglages/equipe/absences",
                                        leave(
                                                ines,
                                                ines.member().toString(),
                                                "2026-06-02",
                                                "2026-06-05"))
                                .getStatus())
                .isEqualTo(422);
        assertThat(
                        send(
                                        cast.helenHead,
                                        "/reglages/equipe/absences",
                                        leave(ines, "", "2026-06-02", "2026-06-05"))
                                .getStatus())
                .as("no binôme to replace by")
                .isEqualTo(422);
        cast.in(
                cast.douai,
                () ->
                        sql.sql("update network.team_member set partner_id = :p where id = :id")
                                .param("p", paula.member())
                                .param("id", ines.member())
                                .update());
        assertThat(
                        send(
                                        cast.helenHead,
                                        "/reglages/equipe/absences",
                                        leave(ines, "", "2026-06-02", "2026-06-05"))
                                .getStatus())
                .isEqualTo(302);
        var circle =
                send(
                        cast.helenHead,
                        "/reglages/equipe/absences",
                        leave(paula, ines.member().toString(), "2026-06-04", "2026-06-08"));
        assertThat(circle.getStatus()).isEqualTo(422);
        assertThat(circle.getContentAsString()).contains("est lui-même absent");

        var day = page(paula, "/journee");
        var row = day.select(".work:contains(rappeler " + id + ")");
        assertThat(row.text()).contains("remplace " + ines.displayName());
        assertThat(day.select(".agenda").text()).contains("remplace Inès");
        assertThat(page(ines, "/journee").text()).contains("rappeler " + id);
        assertThat(page(cast.helenHead, "/reglages/equipe/absences").text())
                .contains(ines.displayName(), paula.displayName());
        assertThat(cast.in(cast.douai, () -> networksCovering("59178")))
                .as("the sector too goes to the replacement")
                .contains(paula.displayName());

        cast.as(
                paula,
                () ->
                        sql.sql(
                                        "insert into patient.timeline_entry (id, patient_id, at,"
                                                + " kind, title, author, clinical) values"
                                                + " (gen_random_uuid(), :patient, :at, 'SUIVI', 'Passée"
                                                + " voir la personne', :by, false)")
                                .param("patient", followed.patient().value())
                                .param("at", Timestamp.from(clock.instant()))
                                .param("by", paula.displayName())
                                .update());
        clock.move(Duration.ofDays(5));
        assertThat(page(paula, "/journee").text()).doesNotContain("rappeler " + id);
        assertThat(page(ines, "/journee").text())
                .contains("Pendant votre absence", "vous remplaçait", "Passée voir la personne");
        clock.move(Duration.ofDays(10));
        assertThat(page(ines, "/journee").text()).doesNotContain("Pendant votre absence");
    }

    @Autowired fr.maillage.network.Networks networks;

    private String networksCovering(String commune) {
        return networks.covering(commune, LocalDate.now(clock)).stream()
                .map(fr.maillage.network.Networks.Member::name)
                .toList()
                .toString();
    }

    @Test
    void a_leave_to_come_is_cancelled_and_a_running_one_ends() throws Exception {
        send(
                cast.helenHead,
                "/reglages/equipe/absences",
                leave(ines, paula.member().toString(), "2026-06-02", "2026-06-05"));
        send(
                cast.helenHead,
                "/reglages/equipe/absences",
                leave(ines, paula.member().toString(), "2026-06-20", "2026-06-25"));
        var overlap =
                send(
                        cast.helenHead,
                        "/reglages/equipe/absences",
                        leave(ines, paula.member().toString(), "2026-06-25", "2026-06-26"));
        assertThat(overlap.getContentAsString()).contains("couvre déjà ces jours");
        clock.move(Duration.ofDays(1));
        var page = page(cast.helenHead, "/reglages/equipe/absences");
        for (var form : page.select("tr:contains(" + ines.displayName() + ") form[action$=fin]"))
            assertThat(send(cast.helenHead, form.attr("action"), Map.of()).getStatus())
                    .isEqualTo(302);
        assertThat(
                        cast.in(
                                cast.douai,
                                () ->
                                        sql.sql(
                                                        "select string_agg(until::text, ' ') from"
                                                                + " network.absence where member_id ="
                                                                + " :id")
                                                .param("id", ines.member())
                                                .query((row, _) -> row.getString(1))
                                                .single()))
                .isEqualTo("2026-06-02");
    }

    @Test
    @Proves("REQ-TEAM-09")
    void communes_nobody_covers_are_shown_and_one_person_covers_two_sectors() throws Exception {
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "update network.team_member set sectors = '{59178,59509}'"
                                                + " where id = :id")
                                .param("id", ines.member())
                                .update());
        var page = page(cast.helenHead, "/reglages/equipe/secteurs");
        assertThat(page.select("tr:contains(" + ines.displayName() + ")").text())
                .contains("Douai, Roost-Warendin", "2");
        assertThat(page.select("#trous").parents().get(1).text()).contains("Douaisis");
    }

    @Test
    @Proves("REQ-TEAM-09")
    void a_second_place_with_its_days_and_sectors_proposes_its_coordinator_meanwhile()
            throws Exception {
        var places = "/reglages/equipe/" + ines.member() + "/affectations";
        var empty = send(cast.helenHead, places, Map.of("since", "2026-06-02"));
        assertThat(empty.getStatus()).isEqualTo(422);
        assertThat(empty.getContentAsString()).contains("Dites où");
        var wrong =
                send(
                        cast.helenHead,
                        places,
                        Map.of(
                                "sectors",
                                "Atlantide",
                                "since",
                                "2026-06-09",
                                "until",
                                "2026-06-03"));
        assertThat(wrong.getContentAsString()).contains("Atlantide", "La fin précède le début");
        var unit = UUID.randomUUID();
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "insert into network.unit (id, kind, name, commune_name) values (:id, 'ANTENNE', :name, 'Arras')")
                                .param("id", unit)
                                .param("name", "Antenne d’Arras " + unit)
                                .update());
        var place =
                Map.of(
                        "unit", unit.toString(),
                        "sectors", "62041, Vitry-en-Artois",
                        "since", "2026-06-04",
                        "until", "2026-06-10");
        assertThat(send(cast.helenHead, places, place).getStatus()).isEqualTo(302);
        assertThat(cast.in(cast.douai, () -> networksCovering("62041")))
                .as("not begun yet")
                .doesNotContain(ines.displayName());
        clock.move(Duration.ofDays(2));
        assertThat(cast.in(cast.douai, () -> networksCovering("62041")))
                .contains(ines.displayName(), paula.displayName());
        assertThat(cast.in(cast.douai, () -> networksCovering("59178")))
                .as("and still the first place")
                .contains(ines.displayName());
        assertThat(
                        page(cast.helenHead, "/reglages/equipe")
                                .select("tr:contains(" + ines.displayName() + ")")
                                .text())
                .contains("Antenne d’Arras " + unit);
        assertThat(
                        page(cast.helenHead, "/reglages/equipe/secteurs")
                                .select("tr:contains(" + ines.displayName() + ")")
                                .text())
                .contains("Douai");
        clock.move(Duration.ofDays(7));
        assertThat(cast.in(cast.douai, () -> networksCovering("62041")))
                .doesNotContain(ines.displayName());
        var page = page(cast.helenHead, places);
        assertThat(page.select("section[aria-labelledby=passe]").text())
                .as("the past is kept")
                .contains("Antenne d’Arras", "du 4 juin 2026 au 10 juin 2026");
        send(cast.helenHead, places, Map.of("sectors", "62041", "since", "2026-06-11"));
        var end = page(cast.helenHead, places).select("form[action$=fin]").attr("action");
        assertThat(send(cast.helenHead, end, Map.of()).getStatus()).isEqualTo(302);
        assertThat(send(cast.helenHead, end, Map.of()).getStatus()).as("ended").isEqualTo(404);
        assertThat(send(cast.claireCoordinator, places, place).getStatus()).isEqualTo(404);
    }

    @Test
    void a_caseload_is_handed_over_in_one_act_and_nobody_is_left_alone() throws Exception {
        var first = followedBy(ines);
        var second = followedBy(ines);
        var address = "/reglages/equipe/departs/" + ines.member();
        var member = page(cast.helenHead, "/reglages/equipe/" + ines.member());
        var sheet = new LinkedHashMap<String, String>();
        member.select("form.form input, form.form select")
                .forEach(f ->
                        sheet.put(
                                f.attr("name"),
                                f.tagName().equals("select")
                                        ? f.select("option[selected]").attr("value")
                                        : f.val()));
        sheet.put("until", "2026-06-30");
        var refused = send(cast.helenHead, "/reglages/equipe/" + ines.member(), sheet);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("suit encore 2 dossiers");

        var begun = page(cast.helenHead, address);
        assertThat(begun.select("tbody tr")).hasSize(2);

        var form = new LinkedHashMap<String, String>();
        form.put("lastDay", "2026-06-30");
        form.put("geste", "transmettre");
        form.put("to-" + first.patient().value(), ines.member().toString());
        var wrong = send(cast.helenHead, address, form);
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString())
                .contains(
                        "C’est la personne qui part",
                        "Choisissez qui suit cette personne",
                        "Choisissez qui reçoit le reste");
        send(
                cast.helenHead,
                "/reglages/equipe/absences",
                leave(
                        paula,
                        cast.karimCoordinator.member().toString(),
                        "2026-06-30",
                        "2026-07-02"));
        form.put("to-" + first.patient().value(), paula.member().toString());
        form.put("rest", paula.member().toString());
        form.put("tous", cast.karimCoordinator.member().toString());
        assertThat(send(cast.helenHead, address, form).getContentAsString())
                .contains("Ce collègue est absent ce jour-là");

        form.put("lastDay", "2026-06-12");
        form.put("geste", "preparer");
        form.put("note-" + paula.member(), "Visites le mardi");
        assertThat(send(cast.helenHead, address, form).getStatus()).isEqualTo(302);
        assertThat(coordinator(first)).isEqualTo(ines.member());
        assertThat(page(cast.helenHead, address).select("textarea").text())
                .contains("Visites le mardi");

        form.put("geste", "transmettre");
        assertThat(send(cast.helenHead, address, form).getStatus()).isEqualTo(302);
        assertThat(coordinator(first)).isEqualTo(paula.member());
        assertThat(coordinator(second)).isEqualTo(cast.karimCoordinator.member());
        assertThat(holding("followup.task", "assigned_to", "done_at is null")).isZero();
        assertThat(holding("agenda.appointment", "member_id", "outcome is null")).isZero();

        var day = page(paula, "/journee");
        assertThat(day.text())
                .contains(
                        "1 dossier reçu de Inès",
                        "Visites le mardi",
                        "rappeler " + first.patient().value());
        var received = day.select("form[action$=/recu]").attr("action");
        assertThat(
                        send(
                                        cast.karimCoordinator,
                                        "/departs/" + UUID.randomUUID() + "/recu",
                                        Map.of())
                                .getStatus())
                .isEqualTo(404);
        assertThat(send(paula, received, Map.of()).getStatus()).isEqualTo(302);
        assertThat(page(paula, "/journee").text()).doesNotContain("dossier reçu de Inès");
        assertThat(page(cast.helenHead, address).text()).contains("1 successeur(s) sur 2");
        assertThat(page(paula, "/dossiers/" + first.patient().value() + "/ligne-de-vie").text())
                .contains("Référent", paula.displayName(), "à la suite de Inès");

        assertThat(page(ines, "/dossiers").text()).contains("Dossiers");
        clock.move(Duration.ofDays(11));
        assertThat(
                        mvc.perform(get("/dossiers").with(user(ines)))
                                .andReturn()
                                .getResponse()
                                .getRedirectedUrl())
                .as("the account closed on its day")
                .isEqualTo("/connexion");
    }

    @Test
    void a_second_coordinator_has_the_person_when_the_referent_is_away_and_is_handed_over()
            throws Exception {
        var followed = followedBy(ines);
        var other = followedBy(ines);
        var id = followed.patient().value().toString();
        var teams = "/dossiers/" + id + "/equipes";
        var partner = Map.of("partner", paula.member().toString());
        assertThat(send(ines, teams + "/binome", Map.of("partner", "")).getStatus()).isEqualTo(422);
        assertThat(send(cast.sophieSecretary, teams + "/binome", partner).getStatus())
                .isEqualTo(404);
        assertThat(send(ines, teams + "/binome", partner).getStatus()).isEqualTo(302);
        assertThat(page(ines, teams).select("li.work:contains(Binôme)").text())
                .contains(paula.displayName());
        assertThat(page(ines, "/dossiers/" + id).text())
                .as("the banner names both")
                .contains(ines.displayName() + " et " + paula.displayName());
        var again = send(ines, teams + "/binome", partner);
        assertThat(again.getStatus()).isEqualTo(422);

        assertThat(page(paula, "/journee").text())
                .as("the référent is there")
                .doesNotContain("rappeler " + id);
        send(
                cast.helenHead,
                "/reglages/equipe/absences",
                leave(ines, cast.karimCoordinator.member().toString(), "2026-06-02", "2026-06-05"));
        var day = page(paula, "/journee?tout=1");
        assertThat(day.select(".work:contains(rappeler " + id + ")").text())
                .contains("en binôme avec " + ines.displayName());
        assertThat(day.select(".agenda").text()).contains("en binôme avec Inès");
        assertThat(day.text())
                .as("only the persons they share")
                .doesNotContain("rappeler " + other.patient().value());
        clock.move(Duration.ofDays(5));
        assertThat(page(paula, "/journee").text()).doesNotContain("rappeler " + id);

        var leaving = new LinkedHashMap<String, String>();
        leaving.put("lastDay", "2026-06-30");
        leaving.put("geste", "transmettre");
        leaving.put("rest", cast.karimCoordinator.member().toString());
        assertThat(
                        send(cast.helenHead, "/reglages/equipe/departs/" + paula.member(), leaving)
                                .getStatus())
                .isEqualTo(302);
        assertThat(page(ines, teams).select("li.work:contains(Binôme)").text())
                .contains("Karim")
                .doesNotContain(paula.displayName());
    }

    private UUID coordinator(Followed followed) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql("select coordinator_id from casefile.support where id = :id")
                                .param("id", followed.support())
                                .query((row, _) -> row.getObject(1, UUID.class))
                                .single());
    }

    private long holding(String table, String column, String open) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "select count(*) from "
                                                + table
                                                + " where "
                                                + column
                                                + " = :id and "
                                                + open)
                                .param("id", ines.member())
                                .query((row, _) -> row.getLong(1))
                                .single());
    }
}
