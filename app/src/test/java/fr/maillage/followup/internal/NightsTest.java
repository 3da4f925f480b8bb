package fr.maillage.followup.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.maillage.access.SignedIn;
import fr.maillage.followup.AlertSweep.Figures;
import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import fr.maillage.platform.Tenancy;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.OwnStructure;
import fr.maillage.testing.PostOffice;
import fr.maillage.testing.TestWorld.Cast;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The night passes structure after structure, is taken up again where it stopped, and looking at
/// those who may have changed leaves what looking at everybody would. The week is told in figures.
@IntegrationTest
class NightsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 2);

    @Autowired Cast cast;
    @Autowired MovableClock clock;
    @Autowired JdbcClient sql;
    @Autowired Sweep sweep;
    @Autowired Occurrences occurrences;
    @Autowired Nights nights;
    @Autowired Jobs jobs;
    @Autowired PostOffice post;
    @Autowired PlatformTransactionManager transactions;
    @Autowired MockMvc mvc;

    @BeforeEach
    @AfterEach
    void tuesday() {
        clock.reset();
        SecurityContextHolder.clearContext();
    }

    /// Twenty days of anything: after each, what the sweep of the changed ones left is what the
    /// whole would leave. The whole is rolled back, so that it helps the next day in nothing.
    @Test
    void looking_at_whom_something_changed_for_is_looking_at_everybody() {
        for (var seed : List.of(7L, 41L)) {
            clock.reset();
            var own = new OwnStructure(cast, sql, "32");
            var random = new Random(seed);
            var persons = new ArrayList<PatientId>();
            for (int i = 0; i < 6; i++) persons.add(person(own, random.nextInt(4), random));
            cast.in(own.id, () -> sweep.changed());
            for (int step = 0; step < 60; step++) {
                var what = anything(own, persons.get(random.nextInt(persons.size())), random);
                if (random.nextInt(3) == 0)
                    clock.goTo(
                            LocalDateTime.ofInstant(
                                            clock.instant(), fr.maillage.kernel.FrenchDates.PARIS)
                                    .plusHours(random.nextInt(120)));
                cast.in(own.id, () -> sweep.changed());
                assertThat(whole(own.id))
                        .as("seed %d, step %d, after %s", seed, step, what)
                        .isEqualTo(new Sweep.Swept(0, 0, 0));
            }
            assertThat(count(own.id, "select count(*) from followup.alert"))
                    .as("something happened")
                    .isGreaterThan(15);
            assertThat(
                            count(
                                    own.id,
                                    "select count(*) from followup.alert where status in ('CLOSE', 'RESOLUE', 'EN_PAUSE')"))
                    .isPositive();
        }
    }

    private Sweep.Swept whole(NetworkId network) {
        return Objects.requireNonNull(
                Tenancy.of(network)
                        .call(() ->
                                new TransactionTemplate(transactions)
                                        .execute(status -> {
                                            var swept = sweep.network();
                                            status.setRollbackOnly();
                                            return swept;
                                        })));
    }

    @Test
    void nobody_is_looked_at_when_nothing_happened_and_one_when_one_changed() {
        var own = new OwnStructure(cast, sql, "32");
        var random = new Random(1);
        var odette = person(own, 2, random);
        for (int i = 0; i < 4; i++) person(own, 1, random);
        assertThat(cast.in(own.id, () -> sweep.changed()).whole()).as("never looked at").isTrue();
        assertThat(cast.in(own.id, () -> sweep.changed())).isEqualTo(Figures.NONE);
        contact(own, odette);
        var figures = cast.in(own.id, () -> sweep.changed());
        assertThat(figures.whole()).isFalse();
        assertThat(figures.persons()).isOne();
    }

    @Test
    void a_night_cut_in_a_structure_goes_on_there_and_passes_by_those_done() throws Exception {
        var first = new OwnStructure(cast, sql, "32");
        var second = new OwnStructure(cast, sql, "32");
        var ours = silent(first);
        var theirs = silent(second);

        pass(first, _ -> {});
        assertThatThrownBy(() ->
                        pass(
                                second,
                                _ -> {
                                    throw new IllegalStateException("cut");
                                }))
                .hasMessage("cut");

        assertThat(alerts(first.id, ours)).isOne();
        assertThat(alerts(second.id, theirs)).as("nothing of what was cut").isZero();
        assertThat(progress(first.id)).isEqualTo("done");
        assertThat(progress(second.id)).isEqualTo("failed");
        var page = page(second.head, "/reglages/nuits");
        assertThat(page).contains("Nuit d", "structures sur", "en échec", "pas encore passée ici");
        var began = began(first.id);

        clock.move(Duration.ofMinutes(5));
        jobs.night();

        assertThat(began(first.id)).as("passed by").isEqualTo(began);
        assertThat(progress(second.id)).isEqualTo("done");
        assertThat(alerts(first.id, ours)).isOne();
        assertThat(alerts(second.id, theirs)).isOne();
        assertThat(page(second.head, "/reglages/nuits")).contains("tout revu");
        jobs.night();
        assertThat(alerts(second.id, theirs)).as("nothing doubled").isOne();

        clock.goTo(TODAY.plusDays(1).atTime(3, 10));
        jobs.night();
        assertThat(page(second.head, "/reglages/nuits")).contains("ce qui a changé");
        clock.goTo(TODAY.plusDays(8).atTime(3, 10));
        pass(second, _ -> {});
        assertThat(
                        count(
                                second.id,
                                "select count(*) from followup.sweep_run where whole and night = '2026-06-10'"))
                .as("everybody once a week")
                .isOne();
        assertThat(
                        mvc.perform(get("/reglages/nuits").with(user(second.alice)))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                .isEqualTo(404);
    }

    @Test
    void the_week_is_told_in_figures_on_monday_once_and_without_anybody_s_name() throws Exception {
        var own = new OwnStructure(cast, sql, "32");
        var odette = silent(own);
        silent(own);
        cast.in(own.id, () -> sweep.changed());
        cast.in(
                own.id,
                () ->
                        sql.sql(
                                        "update network.team_member set email = 'direction@essai.example' where function = 'HEAD'")
                                .update());
        contact(own, odette);
        cast.in(own.id, () -> sweep.changed());

        clock.goTo(LocalDateTime.of(2026, 6, 8, 7, 30));
        try (var open = post.open()) {
            jobs.digests();
            jobs.digests();
            var mails =
                    open.received().stream()
                            .filter(m -> to(m).contains("direction@essai.example"))
                            .toList();
            assertThat(mails).hasSize(1);
            var words = String.valueOf(mails.getFirst().getContent());
            assertThat(words)
                    .contains(
                            "2 alertes levées",
                            "1 résolues",
                            "Sans contact\u00A0: 1",
                            "/pilotage/alertes")
                    .doesNotContainIgnoringCase("DURAND", "Odette", "ALBERT", "Alice", "VASSEUR");
            clock.goTo(LocalDateTime.of(2026, 6, 10, 7, 30));
            jobs.digests();
            assertThat(
                            open.received().stream()
                                    .filter(m -> to(m).contains("direction@essai.example")))
                    .hasSize(1);
        }
        clock.goTo(LocalDateTime.of(2026, 6, 9, 9, 0));
        var page = page(own.head, "/pilotage/alertes?semaine=2026-06-02");
        assertThat(page)
                .contains(
                        "Semaine du 1",
                        "Envoyé par courriel",
                        "Sans contact",
                        "Alice ALBERT",
                        "2 de plus");
        assertThat(page).doesNotContain("DURAND");
        assertThat(page(own.head, "/pilotage/alertes")).contains("Pas envoyé par courriel");
        assertThat(
                        mvc.perform(get("/pilotage/alertes").with(user(own.alice)))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                .isEqualTo(404);
    }

    private static String to(jakarta.mail.internet.MimeMessage mail) {
        try {
            return List.of(mail.getAllRecipients()).toString();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    // ── what happens ──

    private PatientId silent(OwnStructure own) {
        var patient = own.patient();
        own.support(patient, 2, "2026-03-01", null, null, own.alice, "GERONTOLOGIE", "59178");
        return patient;
    }

    private PatientId person(OwnStructure own, int level, Random random) {
        var patient = own.patient();
        own.support(
                patient,
                level,
                level == 0 ? null : TODAY.minusDays(random.nextInt(80)).toString(),
                null,
                null,
                own.alice,
                "GERONTOLOGIE",
                "59178");
        return patient;
    }

    private void contact(OwnStructure own, PatientId patient) {
        write(
                own,
                patient,
                """
                with c as (insert into followup.contact (at, channel, direction, who, reached, author_name) values (:now, 'VISITE', 'SORTANT', 'x', 'JOINT', 'x') returning id)
                insert into followup.contact_patient (contact_id, patient_id, at) select id, :p, :now from c
                """);
    }

    private String anything(OwnStructure own, PatientId patient, Random random) {
        var what = random.nextInt(16);
        if (what == 0) contact(own, patient);
        else
            write(
                    own,
                    patient,
                    EVENTS.get(what - 1).replace("{n}", String.valueOf(random.nextInt(40))));
        return what == 0 ? "a visit" : EVENTS.get(what - 1).strip();
    }

    /// Any of what the rules read; `{n}` a number of days.
    private static final List<String> EVENTS =
            List.of(
                    "insert into casefile.stay (patient_id, kind, hospital, admitted_on) select :p, 'NON_PROGRAMME', 'CH', :today where not exists (select 1 from casefile.stay where patient_id = :p and discharged_on is null)",
                    "update casefile.stay set discharged_on = :today where patient_id = :p and discharged_on is null",
                    "update casefile.support set paused_from = cast(:today as date) + {n} / 10, paused_until = cast(:today as date) + {n}, pause_reason = 'VACANCES' where patient_id = :p",
                    "update casefile.support set paused_from = null, paused_until = null, pause_reason = null where patient_id = :p",
                    "update casefile.support set level = 1 + {n} % 3 where patient_id = :p and status = 'ACTIF'",
                    "insert into assessment.problem (patient_id, label, domain, status, since) values (:p, 'Chute', 'MEDICAL', 'RETENU', cast(:today as date) - {n})",
                    "update assessment.problem set status = 'RESOLU', resolved_on = :today where patient_id = :p",
                    """
                    insert into careplan.pps (patient_id, support_id, number, created_at, created_by)
                    select :p, s.id, 1 + (select count(*) from careplan.pps where patient_id = :p), cast(:now as timestamptz) - interval '{n} days', 'x' from casefile.support s
                     where s.patient_id = :p and not exists (select 1 from careplan.pps where patient_id = :p and status in ('BROUILLON', 'EN_VIGUEUR'))
                    """,
                    """
                    update careplan.pps set status = 'EN_VIGUEUR', opinion = 'ATTENDU', submitted_at = :now, in_force_at = :now, in_force_by = 'x', in_force_why = 'SILENCE', reassess_on = cast(:today as date) + {n}
                     where patient_id = :p and status = 'BROUILLON'
                    """,
                    """
                    insert into followup.occurrence (patient_id, intervention_id, pps_id, title, due_on, due_until, late_after)
                    select :p, gen_random_uuid(), gen_random_uuid(), 'Acte', cast(:today as date) + {n} / 4, cast(:today as date) + {n} / 4, cast(:today as date) + {n} / 2
                    """,
                    "update followup.occurrence set status = 'FAIT', done_on = :today where id = (select id from followup.occurrence where patient_id = :p and status = 'PREVU' order by due_on limit 1)",
                    "update followup.alert set status = 'CLOSE', outcome = 'REPROGRAMME', snoozed_until = cast(:today as date) + 1 + {n} / 4, closed_at = :now, closed_by = 'x' where patient_id = :p and status = 'OUVERTE'",
                    "update followup.alert set status = 'EN_PAUSE', paused_until = cast(:today as date) + {n} / 4, pause_reason = 'VACANCES', paused_by = 'x', changed_at = :now where patient_id = :p and status = 'OUVERTE'",
                    "insert into followup.rule_override (id, patient_id, rule, threshold, reason, until, set_at, set_by) values (gen_random_uuid(), :p, 'SANS_CONTACT', nullif({n}, 7), 'x', cast(:today as date) + {n} / 3, :now, 'x')",
                    "insert into network.setting (key, value) values ('NO_CONTACT_DAYS', '1{n}') on conflict (network_id, key, level) do update set value = excluded.value");

    private void write(OwnStructure own, PatientId patient, String statement) {
        cast.in(
                own.id,
                () ->
                        sql.sql(statement)
                                .param("p", patient.value())
                                .param("today", LocalDate.now(clock))
                                .param("now", Timestamp.from(clock.instant()))
                                .update());
    }

    // ── what is seen ──

    private void pass(OwnStructure own, java.util.function.Consumer<NetworkId> before) {
        Tenancy.of(own.id).run(() -> nights.pass(own.id, before));
    }

    private int alerts(NetworkId network, PatientId patient) {
        return cast.in(
                network,
                () ->
                        sql.sql("select count(*) from followup.alert where patient_id = :p")
                                .param("p", patient.value())
                                .query((row, _) -> row.getInt(1))
                                .single());
    }

    private int count(NetworkId network, String query) {
        return cast.in(network, () -> sql.sql(query).query((row, _) -> row.getInt(1)).single());
    }

    private String progress(NetworkId network) {
        return sql.sql(
                        "select case when done_at is not null then 'done' when failed_at is not null then 'failed' else 'begun' end from followup.night where structure_id = :id and night = :night")
                .param("id", network.value())
                .param("night", LocalDate.now(clock))
                .query((row, _) -> row.getString(1))
                .single();
    }

    private Timestamp began(NetworkId network) {
        return sql.sql(
                        "select started_at from followup.night where structure_id = :id and night = :night")
                .param("id", network.value())
                .param("night", LocalDate.now(clock))
                .query((row, _) -> row.getTimestamp(1))
                .single();
    }

    private String page(SignedIn who, String address) throws Exception {
        return Jsoup.parse(
                        mvc.perform(get(address).with(user(who)))
                                .andReturn()
                                .getResponse()
                                .getContentAsString())
                .text();
    }
}
