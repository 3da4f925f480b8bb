package fr.maillage.visit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.TestWorld.Cast.Followed;
import fr.maillage.testing.TestWorld.Cast;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The server's side of a visit without a network: what is taken along, to whom it is given, and
/// how what comes back is received by the rules, once.
@IntegrationTest
class VisitTest {

    private static final List<String> SEGA =
            List.of(
                    "sega.age",
                    "sega.provenance",
                    "sega.medicaments",
                    "sega.humeur",
                    "sega.sante-percue",
                    "sega.chute",
                    "sega.nutrition",
                    "sega.maladies",
                    "sega.aivq",
                    "sega.mobilite",
                    "sega.continence",
                    "sega.repas",
                    "sega.cognition");

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired JdbcClient sql;
    @Autowired MovableClock clock;
    @Autowired JsonMapper json;
    @Autowired OldVisits oldVisits;

    @BeforeEach
    void tuesday() {
        clock.reset();
    }

    @Test
    void a_visit_takes_along_what_is_shown_and_nothing_of_a_restricted_concern() throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        var act = act(odette, "Pose des bas de contention");
        cast.as(
                cast.claireCoordinator,
                () ->
                        sql.sql(
                                        """
                                        insert into casefile.concern (patient_id, nature, facts, concerned, since, decided, author_name, written_at, review_on)
                                        values (:p, 'NEGLIGENCE', 'Frigo vide, bleus', 'sa nièce', 'avril', 'en parler', 'Claire', :now, '2026-06-20')
                                        """)
                                .param("p", odette.patient().value())
                                .param("now", Timestamp.from(clock.instant()))
                                .update());
        var appointment = appointment(odette);
        var form = page("/dossiers/" + odette.patient() + "/visites/nouvelle");
        assertThat(form.select("input[name=appointment][value=" + appointment + "][checked]"))
                .hasSize(1);
        var visit = prepare(odette, appointment, "sega-a");
        var sheet = page("/visites/" + visit);
        assertThat(sheet.select("main").text())
                .contains("15", "112", "03 27 00 00 01", "Dr Anne MOREL", "4e étage, code 12B")
                .contains("Pose des bas de contention", "SEGA", "Imprimer la feuille papier");
        var bundle = bundle(visit);
        assertThat(bundle.select("form[data-key=acte-" + act + "]")).hasSize(1);
        assertThat(bundle.select("template[data-form] form").size()).isEqualTo(1);
        assertThat(bundle.outerHtml())
                .contains("DURAND", "r.sega.chute", "Pose des bas")
                .doesNotContainIgnoringCase("préoccupation")
                .doesNotContain("Frigo", "bleus", "nièce");
        // a second preparation proposes how to get there
        assertThat(
                        page("/dossiers/" + odette.patient() + "/visites/nouvelle")
                                .select("#directions")
                                .text())
                .isEqualTo("4e étage, code 12B");
        assertThat(
                        texts(
                                "select action from access.trail where patient_id = :p and what = 'VISITE HORS CONNEXION' order by at, id",
                                odette))
                .contains("CREATE", "EXPORT");
    }

    @Test
    void the_key_is_its_author_s_alone_and_forgotten_when_the_visit_is_over() throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        var visit = prepare(odette, "", "sega-a");
        var key = key(visit);
        assertThat(java.util.Base64.getDecoder().decode(key)).hasSize(32);
        assertThat(key(visit)).isEqualTo(key);
        assertThat(key(prepare(odette, "", "sega-a"))).isNotEqualTo(key);
        assertThat(
                        cast.in(
                                cast.douai,
                                () ->
                                        sql.sql("select sealed_key from visit.visit where id = :id")
                                                .param("id", visit)
                                                .query((row, _) ->
                                                        new String(
                                                                row.getBytes(1),
                                                                StandardCharsets.ISO_8859_1))
                                                .single()))
                .doesNotContain(key);
        for (var other :
                List.of(
                        cast.karimCoordinator,
                        cast.calaisCoordinator,
                        cast.sophieSecretary,
                        cast.drMorel)) {
            for (var path : List.of("", "/colis"))
                mvc.perform(get("/visites/" + visit + path).with(user(other)))
                        .andExpect(status().isNotFound());
            mvc.perform(post("/visites/" + visit + "/cle").with(csrf()).with(user(other)))
                    .andExpect(status().isNotFound());
            send(other, visit, issue("HONORE", "")).andExpect(status().isNotFound());
        }
        mvc.perform(get("/visites/" + UUID.randomUUID()).with(user(cast.claireCoordinator)))
                .andExpect(status().isNotFound());
        mvc.perform(
                        post("/visites/" + visit + "/fin")
                                .with(csrf())
                                .with(user(cast.claireCoordinator)))
                .andExpect(status().isNoContent());
        mvc.perform(
                        post("/visites/" + visit + "/cle")
                                .with(csrf())
                                .with(user(cast.claireCoordinator)))
                .andExpect(status().isNotFound());
        assertThat(said(visit, issue("HONORE", ""))).startsWith("REFUSED Cette visite est déjà");
        // what nobody ended is forgotten after thirty days
        var old = prepare(odette, "", "sega-a");
        clock.move(Duration.ofDays(31));
        cast.in(
                cast.douai,
                () -> {
                    oldVisits.forStructure(cast.douai);
                    return null;
                });
        mvc.perform(
                        post("/visites/" + old + "/cle")
                                .with(csrf())
                                .with(user(cast.claireCoordinator)))
                .andExpect(status().isNotFound());
    }

    @Test
    void an_entry_is_received_once_by_the_rules_and_says_when_it_was_typed() throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        var appointment = appointment(odette);
        var visit = prepare(odette, appointment, "sega-a");
        clock.move(Duration.ofHours(5));
        assertThat(said(visit, issue("", "Tout va bien")))
                .isEqualTo("REFUSED Dites si la visite a eu lieu.");
        assertThat(said(visit, issue("ABSENTE", "")))
                .contains("pourquoi la visite n’a pas eu lieu");
        var entry = issue("HONORE", "Marche mieux");
        assertThat(said(visit, entry)).isEqualTo("ACCEPTED Visite : a eu lieu.");
        assertThat(said(visit, entry)).isEqualTo("ACCEPTED Visite : a eu lieu.");
        assertThat(
                        texts(
                                "select title from patient.timeline_entry where patient_id = :p and kind = 'VISITE'",
                                odette))
                .containsExactly("Visite à domicile, a eu lieu");
        // typed two hours before it was sent, whatever the clock of the telephone says
        assertThat(
                        texts(
                                "select what from access.trail where patient_id = :p and what like 'VISITE, saisi%'",
                                odette))
                .containsExactly(
                        "VISITE, saisi hors connexion le 2 juin 2026 à 11:30, reçu le 2 juin 2026 à 13:30");

        var contact = entry("CONTACT", Map.of("who", "Sa fille", "note", "Inquiète"));
        assertThat(said(visit, contact)).isEqualTo("ACCEPTED Contact enregistré.");
        assertThat(said(visit, contact)).isEqualTo("ACCEPTED Contact enregistré.");
        contact.put("fields", Map.of("who", List.of("Sa fille"), "note", List.of("Rassurée")));
        assertThat(said(visit, contact)).contains("REFUSED Ce contact a déjà été enregistré");
        assertThat(said(visit, entry("CONTACT", Map.of("note", "Qui ?")))).startsWith("REFUSED");
        assertThat(
                        texts(
                                "select channel || ' ' || who from followup.contact_about where patient_id = :p",
                                odette))
                .containsExactly("VISITE Sa fille");

        mvc.perform(
                        post("/visites/" + visit + "/fin?envoyee=1")
                                .with(csrf())
                                .with(user(cast.claireCoordinator)))
                .andExpect(status().isNoContent());
        assertThat(
                        texts(
                                "select title from patient.timeline_entry where patient_id = :p and kind = 'VISITE' order by at, id",
                                odette))
                .contains("2 saisies de visite hors connexion reçues");
        assertThat(page("/visites/" + visit).text().replace('\u00a0', ' '))
                .contains(
                        "Cette visite est terminée", "saisi hors connexion le 2 juin 2026 à 11:30");
        // the draft nobody wrote in went with the visit
        assertThat(texts("select status from assessment.response where patient_id = :p", odette))
                .containsExactly("ANNULEE");
    }

    @Test
    void what_a_colleague_said_first_is_shown_and_never_written_over_unseen() throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        var act = act(odette, "Kinésithérapie");
        var appointment = appointment(odette);
        var visit = prepare(odette, appointment, "sega-a");
        mvc.perform(
                        post("/agenda/" + appointment + "/issue")
                                .param("outcome", "ABSENTE")
                                .param("note", "Volets fermés")
                                .with(csrf())
                                .with(user(cast.karimCoordinator)))
                .andExpect(status().is3xxRedirection());
        var mine = issue("HONORE", "Elle dormait");
        var answer = answer(visit, mine);
        assertThat(answer.path("state").asString()).isEqualTo("CONFLICT");
        assertThat(answer.path("sides").toString())
                .contains("Personne absente", "A eu lieu", "Volets fermés", "Elle dormait");
        assertThat(outcome(appointment)).isEqualTo("ABSENTE");
        mine.put("instead", "MINE");
        assertThat(said(visit, mine)).startsWith("ACCEPTED");
        assertThat(outcome(appointment)).isEqualTo("HONORE");

        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "update followup.occurrence set status = 'NON_FAIT', not_done_why = 'REFUS', marked_by = 'Karim BELKACEM' where id = :id")
                                .param("id", act)
                                .update());
        assertThat(said(visit, entry("ACTE", Map.of("act", act.toString()))))
                .isEqualTo("REFUSED Dites si cet acte a été fait.");
        assertThat(said(visit, entry("ACTE", Map.of("act", act.toString(), "mark", "NON_FAIT"))))
                .contains("pourquoi cet acte");
        var mark = entry("ACTE", Map.of("act", act.toString(), "mark", "FAIT", "by", "M. Roche"));
        answer = answer(visit, mark);
        assertThat(answer.path("sentence").asString()).contains("Karim BELKACEM");
        assertThat(answer.path("sides").toString()).contains("refus", "M. Roche");
        mark.put("instead", "MINE");
        assertThat(said(visit, mark)).isEqualTo("ACCEPTED Kinésithérapie : Noté.");
        assertThat(
                        said(
                                visit,
                                entry(
                                        "ACTE",
                                        Map.of(
                                                "act",
                                                act(cast.newFollowed(cast.douai, 2, 1), "Autre")
                                                        .toString(),
                                                "mark",
                                                "FAIT"))))
                .startsWith("REFUSED Vous n’avez plus accès");
    }

    @Test
    void a_questionnaire_is_scored_when_it_comes_and_kept_whatever_happened_meanwhile()
            throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        var visit = prepare(odette, "", "sega-a");
        var form = bundle(visit).select("template[data-form] form").first();
        var draft = form.select("[name=draft]").val();
        var fields = new LinkedHashMap<String, String>();
        fields.put("draft", draft);
        fields.put("canonical", form.select("[name=canonical]").val());
        fields.put("version", form.select("[name=version]").val());
        fields.put("onDate", "2026-06-02");
        fields.put("complete", "1");
        assertThat(said(visit, entry("EVALUATION", fields)))
                .contains("ACCEPTED Gardée en brouillon", "il manque 13 réponses");
        for (var question : SEGA)
            fields.put("r." + question, form.select("[name=r." + question + "]").first().val());

        // Karim writes in it meanwhile
        var theirs =
                post("/dossiers/" + odette.patient() + "/evaluations/" + draft)
                        .param("version", "1")
                        .param("onDate", "2026-06-02")
                        .param("setting", "DOMICILE")
                        .param(
                                "r.sega.chute",
                                form.select("[name=r.sega.chute]").last().val().isEmpty()
                                        ? form.select("[name=r.sega.chute]").get(1).val()
                                        : form.select("[name=r.sega.chute]").last().val())
                        .with(csrf())
                        .with(user(cast.karimCoordinator));
        mvc.perform(theirs).andExpect(status().is3xxRedirection());
        var mine = entry("EVALUATION", fields);
        var answer = answer(visit, mine);
        assertThat(answer.path("state").asString()).isEqualTo("CONFLICT");
        assertThat(answer.path("sentence").asString())
                .contains("Karim BELKACEM", "Rien n’a été remplacé");
        assertThat(answer.path("sides").size()).isPositive();
        fields.put("version", answer.path("version").toString());
        var again = entry("EVALUATION", fields);
        again.put("instead", "MINE");
        assertThat(said(visit, again)).contains("ACCEPTED SEGA", "terminée");
        assertThat(page("/dossiers/" + odette.patient() + "/evaluations/" + draft).text())
                .contains("Saisie hors connexion");

        // theirs is completed: another evaluation may be made of mine
        fields.put("r.resultat.commentaire", "Vu à domicile");
        var late = entry("EVALUATION", fields);
        answer = answer(visit, late);
        assertThat(answer.path("another").asBoolean()).isTrue();
        late.put("instead", "ANOTHER");
        assertThat(said(visit, late)).contains("ACCEPTED SEGA");

        // the definition has changed since: kept on the telephone, with the way out said
        fields.put("canonical", fields.get("canonical").replaceAll("\\|.*", "|0.9.0"));
        assertThat(said(visit, entry("EVALUATION", fields)))
                .contains("REFUSED", "changé de version", "copiez-les ou imprimez-les");
        fields.put("draft", UUID.randomUUID().toString());
        assertThat(said(visit, entry("EVALUATION", fields))).startsWith("REFUSED");
    }

    @Test
    void a_file_closed_a_death_and_a_lost_access_are_told_and_nothing_breaks() throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        var act = act(odette, "Toilette");
        var visit = prepare(odette, appointment(odette), "sega-a");
        cast.in(
                cast.douai,
                () -> {
                    sql.sql(
                                    "update casefile.support set status = 'CLOS', closed_on = '2026-06-02', exit_reason = 'DECES' where patient_id = :p")
                            .param("p", odette.patient().value())
                            .update();
                    sql.sql("update followup.occurrence set status = 'SUSPENDU' where id = :id")
                            .param("id", act)
                            .update();
                    return sql.sql(
                                    "update patient.patient set deceased_on = '2026-06-02' where id = :p")
                            .param("p", odette.patient().value())
                            .update();
                });
        var mark = entry("ACTE", Map.of("act", act.toString(), "mark", "FAIT", "by", "M. Roche"));
        mark.put("instead", "MINE");
        assertThat(said(visit, mark)).contains("REFUSED", "suspendu");
        assertThat(said(visit, issue("HONORE", "Décédée dans la nuit"))).startsWith("ACCEPTED");

        var gone =
                cast.register(
                        new SignedIn(
                                UUID.randomUUID(),
                                "partie",
                                "",
                                "Lise PARTIE",
                                Role.COORDINATOR,
                                Set.of(cast.douai.value()),
                                Set.of(),
                                cast.claireCoordinator.memberId(),
                                null,
                                null));
        var paul = cast.newFollowed(cast.douai, 2, 30);
        var hers = prepare(gone, paul, "", "sega-a");
        cast.in(
                cast.douai,
                () ->
                        sql.sql("delete from access.membership where account_id = :a")
                                .param("a", gone.accountId())
                                .update());
        send(gone, hers, issue("HONORE", "")).andExpect(status().is(401));
        assertThat(said(visit, entry("AUTRE", Map.of()))).contains("ne peut pas être lue");
        var long_ = issue("HONORE", "x".repeat(20_001));
        assertThat(said(visit, long_)).contains("20 000 caractères");
    }

    @Test
    void what_a_telephone_keeps_in_clear_has_nobody_in_it_and_signing_out_erases()
            throws Exception {
        for (var path : List.of("/visites/hors-connexion", "/visites/service.js")) {
            var answer =
                    mvc.perform(get(path).with(user(cast.claireCoordinator)))
                            .andExpect(status().isOk())
                            .andReturn()
                            .getResponse();
            assertThat(answer.getContentAsString()).doesNotContain("DUMONT", "Douaisis", "_csrf");
            mvc.perform(get(path)).andExpect(status().isOk());
        }
        var odette = cast.newFollowed(cast.douai, 2, 30);
        var visit = prepare(odette, "", "sega-a");
        bundle(visit);
        assertThat(leaving(cast.claireCoordinator)).isEqualTo("\"storage\"");
        assertThat(leaving(cast.sophieSecretary)).isNull();
        var errors =
                Jsoup.parse(
                        mvc.perform(
                                        post("/dossiers/" + odette.patient() + "/visites")
                                                .param("questionnaire", "inconnu")
                                                .param("directions", "x".repeat(501))
                                                .with(csrf())
                                                .with(user(cast.claireCoordinator)))
                                .andExpect(status().is(422))
                                .andReturn()
                                .getResponse()
                                .getContentAsString());
        assertThat(errors.select("#questionnaire-error, #directions-error")).hasSize(2);
    }

    private String leaving(SignedIn who) throws Exception {
        return mvc.perform(post("/deconnexion").with(csrf()).with(user(who)))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getHeader("Clear-Site-Data");
    }

    private UUID act(Followed person, String title) {
        var id = UUID.randomUUID();
        cast.in(
                person.network(),
                () ->
                        sql.sql(
                                        """
                                        insert into followup.occurrence (id, patient_id, intervention_id, pps_id, title, due_on, due_until, late_after)
                                        values (:id, :p, :id, :id, :title, :day, :day, :day)
                                        """)
                                .param("id", id)
                                .param("p", person.patient().value())
                                .param("title", title)
                                .param("day", LocalDate.now(clock))
                                .update());
        return id;
    }

    private String appointment(Followed person) {
        var id = UUID.randomUUID();
        var at = Timestamp.from(clock.instant().plus(Duration.ofHours(2)));
        cast.in(
                person.network(),
                () ->
                        sql.sql(
                                        """
                                        insert into agenda.appointment (id, kind, patient_id, member_id, starts_at, ends_at, title)
                                        values (:id, 'VISITE', :p, :member, :at, cast(:at as timestamptz) + interval '1 hour', 'Bilan')
                                        """)
                                .param("id", id)
                                .param("p", person.patient().value())
                                .param("member", cast.claireCoordinator.member())
                                .param("at", at)
                                .update());
        return id.toString();
    }

    private String outcome(String appointment) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "select outcome from agenda.appointment where id = cast(:id as uuid)")
                                .param("id", appointment)
                                .query((row, _) -> row.getString(1))
                                .single());
    }

    private UUID prepare(Followed person, String appointment, String questionnaire)
            throws Exception {
        return prepare(cast.claireCoordinator, person, appointment, questionnaire);
    }

    private UUID prepare(SignedIn who, Followed person, String appointment, String questionnaire)
            throws Exception {
        var location =
                mvc.perform(
                                post("/dossiers/" + person.patient() + "/visites")
                                        .param("appointment", appointment)
                                        .param("questionnaire", questionnaire)
                                        .param("directions", "4e étage, code 12B")
                                        .with(csrf())
                                        .with(user(who)))
                        .andExpect(status().is3xxRedirection())
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl();
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }

    private Document bundle(UUID visit) throws Exception {
        return page("/visites/" + visit + "/colis");
    }

    private String key(UUID visit) throws Exception {
        return json.readTree(
                        mvc.perform(
                                        post("/visites/" + visit + "/cle")
                                                .with(csrf())
                                                .with(user(cast.claireCoordinator)))
                                .andExpect(status().isOk())
                                .andReturn()
                                .getResponse()
                                .getContentAsString())
                .path("key")
                .asString();
    }

    private Map<String, Object> issue(String outcome, String note) {
        return entry("ISSUE", Map.of("outcome", outcome, "note", note));
    }

    /// Typed two hours before it is sent, by a telephone whose clock is a year late.
    private Map<String, Object> entry(String kind, Map<String, String> fields) {
        var entry = new LinkedHashMap<String, Object>();
        var lists = new LinkedHashMap<String, List<String>>();
        fields.forEach((name, value) -> lists.put(name, List.of(value)));
        var sent = clock.instant().minus(Duration.ofDays(365));
        entry.put("id", UUID.randomUUID().toString());
        entry.put("kind", kind);
        entry.put("typedAt", sent.minus(Duration.ofHours(2)).toEpochMilli());
        entry.put("sentAt", sent.toEpochMilli());
        entry.put("fields", lists);
        return entry;
    }

    private ResultActions send(SignedIn who, UUID visit, Map<String, Object> entry)
            throws Exception {
        return mvc.perform(
                post("/visites/" + visit + "/saisies")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(entry))
                        .header("X-Requested-With", "XMLHttpRequest")
                        .with(csrf())
                        .with(user(who)));
    }

    private JsonNode answer(UUID visit, Map<String, Object> entry) throws Exception {
        return json.readTree(
                send(cast.claireCoordinator, visit, entry)
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8));
    }

    private String said(UUID visit, Map<String, Object> entry) throws Exception {
        var answer = answer(visit, entry);
        return (answer.path("state").asString() + " " + answer.path("sentence").asString())
                .replace('\u00a0', ' ');
    }

    private List<String> texts(String query, Followed person) {
        return cast.in(
                person.network(),
                () ->
                        sql.sql(query)
                                .param("p", person.patient().value())
                                .query((row, _) -> row.getString(1).replace('\u00a0', ' '))
                                .list());
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(
                mvc.perform(get(path).with(user(cast.claireCoordinator)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8));
    }
}
