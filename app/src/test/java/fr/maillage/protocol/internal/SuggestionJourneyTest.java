package fr.maillage.protocol.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.kernel.Ids;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.TestWorld.Cast.Followed;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MvcResult;

/// From findings to a plan: what the rules of the structure propose to somebody, and what a
/// coordinator decides of it.
@IntegrationTest
class SuggestionJourneyTest extends ProtocolSteps {

    @Autowired MovableClock clock;

    private UUID rules = Ids.next();
    private Followed person;

    @BeforeEach
    void somebodyEvaluated() throws Exception {
        clock.reset();
        rules = published("9-propositions-apres-evaluation");
        person = cast.newFollowed(cast.douai, 3, 30);
        var response = evaluated();
        score(response, "gir", "GIR", "4");
        score(response, "minizarit", "Mini-Zarit", "4.5");
        finding(response, "chutes-repetees", "Chutes répétées", "2 chutes en six mois");
    }

    @AfterEach
    void otherTestsHaveTheirOwnRules() throws Exception {
        send(cast.claireCoordinator, "/protocoles/" + rules + "/retirer", "pourquoi", "fin");
    }

    // ── the person ──

    private UUID evaluated() {
        var id = Ids.next();
        insert(
                """
                insert into assessment.response (id, patient_id, questionnaire_url, questionnaire_version, questionnaire_code, title, status, on_date, author_name, saved_at, completed_at)
                values (:id, :p, 'https://maillage.example/fhir/Questionnaire/aggir', '1', 'aggir', 'AGGIR', 'TERMINEE', :day, 'Claire DUMONT', :now, :now)
                """,
                id,
                "",
                "",
                "");
        return id;
    }

    private void score(UUID response, String code, String label, String value) {
        insert(
                """
                insert into assessment.score (response_id, patient_id, code, label, value, on_date)
                values (:id, :p, :code, :label, cast(:words as numeric), :day)
                """,
                response,
                code,
                label,
                value);
    }

    private void finding(UUID response, String code, String label, String because) {
        insert(
                """
                insert into assessment.problem (id, response_id, patient_id, code, label, domain, status, because, since)
                values (uuidv7(), :id, :p, :code, :label, 'MEDICAL', 'RETENU', :words, :day)
                """,
                response,
                code,
                label,
                because);
    }

    private void insert(String statement, UUID id, String code, String label, String words) {
        cast.in(
                cast.douai,
                () ->
                        sql.sql(statement)
                                .param("id", id)
                                .param("p", person.patient().value())
                                .param("code", code)
                                .param("label", label)
                                .param("words", words)
                                .param("day", LocalDate.now((Clock) clock))
                                .param("now", Timestamp.from(clock.instant()))
                                .update());
    }

    // ── the page ──

    private String at() {
        return "/dossiers/" + person.patient() + "/propositions";
    }

    private Document page() throws Exception {
        return page(cast.claireCoordinator, at());
    }

    private static String key(UUID protocol, String line) {
        return protocol + "." + line;
    }

    private static boolean proposes(Document page, String line) {
        return !page.select("#propositions form[action$=/propositions] input[value=" + line + "]")
                .isEmpty();
    }

    private MvcResult add(Document seen, String... lines) throws Exception {
        var fields = new ArrayList<>(List.of("_seen", seen(seen)));
        for (var line : lines) fields.addAll(List.of("ligne", line));
        return send(cast.claireCoordinator, at(), fields.toArray(String[]::new));
    }

    private static String seen(Document page) {
        return page.select("input[name=_seen]").attr("value");
    }

    private MvcResult setAside(String line, String reason, String words) throws Exception {
        return send(
                cast.claireCoordinator,
                at() + "/ecarter",
                "ligne",
                line,
                "motif",
                reason,
                "precision",
                words);
    }

    private static int status(MvcResult result) {
        return result.getResponse().getStatus();
    }

    private static String plain(String text) {
        return text.replace('\u00A0', ' ');
    }

    @Test
    void a_plan_starts_from_what_was_found_each_line_with_the_facts_that_propose_it()
            throws Exception {
        assertThat(page(cast.claireCoordinator, "/dossiers/" + person.patient() + "/pps").text())
                .contains("lignes sont proposées d’après l’évaluation");
        assertThat(status(add(page(), key(rules, "EV-07")))).as("no draft yet").isEqualTo(422);

        var pps = begin(person);
        var edit = page(cast.claireCoordinator, plan(person, pps) + "/modifier");
        var panel = Objects.requireNonNull(edit.selectFirst("#propositions"));
        assertThat(plain(panel.text()))
                .contains(
                        "Perte d’autonomie et chutes",
                        "GIR 4, 2 juin 2026",
                        "Chutes répétées : 2 chutes en six mois (2 juin 2026)",
                        "Aidant épuisé",
                        "Mini-Zarit 4,5",
                        "Proposition Maillage",
                        "source à vérifier")
                .doesNotContain("Diabète", "Précarité");
        var before = panel.select("input[name=motif], select[name=motif]").size();

        // an intervention brings the goal it serves
        assertThat(status(add(edit, key(rules, "EV-07")))).isEqualTo(302);
        assertThat(rows(pps)).singleElement().asString().startsWith("Répit").contains("1 REPIT");
        edit = page(cast.claireCoordinator, plan(person, pps) + "/modifier");
        assertThat(edit.select("#objectifs").text()).contains("Soulager l’aidant");
        assertThat(page(cast.claireCoordinator, plan(person, pps)).text())
                .contains("propositions d’après l’évaluation attendent");
        assertThat(status(add(edit, key(rules, "EV-G2")))).isEqualTo(302);
        assertThat(goals(pps))
                .as("tied to the problem that proposes it, when there is one")
                .contains("Ne plus tomber: Chutes répétées", "Soulager l’aidant: -");
        edit = page(cast.claireCoordinator, plan(person, pps) + "/modifier");
        assertThat(proposes(edit, key(rules, "EV-07"))).isFalse();
        assertThat(proposes(edit, key(rules, "EV-G3"))).isFalse();
        assertThat(edit.select("select[name=motif]")).hasSize(before - 3);

        // with a change: its own form opens in the plan
        var changed =
                send(
                        cast.claireCoordinator,
                        at(),
                        "_seen",
                        seen(edit),
                        "ligne",
                        key(rules, "EV-09"),
                        "puis",
                        "modifier");
        var to = Objects.requireNonNull(changed.getResponse().getRedirectedUrl());
        assertThat(to).startsWith(plan(person, pps) + "/modifier#interventions-");
        assertThat(
                        page(cast.claireCoordinator, to.replaceAll("#.*", ""))
                                .select(to.replaceAll(".*#", "#") + " input[name=title]")
                                .val())
                .startsWith("Refaire le point avec l’aidant");

        // all the others at once
        var rest = page();
        var lines =
                rest.select("#propositions .block-head input[name=ligne]")
                        .eachAttr("value")
                        .toArray(String[]::new);
        assertThat(lines).hasSizeGreaterThan(3);
        assertThat(status(add(rest, lines))).isEqualTo(302);
        assertThat(page().select("#propositions").text()).contains("Rien n’attend de décision");
        assertThat(
                        page(
                                        cast.claireCoordinator,
                                        "/dossiers/" + person.patient() + "/ligne-de-vie")
                                .text())
                .contains("Propositions de l’évaluation ajoutées au PPS v1");
    }

    private List<String> goals(UUID pps) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        select g.title || ': ' || case when g.problem_id is null then '-' else g.problem end
                                          from careplan.goal g where g.pps_id = :pps
                                        """)
                                .param("pps", pps)
                                .query((row, _) -> row.getString(1))
                                .list());
    }

    @Test
    void what_is_in_the_plan_already_is_not_proposed() throws Exception {
        var pps = begin(person);
        assertThat(proposes(page(), key(rules, "EV-03"))).isTrue();
        var fragile = published("5-personne-agee-fragile");
        var preview = page(cast.claireCoordinator, plan(person, pps) + "/protocoles?p=" + fragile);
        take(plan(person, pps) + "/protocoles", preview, fragile, "ok-" + fragile + ".PA-11");
        assertThat(proposes(page(), key(rules, "EV-03")))
                .as("the same act by its code, from another protocol")
                .isFalse();
        assertThat(page().select("#propositions").text()).contains("déjà au plan");
        assertThat(
                        page(cast.claireCoordinator, plan(person, pps) + "/protocoles")
                                .select("input[name=p][value=" + rules + "]"))
                .as("only findings propose its lines")
                .isEmpty();
        send(cast.claireCoordinator, "/protocoles/" + fragile + "/retirer", "pourquoi", "fin");
    }

    @Test
    void what_is_set_aside_says_why_and_comes_back_when_the_facts_change_or_somebody_asks()
            throws Exception {
        begin(person);
        var line = key(rules, "EV-08");
        var silent = setAside(line, "", "ma précision");
        assertThat(status(silent)).isEqualTo(422);
        var shown = Jsoup.parse(text(silent));
        assertThat(shown.select("#motif-error").text()).contains("Dites pourquoi");
        assertThat(shown.getElementById("precision-" + line).val()).isEqualTo("ma précision");
        var other = setAside(line, "AUTRE", "");
        assertThat(status(other)).isEqualTo(422);
        assertThat(Jsoup.parse(text(other)).select("#precision-error").text())
                .contains("Précisez laquelle");

        assertThat(status(setAside(line, "REFUS", "veut d’abord souffler"))).isEqualTo(302);
        var after = page();
        assertThat(proposes(after, line)).isFalse();
        assertThat(plain(after.select("section[aria-labelledby=ecartees-titre]").text()))
                .contains(
                        "Plateforme d’accompagnement",
                        "Écartée le 2 juin 2026 par " + cast.claireCoordinator.displayName(),
                        "La personne ne le souhaite pas, « veut d’abord souffler »",
                        "Aidant épuisé (Mini-Zarit 4,5");
        assertThat(status(setAside(line, "REFUS", ""))).as("a second time").isEqualTo(409);

        var id =
                Objects.requireNonNull(after.selectFirst("form[action$=/reconsiderer]"))
                        .attr("action");
        assertThat(status(send(cast.karimCoordinator, id))).isEqualTo(302);
        assertThat(proposes(page(), line)).isTrue();
        assertThat(page().text()).contains("Reconsidérée le 2 juin 2026");
        assertThat(status(send(cast.claireCoordinator, id))).isEqualTo(409);

        setAside(line, "PAS_MAINTENANT", "");
        var again = evaluated();
        score(again, "minizarit", "Mini-Zarit", "4.5");
        assertThat(proposes(page(), line)).as("measured again, the same").isFalse();
        clock.move(Duration.ofDays(1));
        score(evaluated(), "minizarit", "Mini-Zarit", "6");
        var changed = page();
        assertThat(proposes(changed, line)).isTrue();
        assertThat(plain(changed.select("#propositions").text()))
                .contains("Les faits ont changé, c’était : Aidant épuisé (Mini-Zarit 4,5");
        assertThat(changed.text()).contains("Proposée à nouveau, les faits ont changé");
    }

    @Test
    void a_trace_never_changes_and_follows_the_person() throws Exception {
        begin(person);
        setAside(key(rules, "EV-08"), "REFUS", "");
        assertThatThrownBy(() -> update("update protocol.set_aside set words = 'autre'"))
                .rootCause()
                .hasMessageContaining("stays a trace");
        assertThatThrownBy(() -> update("delete from protocol.set_aside"))
                .rootCause()
                .hasMessageContaining("stays a trace");
        var other = cast.newFollowed(cast.douai, 3, 30);
        update("update protocol.set_aside set patient_id = '" + other.patient() + "'");
        assertThat(proposes(page(), key(rules, "EV-08"))).as("no longer theirs").isTrue();
    }

    private void update(String statement) {
        cast.in(
                cast.douai,
                () ->
                        sql.sql(statement + " where patient_id = :p")
                                .param("p", person.patient().value())
                                .update());
    }

    @Test
    void others_are_refused_and_the_second_of_two_is_told() throws Exception {
        begin(person);
        for (var who : List.of(cast.sophieSecretary, cast.calaisCoordinator, cast.nurseLucie)) {
            assertThat(status(who, at())).as(who.login()).isEqualTo(404);
            assertThat(status(send(who, at(), "ligne", key(rules, "EV-08")))).isEqualTo(404);
            assertThat(status(send(who, at() + "/ecarter", "motif", "REFUS"))).isEqualTo(404);
        }
        var mine = page();
        assertThat(status(add(page(cast.karimCoordinator, at()), key(rules, "EV-04"))))
                .isEqualTo(302);
        var late = add(mine, key(rules, "EV-08"));
        assertThat(status(late)).isEqualTo(409);
        assertThat(text(late)).contains("a changé depuis l’affichage");
        assertThat(proposes(page(), key(rules, "EV-08"))).as("nothing was written").isTrue();
        assertThat(status(add(page(), key(rules, "EV-30"))))
                .as("a line no rule proposes for this person")
                .isEqualTo(409);
    }

    @Test
    void a_rule_is_written_with_its_condition_checked_tried_published_and_withdrawn()
            throws Exception {
        send(cast.claireCoordinator, "/protocoles/" + rules + "/version", "raison", "essai");
        var open = page(cast.claireCoordinator, edit("regles-nouveau"));
        assertThat(open.select("#regles dl").text()).contains("%gir", "%constats", "%minizarit");
        var wrong = List.of("(%gir <= 4", "%gri <= 4", "%gir");
        var told = List.of("ne se lit pas", "« %gri » n’est pas un fait", "ni oui ni non");
        for (int k = 0; k < wrong.size(); k++) {
            var refused = rule("", wrong.get(k), "EV-02");
            assertThat(status(refused)).as(wrong.get(k)).isEqualTo(422);
            var shown = Jsoup.parse(text(refused));
            assertThat(shown.select("#regles-nouveau-condition-error").text())
                    .contains(told.get(k));
            assertThat(shown.select("#regles-nouveau-condition").val()).isEqualTo(wrong.get(k));
        }
        var nothing = rule("", "%gir <= 4", "");
        assertThat(Jsoup.parse(text(nothing)).select("#regles-nouveau-line-0-error").text())
                .contains("au moins un objectif");
        assertThat(status(rule("", "%constats.count() < 2 or %constats.single() = 'x'", "EV-02")))
                .isEqualTo(302);
        assertThat(status(rule("", "%gir = 4", "EV-40"))).isEqualTo(302);
        var kept =
                send(
                        cast.claireCoordinator,
                        "/protocoles/" + rules + "/lignes/interventions/EV-40/retirer");
        assertThat(status(kept)).as("a rule relies on it").isEqualTo(422);

        var response = evaluated();
        finding(response, "isolement", "Isolement social", "peu de visites");
        var attempt =
                page(
                        cast.claireCoordinator,
                        "/protocoles/" + rules + "/essai?personne=" + person.patient());
        assertThat(attempt.select("tr:contains(single())").text()).contains("Non évaluable");
        assertThat(attempt.select("tr:contains(%gir = 4)").text())
                .contains("S’applique", "GIR", "Vaccin");
        assertThat(attempt.select("tr:contains(%epices)").text()).contains("Ne s’applique pas");
        assertThat(status(cast.sophieSecretary, "/protocoles/" + rules + "/essai")).isEqualTo(404);

        assertThat(status(publish(rules))).isEqualTo(302);
        begin(person);
        var page = page();
        assertThat(plain(page.select("#propositions").text()))
                .as("one that fails does not hide the others")
                .contains("Non évaluable pour cette personne : Règle d’essai", "Aidant épuisé");
        assertThat(proposes(page, key(rules, "EV-40"))).isTrue();
        var added = add(page, key(rules, "EV-40"));
        assertThat(status(added)).isEqualTo(302);

        send(
                cast.claireCoordinator,
                "/protocoles/" + rules + "/retirer",
                "pourquoi",
                "en relecture");
        assertThat(page().text()).contains("Aucune règle n’est publiée");
    }

    private String edit(String open) {
        return "/protocoles/" + rules + "/modifier?ligne=" + open;
    }

    private MvcResult rule(String tag, String condition, String line) throws Exception {
        return send(
                cast.claireCoordinator,
                "/protocoles/" + rules + "/lignes/regles",
                "_tag",
                tag,
                "title",
                "Règle d’essai",
                "condition",
                condition,
                "line-0",
                line,
                "source",
                "Proposition de la structure",
                "read",
                "ORIGINAL");
    }

    @Test
    void nothing_is_proposed_before_an_evaluation() throws Exception {
        person = cast.newFollowed(cast.douai, 3, 30);
        assertThat(page().text()).contains("Aucune évaluation n’est terminée");
        assertThat(
                        page(cast.claireCoordinator, plan(person, begin(person)) + "/modifier")
                                .select("#propositions"))
                .isEmpty();
        score(evaluated(), "epices", "EPICES", BigDecimal.valueOf(30.16).toPlainString());
        assertThat(page().select("#propositions").text()).doesNotContain("Précarité");
        score(evaluated(), "epices", "EPICES", "30.17");
        assertThat(page().select("#propositions").text()).contains("Précarité");
    }
}
