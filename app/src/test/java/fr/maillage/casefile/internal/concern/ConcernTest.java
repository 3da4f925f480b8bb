package fr.maillage.casefile.internal.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.maillage.access.SignedIn;
import fr.maillage.patient.Merges;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;
import fr.maillage.testing.TestWorld.Cast.Followed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;

/// A concern of abuse is read by its audience, and for anybody else it does not exist.
@IntegrationTest
class ConcernTest {

    private static final String FACTS = "« Il me prend ma carte », bleus aux poignets le 30 mai.";

    @Autowired Cast cast;
    @Autowired MockMvc mvc;
    @Autowired JdbcClient sql;
    @Autowired MovableClock clock;
    @Autowired Merges merges;

    @BeforeEach
    void tuesday() {
        clock.reset();
    }

    @AfterEach
    void tuesdayAgain() {
        clock.reset();
    }

    @Test
    @Proves("REQ-RIGHTS-05")
    void a_concern_is_recorded_followed_and_closed() throws Exception {
        var odette = cast.newFollowed(cast.douai, 3, 60);
        var id = write(odette, cast.claireCoordinator, Map.of());
        var page = page(cast.claireCoordinator, here(odette) + "/" + id, 200);
        assertThat(page.select("main").text())
                .contains(
                        FACTS,
                        "J’ai peur que le fils soit violent",
                        "Odette et son fils",
                        "depuis le printemps",
                        "Visite à deux vendredi",
                        "Ouverte",
                        "À revoir le");

        // the date of its review brings it back, to its readers alone
        clock.move(Duration.ofDays(11));
        assertThat(page(cast.claireCoordinator, "/journee?tout=1", 200).html())
                .contains(id.toString());
        assertThat(page(cast.karimCoordinator, "/journee?tout=1", 200).html())
                .doesNotContain(id.toString());
        assertThat(
                        page(
                                        cast.karimCoordinator,
                                        "/journee?tout=1&membre=" + cast.claireCoordinator.member(),
                                        200)
                                .html())
                .doesNotContain(id.toString());

        assertThat(
                        act(
                                        odette,
                                        id,
                                        "complement",
                                        Map.of("moreFacts", "Nouveau bleu", "version", "0"))
                                .getStatus())
                .isEqualTo(302);
        assertThat(
                        act(
                                        odette,
                                        id,
                                        "transmission",
                                        Map.of(
                                                "addressee", "CELLULE_DEPARTEMENTALE",
                                                "transmittedOn", "2026-06-12",
                                                "transmittedWords", "Par courrier, n° 12",
                                                "reviewOn", "2026-06-30",
                                                "version", "1"))
                                .getStatus())
                .isEqualTo(302);
        assertThat(
                        act(
                                        odette,
                                        id,
                                        "decision",
                                        Map.of(
                                                "decided", "Attendre la réponse du département",
                                                "reviewOn", "2026-07-15",
                                                "version", "2"))
                                .getStatus())
                .isEqualTo(302);
        page = page(cast.claireCoordinator, here(odette) + "/" + id, 200);
        assertThat(page.select("main").text())
                .contains("Transmise", "Cellule départementale", "12 juin 2026", "Nouveau bleu");
        assertThat(page.select("main").text()).contains(FACTS); // nothing written is replaced

        var refused = act(odette, id, "cloture", Map.of("version", "3"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString())
                .contains(ConcernText.CLOSING_MISSING, ConcernText.CLOSING_WORDS);
        assertThat(
                        act(
                                        odette,
                                        id,
                                        "cloture",
                                        Map.of(
                                                "closedWhy", "PROTEGEE",
                                                "closedWords", "Le fils est parti",
                                                "version", "3"))
                                .getStatus())
                .isEqualTo(302);
        assertThat(
                        act(odette, id, "complement", Map.of("moreFacts", "Encore", "version", "4"))
                                .getStatus())
                .as("closed")
                .isEqualTo(422);
        assertThat(page(cast.claireCoordinator, here(odette), 200).select("main").text())
                .contains("Close : la personne est protégée");
    }

    @Test
    void outside_the_audience_every_page_is_as_if_there_were_none() throws Exception {
        var odette = cast.newFollowed(cast.douai, 3, 60);
        var person = cast.patientAccount(odette);
        var synthesis = "/dossiers/" + odette.patient();
        record Look(SignedIn who, String path) {}
        var looks =
                List.of(
                        new Look(cast.karimCoordinator, synthesis),
                        new Look(cast.karimCoordinator, synthesis + "/ligne-de-vie"),
                        new Look(cast.karimCoordinator, here(odette)),
                        new Look(cast.karimCoordinator, "/dossiers"),
                        new Look(cast.sophieSecretary, synthesis),
                        new Look(cast.sophieSecretary, synthesis + "/ligne-de-vie"),
                        new Look(cast.drMorel, "/mes-patients/" + odette.patient()),
                        new Look(person, "/mon-plan"));
        var before = new LinkedHashMap<Look, String>();
        for (var look : looks) before.put(look, words(look.who(), look.path()));

        var id = write(odette, cast.claireCoordinator, Map.of());

        for (var look : looks)
            assertThat(words(look.who(), look.path()))
                    .as(look.who().displayName() + " " + look.path())
                    .isEqualTo(before.get(look));
        for (var who :
                List.of(
                        cast.karimCoordinator,
                        cast.doctorOfTheTeam,
                        cast.sophieSecretary,
                        cast.drMorel,
                        cast.nurseLucie,
                        cast.calaisCoordinator,
                        cast.agencyOfficer,
                        person)) {
            var path = here(odette) + "/" + id;
            assertThat(status(who, path)).as(who.displayName()).isEqualTo(404);
            assertThat(words(who, path))
                    .as("the very words of a concern that does not exist")
                    .isEqualTo(words(who, here(odette) + "/" + UUID.randomUUID()));
            for (var act :
                    List.of(
                            "complement",
                            "transmission",
                            "decision",
                            "lecteurs",
                            "levee",
                            "cloture"))
                assertThat(send(who, path + "/" + act, Map.of("version", "0")).getStatus())
                        .as(who.displayName() + " " + act)
                        .isEqualTo(404);
        }
        for (var who : List.of(cast.sophieSecretary, cast.drMorel, cast.calaisCoordinator, person))
            assertThat(status(who, here(odette))).as(who.displayName()).isEqualTo(404);
        for (var who : List.of(cast.sophieSecretary, cast.drMorel, person))
            assertThat(send(who, here(odette), form()).getStatus())
                    .as("writing, " + who.displayName())
                    .isEqualTo(404);

        // the audience: the author and référent, the head by rule
        for (var who : List.of(cast.claireCoordinator, cast.helenHead)) {
            assertThat(status(who, here(odette) + "/" + id)).isEqualTo(200);
            assertThat(page(who, synthesis, 200).select(".patient-warnings").text())
                    .contains("Accès restreint");
        }
        assertThat(page(cast.karimCoordinator, synthesis, 200).select(".patient-warnings").text())
                .doesNotContain("Accès restreint");
    }

    @Test
    void no_statement_finds_it_for_another_account_nor_for_the_application_itself()
            throws Exception {
        var odette = cast.newFollowed(cast.douai, 3, 60);
        var id = write(odette, cast.claireCoordinator, Map.of());
        for (var table :
                List.of(
                        "casefile.concern where id = '" + id + "'",
                        "casefile.concern_step where concern_id = '" + id + "'",
                        "casefile.concern_to_review where id = '" + id + "'")) {
            assertThat(count(cast.claireCoordinator, table)).as(table).isPositive();
            assertThat(count(cast.doctorOfTheTeam, table)).as(table).isZero();
            assertThat(count(cast.sophieSecretary, table)).as(table).isZero();
            assertThat(count(cast.calaisCoordinator, table)).as(table).isZero();
            assertThat(
                            cast.in(
                                    cast.douai,
                                    () ->
                                            sql.sql("select count(*) from " + table)
                                                    .query((row, _) -> row.getInt(1))
                                                    .single()))
                    .as("the application itself, %s", table)
                    .isZero();
        }
        assertThat(
                        cast.as(
                                cast.karimCoordinator,
                                () ->
                                        sql.sql(
                                                        "update casefile.concern set restricted = false where patient_id = :p")
                                                .param("p", odette.patient().value())
                                                .update()))
                .isZero();
        assertThatThrownBy(() ->
                        cast.as(
                                cast.claireCoordinator,
                                () -> sql.sql("delete from casefile.concern_step").update()))
                .rootCause()
                .hasMessageContaining("never changed or removed");
    }

    @Test
    void those_who_are_named_read_and_no_longer_once_removed() throws Exception {
        var odette = cast.newFollowed(cast.douai, 3, 60);
        var id =
                write(
                        odette,
                        cast.claireCoordinator,
                        Map.of("reader", cast.drMorel.accountId().toString()));
        var path = here(odette) + "/" + id;
        var seen = page(cast.drMorel, path, 200);
        assertThat(seen.select("main").text()).contains(FACTS, "Dr Anne MOREL nommément");
        assertThat(seen.select("main form")).as("reads, does not write").isEmpty();
        assertThat(status(cast.drMorel, here(odette))).isEqualTo(200);
        assertThat(act(cast.drMorel, odette, id, "cloture", Map.of("version", "0")).getStatus())
                .isEqualTo(404);

        // a secretary cannot be named
        var secretary =
                act(
                        odette,
                        id,
                        "lecteurs",
                        Map.of(
                                "reader",
                                cast.sophieSecretary.accountId().toString(),
                                "version",
                                "0"));
        assertThat(secretary.getStatus()).isEqualTo(422);
        assertThat(secretary.getContentAsString()).contains(ConcernText.UNKNOWN_READER);
        assertThat(seen(cast.sophieSecretary, path)).isFalse();

        assertThat(
                        act(
                                        odette,
                                        id,
                                        "lecteurs",
                                        Map.of(
                                                "reader",
                                                cast.karimCoordinator.accountId().toString(),
                                                "version",
                                                "0"))
                                .getStatus())
                .isEqualTo(302);
        assertThat(status(cast.karimCoordinator, path)).isEqualTo(200);
        assertThat(status(cast.drMorel, path)).isEqualTo(404);
        assertThat(page(cast.claireCoordinator, path, 200).select(".timeline").text())
                .contains("Peut désormais lire : Karim BELKACEM. Ne lit plus : Dr Anne MOREL");

        // somebody named who saves the readers stays one of them
        assertThat(
                        act(cast.karimCoordinator, odette, id, "lecteurs", Map.of("version", "1"))
                                .getStatus())
                .isEqualTo(302);
        assertThat(status(cast.karimCoordinator, path)).isEqualTo(200);
    }

    @Test
    void the_new_referent_reads_and_the_former_does_not() throws Exception {
        var odette = cast.newFollowed(cast.douai, 3, 60);
        var id = write(odette, cast.helenHead, Map.of());
        var path = here(odette) + "/" + id;
        assertThat(status(cast.claireCoordinator, path)).as("référent").isEqualTo(200);
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "update casefile.support set coordinator_id = :karim where id = :id")
                                .param("karim", cast.karimCoordinator.member())
                                .param("id", odette.support())
                                .update());
        assertThat(status(cast.karimCoordinator, path)).isEqualTo(200);
        assertThat(status(cast.claireCoordinator, path)).isEqualTo(404);
    }

    @Test
    void readings_are_traced_and_the_person_s_journal_shows_them_only_once_lifted()
            throws Exception {
        var odette = cast.newFollowed(cast.douai, 3, 60);
        var person = cast.patientAccount(odette);
        var id = write(odette, cast.claireCoordinator, Map.of());
        page(cast.helenHead, here(odette) + "/" + id, 200);
        assertThat(traced(odette, id))
                .containsEntry("Claire DUMONT CREATE", true)
                .containsEntry("Hélène VANDAMME READ", true);
        var journal = page(person, "/mon-plan/acces", 200).text();
        assertThat(journal).doesNotContain("préoccupation").contains("Hélène VANDAMME");

        var refused = act(odette, id, "levee", Map.of("version", "0"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains(ConcernText.LIFT_MISSING);
        assertThat(
                        act(
                                        odette,
                                        id,
                                        "levee",
                                        Map.of(
                                                "liftReason",
                                                "Le fils est parti, elle sait tout",
                                                "version",
                                                "0"))
                                .getStatus())
                .isEqualTo(302);

        assertThat(page(person, "/mon-plan/acces", 200).text())
                .contains("une préoccupation écrite par l’équipe");
        assertThat(status(cast.karimCoordinator, here(odette) + "/" + id))
                .as("the clinical team")
                .isEqualTo(200);
        assertThat(status(cast.sophieSecretary, here(odette) + "/" + id)).isEqualTo(404);
        assertThat(status(cast.drMorel, here(odette) + "/" + id)).isEqualTo(404);
        assertThat(status(person, here(odette) + "/" + id)).isEqualTo(404);
        assertThat(
                        page(
                                        cast.karimCoordinator,
                                        "/dossiers/" + odette.patient() + "/ligne-de-vie",
                                        200)
                                .text())
                .contains("restriction d’accès levée");
        assertThat(
                        act(odette, id, "levee", Map.of("liftReason", "Encore", "version", "1"))
                                .getStatus())
                .isEqualTo(422);
    }

    @Test
    void what_is_missing_or_wrong_is_said_beside_its_field_and_nothing_is_lost() throws Exception {
        var odette = cast.newFollowed(cast.douai, 3, 60);
        var empty =
                send(
                        cast.claireCoordinator,
                        here(odette),
                        Map.of("impressions", "Un doute que je garde"));
        assertThat(empty.getStatus()).isEqualTo(422);
        var page = Jsoup.parse(empty.getContentAsString());
        for (var field : List.of("nature", "facts", "concerned", "since", "decided", "reviewOn"))
            assertThat(page.select("#" + field + "-error")).as(field).hasSize(1);
        assertThat(page.select("#impressions").val()).isEqualTo("Un doute que je garde");

        assertThat(refusal(odette, Map.of("reviewOn", "2026-06-01"), "reviewOn"))
                .isEqualTo(ConcernText.REVIEW_PAST);
        assertThat(
                        refusal(
                                odette,
                                Map.of("addressee", "CRIP", "transmittedOn", "2026-06-01"),
                                "addressee"))
                .as("an adult")
                .contains("cellule départementale");
        assertThat(refusal(odette, Map.of("addressee", "PROCUREUR"), "transmittedOn"))
                .isEqualTo(ConcernText.DAY_MISSING);
        assertThat(
                        refusal(
                                odette,
                                Map.of("addressee", "PROCUREUR", "transmittedOn", "2026-06-03"),
                                "transmittedOn"))
                .isEqualTo(ConcernText.DAY_IN_FUTURE.replace('\u00A0', ' '));
        assertThat(refusal(odette, Map.of("transmittedOn", "2026-06-01"), "addressee"))
                .isEqualTo(ConcernText.ADDRESSEE_MISSING);
        assertThat(refusal(odette, Map.of("facts", "x".repeat(20_001)), "facts"))
                .contains("20\u202F000");
        assertThat(refusal(odette, Map.of("reader", UUID.randomUUID().toString()), "reader"))
                .isEqualTo(ConcernText.UNKNOWN_READER);
        assertThat(
                        count(
                                cast.claireCoordinator,
                                "casefile.concern where patient_id = '" + odette.patient() + "'"))
                .isZero();
    }

    @Test
    void a_concern_about_a_child_goes_to_the_crip() throws Exception {
        var leo = cast.newFollowed(cast.douai, 3, 60);
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "update patient.patient set birth_date = '2020-03-01' where id = :id")
                                .param("id", leo.patient().value())
                                .update());
        assertThat(
                        page(cast.claireCoordinator, here(leo), 200)
                                .select("#addressee option")
                                .eachAttr("value"))
                .containsExactly("", "CRIP", "NUMERO_119", "PROCUREUR", "ARS");
        assertThat(
                        refusal(
                                leo,
                                Map.of(
                                        "addressee",
                                        "CELLULE_DEPARTEMENTALE",
                                        "transmittedOn",
                                        "2026-06-01"),
                                "addressee"))
                .contains("CRIP");
        write(
                leo,
                cast.claireCoordinator,
                Map.of("addressee", "CRIP", "transmittedOn", "2026-06-01"));
        assertThat(page(cast.claireCoordinator, here(leo), 200).text())
                .contains("Transmise", "119");
    }

    @Test
    void the_addressee_follows_the_eighteenth_birthday() {
        var birth = LocalDate.of(2008, 6, 3);
        assertThat(Addressee.of(birth, LocalDate.of(2026, 6, 2)))
                .containsExactly(
                        Addressee.CRIP, Addressee.NUMERO_119, Addressee.PROCUREUR, Addressee.ARS);
        assertThat(Addressee.of(birth, LocalDate.of(2026, 6, 3)))
                .containsExactly(
                        Addressee.CELLULE_DEPARTEMENTALE,
                        Addressee.NUMERO_3977,
                        Addressee.PROCUREUR,
                        Addressee.ARS);
        assertThat(Addressee.of(null, LocalDate.of(2026, 6, 3)))
                .containsExactly(Addressee.values());
    }

    @Test
    void two_readers_who_write_at_once_and_a_form_sent_twice() throws Exception {
        var odette = cast.newFollowed(cast.douai, 3, 60);
        var id = write(odette, cast.claireCoordinator, Map.of());
        assertThat(
                        act(
                                        odette,
                                        id,
                                        "complement",
                                        Map.of("moreFacts", "Premier", "version", "0"))
                                .getStatus())
                .isEqualTo(302);
        var second =
                act(
                        cast.helenHead,
                        odette,
                        id,
                        "complement",
                        Map.of("moreFacts", "Mes mots à garder", "version", "0"));
        assertThat(second.getStatus()).isEqualTo(409);
        assertThat(second.getContentAsString()).contains("Mes mots à garder", "Premier");

        var token = UUID.randomUUID().toString();
        var once = form();
        once.put("_once", token);
        send(cast.claireCoordinator, here(odette), once);
        send(cast.claireCoordinator, here(odette), once);
        assertThat(
                        count(
                                cast.claireCoordinator,
                                "casefile.concern where patient_id = '" + odette.patient() + "'"))
                .isEqualTo(2);
    }

    /// A piece has the concern's audience: leak after leak, it is nowhere for anybody else, and in
    /// no list even for those who read it.
    @Test
    @Proves("REQ-RIGHTS-05")
    void a_piece_of_a_concern_is_read_by_its_audience_and_found_nowhere() throws Exception {
        var odette = cast.newFollowed(cast.douai, 3, 60);
        var id = write(odette, cast.claireCoordinator, Map.of());
        var word =
                "zarnibule" + UUID.randomUUID().toString().substring(0, 8).replaceAll("\\d", "x");
        var title = "certificat " + word;
        var pieces = here(odette) + "/" + id + "/pieces";
        var file =
                new MockMultipartFile(
                        "file",
                        title + ".txt",
                        "text/plain",
                        ("Bleus aux poignets " + word).getBytes(StandardCharsets.UTF_8));
        assertThat(deposit(cast.karimCoordinator, pieces, file)).isEqualTo(404);
        assertThat(deposit(cast.sophieSecretary, pieces, file)).isEqualTo(404);
        assertThat(deposit(cast.claireCoordinator, pieces, file)).isEqualTo(302);
        assertThat(deposit(cast.claireCoordinator, pieces, file))
                .as("already there")
                .isEqualTo(302);
        assertThat(
                        deposit(
                                cast.claireCoordinator,
                                pieces,
                                new MockMultipartFile("file", new byte[0])))
                .as("nothing was chosen")
                .isEqualTo(302);

        var links =
                page(cast.claireCoordinator, here(odette) + "/" + id, 200)
                        .select("#pieces a:not(.small)");
        assertThat(links).singleElement().extracting(l -> l.text()).isEqualTo(title);
        var piece = links.attr("href");
        assertThat(words(cast.helenHead, piece)).contains("Bleus aux poignets");
        for (var other :
                List.of(
                        cast.karimCoordinator,
                        cast.sophieSecretary,
                        cast.drMorel,
                        cast.calaisCoordinator))
            assertThat(status(other, piece)).as(other.displayName()).isEqualTo(404);

        // in no page of documents, not even for its readers
        var document = piece.substring(piece.lastIndexOf('/') + 1);
        for (var reader :
                List.of(
                        cast.claireCoordinator,
                        cast.karimCoordinator,
                        cast.helenHead,
                        cast.sophieSecretary)) {
            for (var page :
                    List.of(
                            "/dossiers/" + odette.patient() + "/documents",
                            "/dossiers/" + odette.patient() + "/ligne-de-vie",
                            "/dossiers/" + odette.patient()))
                assertThat(words(reader, page)).doesNotContain(word).doesNotContain(document);
            assertThat(status(reader, "/documents/" + document)).isEqualTo(404);
            assertThat(status(reader, "/documents/" + document + "/contenu")).isEqualTo(404);
            assertThat(send(reader, "/documents/recherche", Map.of("q", word)).getContentAsString())
                    .doesNotContain(title)
                    .doesNotContain(document);
        }
        assertThat(
                        count(
                                cast.claireCoordinator,
                                "documents.word where lexeme like 'zarnibule%' and document_id = '"
                                        + document
                                        + "'"))
                .isZero();

        // no statement finds it for another account, nor for the application itself
        var there = "documents.document where id = '" + document + "'";
        assertThat(count(cast.claireCoordinator, there)).isOne();
        assertThat(count(cast.karimCoordinator, there)).isZero();
        assertThat(
                        count(
                                cast.karimCoordinator,
                                "documents.every_file where document_id = '" + document + "'"))
                .isZero();
        assertThat(
                        count(
                                cast.karimCoordinator,
                                "documents.version where document_id = '" + document + "'"))
                .isZero();
        assertThat(
                        cast.<Integer>in(
                                cast.douai,
                                () ->
                                        sql.sql("select count(*) from " + there)
                                                .query((row, _) -> row.getInt(1))
                                                .single()))
                .isZero();

        // the person sees neither the piece nor that somebody read it
        var herself = cast.patientAccount(odette);
        assertThat(words(herself, "/mon-plan/documents")).doesNotContain(word);
        assertThat(status(herself, piece)).isEqualTo(404);
        assertThat(words(herself, "/mon-plan/acces")).doesNotContain("préoccupation");
        assertThat(traced(odette, id).values()).isNotEmpty().allMatch(hidden -> hidden);

        // whoever is named reads it, and no longer once taken off
        act(
                odette,
                id,
                "lecteurs",
                Map.of("reader", cast.karimCoordinator.accountId().toString(), "version", "0"));
        assertThat(status(cast.karimCoordinator, piece)).isEqualTo(200);
        act(odette, id, "lecteurs", Map.of("version", "1"));
        assertThat(status(cast.karimCoordinator, piece)).isEqualTo(404);
    }

    /// Data of the structure, by department, that say whether somebody checked them.
    @Test
    @Proves("REQ-RIGHTS-05")
    void addressees_are_the_structure_s_by_department_and_say_who_checked_them() throws Exception {
        var list = "/reglages/destinataires";
        var odette = cast.newFollowed(cast.douai, 3, 60);
        assertThat(status(cast.sophieSecretary, list)).isIn(403, 404);
        assertThat(status(cast.drMorel, list)).isIn(403, 404);
        var wrong =
                send(
                        cast.claireCoordinator,
                        list,
                        contact("Parquet", "Nord", "12345678901234567890123"));
        assertThat(wrong.getStatus()).isEqualTo(422);
        var again = Jsoup.parse(wrong.getContentAsString());
        assertThat(again.select("#nouveau-department-error").text())
                .contains("numéro du département");
        assertThat(again.select("#nouveau-phone-error").text()).contains("téléphone");
        assertThat(again.select("#nouveau-name").val()).isEqualTo("Parquet");
        var mute = contact("Parquet de Douai", "59", "");
        assertThat(send(cast.claireCoordinator, list, mute).getStatus()).isEqualTo(422);

        for (var contact :
                List.of(
                        contact("Parquet de Douai", "59", "03 27 00 00 59"),
                        contact("Parquet de Béthune", "62", "03 21 00 00 62"),
                        contact("Parquet sans adresse", "", "01 00 00 00 00")))
            assertThat(send(cast.claireCoordinator, list, contact).getStatus()).isEqualTo(302);
        var shown = page(cast.claireCoordinator, list, 200);
        assertThat(shown.select(".card .mark").eachText()).containsOnly("source à vérifier");
        // of her department, and those of all; kinds nobody was written down for keep their name
        var form = page(cast.claireCoordinator, here(odette), 200);
        assertThat(form.select("#addressee option").eachText())
                .contains(
                        "Parquet de Douai (département 59)",
                        "Parquet sans adresse (tous départements)",
                        "Cellule départementale (majeur vulnérable)")
                .doesNotContain(
                        "Procureur de la République", "Parquet de Béthune (département 62)");
        assertThat(form.select("details:contains(coordonnées) a[href=tel:0327000059]")).hasSize(1);

        // checked, then changed without being checked again
        var edit = shown.select(".card:contains(Parquet de Douai) form").first().attr("action");
        var checked = contact("Parquet de Douai", "59", "03 27 00 00 59");
        checked.put("checked", "on");
        checked.put("_tag", "0");
        assertThat(send(cast.helenHead, edit, checked).getStatus()).isEqualTo(302);
        assertThat(
                        page(cast.claireCoordinator, list, 200)
                                .select(".card:contains(de Douai) .mark")
                                .text())
                .isEqualTo("vérifié le 2 juin 2026 par " + cast.helenHead.displayName());
        assertThat(send(cast.claireCoordinator, edit, checked).getStatus())
                .as("two at once")
                .isEqualTo(409);
        var source = contact("Parquet de Douai", "59", "03 27 00 00 59");
        source.put("source", "annuaire du tribunal");
        source.put("_tag", "1");
        send(cast.claireCoordinator, edit, source);
        assertThat(
                        page(cast.claireCoordinator, list, 200)
                                .select(".card:contains(de Douai) .mark")
                                .text())
                .startsWith("vérifié le");
        var moved = contact("Parquet de Douai", "59", "03 27 00 00 60");
        moved.put("_tag", "2");
        send(cast.claireCoordinator, edit, moved);
        assertThat(
                        page(cast.claireCoordinator, list, 200)
                                .select(".card:contains(de Douai) .mark")
                                .text())
                .isEqualTo("source à vérifier");

        // a transmission keeps the name, whatever becomes of the list
        var value = form.select("#addressee option:contains(de Douai)").val();
        assertThat(
                        refusal(
                                odette,
                                Map.of(
                                        "addressee",
                                        value.replace("PROCUREUR:", "CRIP:"),
                                        "transmittedOn",
                                        "2026-06-01"),
                                "addressee"))
                .contains("mineurs");
        assertThat(
                        refusal(
                                odette,
                                Map.of("addressee", "PROCUREUR", "transmittedOn", "2026-06-01"),
                                "addressee"))
                .contains("n’est pas, ou plus");
        var id =
                write(
                        odette,
                        cast.claireCoordinator,
                        Map.of("addressee", value, "transmittedOn", "2026-06-01"));
        for (var removal : page(cast.claireCoordinator, list, 200).select("form[action$=/retrait]"))
            send(cast.claireCoordinator, removal.attr("action"), Map.of());
        assertThat(page(cast.claireCoordinator, list, 200).select(".card")).isEmpty();
        assertThat(
                        page(cast.claireCoordinator, here(odette) + "/" + id, 200)
                                .select(".timeline")
                                .text())
                .contains("Transmise : Parquet de Douai, le 1er juin 2026");
        assertThat(AddresseeBook.department("97411")).isEqualTo("974");
        assertThat(AddresseeBook.department("2A004")).isEqualTo("2A");
        assertThat(AddresseeBook.department(null)).isNull();
    }

    private static LinkedHashMap<String, String> contact(
            String name, String department, String phone) {
        var form = new LinkedHashMap<String, String>();
        form.put("kind", "PROCUREUR");
        form.put("name", name);
        form.put("department", department);
        form.put("phone", phone);
        return form;
    }

    @Test
    @Proves("REQ-RIGHTS-05")
    void a_piece_is_replaced_and_removed_with_its_reason_under_the_audience() throws Exception {
        var odette = cast.newFollowed(cast.douai, 3, 60);
        var id =
                write(
                        odette,
                        cast.claireCoordinator,
                        Map.of("reader", cast.drMorel.accountId().toString()));
        var pieces = here(odette) + "/" + id + "/pieces";
        assertThat(deposit(cast.claireCoordinator, pieces, text("photo.txt", "floue")))
                .isEqualTo(302);
        var piece =
                page(cast.claireCoordinator, here(odette) + "/" + id, 200)
                        .select("#pieces a")
                        .first()
                        .attr("href");
        for (var other :
                List.of(cast.karimCoordinator, cast.sophieSecretary, cast.calaisCoordinator)) {
            assertThat(status(other, piece + "/fiche")).as(other.displayName()).isEqualTo(404);
            assertThat(change(other, piece + "/version", "net", text("a.txt", "a")).getStatus())
                    .isEqualTo(404);
            assertThat(send(other, piece + "/retrait", Map.of("why", "x")).getStatus())
                    .isEqualTo(404);
        }
        assertThat(page(cast.drMorel, piece + "/fiche", 200).select("main form"))
                .as("reads, does not write")
                .isEmpty();
        assertThat(change(cast.drMorel, piece + "/version", "net", text("a.txt", "a")).getStatus())
                .isEqualTo(404);

        // what is missing is said beside its field, and what was typed stays
        var noWhy =
                change(cast.claireCoordinator, piece + "/version", "", text("nette.txt", "nette"));
        assertThat(noWhy.getStatus()).isEqualTo(422);
        var noFile =
                change(
                        cast.claireCoordinator,
                        piece + "/version",
                        "plus nette",
                        new MockMultipartFile("file", new byte[0]));
        assertThat(noFile.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(noFile.getContentAsString()).select("#why-version").val())
                .isEqualTo("plus nette");
        assertThat(
                        change(
                                        cast.claireCoordinator,
                                        piece + "/version",
                                        "la même",
                                        text("b.txt", "floue"))
                                .getStatus())
                .isEqualTo(422);

        assertThat(
                        change(
                                        cast.claireCoordinator,
                                        piece + "/version",
                                        "plus nette",
                                        text("nette.txt", "nette"))
                                .getStatus())
                .isEqualTo(302);
        assertThat(
                        change(
                                        cast.helenHead,
                                        piece + "/version",
                                        "encore",
                                        text("c.txt", "encore plus"))
                                .getStatus())
                .as("seen at version 0")
                .isEqualTo(409);
        assertThat(words(cast.drMorel, piece)).contains("nette");
        assertThat(words(cast.drMorel, piece + "?version=1")).contains("floue");
        assertThat(page(cast.drMorel, piece + "/fiche", 200).select("main").text())
                .contains("Version 2", "plus nette");

        assertThat(
                        send(cast.claireCoordinator, piece + "/retrait", Map.of("version", "1"))
                                .getStatus())
                .isEqualTo(422);
        assertThat(
                        send(
                                        cast.claireCoordinator,
                                        piece + "/retrait",
                                        Map.of("version", "1", "why", "autre personne"))
                                .getStatus())
                .isEqualTo(302);
        for (var reader : List.of(cast.claireCoordinator, cast.drMorel)) {
            assertThat(status(reader, piece)).isEqualTo(404);
            assertThat(status(reader, piece + "?version=1")).isEqualTo(404);
            var left = page(reader, here(odette) + "/" + id, 200).select("#pieces");
            assertThat(left.text())
                    .contains("Retiré le 2 juin 2026 par Claire DUMONT : autre personne");
            assertThat(left.select("ul a")).isEmpty();
        }
        assertThat(
                        send(
                                        cast.claireCoordinator,
                                        piece + "/retrait",
                                        Map.of("version", "2", "why", "encore"))
                                .getStatus())
                .isEqualTo(409);
        // the same file may come back, as a piece of its own
        assertThat(deposit(cast.claireCoordinator, pieces, text("photo.txt", "nette")))
                .isEqualTo(302);
        assertThat(page(cast.claireCoordinator, here(odette) + "/" + id, 200).select("#pieces li"))
                .hasSize(2);
        assertThat(traced(odette, id).values()).isNotEmpty().allMatch(hidden -> hidden);
    }

    /// Two files of one person become one: concern and pieces follow, with their readers, and go
    /// back with them.
    @Test
    @Proves("REQ-RIGHTS-05")
    void joining_two_files_moves_a_concern_and_its_pieces_with_their_audience() throws Exception {
        var kept = cast.newFollowed(cast.douai, 3, 60);
        var absorbed = cast.newFollowed(cast.douai, 3, 60);
        var id = write(absorbed, cast.claireCoordinator, Map.of());
        deposit(
                cast.claireCoordinator,
                here(absorbed) + "/" + id + "/pieces",
                text("avant.txt", "avant"));
        var shown =
                signed(cast.helenHead, () -> merges.compare(kept.patient(), absorbed.patient()));
        var choices = new LinkedHashMap<String, String>();
        shown.fields().stream()
                .filter(f -> f.differs())
                .forEach(f -> choices.put(f.code(), "SURVIVOR"));
        choices.put("support", "SURVIVOR");
        var merge =
                signed(
                        cast.helenHead,
                        () ->
                                merges.merge(
                                        kept.patient(),
                                        absorbed.patient(),
                                        choices,
                                        "même personne",
                                        shown.fingerprint()));

        var there = here(kept) + "/" + id;
        var pieces = page(cast.claireCoordinator, there, 200).select("#pieces a:not(.small)");
        assertThat(pieces).hasSize(1);
        assertThat(words(cast.claireCoordinator, pieces.attr("href"))).contains("avant");
        deposit(cast.claireCoordinator, there + "/pieces", text("apres.txt", "après"));
        for (var reader : List.of(cast.claireCoordinator, cast.helenHead))
            assertThat(status(reader, there)).isEqualTo(200);
        for (var other :
                List.of(cast.karimCoordinator, cast.sophieSecretary, cast.calaisCoordinator)) {
            assertThat(status(other, there)).as(other.displayName()).isEqualTo(404);
            assertThat(status(other, pieces.attr("href"))).as(other.displayName()).isEqualTo(404);
        }
        assertThat(
                        count(
                                cast.karimCoordinator,
                                "documents.document where patient_id = '" + kept.patient() + "'"))
                .isZero();

        // parted: the piece that came since goes back with its concern
        signed(
                cast.helenHead,
                () -> merges.part(kept.patient(), merge, List.of(), "deux personnes"));
        assertThat(status(cast.claireCoordinator, there)).isEqualTo(404);
        var back =
                page(cast.claireCoordinator, here(absorbed) + "/" + id, 200)
                        .select("#pieces a:not(.small)");
        assertThat(back.eachText()).containsExactly("avant", "apres");
        for (var piece : back)
            assertThat(status(cast.claireCoordinator, piece.attr("href"))).isEqualTo(200);
        assertThat(status(cast.karimCoordinator, back.first().attr("href"))).isEqualTo(404);
    }

    private <T> T signed(SignedIn who, Supplier<T> work) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        new UsernamePasswordAuthenticationToken(who, null, who.getAuthorities()));
        try {
            return who.tenancy().call(work);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static MockMultipartFile text(String name, String words) {
        return new MockMultipartFile(
                "file", name, "text/plain", words.getBytes(StandardCharsets.UTF_8));
    }

    private MockHttpServletResponse change(
            SignedIn who, String path, String why, MockMultipartFile file) throws Exception {
        return mvc.perform(
                        multipart(path)
                                .file(file)
                                .param("why", why)
                                .param("version", "0")
                                .with(user(who))
                                .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private int deposit(SignedIn who, String address, MockMultipartFile file) throws Exception {
        return mvc.perform(multipart(address).file(file).with(user(who)).with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private Map<String, Boolean> traced(Followed who, UUID id) {
        var lines = new LinkedHashMap<String, Boolean>();
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "select split_part(actor, ' (', 1) || ' ' || action as line, hidden from access.trail where patient_id = :p and object_id = :id order by at, id")
                                .param("p", who.patient().value())
                                .param("id", id)
                                .query((row, _) ->
                                        lines.put(row.getString("line"), row.getBoolean("hidden")))
                                .list());
        return lines;
    }

    private static LinkedHashMap<String, String> form() {
        var form = new LinkedHashMap<String, String>();
        form.put("nature", "PHYSIQUE");
        form.put("facts", FACTS);
        form.put("impressions", "J’ai peur que le fils soit violent");
        form.put("concerned", "Odette et son fils");
        form.put("since", "depuis le printemps");
        form.put("decided", "Visite à deux vendredi");
        form.put("reviewOn", "2026-06-12");
        return form;
    }

    private String refusal(Followed who, Map<String, String> with, String field) throws Exception {
        var form = form();
        form.putAll(with);
        var answer = send(cast.claireCoordinator, here(who), form);
        assertThat(answer.getStatus()).isEqualTo(422);
        return Jsoup.parse(answer.getContentAsString()).select("#" + field + "-error").text();
    }

    private UUID write(Followed about, SignedIn who, Map<String, String> with) throws Exception {
        var form = form();
        form.putAll(with);
        var answer = send(who, here(about), form);
        assertThat(answer.getStatus()).isEqualTo(302);
        var location = String.valueOf(answer.getRedirectedUrl());
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }

    private MockHttpServletResponse act(
            Followed about, UUID id, String act, Map<String, String> form) throws Exception {
        return act(cast.claireCoordinator, about, id, act, form);
    }

    private MockHttpServletResponse act(
            SignedIn who, Followed about, UUID id, String act, Map<String, String> form)
            throws Exception {
        return send(who, here(about) + "/" + id + "/" + act, form);
    }

    private MockHttpServletResponse send(SignedIn who, String path, Map<String, String> form)
            throws Exception {
        var request = post(path).with(user(who)).with(csrf());
        form.forEach(request::param);
        return mvc.perform(request).andReturn().getResponse();
    }

    private Document page(SignedIn who, String path, int expected) throws Exception {
        var answer = mvc.perform(get(path).with(user(who))).andReturn().getResponse();
        assertThat(answer.getStatus()).as(who.displayName() + " " + path).isEqualTo(expected);
        return Jsoup.parse(answer.getContentAsString());
    }

    private boolean seen(SignedIn who, String path) throws Exception {
        return status(who, path) == 200;
    }

    private int status(SignedIn who, String path) throws Exception {
        return mvc.perform(get(path).with(user(who))).andReturn().getResponse().getStatus();
    }

    private String words(SignedIn who, String path) throws Exception {
        var html =
                Jsoup.parse(
                        mvc.perform(get(path).with(user(who)))
                                .andReturn()
                                .getResponse()
                                .getContentAsString());
        html.select("input[type=hidden], meta").remove();
        return html.body().html();
    }

    private int count(SignedIn who, String table) {
        return cast.as(
                who,
                () ->
                        sql.sql("select count(*) from " + table)
                                .query((row, _) -> row.getInt(1))
                                .single());
    }

    private static String here(Followed who) {
        return "/dossiers/" + who.patient() + "/preoccupations";
    }
}
