package fr.maillage.space.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.kernel.PhoneNumber;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.Proves;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/// What is said in a space, what is new in it, and what it leads to.
@IntegrationTest
class ThreadTest extends SpacePageTest {

    @Test
    @Proves("REQ-GOVERNANCE-10")
    void what_is_new_is_said_until_it_is_read() throws Exception {
        var space = shared("Groupe qui lit");
        var here = "/espaces/" + space;
        var before = news(cast.claireCoordinator);
        clock.move(Duration.ofMinutes(1));
        var thread = discussion(next.alice, space, "Délai de visite", "Deux jours ?");
        assertThat(news(next.alice)).as("one's own words are no news").isZero();
        assertThat(news(cast.claireCoordinator)).isEqualTo(before + 1);
        var listed = page(cast.claireCoordinator, here);
        assertThat(listed.select(".work:contains(Délai de visite) .mark").text())
                .isEqualTo("nouveau");
        assertThat(page(cast.claireCoordinator, thread).select(".message.is-fresh")).hasSize(1);
        assertThat(page(cast.claireCoordinator, thread).select(".message.is-fresh")).isEmpty();
        assertThat(news(cast.claireCoordinator)).isEqualTo(before);

        clock.move(Duration.ofMinutes(1));
        send(cast.claireCoordinator, thread, "words", "Deux jours ouvrés.");
        assertThat(news(next.alice)).isEqualTo(1);
        send(next.alice, here + "/lu");
        assertThat(news(next.alice)).isZero();
        send(next.alice, thread + "/non-lue");
        assertThat(news(next.alice)).isEqualTo(1);
        form(cast.karimCoordinator, here + "/lu", 404);
        form(cast.karimCoordinator, thread + "/non-lue", 404);
    }

    @Test
    void words_are_edited_with_a_trace_withdrawn_with_a_word_and_erased() throws Exception {
        var space = shared("Groupe qui se relit");
        var thread = discussion(cast.claireCoordinator, space, "Grille", "Premier jet.\n\nSuite.");
        var first = message(space, "Premier jet");
        var own = thread + "/messages/" + first;
        form(next.alice, own, 404, "edited", "À ma façon", "version", "0");
        form(next.alice, own + "/retirer", 404, "why", "pas d’accord");
        assertThatThrownBy(() ->
                        cast.as(
                                cast.helenHead,
                                () ->
                                        sql.sql(
                                                        "update space.message set words = 'autre chose' where id = :id")
                                                .param("id", UUID.fromString(first))
                                                .update()))
                .as("not even a moderator rewrites them")
                .rootCause()
                .hasMessageContaining("nobody rewrites");
        clock.move(Duration.ofMinutes(5));
        send(cast.claireCoordinator, own, "edited", "Second jet.", "version", "0");
        var late = form(cast.claireCoordinator, own, 409, "edited", "Troisième", "version", "0");
        assertThat(late.text()).contains("Entre-temps");
        assertThat(late.select("textarea[name=edited]").text()).contains("Troisième");
        var shown = page(next.alice, thread).select("#m-" + first);
        assertThat(shown.text())
                .contains("modifié le mardi 2 juin 2026 à 08:35", "Second jet", "Premier jet");
        assertThat(refused(cast.claireCoordinator, own + "/retirer").text())
                .contains("Ce champ est nécessaire");

        send(next.alice, thread, "words", "Réponse maladroite", "reply_to", first);
        var second = message(space, "Réponse maladroite");
        assertThat(page(cast.claireCoordinator, thread).select("#m-" + second + " .message-who"))
                .extracting(e -> e.text())
                .first()
                .asString()
                .contains("en réponse à Claire DUMONT");
        send(cast.helenHead, thread + "/messages/" + second + "/retirer", "why", "Hors sujet");
        assertThat(page(cast.claireCoordinator, thread).select("#m-" + second).text())
                .contains("Message retiré par Hélène VANDAMME", "Hors sujet")
                .doesNotContain("maladroite");
        form(cast.helenHead, thread + "/messages/" + second + "/retirer", 409, "why", "encore");

        send(
                cast.claireCoordinator,
                own + "/retirer",
                "why",
                "J’y décrivais quelqu’un",
                "names_somebody",
                "on");
        var text = export(next.alice, thread);
        assertThat(text)
                .contains("Message effacé par Claire DUMONT, Appui Douaisis", "Alice ALBERT")
                .doesNotContain("jet.", "maladroite");
        assertThat(
                        cast.as(
                                cast.claireCoordinator,
                                () ->
                                        sql.sql(
                                                        "select (select count(*) from space.message_past where message_id = :id) || words from space.message where id = :id")
                                                .param("id", UUID.fromString(first))
                                                .query((row, _) -> row.getString(1))
                                                .single()))
                .as("nothing of it stays")
                .isEqualTo("0");
    }

    @Test
    @Proves("REQ-GOVERNANCE-10")
    void a_discussion_leads_to_a_decision_with_an_owner_and_a_day() throws Exception {
        var space = shared("Groupe qui décide");
        var thread = discussion(cast.claireCoordinator, space, "Astreinte", "Qui la tient ?");
        var owners = page(cast.claireCoordinator, thread).select("#owner option");
        var alice = owners.select(":containsOwn(Alice ALBERT)").attr("value");
        var to = thread + "/decisions";
        var wrong =
                refused(
                        cast.claireCoordinator,
                        to,
                        "decision",
                        "Écrire le roulement",
                        "owner",
                        UUID.randomUUID().toString(),
                        "due_on",
                        "2026-06-01");
        assertThat(wrong.select("#owner-error").text()).contains("Choisissez dans la liste");
        assertThat(wrong.select("#due_on-error").text()).contains("déjà passé");
        assertThat(wrong.select("#decision").text()).isEqualTo("Écrire le roulement");
        assertThat(
                        refused(
                                        cast.claireCoordinator,
                                        to,
                                        "decision",
                                        "x",
                                        "owner",
                                        alice,
                                        "due_on",
                                        "2036-06-01")
                                .text())
                .contains("dans les deux ans");
        send(
                cast.claireCoordinator,
                to,
                "decision",
                "Écrire le roulement",
                "owner",
                alice,
                "due_on",
                "2026-06-04");
        assertThat(page(next.alice, "/espaces").select("section[aria-labelledby=a-faire]").text())
                .contains("Écrire le roulement", "pour le 4 juin 2026", "Alice ALBERT, Structure");
        var before = news(next.alice);
        clock.move(Duration.ofDays(3));
        assertThat(news(next.alice)).as("due, it is counted").isEqualTo(before + 1);
        assertThat(page(cast.claireCoordinator, "/espaces/" + space).text())
                .contains("en retard, pour le 4 juin 2026");
        var done = page(next.alice, thread).select("form[action$=/fait]").attr("action");
        form(cast.karimCoordinator, done, 404);
        send(next.alice, done, "done_words", "envoyé à tous");
        form(next.alice, done, 409);
        assertThat(page(cast.claireCoordinator, thread).select("#decisions").text())
                .contains("fait le 5 juin 2026, Alice ALBERT : envoyé à tous");
        assertThat(export(cast.claireCoordinator, thread))
                .contains("- Écrire le roulement (Alice ALBERT, Structure, fait le 5 juin");

        form(next.alice, thread + "/conclure", 404);
        send(cast.claireCoordinator, thread + "/conclure");
        assertThat(refused(next.alice, thread, "words", "Encore un mot").text())
                .contains("Cette discussion est conclue");
        send(cast.helenHead, thread + "/conclure", "rouvrir", "on");
        send(next.alice, thread, "words", "Encore un mot");
    }

    @Test
    void what_looks_like_a_person_is_refused_and_nothing_typed_is_lost() throws Exception {
        var space = shared("Groupe prudent");
        var here = "/espaces/" + space;
        assertThat(page(cast.claireCoordinator, here).text())
                .contains("on n’y nomme et n’y décrit jamais une personne accompagnée");
        var refused =
                refused(
                        cast.claireCoordinator,
                        here + "/discussions",
                        "subject",
                        "Une dame née le 12/04/1942",
                        "words",
                        "Numéro 2 84 03 59 178 042 33");
        assertThat(refused.select("#subject-error").text()).contains("date de naissance");
        assertThat(refused.select("#words-error").text())
                .contains("matricule INS", "retirez-le")
                .doesNotContain("178");
        assertThat(refused.select("#words").text()).isEqualTo("Numéro 2 84 03 59 178 042 33");
        assertThat(seen(cast.claireCoordinator, "message", space)).isZero();
        assertThat(
                        refused(
                                        cast.claireCoordinator,
                                        here + "/discussions",
                                        "subject",
                                        "",
                                        "words",
                                        "x".repeat(10_001))
                                .text())
                .contains("Ce champ est nécessaire", "raccourcissez-le");
        assertThat(
                        refused(
                                        cast.helenHead,
                                        "/espaces",
                                        "kind",
                                        "THEME",
                                        "title",
                                        "",
                                        "purpose",
                                        "")
                                .text())
                .contains("Choisissez dans la liste", "Ce champ est nécessaire");
        form(cast.claireCoordinator, "/espaces", 404, "kind", "GROUPE");
        hidden(cast.claireCoordinator, "/espaces/nouveau");
        hidden(cast.claireCoordinator, "/espaces/" + UUID.randomUUID());
    }

    @Test
    void the_number_of_a_structure_is_written_that_of_somebody_is_not() throws Exception {
        var space = shared("Groupe qui téléphone");
        var thread = discussion(cast.claireCoordinator, space, "Numéros", "À compléter.");
        // one each that only the register, the national file, a partner's line knows
        var enrolled = "03279%05d".formatted(ThreadLocalRandom.current().nextInt(100_000));
        var national = "03278%05d".formatted(ThreadLocalRandom.current().nextInt(100_000));
        var partner = "03277%05d".formatted(ThreadLocalRandom.current().nextInt(100_000));
        var somebody = "06399%05d".formatted(ThreadLocalRandom.current().nextInt(100_000));
        cast.in(
                next.id,
                () ->
                        sql.sql("update network.network set on_call_phone = :phone where id = :id")
                                .param("phone", new PhoneNumber(enrolled).formatted())
                                .param("id", next.id.value())
                                .update());
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        insert into partners.structure (id, name, kind, phone, added_at, added_by)
                                        values (uuidv7(), 'Conseil départemental (fictif)', 'AUTRE', :phone, '2026-06-01 09:00+02', 'Claire')
                                        """)
                                .param("phone", new PhoneNumber(partner).formatted())
                                .update());
        sql.sql(
                        """
                        insert into directory.organization (finess, name, kind, kind_label, commune_code, commune_name, phone)
                        values ('590019998', 'SSIAD des Xérus (fictif)', 'SSIAD', 'SSIAD', '59178', 'Douai', :phone)
                        on conflict (finess) do update set phone = excluded.phone
                        """)
                .param("phone", national)
                .update();
        for (var number : List.of(enrolled, national, partner))
            send(
                    cast.claireCoordinator,
                    thread,
                    "words",
                    "Appeler le " + new PhoneNumber(number).formatted());
        assertThat(page(next.alice, thread).text())
                .contains(plain(new PhoneNumber(national).formatted()));

        var words = "Appeler le " + national + " ou sa fille au " + somebody;
        var refused = refused(cast.claireCoordinator, thread, "words", words);
        assertThat(refused.text()).contains("qui n’est celui d’aucune structure connue");
        assertThat(refused.select("textarea[name=words]").val()).isEqualTo(words);
        assertThat(
                        refused(
                                        next.alice,
                                        thread,
                                        "words",
                                        "Appeler le " + new PhoneNumber(partner).formatted())
                                .text())
                .as("a partner of another structure, whom nobody else knows")
                .contains("qui n’est celui d’aucune structure connue");
    }
}
