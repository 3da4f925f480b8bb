package fr.maillage.protocol.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.access.SignedIn;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.Proves;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MvcResult;

/// Decision algorithms: written one question at a time, published and shared, walked for a person.
@IntegrationTest
class AlgorithmJourneyTest extends ProtocolSteps {

    @Test
    void questions_are_written_one_by_one_and_nothing_that_turns_round_or_stops_dead_is_published()
            throws Exception {
        var id = take("5-personne-agee-fragile");
        var questions = "/protocoles/" + id + "/lignes/questions";
        var form =
                page(
                        cast.claireCoordinator,
                        "/protocoles/" + id + "/modifier?ligne=questions-nouveau");
        assertThat(form.select("#questions-nouveau-next-0 option").eachText())
                .contains("l’algorithme s’arrête")
                .anyMatch(o -> o.startsWith("Au moins deux chutes en douze mois"));
        assertThat(form.select("#questions-nouveau-line-0-0 optgroup").eachAttr("label"))
                .containsExactly("Objectifs", "Interventions");

        var wrong =
                send(
                        cast.claireCoordinator,
                        questions,
                        "_tag",
                        "",
                        "title",
                        "Vit-elle seule ?",
                        "help",
                        "Même si un proche passe",
                        "label-0",
                        "Oui",
                        "line-0-0",
                        "INCONNUE",
                        "label-1",
                        "Oui",
                        "advice-1",
                        "Voir l’aidant",
                        "next-2",
                        "PA-Q9");
        assertThat(wrong.getResponse().getStatus()).isEqualTo(422);
        var shown = Jsoup.parse(text(wrong));
        assertThat(shown.select("#questions-nouveau-line-0-0-error").text()).contains("Choisissez");
        assertThat(shown.select("#questions-nouveau-label-1-error").text())
                .contains("Cette réponse y est déjà");
        assertThat(shown.select("#questions-nouveau-label-2-error").text())
                .contains("Dites la réponse");
        assertThat(shown.select("#questions-nouveau-next-2-error").text()).contains("Choisissez");
        assertThat(shown.select("#questions-nouveau-help").val())
                .isEqualTo("Même si un proche passe");
        assertThat(shown.select("#questions-nouveau-advice-1").val()).isEqualTo("Voir l’aidant");
        assertThat(send(cast.sophieSecretary, questions, "title", "x").getResponse().getStatus())
                .isEqualTo(404);

        var second = question(id, "PA-Q2");
        var round =
                send(cast.claireCoordinator, questions + "/PA-Q2", with(second, "next-1", "PA-Q1"));
        assertThat(round.getResponse().getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(text(round)).select("#questions-PA-Q2-next-1-error").text())
                .as("PA-Q1 leads to PA-Q2")
                .contains("ramène à celle-ci");
        var removed = send(cast.claireCoordinator, questions + "/PA-Q2/retirer");
        assertThat(removed.getResponse().getStatus()).isEqualTo(422);
        assertThat(text(removed)).contains("D’autres lignes en dépendent", "plus d’une heure");

        var dead = new ArrayList<String>(List.of(with(second, "line-1-0", "")));
        assertThat(
                        send(
                                        cast.claireCoordinator,
                                        questions + "/PA-Q2",
                                        dead.toArray(String[]::new))
                                .getResponse()
                                .getStatus())
                .as("one may go on writing later")
                .isEqualTo(302);
        assertThat(
                        send(
                                        cast.karimCoordinator,
                                        questions + "/PA-Q2",
                                        with(second, "help", "Autrement"))
                                .getResponse()
                                .getStatus())
                .as("somebody wrote it since")
                .isEqualTo(409);
        assertThat(text(publish(id)))
                .contains(
                        "«\u00A0Au moins deux chutes en douze mois\u00A0?\u00A0», «\u00A0Non\u00A0»",
                        "rien ne suit");
        assertThat(page(cast.claireCoordinator, "/protocoles/" + id + "/algorithmes/PA-Q1").text())
                .contains("Avant de publier");
        send(
                cast.claireCoordinator,
                questions + "/PA-Q2",
                with(question(id, "PA-Q2"), "line-1-0", "PA-12"));
        assertThat(publish(id).getResponse().getStatus()).isEqualTo(302);

        send(cast.claireCoordinator, "/protocoles/" + id + "/version", "raison", "essai");
        send(
                cast.claireCoordinator,
                questions + "/PA-Q2",
                with(question(id, "PA-Q2"), "advice-1", "Refaire le point dans un an"));
        var compare =
                Objects.requireNonNull(
                        page(cast.claireCoordinator, "/protocoles/" + id + "?version=")
                                .selectFirst("a[href*=comparer]"));
        assertThat(page(cast.claireCoordinator, compare.attr("href")).text())
                .contains(
                        "1 différence,", "Question d’un algorithme", "Refaire le point dans un an");
    }

    @Test
    @Proves("REQ-PROTOCOLS-04")
    void an_algorithm_is_published_with_its_sources_shared_taken_and_printed() throws Exception {
        var shipped = page(cast.claireCoordinator, "/protocoles/livres/1-diabete-type-2");
        assertThat(shipped.select("section:has(#algorithmes) li a").eachText())
                .containsExactly("Choisir l’objectif d’HbA1c", "Suivi du pied selon son grade");
        var whole =
                page(
                        cast.sophieSecretary,
                        shipped.select("section:has(#algorithmes) li a").first().attr("href"));
        assertThat(whole.select("li.card h2").eachText())
                .hasSize(3)
                .allMatch(t -> t.matches("\\d\\. .*\\?"));
        assertThat(whole.select("li.card").eachText())
                .as("drawn from a national recommendation, which each question names")
                .allMatch(t -> t.contains("HAS/ANSM, RBP DT2 janvier 2013"));
        assertThat(whole.select("#q1").text().replace('\u00A0', ' '))
                .contains("Oui", "Propose :", "Objectif : Âgé « malade », dépendant", "question 2");
        assertThat(whole.select("[data-print]")).hasSize(1);

        var ours = published("1-diabete-type-2");
        send(cast.claireCoordinator, "/protocoles/" + ours + "/partager");
        var entry =
                Objects.requireNonNull(
                                page(cast.calaisCoordinator, "/protocoles")
                                        .select("a[href^=/protocoles/partages/]:contains(Diabète)")
                                        .last())
                        .attr("href");
        assertThat(page(cast.calaisCoordinator, entry + "/algorithmes/DT2-Q4").text())
                .contains("Suivi du pied selon son grade", "Une plaie est-elle en cours");
        var taken = id(send(cast.calaisCoordinator, entry + "/prendre"));
        assertThat(
                        page(cast.calaisCoordinator, "/protocoles/" + taken + "/algorithmes/DT2-Q1")
                                .text())
                .contains("Choisir l’objectif d’HbA1c", "brouillon");
        assertThat(status(cast.calaisCoordinator, "/protocoles/" + ours + "/algorithmes/DT2-Q1"))
                .isEqualTo(404);
        assertThat(status(cast.claireCoordinator, "/protocoles/" + ours + "/algorithmes/DT2-Q2"))
                .as("no algorithm begins there")
                .isEqualTo(404);
        send(cast.claireCoordinator, "/protocoles/" + ours + "/departager");
    }

    @Test
    void an_algorithm_is_walked_step_by_step_kept_as_a_trace_and_proposes_its_lines_to_the_draft()
            throws Exception {
        var fragile = published("5-personne-agee-fragile");
        var odette = cast.newFollowed(cast.douai, 2, 20);
        var all = "/dossiers/" + odette.patient() + "/algorithmes";
        var choice =
                Objects.requireNonNull(
                        page(cast.claireCoordinator, all)
                                .selectFirst(
                                        "form:has([value=" + fragile + "]):has([value=PA-Q1])"));
        assertThat(choice.select("button").attr("aria-label"))
                .isEqualTo("Parcourir Après une chute");
        for (var who : List.of(cast.sophieSecretary, cast.calaisCoordinator))
            assertThat(status(who, all)).isIn(403, 404);
        assertThat(
                        send(
                                        cast.claireCoordinator,
                                        all,
                                        "protocole",
                                        fragile.toString(),
                                        "algorithme",
                                        "PA-Q2")
                                .getResponse()
                                .getStatus())
                .as("no algorithm begins there")
                .isEqualTo(404);
        var walk = begin(all, fragile, "PA-Q1");
        var first = page(cast.claireCoordinator, walk);
        assertThat(first.select("legend").text()).contains("plus d’une heure passée au sol");
        assertThat(first.select("input[type=radio]")).hasSize(2);
        assertThat(first.text()).contains("SFGG-HAS 2009", "source à vérifier");
        var missing = answer(cast.claireCoordinator, walk, "PA-Q1", "");
        assertThat(missing.getResponse().getStatus()).isEqualTo(422);
        assertThat(text(missing)).contains("Choisissez une réponse.");
        assertThat(answer(cast.claireCoordinator, walk, "PA-Q1", "7").getResponse().getStatus())
                .isEqualTo(422);
        assertThat(conclude(walk, 0).getResponse().getStatus())
                .as("a question waits")
                .isEqualTo(422);

        answer(cast.claireCoordinator, walk, "PA-Q1", "0");
        var late = answer(cast.karimCoordinator, walk, "PA-Q1", "1");
        assertThat(late.getResponse().getStatus()).as("Claire answered first").isEqualTo(409);
        assertThat(text(late)).contains("Un collègue a répondu entre-temps");
        send(cast.claireCoordinator, walk + "/retour", "_count", "1");
        assertThat(page(cast.claireCoordinator, walk).select("#chemin")).isEmpty();
        answer(cast.claireCoordinator, walk, "PA-Q1", "0");
        answer(cast.karimCoordinator, walk, "PA-Q2", "0");
        var end = page(cast.claireCoordinator, walk);
        assertThat(end.select("ol li").eachText())
                .satisfiesExactly(
                        one -> assertThat(one).contains("au sol", "Oui", "par Claire DUMONT"),
                        two -> assertThat(two).contains("deux chutes", "Oui", "par Karim"));
        assertThat(end.select("section:has(#issue)").text())
                .contains("Appeler le médecin traitant tout de suite", "Chutes répétées");
        assertThat(end.select("a[href*=algorithme=]")).as("not concluded").isEmpty();
        conclude(walk, 2);

        var kept = page(cast.claireCoordinator, walk);
        assertThat(kept.text().replace('\u00A0', ' '))
                .contains(
                        "Conclu",
                        "Personne âgée fragile, perte d’autonomie, v1",
                        "mardi 2 juin 2026 à",
                        "commencez-en la version suivante");
        assertThat(kept.select("form[action$=/retour], form[action$=/abandonner]")).isEmpty();
        assertThat(
                        send(cast.claireCoordinator, walk + "/retour", "_count", "2")
                                .getResponse()
                                .getStatus())
                .isEqualTo(422);
        assertThatThrownBy(() ->
                        cast.in(
                                cast.douai,
                                () ->
                                        sql.sql(
                                                        "update protocol.walk set steps = '[]' where patient_id = :p")
                                                .param("p", odette.patient().value())
                                                .update()))
                .rootCause()
                .hasMessageContaining("never changes");
        assertThat(
                        page(
                                        cast.claireCoordinator,
                                        "/dossiers/" + odette.patient() + "/ligne-de-vie")
                                .text()
                                .replace('\u00A0', ' '))
                .contains("Algorithme : Après une chute", "Appeler le médecin traitant");

        var pps = begin(odette);
        var preview =
                page(
                        cast.claireCoordinator,
                        page(cast.claireCoordinator, walk)
                                .select("a[href*=algorithme=]")
                                .attr("href"));
        assertThat(preview.select("input[name^=ok-]").eachAttr("name"))
                .as("its lines alone")
                .containsExactlyInAnyOrder(
                        "ok-" + fragile + ".PA-10",
                        "ok-" + fragile + ".PA-11",
                        "ok-" + fragile + ".PA-13",
                        "ok-" + fragile + ".PA-31");
        assertThat(preview.select("input[name^=ok-]:not([checked])")).isEmpty();
        assertThat(preview.text()).contains("Selon l’algorithme « Après une chute », conclu le");
        send(
                cast.claireCoordinator,
                plan(odette, pps) + "/protocoles",
                "_seen",
                preview.select("input[name=_seen]").val(),
                "p",
                fragile.toString(),
                "algorithme",
                preview.select("input[name=algorithme]").val(),
                "ok-" + fragile + ".PA-31",
                "on");
        assertThat(rows(pps)).singleElement().asString().startsWith("Visite de repérage");
        assertThat(
                        page(
                                        cast.claireCoordinator,
                                        "/dossiers/" + odette.patient() + "/ligne-de-vie")
                                .text())
                .contains("1 ligne. Selon l’algorithme « Après une chute »");

        var dropped = begin(all, fragile, "PA-Q3");
        send(cast.claireCoordinator, dropped + "/abandonner");
        assertThat(status(cast.claireCoordinator, dropped)).isEqualTo(404);
        send(
                cast.claireCoordinator,
                "/protocoles/" + fragile + "/retirer",
                "pourquoi",
                "en relecture");
        assertThat(page(cast.claireCoordinator, walk).text())
                .as("the trace stays, and says its version serves no more")
                .contains("Chutes répétées", "plus récent, ou il est retiré");
        assertThat(page(cast.claireCoordinator, all).select("[value=" + fragile + "]")).isEmpty();
    }

    private String begin(String all, UUID protocol, String root) throws Exception {
        return Objects.requireNonNull(
                send(
                                cast.claireCoordinator,
                                all,
                                "protocole",
                                protocol.toString(),
                                "algorithme",
                                root)
                        .getResponse()
                        .getRedirectedUrl());
    }

    private MvcResult answer(SignedIn who, String walk, String question, String rank)
            throws Exception {
        return send(who, walk + "/reponse", "question", question, "reponse", rank);
    }

    private MvcResult conclude(String walk, int count) throws Exception {
        return send(cast.claireCoordinator, walk + "/conclure", "_count", String.valueOf(count));
    }

    /// The fields of a question as the page shows them.
    private List<String> question(UUID id, String key) throws Exception {
        return fields(id, "questions-" + key, key);
    }
}
