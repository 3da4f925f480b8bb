package fr.maillage.hospital.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.platform.Owner;
import fr.maillage.platform.Tenancy;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.OwnStructure;
import fr.maillage.testing.PaperCheck;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;
import fr.maillage.testing.TestWorld.Cast.Followed;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/// From the entry into hospital to the visit after the return; and the sheet of the emergency room.
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class HospitalTest {

    @Autowired Cast cast;

    @Autowired MockMvc mvc;

    @Autowired JdbcClient sql;

    @Autowired Trail trail;

    @Autowired Clock clock;

    @Autowired PlanLetters letters;

    @Autowired PlanNight night;

    @Autowired Owner owner;

    @Test
    @Proves({
        "REQ-DISCHARGE-01",
        "REQ-DISCHARGE-03",
        "REQ-DISCHARGE-05",
        "REQ-DISCHARGE-06",
        "REQ-DISCHARGE-08",
        "REQ-DISCHARGE-10"
    })
    void a_stay_from_the_entry_to_the_visit_after_the_return() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        var here = "/dossiers/" + followed.patient() + "/sejours";
        var today = LocalDate.now(clock);
        plan(followed);

        page(post(here + "/but", "goal", "AUTRE", "version", "0"), 422);
        page(post(here + "/but", "goal", "RAD", "version", "0"), 302);
        page(
                post(
                        here,
                        "kind",
                        "NON_PROGRAMME",
                        "hospital",
                        "CH de Douai, urgences",
                        "admittedOn",
                        today.minusDays(1).toString(),
                        "expectedOn",
                        today.plusDays(3).toString(),
                        "told",
                        "Sa fille, Dr Morel",
                        "called",
                        "HAD",
                        "called",
                        "SSIAD"),
                302);
        var shown = page(get(cast.claireCoordinator, here), 200);
        assertThat(shown.select("#goal option[selected]").text()).isEqualTo("Retour à domicile");
        assertThat(shown.select("main").text())
                .contains("Prévenus : Sa fille, Dr Morel", "(HAD)", "(SSIAD)", "via les urgences")
                .contains("Risque de réadmission précoce", "séjour non programmé", "80")
                .contains("0 point fait sur 16");
        var stay = stay(shown);

        // the expected day changes, the former one is kept, and two do not change it at once
        page(expect(here, stay, today.minusDays(9), ""), 422);
        page(expect(here, stay, today.plusDays(6), "fièvre"), 302);
        page(expect(here, stay, today.plusDays(8), ""), 409);
        assertThat(page(get(cast.claireCoordinator, here), 200).select("details.disclose li"))
                .extracting(org.jsoup.nodes.Element::text)
                .hasSize(2)
                .last()
                .asString()
                .contains("fièvre", "Claire DUMONT");

        // the list of the entry and of the return is open from the entry, by moment
        var list = here + "/" + stay + "/preparation";
        var form = page(get(cast.claireCoordinator, list), 200);
        assertThat(form.select("main section h3").eachText())
                .containsExactly("À l’entrée 6", "Avant le retour 7", "Au retour 3");
        assertThat(form.select("main section:has(h3:contains(Avant)) strong").eachText())
                .contains("Aides à domicile en place", "Repas des premiers jours")
                .doesNotContain("Rendez-vous de suivi pris");
        var states = form.select("select[name^=state-]").eachAttr("name");
        var line = states.getFirst().substring("state-".length());
        page(
                post(
                        list,
                        "version",
                        "1",
                        "state-" + line,
                        "FAIT",
                        "who-" + line,
                        "Lucie PETIT",
                        "due-" + line,
                        "demain"),
                422);
        page(
                post(
                        list,
                        "version",
                        "1",
                        "state-" + line,
                        "FAIT",
                        "who-" + line,
                        "Lucie PETIT",
                        "due-" + line,
                        today.plusDays(2).toString(),
                        states.get(1),
                        "SANS_OBJET"),
                302);
        assertThat(page(get(cast.claireCoordinator, list), 200).select("main").text())
                .contains("1 point fait sur 15", "Fait le", "Claire DUMONT");

        // the plan left with the entry, once
        assertThat(toast(post(here + "/" + stay + "/pps"))).isEqualTo(HospitalText.ALREADY_SENT);
        assertThat(
                        cast.in(
                                cast.douai,
                                () ->
                                        sql.sql(
                                                        "select recipient_kind || ' ' || recipient_name || ' ' || body from correspondence.outgoing_message where about_id = :stay")
                                                .param("stay", stay)
                                                .query((row, _) -> row.getString(1))
                                                .list()))
                .singleElement()
                .asString()
                .contains("STRUCTURE CH de Douai, urgences", "Marcher sans aide", "Kinésithérapie");
        assertThat(page(get(cast.claireCoordinator, here), 200).select("main").text())
                .contains("Plan transmis à l’établissement le", "par Maillage, de lui-même");

        // home: what is not done is said; the visit is planned by one click, then tracked
        assertThat(toast(post(here + "/" + stay + "/visite"))).isEqualTo(HospitalText.STILL_THERE);
        page(post(here + "/" + stay + "/retour", "dischargedOn", today.toString()), 302);
        var home = page(get(cast.claireCoordinator, here), 200);
        assertThat(home.select("main").text())
                .contains("Rentrée avec 10 points non faits", "Visite du retour à faire avant le");
        assertThat(toast(post(here + "/" + stay + "/visite"))).isEqualTo(HospitalText.VISIT);
        assertThat(toast(post(here + "/" + stay + "/visite"))).isEqualTo(HospitalText.VISIT_THERE);
        assertThat(page(get(cast.claireCoordinator, here), 200).select("main").text())
                .contains("Visite du retour prévue le")
                .doesNotContain("Prévoir la visite du retour");
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "update agenda.appointment set outcome = 'HONORE', starts_at = :at, ends_at = cast(:at as timestamptz) + interval '1 hour' where patient_id = :p")
                                .param("at", java.sql.Timestamp.from(clock.instant()))
                                .param("p", followed.patient().value())
                                .update());
        assertThat(page(get(cast.claireCoordinator, here), 200).select(".mark.is-done").text())
                .contains("Visite du retour faite le");
        assertThat(toast(post(here + "/" + stay + "/pps"))).isEqualTo(HospitalText.NOT_IN_HOSPITAL);
        page(get(cast.calaisCoordinator, list), 404);
        assertThat(get(cast.sophieSecretary, list).getStatus()).isIn(403, 404);
        page(post(here + "/" + UUID.randomUUID() + "/visite"), 404);
    }

    @Test
    void the_visit_after_the_return_is_on_no_day_of_leave_and_takes_an_hour_that_was_called_off()
            throws Exception {
        var own = new OwnStructure(cast, sql, "32");
        var patient = own.patient();
        own.open(patient, 2, "2026-05-01");
        var today = LocalDate.now(clock);
        var stay = UUID.randomUUID();
        cast.in(
                own.id,
                () -> {
                    sql.sql(
                                    "insert into casefile.stay (id, patient_id, kind, hospital, admitted_on, discharged_on) values (:id, :p, 'PROGRAMME', 'CH', cast(:today as date) - 4, :today)")
                            .param("id", stay)
                            .param("p", patient.value())
                            .param("today", today)
                            .update();
                    sql.sql(
                                    "insert into network.absence (id, member_id, replacement_id, reason, since, until, noted_by, noted_at) values (gen_random_uuid(), :who, :other, 'CONGE', :from, :to, 'Irène', now())")
                            .param("who", own.alice.member())
                            .param("other", own.bruno.member())
                            .param("from", today.plusDays(1))
                            .param("to", today.plusDays(3))
                            .update();
                    return sql.sql(
                                    """
                                    insert into agenda.appointment (kind, member_id, starts_at, ends_at, title, outcome, created_by)
                                    values ('BUREAU', :who, (cast(:day as date) + time '10:00') at time zone 'Europe/Paris', (cast(:day as date) + time '11:00') at time zone 'Europe/Paris', 'Annulé', 'ANNULE', 'Alice')
                                    """)
                            .param("who", own.alice.member())
                            .param("day", today.plusDays(6))
                            .update();
                });
        // the delay is over on Thursday, she is away until Friday: Monday at ten
        assertThat(toast(post(own.alice, "/dossiers/" + patient + "/sejours/" + stay + "/visite")))
                .isEqualTo(HospitalText.VISIT);
        assertThat(
                        cast.in(
                                own.id,
                                () ->
                                        sql.sql(
                                                        "select to_char(starts_at at time zone 'Europe/Paris', 'YYYY-MM-DD HH24:MI') from agenda.appointment where patient_id = :p")
                                                .param("p", patient.value())
                                                .query((row, _) -> row.getString(1))
                                                .list()))
                .containsExactly("2026-06-08 10:00");
    }

    @Test
    void a_plan_does_not_go_to_a_hospital_the_person_opposes() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        var here = "/dossiers/" + followed.patient() + "/sejours";
        page(
                post(
                        here,
                        "kind",
                        "PROGRAMME",
                        "hospital",
                        "CH de Douai",
                        "admittedOn",
                        LocalDate.now(clock).toString()),
                302);
        var stay = stay(page(get(cast.claireCoordinator, here), 200));
        assertThat(toast(post(here + "/" + stay + "/pps"))).isEqualTo(HospitalText.NO_PLAN);
        assertThat(page(get(cast.claireCoordinator, here), 200).select("main").text())
                .contains("Plan non transmis à l’établissement : Aucun plan n’est en vigueur.");
        plan(followed);
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        insert into patient.consent (id, patient_id, act, state, given_on, form, given_by, recorded_at)
                                        values (gen_random_uuid(), :p, 'PARTAGE_EQUIPE', 'OPPOSITION', :day, 'ORAL', 'PERSONNE', now())
                                        """)
                                .param("p", followed.patient().value())
                                .param("day", LocalDate.now(clock))
                                .update());
        assertThat(toast(post(here + "/" + stay + "/pps"))).contains("s’oppose au partage");
        // neither by hand nor by itself, and the page says why
        assertThat(waiting()).containsKey(stay);
        inDouai(() -> night.forStructure(cast.douai));
        assertThat(letters(stay)).isEmpty();
        assertThat(page(get(cast.claireCoordinator, here), 200).select("main").text())
                .contains("La personne s’oppose au partage");
    }

    @Test
    @Proves("REQ-DISCHARGE-10")
    void a_plan_leaves_by_itself_once_on_the_day_of_the_entry_and_a_setting_stops_it()
            throws Exception {
        var today = LocalDate.now(clock);
        // planned for another day: nothing leaves before it
        var planned = cast.newFollowed(cast.douai, 2, 30);
        plan(planned);
        var later = admitted(planned, "PROGRAMME", today.plusDays(5));
        assertThat(letters(later)).isEmpty();
        assertThat(waiting()).doesNotContainKey(later);
        // in hospital before the plan came into force: the night finds it, once
        var early = cast.newFollowed(cast.douai, 2, 30);
        var before = admitted(early, "NON_PROGRAMME", today.minusDays(2));
        assertThat(letters(before)).isEmpty();
        plan(early);
        for (int night = 0; night < 2; night++) inDouai(() -> this.night.forStructure(cast.douai));
        assertThat(letters(before)).containsExactly("STRUCTURE CH de Douai");
        assertThat(letters(later)).isEmpty();
        assertThat(
                        page(
                                        get(
                                                cast.claireCoordinator,
                                                "/dossiers/" + early.patient() + "/ligne-de-vie"),
                                        200)
                                .select("main")
                                .text())
                .contains(HospitalText.SENT);
        assertThat(cast.in(cast.douai, () -> trail.of(early.patient(), true, 20)))
                .anySatisfy(line -> {
                    assertThat(line.actor()).isEqualTo("Maillage");
                    assertThat(line.what()).isEqualTo("SEJOUR");
                });
        // old stays are left to the team
        var old = cast.newFollowed(cast.douai, 2, 60);
        admitted(old, "NON_PROGRAMME", today.minusDays(PlanLetters.DAYS + 1));
        plan(old);
        assertThat(waiting()).doesNotContainValue(old.patient());

        // the structure sends by hand
        setting("0");
        try {
            var byHand = cast.newFollowed(cast.douai, 2, 30);
            plan(byHand);
            var here = "/dossiers/" + byHand.patient() + "/sejours";
            var stay = admitted(byHand, "NON_PROGRAMME", today);
            inDouai(() -> night.forStructure(cast.douai));
            assertThat(letters(stay)).isEmpty();
            assertThat(toast(post(here + "/" + stay + "/pps"))).isEqualTo(HospitalText.PLAN_SENT);
            assertThat(letters(stay)).hasSize(1);
        } finally {
            cast.in(
                    cast.douai,
                    () ->
                            sql.sql("delete from network.setting where key = 'PLAN_TO_HOSPITAL'")
                                    .update());
        }
    }

    @Test
    void a_plan_that_fails_stops_no_other_and_leaves_the_next_night(CapturedOutput log)
            throws Exception {
        var stays = new HashSet<UUID>();
        var names = new HashSet<String>();
        for (int n = 0; n < 2; n++) {
            var followed = cast.newFollowed(cast.douai, 2, 30);
            stays.add(admitted(followed, "NON_PROGRAMME", LocalDate.now(clock).minusDays(1)));
            plan(followed);
            names.add(followed.patient().toString());
        }
        var first = waiting().keySet().stream().filter(stays::contains).findFirst().orElseThrow();
        var other = stays.stream().filter(stay -> !stay.equals(first)).findFirst().orElseThrow();
        asOwner(
                "alter table hospital.plan_sent add constraint fails check (stay_id <> '"
                        + first
                        + "') not valid");
        try {
            inDouai(() -> night.forStructure(cast.douai));
        } finally {
            asOwner("alter table hospital.plan_sent drop constraint fails");
        }
        assertThat(letters(first)).isEmpty();
        assertThat(letters(other)).hasSize(1);
        assertThat(log.getAll())
                .contains("plans to establishments", "DataIntegrityViolationException=1")
                .doesNotContain(first.toString())
                .doesNotContain(names.toArray(String[]::new));
        inDouai(() -> night.forStructure(cast.douai));
        assertThat(letters(first)).hasSize(1);
        assertThat(letters(other)).hasSize(1);
    }

    private void asOwner(String statement) throws SQLException {
        try (var connection = owner.connect();
                var one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    @Test
    @Proves({"REQ-DISCHARGE-04", "REQ-DISCHARGE-07"})
    void
            what_the_team_did_in_an_acute_situation_says_the_doctor_s_part_and_whether_a_stay_was_avoided()
                    throws Exception {
        var today = LocalDate.now(clock);
        var followed = cast.newFollowed(cast.douai, 2, 30);
        var here = "/dossiers/" + followed.patient() + "/situations-aigues";
        var empty = page(post(here, "happenedOn", today.plusDays(1).toString()), 422);
        assertThat(empty.select("p.error"))
                .extracting(org.jsoup.nodes.Element::text)
                .hasSize(7)
                .contains("Ce jour n’est pas encore venu.", "Dites ce que l’équipe a fait.");
        // in support of the attending doctor: their part is said, and why nobody reached them
        var refused =
                page(
                        acute(here, today.minusDays(9), "NON_JOINT", "DOMICILE", "doctorWords", ""),
                        422);
        assertThat(refused.select("#situation-doctorWords-error").text())
                .isEqualTo("Dites pourquoi il n’a pas été joint.");
        assertThat(refused.select("#situation-answer").text())
                .isEqualTo("Lit et oxygène le soir même");
        assertThat(
                        page(acute(here, today.minusDays(9), "SANS_MT", "DOMICILE"), 422)
                                .select("#situation-doctor-error")
                                .text())
                .contains("Un médecin traitant est déclaré");

        page(acute(here, today.minusDays(9), "DECIDE", "DOMICILE"), 302);
        page(acute(here, today.minusDays(2), "PREVENU", "DOMICILE"), 302);
        page(acute(here, today.minusDays(1), "PREVENU", "URGENCES"), 302);
        var shown = page(get(cast.claireCoordinator, here), 200);
        assertThat(shown.select(".mark").eachText())
                .containsSubsequence(
                        "Hospitalisation évitée à ce jour, à confirmer le "
                                + fr.maillage.kernel.FrenchDates.date(today.plusDays(6))
                                        .replace('\u00A0', ' '),
                        "Hospitalisation évitée : aucun séjour non programmé dans les 7 jours");
        assertThat(shown.select("main").text())
                .contains("Médecin traitant joint, il a décidé : « Gardez-la »", "SSIAD renforcé");
        // corrected, by one at a time
        var correct = shown.select("form[action^=" + here + "/]").last();
        assertThat(correct.select("input[name=_tag]").val()).isEqualTo("0");
        page(
                acute(
                        correct.attr("action"),
                        today.minusDays(9),
                        "PREVENU",
                        "DOMICILE",
                        "_tag",
                        "0"),
                302);
        var second =
                page(
                        acute(
                                correct.attr("action"),
                                today.minusDays(9),
                                "DECIDE",
                                "DOMICILE",
                                "_tag",
                                "0"),
                        409);
        assertThat(second.select("main").text()).contains("Lit et oxygène le soir même");
        // a stay within the seven days: it was not avoided after all
        admitted(followed, "NON_PROGRAMME", today.minusDays(4));
        assertThat(page(get(cast.claireCoordinator, here), 200).select(".mark.is-late").text())
                .contains("Hospitalisée ensuite");
        assertThat(
                        page(
                                        get(
                                                cast.claireCoordinator,
                                                "/dossiers/"
                                                        + followed.patient()
                                                        + "/ligne-de-vie"),
                                        200)
                                .select("main")
                                .text())
                .contains("Situation urgente");
        page(get(cast.calaisCoordinator, here), 404);
        assertThat(get(cast.sophieSecretary, here).getStatus()).isIn(403, 404);
        page(acute(here + "/" + UUID.randomUUID(), today, "PREVENU", "DOMICILE"), 404);
    }

    private MockHttpServletResponse acute(
            String path, LocalDate on, String doctor, String outcome, String... more)
            throws Exception {
        var pairs =
                new java.util.LinkedHashMap<String, String>(
                        java.util.Map.of(
                                "happenedOn", on.toString(),
                                "kind", "URGENTE",
                                "askedBy", "INFIRMIER",
                                "doctor", doctor,
                                "doctorWords", "« Gardez-la »",
                                "situation", "Essoufflée au lever",
                                "answer", "Lit et oxygène le soir même",
                                "means", "SSIAD",
                                "stayFeared", "on",
                                "outcome", outcome));
        for (int i = 0; i < more.length; i += 2) pairs.put(more[i], more[i + 1]);
        return post(
                path,
                pairs.entrySet().stream()
                        .flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue()))
                        .toArray(String[]::new));
    }

    private UUID admitted(Followed followed, String kind, LocalDate on) throws Exception {
        var here = "/dossiers/" + followed.patient() + "/sejours";
        page(post(here, "kind", kind, "hospital", "CH de Douai", "admittedOn", on.toString()), 302);
        return cast.in(
                cast.douai,
                () ->
                        sql.sql("select id from casefile.stay where patient_id = :p")
                                .param("p", followed.patient().value())
                                .query((row, _) -> row.getObject(1, UUID.class))
                                .single());
    }

    private java.util.List<String> letters(UUID stay) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "select recipient_kind || ' ' || recipient_name from correspondence.outgoing_message where about_id = :stay")
                                .param("stay", stay)
                                .query((row, _) -> row.getString(1))
                                .list());
    }

    private void setting(String value) {
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "insert into network.setting (key, level, value, changed_at) values ('PLAN_TO_HOSPITAL', -1, :value, now())")
                                .param("value", value)
                                .update());
    }

    private java.util.Map<UUID, fr.maillage.kernel.PatientId> waiting() {
        return Tenancy.of(cast.douai).call(letters::waiting);
    }

    /// As the night does: the structure's context, nobody signed in.
    private void inDouai(Runnable work) {
        Tenancy.of(cast.douai).run(work::run);
    }

    @Test
    @Proves("REQ-DISCHARGE-09")
    void the_structure_has_its_own_list_and_open_ones_do_not_change() throws Exception {
        var model = "/reglages/retour-a-domicile";
        var followed = cast.newFollowed(cast.calais, 2, 30);
        var here = "/dossiers/" + followed.patient() + "/sejours";
        var who = cast.calaisCoordinator;
        page(
                post(
                        who,
                        here,
                        "kind",
                        "PROGRAMME",
                        "hospital",
                        "CH",
                        "admittedOn",
                        LocalDate.now(clock).toString()),
                302);
        var stay = stay(page(get(who, here), 200));
        page(post(who, model, "label-0", "x".repeat(201)), 422);
        page(
                post(
                        who,
                        model,
                        "label-0",
                        "Chien gardé",
                        "moment-0",
                        "ENTREE",
                        "label-3",
                        "Volets"),
                422);
        page(
                post(
                        who,
                        model,
                        "label-0",
                        "Chien gardé",
                        "moment-0",
                        "ENTREE",
                        "label-3",
                        "Volets",
                        "moment-3",
                        "RETOUR"),
                302);
        assertThat(page(get(who, model), 200).select("input[name^=label-]").eachAttr("value"))
                .startsWith("Chien gardé", "Volets");
        assertThat(
                        page(get(who, model), 200)
                                .select("select[name^=moment-] option[selected]")
                                .eachAttr("value"))
                .startsWith("ENTREE", "RETOUR");
        assertThat(page(get(who, here + "/" + stay + "/preparation"), 200).select(".return-line"))
                .hasSize(16);
        // emptied: the list proposed is back
        page(post(who, model, "label-0", ""), 302);
        assertThat(page(get(who, model), 200).select("input[name=label-8]").val())
                .isEqualTo("Aides à domicile en place");
    }

    @Test
    void a_sheet_is_one_page_and_its_code_opens_it_after_sign_in_to_who_may_read()
            throws Exception {
        var followed = cast.newFollowed(cast.douai, 3, 30);
        var here = "/dossiers/" + followed.patient() + "/urgence";
        plan(followed);
        crisis(followed, "Sous anticoagulant.", "Fermer le gaz.");
        var shown = page(get(cast.claireCoordinator, here), 200).select(".sheet").text();
        assertThat(shown)
                .contains("INS non qualifiée", "12/04/1942", "Dr Anne MOREL", "03 27 00 00 02")
                .contains("Fermer le gaz.", "Sous anticoagulant.", "Pénicilline", "au 2 mai 2026")
                .contains(
                        "on ne sait pas, à demander", "Personne de confiance", "Marcher sans aide");

        var paper = print(cast.claireCoordinator, here);
        PaperCheck.assertArchiveReadAloud(paper);
        assertThat(EmergencyPapers.pagesOf(paper)).isEqualTo(1);
        assertThat(text(paper))
                .contains("Fiche faite le", "Claire DUMONT", "Fermer le gaz.", "Pénicilline")
                .doesNotContain("suite dans le dossier");
        var code = decode(paper);
        var path = code.replaceFirst("https?://[^/]+", "");
        assertThat(path)
                .as("an address, and nothing of the person")
                .matches("/fiche/[A-Za-z0-9_-]{24}");
        assertThat(cast.in(cast.douai, () -> trail.of(followed.patient(), true, 3)))
                .extracting(Trail.Line::action, Trail.Line::what)
                .contains(org.assertj.core.groups.Tuple.tuple("PRINT", "FICHE_URGENCES"));

        // followed by nobody signed in: the sign-in page
        var anonymous = mvc.perform(MockMvcRequestBuilders.get(path)).andReturn().getResponse();
        assertThat(anonymous.getStatus()).isEqualTo(302);
        assertThat(anonymous.getRedirectedUrl()).contains("/connexion");
        // by who may read: the sheet; another structure, another professional, a code made up:
        // nothing
        var opened = get(cast.karimCoordinator, path);
        assertThat(opened.getRedirectedUrl()).isEqualTo(here);
        assertThat(get(cast.drMorel, path).getRedirectedUrl()).isEqualTo(here);
        assertThat(page(get(cast.drMorel, here), 200).select("form[action$=pdf]")).isEmpty();
        page(get(cast.calaisCoordinator, path), 404);
        page(get(cast.karimCoordinator, "/fiche/" + "A".repeat(24)), 404);
        page(get(cast.nurseLucie, here), 404);
        page(get(cast.sophieSecretary, here), 404);
        assertThat(get(cast.agencyOfficer, path).getStatus()).isIn(403, 404);

        // out of date
        cast.in(
                cast.douai,
                () ->
                        sql.sql("update hospital.sheet set expires_on = :day where patient_id = :p")
                                .param("day", LocalDate.now(clock).minusDays(1))
                                .param("p", followed.patient().value())
                                .update());
        page(get(cast.karimCoordinator, path), 404);
        // taken back
        var second = decode(print(cast.claireCoordinator, here)).replaceFirst("https?://[^/]+", "");
        assertThat(get(cast.karimCoordinator, second).getStatus()).isEqualTo(302);
        var revoke =
                page(get(cast.claireCoordinator, here), 200)
                        .select("form[action$=/revoquer]")
                        .attr("action");
        page(post(cast.calaisCoordinator, revoke), 404);
        page(
                post(
                        revoke.replaceFirst(
                                "[0-9a-f-]{36}/revoquer", UUID.randomUUID() + "/revoquer")),
                404);
        page(post(revoke), 302);
        page(get(cast.karimCoordinator, second), 404);
        assertThat(page(get(cast.claireCoordinator, here), 200).select("main").text())
                .contains("code repris", "code échu");
    }

    @Test
    void a_file_too_full_still_fits_one_page_and_says_what_it_leaves_out() throws Exception {
        var followed = cast.newFollowed(cast.douai, 3, 30);
        plan(followed);
        crisis(
                followed,
                "Surveiller la respiration. ".repeat(140),
                "Appeler sa fille d’abord.\n".repeat(80));
        cast.in(
                cast.douai,
                () -> {
                    for (int i = 0; i < 12; i++)
                        sql.sql(
                                        """
                                        insert into casefile.care_team (patient_id, kind, actor_group, role, name, relation, phone, since)
                                        values (:p, 'PROCHE', 'PROCHE', 'PERSONNE_A_PREVENIR', :name, 'cousine', '0327000099', '2026-01-01')
                                        """)
                                .param("p", followed.patient().value())
                                .param(
                                        "name",
                                        ("Marie-" + i + " de la Très Longue Maison ").repeat(4))
                                .update();
                    return null;
                });
        var paper = print(cast.claireCoordinator, "/dossiers/" + followed.patient() + "/urgence");
        assertThat(EmergencyPapers.pagesOf(paper)).isEqualTo(1);
        assertThat(text(paper)).contains("suite dans le dossier", "Fiche faite le", "Pénicilline");
    }

    private MockHttpServletResponse expect(String here, UUID stay, LocalDate day, String why)
            throws Exception {
        return post(
                here + "/" + stay + "/sortie-prevue",
                "version",
                "0",
                "expectedOn-" + stay,
                day.toString(),
                "why-" + stay,
                why);
    }

    private void plan(Followed followed) {
        var pps = UUID.randomUUID();
        cast.in(
                cast.douai,
                () -> {
                    sql.sql(
                                    """
                                    insert into careplan.pps (id, patient_id, support_id, number, status, created_at, created_by, life_project)
                                    values (:pps, :patient, :support, 1, 'BROUILLON', '2026-05-01', 'Claire DUMONT', 'Rentrer chez moi.')
                                    """)
                            .param("pps", pps)
                            .param("patient", followed.patient().value())
                            .param("support", followed.support())
                            .update();
                    sql.sql(
                                    "insert into careplan.goal (pps_id, goal_id, domain, kind, title, result) values (:pps, gen_random_uuid(), 'MEDICAL', 'QUALITATIF', 'Marcher sans aide', 'EN_COURS')")
                            .param("pps", pps)
                            .update();
                    sql.sql(
                                    """
                                    insert into careplan.intervention (pps_id, intervention_id, patient_id, volet, type, title, starts_on, ends_on, every_n, every_unit)
                                    values (:pps, gen_random_uuid(), :patient, 'SOINS', 'PRESCRIPTION_NON_MEDICAMENTEUSE', 'Kinésithérapie', '2026-05-01', '2026-12-31', 1, 'SEMAINE')
                                    """)
                            .param("pps", pps)
                            .param("patient", followed.patient().value())
                            .update();
                    return sql.sql(
                                    "update careplan.pps set status = 'EN_VIGUEUR', submitted_at = '2026-05-02', in_force_at = '2026-05-02', in_force_why = 'AVIS', opinion = 'VALIDE', reassess_on = '2027-01-01' where id = :pps")
                            .param("pps", pps)
                            .update();
                });
    }

    private void crisis(Followed followed, String medical, String actions) {
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        insert into casefile.crisis_plan (patient_id, actions, medical, allergies, allergies_on, allergies_from, treatments, habits, written_by, written_at)
                                        values (:p, :actions, :medical, 'Pénicilline', '2026-05-02', 'Dr Morel', 'Apixaban 5 mg', 'Parler face à elle.', 'Claire DUMONT', now())
                                        """)
                                .param("p", followed.patient().value())
                                .param("actions", actions)
                                .param("medical", medical)
                                .update());
    }

    private byte[] print(SignedIn who, String here) throws Exception {
        var answer =
                mvc.perform(
                                MockMvcRequestBuilders.post(here + "/fiche.pdf")
                                        .with(user(who))
                                        .with(csrf()))
                        .andReturn()
                        .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
        return answer.getContentAsByteArray();
    }

    private static String text(byte[] paper) throws Exception {
        try (var document = Loader.loadPDF(paper)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    /// What the code printed on the paper says.
    private static String decode(byte[] paper) throws Exception {
        try (var document = Loader.loadPDF(paper)) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 200);
            var pixels =
                    page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            return new QRCodeReader()
                    .decode(
                            new BinaryBitmap(
                                    new HybridBinarizer(
                                            new RGBLuminanceSource(
                                                    page.getWidth(), page.getHeight(), pixels))))
                    .getText();
        }
    }

    private static UUID stay(Document page) {
        return Arrays.stream(page.select("form[action$=/retour]").attr("action").split("/"))
                .filter(part -> part.length() == 36)
                .skip(1)
                .map(UUID::fromString)
                .findFirst()
                .orElseThrow();
    }

    private static String toast(MockHttpServletResponse answer) {
        return String.valueOf(answer.getHeader("X-Toast"));
    }

    private MockHttpServletResponse get(SignedIn who, String path) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.get(path).with(user(who)))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse post(String path, String... pairs) throws Exception {
        return post(cast.claireCoordinator, path, pairs);
    }

    private MockHttpServletResponse post(SignedIn who, String path, String... pairs)
            throws Exception {
        var request = MockMvcRequestBuilders.post(path);
        for (int i = 0; i < pairs.length; i += 2) request.param(pairs[i], pairs[i + 1]);
        var result = mvc.perform(request.with(user(who)).with(csrf())).andReturn();
        var toast = result.getFlashMap().get("toast");
        if (toast != null) result.getResponse().setHeader("X-Toast", toast.toString());
        return result.getResponse();
    }

    private static Document page(MockHttpServletResponse answer, int status) throws Exception {
        var body = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(answer.getStatus()).as(() -> Jsoup.parse(body).text()).isEqualTo(status);
        return Jsoup.parse(body);
    }
}
