package fr.maillage.followup.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.maillage.access.SignedIn;
import fr.maillage.agenda.AppointmentKept;
import fr.maillage.agenda.AppointmentNotKept;
import fr.maillage.assessment.EvaluationCompleted;
import fr.maillage.casefile.ReturnedHome;
import fr.maillage.followup.internal.Plans.Asked;
import fr.maillage.intake.HandoverChanged;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast.Followed;
import fr.maillage.testing.TestWorld.Cast;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// What comes in is proposed for the act it may have fulfilled; somebody confirms, refuses, takes
/// back.
@IntegrationTest
class MatchingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 2);

    @Autowired MockMvc mvc;

    @Autowired Cast cast;

    @Autowired JdbcClient sql;

    @Autowired Occurrences occurrences;

    @Autowired MovableClock clock;

    @Autowired ApplicationEventPublisher events;

    @BeforeEach
    @AfterEach
    void tuesday2June() {
        clock.reset();
        SecurityContextHolder.clearContext();
    }

    private Plans plans() {
        return new Plans(cast, sql, occurrences, clock);
    }

    private Followed planned(Asked... acts) {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        plans().next(cast.douai, odette.patient(), odette.support(), List.of(acts));
        return odette;
    }

    private static Asked cardiology() {
        return Asked.once(
                "Consultation de cardiologie",
                "CONSULTATION",
                "Dr Yves LAMBERT",
                DAY.minusDays(3),
                10,
                7);
    }

    @Test
    @Proves("REQ-FOLLOWUP-01")
    void
            a_document_that_comes_in_is_proposed_confirmed_by_one_key_taken_back_and_tells_when_removed()
                    throws Exception {
        var odette =
                planned(
                        cardiology(),
                        Asked.once(
                                "Pansement",
                                "PRESCRIPTION_NON_MEDICAMENTEUSE",
                                "Lucie PETIT",
                                DAY,
                                3,
                                3));
        var at = file(odette, "Compte rendu du cardiologue", "Dr LAMBERT");

        var panel =
                page(cast.claireCoordinator, at, "Document ajouté.").selectFirst("section.matched");
        assertThat(panel).as("right after the act").isNotNull();
        assertThat(Objects.requireNonNull(panel).select("button").eachText())
                .containsExactly("1 Consultation de cardiologie", "0 Aucun");
        assertThat(page(cast.claireCoordinator, at).select("section.matched")).isEmpty();
        assertThat(page(cast.claireCoordinator, "/journee").text())
                .containsPattern("événements? à rapprocher");

        var line = waiting(odette);
        assertThat(line.text())
                .contains(
                        "Document reçu",
                        "même auteur",
                        "sera noté fait le 2 juin 2026 par Dr Yves LAMBERT");
        var first = Objects.requireNonNull(line.selectFirst("button.btn-primary"));
        assertThat(first.attr("data-key")).isEqualTo("1");
        assertThat(acts(odette))
                .as("never by itself")
                .contains("Consultation de cardiologie 2026-05-30 PREVU");

        var confirmed = send(cast.claireCoordinator, action(line), "acte", first.attr("value"));
        assertThat(confirmed.getResponse().getStatus()).isEqualTo(302);
        assertThat(fulfilled(odette))
                .containsExactly(
                        "FAIT 2026-06-02 Dr Yves LAMBERT Claire DUMONT DOCUMENT Claire DUMONT en cours");
        assertThat(
                        send(cast.karimCoordinator, action(line), "acte", first.attr("value"))
                                .getResponse()
                                .getStatus())
                .as("answered first by Claire")
                .isEqualTo(422);

        send(cast.claireCoordinator, action(line) + "/annuler");
        assertThat(acts(odette)).contains("Consultation de cardiologie 2026-05-30 PREVU");
        assertThat(fulfilled(odette)).singleElement().asString().endsWith("annulé");
        send(cast.claireCoordinator, action(waiting(odette)), "acte", first.attr("value"));

        var document = one(odette, "select id from documents.document where patient_id = :p");
        send(
                cast.claireCoordinator,
                "/documents/" + document + "/retirer",
                "why",
                "Mauvaise personne",
                "version",
                "0");
        assertThat(tasks(odette))
                .as("somebody looks again, the act stays as it was said")
                .singleElement()
                .asString()
                .contains("Vérifier si «\u00A0Consultation de cardiologie\u00A0»", "a été retiré");
        assertThat(
                        page(
                                        cast.claireCoordinator,
                                        "/dossiers/" + odette.patient() + "/suivi?etat=fait")
                                .text())
                .contains("ce qui le montrait a été retiré depuis");
    }

    @Test
    void
            what_answers_nothing_planned_is_never_proposed_again_and_an_act_marked_meanwhile_is_not_either()
                    throws Exception {
        var odette = planned(cardiology());
        call(odette, "Cabinet du Dr Lambert", "Compte rendu de cardiologie dicté ce matin");
        var line = waiting(odette);
        assertThat(line.text()).contains("Échange noté");
        send(cast.claireCoordinator, action(line), "acte", "aucun");
        assertThat(waits(odette)).isFalse();
        var contact =
                one(
                        odette,
                        "select contact_id from followup.contact_patient where patient_id = :p");
        cast.in(
                cast.douai,
                () -> {
                    incoming.contact(contact);
                    return null;
                });
        assertThat(waits(odette)).as("delivered again").isFalse();
        send(cast.claireCoordinator, action(line) + "/annuler");
        assertThat(waits(odette)).as("refused by mistake").isTrue();

        var act =
                plans().act(
                                cast.douai,
                                odette.patient(),
                                "Consultation de cardiologie",
                                DAY.minusDays(3));
        send(
                cast.claireCoordinator,
                "/dossiers/" + odette.patient() + "/suivi/" + act + "/fait",
                "jour",
                "2026-06-01");
        assertThat(waits(odette)).as("marked by hand").isFalse();
        assertThat(
                        send(cast.claireCoordinator, action(line), "acte", act.toString())
                                .getResponse()
                                .getContentAsString(StandardCharsets.UTF_8))
                .contains("Cet acte n’attend plus");
    }

    @Autowired fr.maillage.followup.internal.matching.Incoming incoming;

    @Test
    @Proves("REQ-TEAM-11")
    void nobody_of_the_team_is_written_as_having_cared_when_the_plan_names_nobody()
            throws Exception {
        var odette = planned(Asked.once("Bilan à domicile", "EVALUATION", null, DAY, 5, 5));
        kept(odette, "Bilan");
        var line = waiting(odette);
        var act = Objects.requireNonNull(line.selectFirst("button[data-key=1]")).attr("value");
        var refused = send(cast.claireCoordinator, action(line), "acte", act);
        assertThat(refused.getResponse().getStatus()).isEqualTo(422);
        assertThat(refused.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("Dites qui l’a réalisé");
        assertThat(
                        send(
                                        cast.claireCoordinator,
                                        action(line),
                                        "acte",
                                        act,
                                        "par",
                                        "Claire DUMONT")
                                .getResponse()
                                .getStatus())
                .isEqualTo(422);
        assertThat(
                        send(
                                        cast.claireCoordinator,
                                        action(line),
                                        "acte",
                                        act,
                                        "par",
                                        "Mme Garcia, ergothérapeute")
                                .getResponse()
                                .getStatus())
                .isEqualTo(302);
        assertThat(fulfilled(odette))
                .containsExactly(
                        "FAIT 2026-06-02 Mme Garcia, ergothérapeute Claire DUMONT VISITE Claire DUMONT en cours");
    }

    @Test
    void a_stay_an_evaluation_a_visit_and_a_hand_over_come_in_too_and_what_was_not_kept_goes() {
        var odette =
                planned(
                        Asked.once(
                                "Hospitalisation de jour",
                                "HOSPITALISATION",
                                "CH de Douai",
                                DAY,
                                5,
                                5),
                        Asked.once(
                                "Évaluation gériatrique", "EVALUATION", "Claire DUMONT", DAY, 5, 5),
                        Asked.once("Signalement à la MAIA", "SIGNALEMENT", "MAIA", DAY, 5, 5));
        var stay = UUID.randomUUID();
        var handover = UUID.randomUUID();
        var response = UUID.randomUUID();
        var visit = kept(odette, "Évaluation");
        signIn(cast.claireCoordinator);
        cast.as(
                cast.claireCoordinator,
                () -> {
                    sql.sql(
                                    "insert into casefile.stay (id, patient_id, kind, hospital, admitted_on, discharged_on) values (:id, :p, 'PROGRAMME', 'CH de Douai', '2026-06-01', '2026-06-02')")
                            .param("id", stay)
                            .param("p", odette.patient().value())
                            .update();
                    sql.sql(
                                    "insert into intake.handover (id, patient_id, to_kind, to_name, content, patient_agreed, sent_at, acknowledged_at, acknowledged_by) values (:id, :p, 'MAIA', 'MAIA du Douaisis', 'x', true, :now, :now, 'M')")
                            .param("id", handover)
                            .param("p", odette.patient().value())
                            .param("now", Timestamp.from(clock.instant()))
                            .update();
                    sql.sql(
                                    "insert into assessment.response (id, patient_id, questionnaire_url, questionnaire_version, questionnaire_code, title, status, on_date, author_name, saved_at, completed_at) select :id, :p, url, version, code, 'Évaluation gériatrique', 'TERMINEE', '2026-06-02', 'Claire DUMONT', :now, :now from assessment.questionnaire limit 1")
                            .param("id", response)
                            .param("p", odette.patient().value())
                            .param("now", Timestamp.from(clock.instant()))
                            .update();
                    events.publishEvent(
                            new ReturnedHome(cast.douai, stay, odette.patient(), clock.instant()));
                    events.publishEvent(
                            new HandoverChanged(
                                    cast.douai, handover, odette.patient(), clock.instant()));
                    events.publishEvent(
                            new EvaluationCompleted(
                                    cast.douai, response, odette.patient(), clock.instant()));
                    return null;
                });
        assertThat(kinds(odette)).containsExactly("EVALUATION", "RELAIS", "SEJOUR", "VISITE");
        cast.as(
                cast.claireCoordinator,
                () -> {
                    events.publishEvent(
                            new AppointmentNotKept(cast.douai, visit, odette.patient()));
                    return null;
                });
        assertThat(kinds(odette)).containsExactly("EVALUATION", "RELAIS", "SEJOUR");
    }

    @Test
    @Proves("REQ-RIGHTS-04")
    void a_secretary_a_director_and_another_structure_match_nothing() throws Exception {
        var odette = planned(cardiology());
        file(odette, "Compte rendu du cardiologue", "Dr LAMBERT");
        var line = waiting(odette);
        var act = Objects.requireNonNull(line.selectFirst("button[data-key=1]")).attr("value");
        for (var who : List.of(cast.sophieSecretary, cast.helenHead))
            assertThat(send(who, action(line), "acte", act).getResponse().getStatus())
                    .isEqualTo(404);
        assertThat(
                        send(cast.calaisCoordinator, action(line), "acte", act)
                                .getResponse()
                                .getStatus())
                .isEqualTo(404);
        assertThat(page(cast.calaisCoordinator, "/rapprochements?tous=1").text())
                .doesNotContain("cardiologie");
        assertThat(acts(odette)).containsExactly("Consultation de cardiologie 2026-05-30 PREVU");
    }

    // ── gestures ──

    private String file(Followed person, String title, String source) throws Exception {
        var request = multipart("/dossiers/" + person.patient() + "/documents");
        var done =
                mvc.perform(
                                request.file(
                                                new MockMultipartFile(
                                                        "file",
                                                        "cr.pdf",
                                                        "application/pdf",
                                                        ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n% "
                                                                        + UUID.randomUUID()
                                                                        + "\ntrailer<</Root 1 0 R>>\n%%EOF")
                                                                .getBytes(
                                                                        StandardCharsets
                                                                                .ISO_8859_1)))
                                        .param("type", "COMPTE_RENDU")
                                        .param("title", title)
                                        .param("source", source)
                                        .param("dated", "2026-06-02")
                                        .with(user(cast.claireCoordinator))
                                        .with(csrf()))
                        .andReturn();
        assertThat(done.getResponse().getStatus()).isEqualTo(302);
        return "/dossiers/" + person.patient() + "/documents";
    }

    private void call(Followed person, String who, String note) throws Exception {
        assertThat(
                        send(
                                        cast.claireCoordinator,
                                        "/contacts",
                                        "who",
                                        who,
                                        "person",
                                        person.patient().toString(),
                                        "settled",
                                        "1",
                                        "reached",
                                        "JOINT",
                                        "note",
                                        note)
                                .getResponse()
                                .getStatus())
                .isEqualTo(302);
    }

    private UUID kept(Followed person, String title) {
        var id = UUID.randomUUID();
        signIn(cast.claireCoordinator);
        cast.as(
                cast.claireCoordinator,
                () -> {
                    sql.sql(
                                    """
                                    insert into agenda.appointment (id, kind, patient_id, member_id, starts_at, ends_at, title, outcome)
                                    values (:id, 'VISITE', :p, :m, :at, :end, :title, 'HONORE')
                                    """)
                            .param("id", id)
                            .param("p", person.patient().value())
                            .param("m", cast.claireCoordinator.memberId())
                            .param("at", Timestamp.from(clock.instant().minusSeconds(3600)))
                            .param("end", Timestamp.from(clock.instant()))
                            .param("title", title)
                            .update();
                    events.publishEvent(
                            new AppointmentKept(cast.douai, id, person.patient(), clock.instant()));
                    return null;
                });
        return id;
    }

    private Element waiting(Followed person) throws Exception {
        return Objects.requireNonNull(find(person), "nothing waits");
    }

    private boolean waits(Followed person) throws Exception {
        return find(person) != null;
    }

    private org.jsoup.nodes.@org.jspecify.annotations.Nullable Element find(Followed person)
            throws Exception {
        var mine =
                cast.in(
                        cast.douai,
                        () ->
                                sql.sql("select id from followup.to_match where patient_id = :p")
                                        .param("p", person.patient().value())
                                        .query((row, _) -> row.getString(1))
                                        .list());
        if (mine.isEmpty()) return null;
        // the tests share the structure: what waits elsewhere is answered first
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "update followup.incoming set refused_at = at where patient_id <> :p and refused_at is null")
                                .param("p", person.patient().value())
                                .update());
        return page(cast.claireCoordinator, "/rapprochements").selectFirst("#e-" + mine.getFirst());
    }

    private static String action(Element line) {
        return Objects.requireNonNull(line.selectFirst("form")).attr("action");
    }

    private List<String> acts(Followed person) {
        return plans().acts(cast.douai, person.patient());
    }

    private List<String> fulfilled(Followed person) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        select concat_ws(' ', o.status, o.done_on, o.done_by, o.marked_by, f.event_kind, f.said_by,
                                               case when f.undone_at is null then 'en cours' else 'annulé' end)
                                          from followup.fulfilment f join followup.occurrence o on o.id = f.occurrence_id where o.patient_id = :p
                                        """)
                                .param("p", person.patient().value())
                                .query((row, _) -> row.getString(1))
                                .list());
    }

    private List<String> kinds(Followed person) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "select kind from followup.to_match where patient_id = :p order by kind")
                                .param("p", person.patient().value())
                                .query((row, _) -> row.getString(1))
                                .list());
    }

    private List<String> tasks(Followed person) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql("select title from followup.task where patient_id = :p")
                                .param("p", person.patient().value())
                                .query((row, _) -> row.getString(1))
                                .list());
    }

    private UUID one(Followed person, String statement) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql(statement)
                                .param("p", person.patient().value())
                                .query((row, _) -> row.getObject(1, UUID.class))
                                .single());
    }

    private MvcResult send(SignedIn who, String at, String... params) throws Exception {
        var request = post(at).with(user(who)).with(csrf());
        for (int k = 0; k < params.length; k += 2) request.param(params[k], params[k + 1]);
        return mvc.perform(request).andReturn();
    }

    private Document page(SignedIn who, String at) throws Exception {
        return page(who, get(at));
    }

    /// The page that follows an act, with what it says once.
    private Document page(SignedIn who, String at, String toast) throws Exception {
        return page(who, get(at).flashAttr("toast", toast));
    }

    private Document page(SignedIn who, MockHttpServletRequestBuilder asked) throws Exception {
        return Jsoup.parse(
                mvc.perform(asked.with(user(who)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8));
    }

    private static void signIn(SignedIn who) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(
                                who, null, who.getAuthorities()));
    }
}
