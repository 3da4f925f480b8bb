package fr.maillage.agenda.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.WorkingDays;
import fr.maillage.patient.Families;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/// The agenda of a team: seen side by side, warned of, repeated, moved by two, read elsewhere.
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class TeamAgendaTest {

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired JdbcClient sql;
    @Autowired MovableClock clock;
    @Autowired Families families;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    /// A year of its own, where nobody has anything.
    private final int year = ThreadLocalRandom.current().nextInt(2101, 2190);

    @BeforeEach
    void tuesday() {
        clock.reset();
    }

    @Test
    @Proves("REQ-AGENDA-02")
    void what_repeats_keeps_its_hour_skips_holidays_and_ends() throws Exception {
        var change =
                LocalDate.of(year, Month.MARCH, 31)
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        var first = change.minusDays(5); // the Tuesday before clocks go on
        noted(
                "SYNTHESE",
                "Suite " + mark,
                first,
                "09:00",
                "repeat",
                "SEMAINE",
                "every",
                "1",
                "weekday",
                "2",
                "times",
                "3");
        assertThat(starts("Suite " + mark))
                .as("nine o’clock on the wall, whatever the clocks do")
                .containsExactly(
                        first.atTime(9, 0),
                        first.plusWeeks(1).atTime(9, 0),
                        first.plusWeeks(2).atTime(9, 0));

        var may = LocalDate.of(year, 4, 30);
        noted(
                "REUNION",
                "Jours " + mark,
                may,
                "09:00",
                "repeat",
                "JOUR",
                "until",
                may.plusDays(2).toString(),
                "anyway",
                "1");
        assertThat(starts("Jours " + mark))
                .as("1 May is nobody's")
                .extracting(LocalDateTime::toLocalDate)
                .doesNotContain(LocalDate.of(year, 5, 1))
                .allMatch(d -> !WorkingDays.FRANCE.isHoliday(d));

        var endless = refused("REUNION", "Sans fin " + mark, may, "09:00", "repeat", "JOUR");
        assertThat(endless.select("#until-error").text()).contains("sans fin");
        var exploding =
                refused("REUNION", "Trop " + mark, may, "09:00", "repeat", "JOUR", "times", "401");
        assertThat(exploding.select("#times-error").text()).contains("plus de 400");
        assertThat(starts("Trop " + mark)).isEmpty();
        assertThat(exploding.select("input[name=title]").val()).isEqualTo("Trop " + mark);

        // those that follow move together, the first stays; then the rest is cancelled
        var second = id("Suite " + mark, 1);
        move(second, "0", first.plusWeeks(1).plusDays(1), "10:15", "scope", "suivantes")
                .andExpect(status().is3xxRedirection());
        assertThat(starts("Suite " + mark))
                .containsExactly(
                        first.atTime(9, 0),
                        first.plusWeeks(1).plusDays(1).atTime(10, 15),
                        first.plusWeeks(2).plusDays(1).atTime(10, 15));
        send(claire(), "/agenda/" + second + "/annuler-suite")
                .andExpect(status().is3xxRedirection());
        assertThat(starts("Suite " + mark)).containsExactly(first.atTime(9, 0));
    }

    @Test
    @Proves("REQ-AGENDA-04")
    void everything_that_stands_against_it_is_said_and_one_decides() throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        var room = "Salle " + mark;
        send(claire(), "/reglages/agenda/ressources", "sort", "SALLE", "name", room)
                .andExpect(status().is3xxRedirection());
        answer(422, "/reglages/agenda/ressources", "sort", "SALLE", "name", room.toUpperCase());
        var resource =
                Jsoup.parse(body(claire(), "/agenda/nouveau"))
                        .select("label:contains(" + room + ") input")
                        .val();
        var tuesday = worked(LocalDate.of(year, 9, 1));
        absence(tuesday.plusDays(1));
        noted(
                "RCP",
                "RCP " + mark,
                tuesday,
                "14:00",
                "patient",
                odette.patient().toString(),
                "others",
                cast.karimCoordinator.member().toString(),
                "resources",
                resource);

        var taken =
                refused(
                                "VISITE",
                                "Contre " + mark,
                                tuesday,
                                "14:30",
                                "patient",
                                odette.patient().toString(),
                                "member",
                                cast.karimCoordinator.member().toString(),
                                "resources",
                                resource)
                        .text();
        assertThat(taken)
                .contains("Karim BELKACEM, déjà pris")
                .contains("DURAND")
                .contains(room + ", déjà pris")
                .contains("Garder quand même");
        assertThat(
                        refused(
                                        "REUNION",
                                        "Absent " + mark,
                                        tuesday.plusDays(1),
                                        "14:00",
                                        "member",
                                        cast.doctorOfTheTeam.member().toString())
                                .text())
                .contains("Paul ROUSSEL est absent");
        assertThat(
                        refused(
                                        "REUNION",
                                        "Samedi " + mark,
                                        tuesday.with(DayOfWeek.SATURDAY),
                                        "10:00")
                                .text())
                .contains("hors des heures de travail de Claire DUMONT");
        assertThat(refused("REUNION", "Férié " + mark, LocalDate.of(year, 11, 11), "10:00").text())
                .contains("Armistice");
        noted("REUNION", "Contre " + mark, tuesday, "14:30", "resources", resource, "anyway", "1");

        // Karim works no Tuesday: his own hours are before the structure's
        var karim = cast.karimCoordinator.member().toString();
        answer(422, "/reglages/agenda/horaires", "member", karim, "day1", "17:00-9:00");
        send(
                        claire(),
                        "/reglages/agenda/horaires",
                        "member",
                        karim,
                        "day1",
                        "9h-12h30, 13h30-17h",
                        "day3",
                        "9:00-17:00")
                .andExpect(status().is3xxRedirection());
        assertThat(
                        Jsoup.parse(body(claire(), "/reglages/agenda?membre=" + karim))
                                .select("#day1")
                                .val())
                .isEqualTo("09:00-12:30, 13:30-17:00");
        assertThat(
                        refused(
                                        "REUNION",
                                        "Mardi " + mark,
                                        tuesday.plusWeeks(1),
                                        "10:00",
                                        "member",
                                        karim)
                                .text())
                .contains("hors des heures de travail de Karim BELKACEM");
        send(claire(), "/reglages/agenda/horaires", "member", karim)
                .andExpect(status().is3xxRedirection());

        // side by side: the RCP stands in both columns, the room is said; a stranger sees nothing
        var both =
                Jsoup.parse(
                        body(
                                claire(),
                                "/agenda?jour="
                                        + tuesday
                                        + "&membre="
                                        + cast.claireCoordinator.member()
                                        + "&membre="
                                        + karim));
        assertThat(both.select(".ag-col")).hasSize(2);
        assertThat(both.select(".ag-col .ag-ev:contains(RCP):contains(" + room + ")")).hasSize(2);
        for (var view : List.of("", "&vue=semaine", "&vue=mois", "&vue=semaine&qui=equipe"))
            assertThat(
                            Jsoup.parse(body(claire(), "/agenda?jour=" + tuesday + view))
                                    .select(".ag-ev:contains(RCP)"))
                    .as(view)
                    .isNotEmpty();
        assertThat(
                        Jsoup.parse(
                                        body(
                                                claire(),
                                                "/agenda?jour="
                                                        + tuesday.plusDays(1)
                                                        + "&qui=equipe"))
                                .select(".ag-col:contains(ROUSSEL) .ag-note")
                                .text())
                .contains("Absence");
        mvc.perform(get("/agenda/" + id("RCP " + mark, 0)).with(user(cast.calaisCoordinator)))
                .andExpect(status().isNotFound());
        send(claire(), "/reglages/agenda/ressources/" + resource + "/retirer")
                .andExpect(status().is3xxRedirection());
        assertThat(body(claire(), "/agenda/nouveau")).doesNotContain(room);
    }

    @Test
    void two_who_move_the_same_one_are_told_what_each_did() throws Exception {
        var day = worked(LocalDate.of(year, 3, 2));
        noted("REUNION", "Point " + mark, day, "09:00");
        var id = id("Point " + mark, 0);
        assertThat(body(claire(), "/agenda/" + id)).contains("Déplacer ou modifier");

        send(
                        karim(),
                        "/agenda/" + id + "/deplacer",
                        "version",
                        "0",
                        "day",
                        day.toString(),
                        "time",
                        "11:00",
                        "retour",
                        "/agenda?jour=" + day)
                .andExpect(status().is3xxRedirection())
                .andExpect(flash().attributeExists("toast"))
                .andExpect(flash().attribute("undo", "/agenda/" + id + "/remettre/1"));
        var overtaken =
                answer(
                        409,
                        "/agenda/" + id + "/deplacer",
                        "version",
                        "0",
                        "day",
                        day.toString(),
                        "time",
                        "15:00");
        assertThat(overtaken.text())
                .contains("Karim BELKACEM")
                .contains("09:00 – 10:00 au " + plain(FrenchDates.longDay(day)) + ", 11:00 – 12:00")
                .contains("Vous demandiez")
                .contains("15:00 – 16:00");
        assertThat(overtaken.select("input[name=version]").val()).isEqualTo("1");
        assertThat(overtaken.select("#time").val()).as("what was typed stays").isEqualTo("15:00");
        assertThat(starts("Point " + mark)).containsExactly(day.atTime(11, 0));

        // it is put back where it was, once
        send(karim(), "/agenda/" + id + "/remettre/1").andExpect(status().is3xxRedirection());
        assertThat(starts("Point " + mark)).containsExactly(day.atTime(9, 0));
        answer(409, "/agenda/" + id + "/remettre/1");

        // a warning, then a decision; what is closed moves no more
        noted("REUNION", "Autre " + mark, day, "13:00");
        var warned =
                answer(
                        422,
                        "/agenda/" + id + "/deplacer",
                        "version",
                        "2",
                        "day",
                        day.toString(),
                        "time",
                        "13:30");
        assertThat(warned.text()).contains("déjà pris").contains("Garder quand même");
        move(id, "2", day, "13:30", "anyway", "1").andExpect(status().is3xxRedirection());
        clock.goTo(day.atTime(18, 0));
        var count = Jsoup.parse(body(claire(), "/agenda")).select(".ag-waiting b").text();
        var list = Jsoup.parse(body(claire(), "/agenda/sans-issue"));
        assertThat(list.select("h1 .count").text()).isEqualTo(count);
        assertThat(list.select("li.work:contains(Point " + mark + ")")).hasSize(1);
        send(
                        claire(),
                        "/agenda/" + id + "/issue",
                        "outcome",
                        "HONORE",
                        "retour",
                        "/agenda/sans-issue")
                .andExpect(status().is3xxRedirection());
        assertThat(body(claire(), "/agenda/sans-issue")).doesNotContain("Point " + mark);
        assertThat(
                        answer(
                                        422,
                                        "/agenda/" + id + "/deplacer",
                                        "version",
                                        "3",
                                        "day",
                                        day.toString(),
                                        "time",
                                        "16:00")
                                .select("#day-error, .notice")
                                .text())
                .contains("issue est notée");
        mvc.perform(
                        post("/agenda/" + id + "/deplacer")
                                .param("version", "3")
                                .with(csrf())
                                .with(user(cast.calaisCoordinator)))
                .andExpect(status().isNotFound());
    }

    @Test
    void one_visit_for_two_moves_as_one() throws Exception {
        var her = cast.newFollowed(cast.douai, 2, 30).patient();
        var him = cast.newFollowed(cast.douai, 2, 30).patient();
        claire().run(() -> families.link(her, him, Families.Relation.CONJOINT, true));
        var day = worked(LocalDate.of(year, 6, 1));
        noted(
                "VISITE",
                "Couple " + mark,
                day,
                "09:00",
                "patient",
                her.toString(),
                "together",
                him.toString());
        move(id("Couple " + mark, 0), "0", day, "10:00").andExpect(status().is3xxRedirection());
        assertThat(starts("Couple " + mark)).containsExactly(day.atTime(10, 0), day.atTime(10, 0));
        assertThat(Jsoup.parse(body(claire(), "/agenda?jour=" + day)).select(".ag-ev")).hasSize(1);
    }

    @Test
    void the_feed_names_nobody_and_dies_when_revoked(CapturedOutput log) throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        noted(
                "VISITE",
                "Voir DURAND Odette " + mark,
                LocalDate.parse("2026-06-04"),
                "16:35",
                "patient",
                odette.patient().toString(),
                "place",
                "Chez sa fille DURAND " + mark,
                "anyway",
                "1");
        noted(
                "REUNION",
                "Chez Mme DURAND " + mark,
                LocalDate.parse("2026-06-04"),
                "17:35",
                "place",
                "DURAND " + mark,
                "anyway",
                "1");
        var made = send(claire(), "/agenda/abonnement").andExpect(status().is3xxRedirection());
        var address = String.valueOf(made.andReturn().getFlashMap().get("address"));
        var path = address.substring(address.indexOf("/agenda/flux/"));
        var secret = path.substring(path.lastIndexOf('/') + 34, path.length() - 4);
        assertThat(secret).as("256 bits").hasSize(43);

        var calendar = mvc.perform(get(path)).andExpect(status().isOk()).andReturn().getResponse();
        var text = calendar.getContentAsString().replace("\r\n ", "");
        assertThat(calendar.getContentType()).startsWith("text/calendar");
        assertThat(text)
                .contains("BEGIN:VCALENDAR\r\n", "SUMMARY:Visite à domicile", "LOCATION:Douai")
                .contains("DTSTART:20260604T143500Z") // 16:35 in Paris in summer
                .contains("/agenda/" + id("Voir DURAND Odette " + mark, 0))
                .doesNotContainIgnoringCase("DURAND")
                .doesNotContainIgnoringCase("Odette")
                .doesNotContain(
                        mark,
                        odette.patient().toString(),
                        "1942",
                        "0327000001",
                        "DUMONT",
                        "Claire");
        assertThat(
                        calendar.getContentAsString()
                                .lines()
                                .map(l ->
                                        l.getBytes(java.nio.charset.StandardCharsets.UTF_8).length))
                .allMatch(octets -> octets <= 75);

        // kept as a digest, and in no log
        assertThat(
                        cast.in(
                                cast.douai,
                                () ->
                                        sql.sql(
                                                        "select token_hash from agenda.feed order by made_at desc, id desc limit 1")
                                                .query((row, _) -> row.getBytes(1))
                                                .single()))
                .hasSize(32)
                .isEqualTo(
                        java.security.MessageDigest.getInstance("SHA-256")
                                .digest(secret.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        for (var wrong :
                List.of(path.replace(secret, secret.substring(1) + "A"), "/agenda/flux/x.ics"))
            mvc.perform(get(wrong)).andExpect(status().isNotFound());
        var elsewhere =
                path.replace(
                        cast.douai.value().toString().replace("-", ""),
                        cast.calais.value().toString().replace("-", ""));
        mvc.perform(get(elsewhere)).andExpect(status().isNotFound());

        var mine = Jsoup.parse(body(claire(), "/agenda/abonnement"));
        assertThat(mine.text()).doesNotContain(secret).contains("lue le");
        var revoke = mine.select("form[action$=revoquer]").attr("action");
        mvc.perform(post(revoke).with(csrf()).with(user(cast.karimCoordinator)))
                .andExpect(status().isNotFound());
        send(claire(), revoke).andExpect(status().is3xxRedirection());
        mvc.perform(get(path)).andExpect(status().isGone());
        assertThat(log.getAll()).doesNotContain(secret);

        var file =
                body(
                        claire(),
                        "/agenda/" + id("Voir DURAND Odette " + mark, 0) + "/rendez-vous.ics");
        assertThat(file)
                .contains("SUMMARY:Visite à domicile", "LOCATION:Douai")
                .doesNotContainIgnoringCase("DURAND");
    }

    @Test
    @Proves("REQ-AGENDA-03")
    void permanences_say_who_answers_and_where_calls_go_and_the_day_prints() throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "update patient.patient set address = '12 rue des Merisiers', postcode = '59500' where id = :id")
                                .param("id", odette.patient().value())
                                .update());
        var day = worked(LocalDate.of(year, 2, 2));
        send(
                        claire(),
                        "/agenda/permanences",
                        "member",
                        cast.claireCoordinator.member().toString(),
                        "from",
                        day.toString(),
                        "fromTime",
                        "18:00",
                        "to",
                        day.plusDays(1).toString(),
                        "toTime",
                        "08:00",
                        "forward",
                        "0612345678")
                .andExpect(status().is3xxRedirection());
        assertThat(plain(body(claire(), "/agenda?jour=" + day)))
                .contains("Claire DUMONT, du")
                .contains("06 12 34 56 78");
        assertThat(
                        answer(
                                        422,
                                        "/agenda/permanences",
                                        "member",
                                        "",
                                        "from",
                                        day.toString(),
                                        "fromTime",
                                        "18:00",
                                        "to",
                                        day.toString(),
                                        "toTime",
                                        "08:00",
                                        "forward",
                                        "12")
                                .select("#member-error, #to-error, #forward-error"))
                .hasSize(3);
        var page = Jsoup.parse(body(cast.helenHead, "/agenda/permanences"));
        assertThat(plain(page.text())).contains("du lundi au vendredi, 9 h – 17 h");
        var mine =
                page.select("li:contains(" + plain(FrenchDates.longDay(day)) + ") form")
                        .attr("action");
        send(claire(), mine).andExpect(status().is3xxRedirection());
        assertThat(plain(body(claire(), "/agenda?jour=" + day))).doesNotContain("06 12 34 56 78");

        noted("VISITE", "Bilan " + mark, day, "14:00", "patient", odette.patient().toString());
        assertThat(plain(Jsoup.parse(body(claire(), "/agenda/feuille?jour=" + day)).text()))
                .contains(
                        "14:00 – 15:00",
                        "DURAND",
                        "12 rue des Merisiers, 59500 Douai",
                        "03 27 00 00 01",
                        "Bilan " + mark);
        mvc.perform(get("/agenda/feuille?jour=" + day).with(user(cast.drMorel)))
                .andExpect(status().isNotFound());
    }

    /// With plain spaces: French holds words together with others.
    private static String plain(String words) {
        return words.replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    private SignedIn claire() {
        return cast.claireCoordinator;
    }

    private SignedIn karim() {
        return cast.karimCoordinator;
    }

    /// A Tuesday from `day` on that is no holiday, the day after neither.
    private static LocalDate worked(LocalDate day) {
        var found = day.with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY));
        while (WorkingDays.FRANCE.isHoliday(found)
                || WorkingDays.FRANCE.isHoliday(found.plusDays(1))
                || WorkingDays.FRANCE.isHoliday(found.plusWeeks(1))) found = found.plusWeeks(1);
        return found;
    }

    private void absence(LocalDate day) {
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        insert into network.absence (id, member_id, replacement_id, reason, since, until, noted_by, noted_at)
                                        values (gen_random_uuid(), :who, :by, 'CONGE', :day, :day, 'x', now())
                                        """)
                                .param("who", cast.doctorOfTheTeam.member())
                                .param("by", cast.claireCoordinator.member())
                                .param("day", day)
                                .update());
    }

    private List<LocalDateTime> starts(String title) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "select starts_at from agenda.appointment where title = :t and outcome is null order by starts_at")
                                .param("t", title)
                                .query((row, _) ->
                                        LocalDateTime.ofInstant(
                                                at(row.getTimestamp(1)), FrenchDates.PARIS))
                                .list());
    }

    private static java.time.Instant at(Timestamp at) {
        return at.toInstant();
    }

    private String id(String title, int rank) {
        return cast.in(
                        cast.douai,
                        () ->
                                sql.sql(
                                                "select id from agenda.appointment where title = :t order by starts_at")
                                        .param("t", title)
                                        .query((row, _) -> row.getString(1))
                                        .list())
                .get(rank);
    }

    private org.springframework.test.web.servlet.ResultActions move(
            String id, String version, LocalDate day, String time, String... more)
            throws Exception {
        var all =
                new java.util.ArrayList<>(
                        List.of("version", version, "day", day.toString(), "time", time));
        all.addAll(List.of(more));
        return send(claire(), "/agenda/" + id + "/deplacer", all.toArray(String[]::new));
    }

    /// Notes an appointment of Claire’s; `more` are other fields, name and value.
    private void noted(String kind, String title, LocalDate day, String time, String... more)
            throws Exception {
        send(claire(), "/agenda", fields(kind, title, day, time, more))
                .andExpect(status().is3xxRedirection());
    }

    /// The page that refuses it.
    private Document refused(String kind, String title, LocalDate day, String time, String... more)
            throws Exception {
        return answer(422, "/agenda", fields(kind, title, day, time, more));
    }

    private static String[] fields(
            String kind, String title, LocalDate day, String time, String... more) {
        return Stream.concat(
                        Stream.of(
                                "kind", kind, "title", title, "day", day.toString(), "time", time),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    private org.springframework.test.web.servlet.ResultActions send(
            SignedIn who, String path, String... fields) throws Exception {
        var request = post(path).with(csrf()).with(user(who));
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        return mvc.perform(request);
    }

    private Document answer(int status, String path, String... fields) throws Exception {
        return Jsoup.parse(
                send(claire(), path, fields)
                        .andExpect(status().is(status))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private String body(SignedIn who, String path) throws Exception {
        return mvc.perform(get(path).with(user(who)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
