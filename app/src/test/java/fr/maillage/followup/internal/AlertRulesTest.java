package fr.maillage.followup.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.maillage.access.SignedIn;
import fr.maillage.followup.AlertRule;
import fr.maillage.followup.NotDone;
import fr.maillage.kernel.PatientId;
import fr.maillage.network.Setting;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.OwnStructure;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;

/// Each rule on its day, as the structure, the level and the person have it; paused, taken up
/// again, closed by itself, and its history told.
@IntegrationTest
class AlertRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 2);

    @Autowired Cast cast;
    @Autowired MovableClock clock;
    @Autowired JdbcClient sql;
    @Autowired Sweep sweep;
    @Autowired AlertPauses pauses;
    @Autowired RuleOverrides overrides;
    @Autowired AlertService alerts;
    @Autowired MockMvc mvc;

    private OwnStructure own;

    @BeforeEach
    void ownStructure() {
        clock.reset();
        own = new OwnStructure(cast, sql, "32");
    }

    @AfterEach
    void tuesday() {
        clock.reset();
        SecurityContextHolder.clearContext();
    }

    @Test
    void
            every_threshold_of_a_rule_is_set_on_the_page_of_the_rules_and_each_rule_has_its_statement() {
        var used = EnumSet.noneOf(Setting.class);
        for (var rule : AlertRule.values()) {
            if (rule.threshold() != null) used.add(rule.threshold());
            assertThat(Rules.read("/followup/rules/" + rule.name() + ".sql"))
                    .as(rule.name())
                    .startsWith("select");
        }
        assertThat(used).isEqualTo(Setting.OF_ALERTS);
    }

    @Test
    @Proves({"REQ-ALERTS-01", "REQ-ALERTS-07"})
    void hospital_and_home_raise_and_resolve_by_themselves() {
        var odette = person(2);
        var first = stay(odette, "NON_PROGRAMME", day(-70), day(-60));
        contact(odette, "VISITE", day(-59));
        assertThat(open(odette)).as("a stay long over").isEmpty();

        var second = stay(odette, "NON_PROGRAMME", TODAY, null);
        assertThat(open(odette))
                .containsExactly(
                        "DEUX_SEJOURS 2026-06-02 Deux hospitalisations non programmées en 70 jours : revoir le plan",
                        "SEJOUR_NON_PROGRAMME 2026-06-02 Hospitalisation non programmée le 02/06/2026 · CH de Douai");

        set(
                "update casefile.stay set discharged_on = :on where id = :id",
                "on",
                TODAY,
                "id",
                second);
        go(2);
        assertThat(rules(odette)).containsExactly("DEUX_SEJOURS", "SEJOUR_NON_PROGRAMME");
        go(3);
        assertThat(rules(odette))
                .as("48 h passed without a visit")
                .containsExactly("DEUX_SEJOURS", "RETOUR_SANS_VISITE", "SEJOUR_NON_PROGRAMME");
        contact(odette, "TELEPHONE", TODAY.plusDays(3));
        assertThat(rules(odette)).as("a call is not a visit").contains("RETOUR_SANS_VISITE");
        contact(odette, "VISITE", TODAY.plusDays(3));
        assertThat(rules(odette)).doesNotContain("RETOUR_SANS_VISITE");
        go(8);
        assertThat(rules(odette))
                .as("told seven days after the return")
                .containsExactly("DEUX_SEJOURS");
        go(91);
        contact(odette, "TELEPHONE", TODAY.plusDays(91));
        assertThat(rules(odette)).as("90 days after the second").isEmpty();
        assertThat(first).isNotEqualTo(second);
        assertThat(
                        texts(
                                "select distinct status || ' ' || outcome from followup.alert where patient_id = :p",
                                odette))
                .containsExactly("RESOLUE CAUSE_DISPARUE");
    }

    @Test
    @Proves("REQ-ALERTS-03")
    void the_carer_s_score_by_level_and_by_person() {
        var calm = person(1);
        var complex = person(3);
        score(calm, "3.5");
        score(complex, "3.5");
        assertThat(open(calm)).isEmpty();
        assertThat(open(complex)).isEmpty();
        threshold(Setting.CARER_SCORE, 3, 3);
        assertThat(rules(calm)).isEmpty();
        assertThat(open(complex))
                .containsExactly(
                        "AIDANT_EN_DIFFICULTE 2026-06-01 Aidant en difficulté : mini-Zarit 3,5 sur 7");

        signIn(own.alice);
        override(calm, "AIDANT_EN_DIFFICULTE", "2", null);
        override(complex, "AIDANT_EN_DIFFICULTE", null, TODAY.plusDays(10).toString());
        assertThat(rules(calm))
                .as("a lower threshold for her")
                .containsExactly("AIDANT_EN_DIFFICULTE");
        assertThat(rules(complex)).as("not for her").isEmpty();
        go(10);
        assertThat(rules(complex)).as("last day of it").isEmpty();
        go(11);
        assertThat(rules(complex)).containsExactly("AIDANT_EN_DIFFICULTE");
        assertThatThrownBy(() -> override(calm, "URGENCE_24H", null, null))
                .as("an urgent evaluation is never turned off")
                .isInstanceOf(FormRefused.class);
        assertThatThrownBy(() -> override(calm, "AIDANT_EN_DIFFICULTE", "9", null))
                .as("out of its bounds")
                .isInstanceOf(FormRefused.class);
    }

    @Test
    @Proves({"REQ-ALERTS-01", "REQ-ALERTS-07"})
    void a_problem_needs_an_intervention_a_plan_is_sent_and_a_consultation_takes_place() {
        var odette = person(2);
        set(
                "insert into assessment.problem (patient_id, label, domain, status, since) values (:p, 'Dénutrition', 'MEDICAL', 'RETENU', :since)",
                "p",
                odette.value(),
                "since",
                day(-31));
        var draft = plan(odette, 1, "BROUILLON", day(-31), null);
        assertThat(rules(odette)).containsExactly("PPS_NON_ENVOYE", "PROBLEME_SANS_INTERVENTION");
        var goal = UUID.randomUUID();
        set(
                "insert into careplan.goal (pps_id, goal_id, problem, domain, kind, title) values (:pps, :goal, 'Dénutrition', 'MEDICAL', 'QUALITATIF', 'Poids stable')",
                "pps",
                draft,
                "goal",
                goal);
        var dietician = intervention(odette, draft, goal, "CONSULTATION", "Diététicienne");
        var dressing =
                intervention(odette, draft, goal, "PRESCRIPTION_NON_MEDICAMENTEUSE", "Pesée");
        inForce(draft, TODAY, TODAY.plusMonths(12));
        assertThat(rules(odette)).isEmpty();

        act(odette, draft, dietician, "Diététicienne", TODAY.plusDays(1), TODAY.plusDays(5));
        act(odette, draft, dressing, "Pesée", TODAY.plusDays(1), TODAY.plusDays(5));
        go(6);
        assertThat(rules(odette))
                .as("an act speaks at once, the report of a consultation takes a week longer")
                .containsExactly("ACTE_NON_FAIT");
        go(12);
        assertThat(rules(odette)).containsExactly("ACTE_NON_FAIT");
        go(13);
        assertThat(open(odette))
                .containsExactly(
                        "ACTE_NON_FAIT 2026-06-03 Pesée",
                        "CONSULTATION_NON_FAITE 2026-06-03 Consultation recommandée, sans nouvelle : Diététicienne");
        threshold(Setting.CONSULTATION_GRACE_DAYS, -1, 10);
        threshold(Setting.ACT_GRACE_DAYS, 2, 8);
        assertThat(rules(odette)).as("each has its own delay, by level if need be").isEmpty();
        go(14);
        assertThat(rules(odette)).containsExactly("ACTE_NON_FAIT");
        go(16);
        assertThat(rules(odette)).containsExactly("ACTE_NON_FAIT", "CONSULTATION_NON_FAITE");
        signIn(own.alice);
        var consultation =
                texts(
                                "select id from followup.open_alert where patient_id = :p and rule = 'CONSULTATION_NON_FAITE'",
                                odette)
                        .getFirst();
        as(() -> alerts.notDone(UUID.fromString(consultation), NotDone.DELAI));
        assertThat(rules(odette)).as("said why: it is over").containsExactly("ACTE_NON_FAIT");
        assertThat(
                        texts(
                                "select status || ' ' || not_done_why from followup.occurrence where patient_id = :p and title = 'Diététicienne'",
                                odette))
                .containsExactly("NON_FAIT DELAI");
    }

    @Test
    @Proves({"REQ-ALERTS-05", "REQ-PPS-17"})
    void silence_escalates_and_a_reassessment_cannot_be_skipped_beyond_twelve_months() {
        var odette = person(2);
        var draft = plan(odette, 1, "BROUILLON", TODAY, null);
        inForce(draft, TODAY, TODAY.plusDays(100));
        set("update careplan.pps set opinion = 'ATTENDU' where id = :id", "id", draft);
        contact(odette, "TELEPHONE", TODAY);
        go(6);
        assertThat(rules(odette)).isEmpty();
        go(7);
        assertThat(open(odette))
                .as("nothing says that the doctor has it: another way is suggested")
                .containsExactly(
                        "PPS_SANS_ACCUSE 2026-06-09 PPS v1 envoyé le 02/06/2026, sans accusé de réception : essayer par téléphone");
        var unseen = urgencyOf(odette, "PPS_SANS_ACCUSE");
        go(14);
        assertThat(urgencyOf(odette, "PPS_SANS_ACCUSE"))
                .as("7 days late, and one delay more")
                .isEqualTo(unseen + 7 + 15);
        assertThat(open(odette).getFirst()).endsWith("2e délai passé");
        threshold(Setting.RECEIPT_DAYS, 2, 20);
        assertThat(rules(odette)).as("another delay for this level").isEmpty();
        go(15);
        assertThat(rules(odette)).as("not received: no answer is late yet").isEmpty();
        set(
                "insert into careplan.receipt (pps_id, received_on, way, by_name, recorded_by, recorded_at) values (:pps, :on, 'TELEPHONE', 'Dr X', 'y', :at)",
                "pps",
                draft,
                "on",
                TODAY.plusDays(3),
                "at",
                now());
        assertThat(open(odette))
                .containsExactly(
                        "MT_SILENCIEUX 2026-06-17 Avis du médecin traitant attendu sur le PPS v1, reçu le 05/06/2026");
        var at15 = urgencyOf(odette, "MT_SILENCIEUX");
        go(30);
        contact(odette, "TELEPHONE", TODAY.plusDays(30));
        assertThat(urgencyOf(odette, "MT_SILENCIEUX"))
                .as("15 days late more, and one delay more")
                .isEqualTo(at15 + 15 + 15);
        assertThat(open(odette).getFirst()).endsWith("2e délai passé");
        set("update careplan.pps set opinion = 'VALIDE' where id = :id", "id", draft);
        go(101);
        contact(odette, "TELEPHONE", TODAY.plusDays(101));
        assertThat(rules(odette)).containsExactly("REEVALUATION");

        signIn(own.alice);
        var id = alertId(odette);
        as(() -> alerts.close(id, AlertOutcome.PLUS_D_ACTUALITE, null, "vu avec la famille"));
        override(odette, "REEVALUATION", null, null);
        override(odette, "SANS_CONTACT", null, null);
        go(364);
        assertThat(rules(odette)).isEmpty();
        go(366);
        assertThat(open(odette))
                .as("closed, turned off for her: it comes back all the same")
                .containsExactly(
                        "REEVALUATION 2026-09-10 PPS v1 : plus de 12 mois, réévaluation obligatoire");
        assertThatThrownBy(() -> pause(odette, openId(odette), TODAY.plusDays(400)))
                .isInstanceOf(FormRefused.class);
        var forced = openId(odette);
        assertThat(as(() -> alerts.close(forced, AlertOutcome.PLUS_D_ACTUALITE, null, null)))
                .isInstanceOf(AlertService.Answer.Refused.class);
        assertThat(
                        as(() ->
                                alerts.close(
                                        forced,
                                        AlertOutcome.REPROGRAMME,
                                        TODAY.plusDays(396),
                                        null)))
                .as("a month is too long")
                .isInstanceOf(AlertService.Answer.Refused.class);
        as(() -> alerts.close(forced, AlertOutcome.RELANCE, null, null));
        go(372);
        assertThat(rules(odette)).isEmpty();
        go(373);
        assertThat(rules(odette)).containsExactly("REEVALUATION");
    }

    @Test
    @Proves("REQ-ALERTS-03")
    void a_constraint_of_a_protocol_applied_in_a_plan_speaks_for_that_person() {
        var odette = person(2);
        var draft = plan(odette, 1, "BROUILLON", TODAY, null);
        var hba1c = intervention(odette, draft, null, "EXAMEN", "HbA1c");
        var protocol = UUID.randomUUID();
        var version = UUID.randomUUID();
        set(
                "insert into protocol.protocol (id, created_at, created_by) values (:id, :now, 'x')",
                "id",
                protocol,
                "now",
                now());
        set(
                """
                insert into protocol.version (id, protocol_id, number, status, title, nature, document, created_at, created_by, published_at, published_by, reviewed_by, review_on)
                values (:id, :protocol, 1, 'PUBLIE', 'Diabète de type 2', 'REFERENTIEL',
                        cast('{"watches": [{"key": "S1", "title": "HbA1c absente", "severity": "ORANGE", "days": 120, "acts": ["A1"]},
                                           {"key": "S2", "title": "En mots seulement", "severity": "ROUGE", "trigger": "48 h"}]}' as jsonb),
                        :now, 'x', :now, 'x', 'Dr X', :review)
                """,
                "id",
                version,
                "protocol",
                protocol,
                "now",
                now(),
                "review",
                TODAY.plusYears(1));
        set(
                "insert into careplan.origin (pps_id, line_id, protocol_id, line_key, version_id, version_number, protocol_title) values (:pps, :line, :protocol, 'A1', :version, 1, 'Diabète de type 2')",
                "pps",
                draft,
                "line",
                hba1c,
                "protocol",
                protocol,
                "version",
                version);
        inForce(draft, TODAY, TODAY.plusMonths(12));
        signIn(own.alice);
        override(odette, "SANS_CONTACT", null, null);
        go(119);
        assertThat(rules(odette)).isEmpty();
        go(120);
        assertThat(open(odette))
                .containsExactly(
                        "SURVEILLANCE 2026-09-30 HbA1c absente · protocole Diabète de type 2");
        assertThat(urgencyOf(odette, "SURVEILLANCE"))
                .as("weight 48, orange 15, level 2")
                .isEqualTo(48 + 15 + 10);
        var done = act(odette, draft, hba1c, "HbA1c", TODAY.plusDays(120), TODAY.plusDays(130));
        set(
                "update followup.occurrence set status = 'FAIT', done_on = :on where id = :id",
                "on",
                TODAY.plusDays(120),
                "id",
                done);
        assertThat(rules(odette)).isEmpty();
    }

    @Test
    @Proves("REQ-FOLLOWUP-12")
    void alerts_of_one_person_wait_in_one_act_come_back_and_tell_their_history() throws Exception {
        var odette = person(3);
        stay(odette, "NON_PROGRAMME", TODAY, null);
        stay(odette, "NON_PROGRAMME", day(-20), day(-10));
        contact(odette, "VISITE", day(-9));
        assertThat(rules(odette)).containsExactly("DEUX_SEJOURS", "SEJOUR_NON_PROGRAMME");
        var address = "/dossiers/" + odette + "/alertes";
        var page = page(own.alice, address);
        var chosen = page.select("input[name=alerte]").eachAttr("value");
        assertThat(chosen).hasSize(2);

        var refused =
                send(
                        own.alice,
                        address + "/pause",
                        Map.of("alerte", chosen, "until", List.of("2026-06-01")));
        assertThat(refused.select("#reason-error, #until-error").size()).isEqualTo(2);
        send(
                own.alice,
                address + "/pause",
                Map.of(
                        "alerte",
                        chosen,
                        "until",
                        List.of("2026-06-09"),
                        "reason",
                        List.of("HOSPITALISATION")));
        assertThat(texts("select status from followup.alert where patient_id = :p", odette))
                .containsExactly("EN_PAUSE", "EN_PAUSE");
        assertThat(sweepOf(odette)).as("the sweep leaves them").isEqualTo(new Sweep.Swept(0, 0, 0));
        assertThat(page(own.alice, "/alertes?vue=en_pause").text())
                .contains("En pause jusqu’au", "hospitalisation");
        go(7);
        assertThat(sweepOf(odette).refreshed()).isZero();
        go(8);
        assertThat(sweepOf(odette).refreshed()).isEqualTo(2);
        assertThat(texts("select status from followup.alert where patient_id = :p", odette))
                .containsOnly("OUVERTE");
        send(
                own.alice,
                address + "/pause",
                Map.of(
                        "alerte",
                        chosen.subList(0, 1),
                        "until",
                        List.of("2026-07-09"),
                        "reason",
                        List.of("VACANCES")));
        send(own.alice, address + "/reprise", Map.of("alerte", chosen.subList(0, 1)));
        signIn(own.alice);
        as(() ->
                alerts.close(
                        UUID.fromString(chosen.getFirst()), AlertOutcome.PLAN_ADAPTE, null, null));
        as(() -> alerts.undo(UUID.fromString(chosen.getFirst())));

        assertThat(
                        texts(
                                "select e.kind from followup.alert_event e join followup.alert a on a.id = e.alert_id where a.patient_id = :p and a.id = '"
                                        + chosen.getFirst()
                                        + "' order by e.at, e.id",
                                odette))
                .containsExactly(
                        "LEVEE", "PAUSE", "REPRISE", "PAUSE", "REPRISE", "CLOSE", "ROUVERTE");
        var shown = page(own.alice, address).text();
        assertThat(shown)
                .contains(
                        "Mise en pause : Hospitalisation",
                        "Alice ALBERT",
                        "Close : Plan adapté",
                        "Rouverte");
        assertThat(status(own.secretary, address)).as("health content").isIn(403, 404);
        assertThat(status(cast.calaisCoordinator, address)).isEqualTo(404);
    }

    @Test
    @Proves({"REQ-ALERTS-03", "REQ-FOLLOWUP-12"})
    void the_list_is_filtered_and_the_rules_are_the_structure_s() throws Exception {
        var odette = person(3);
        var calm = person(1);
        stay(odette, "NON_PROGRAMME", TODAY, null);
        stay(calm, "NON_PROGRAMME", TODAY, null);
        rules(odette);
        rules(calm);
        var list = page(own.alice, "/alertes?regle=SEJOUR_NON_PROGRAMME&tri=anciennete");
        assertThat(list.select("li.work")).hasSize(2);
        assertThat(list.select("li.work details.urgency summary").first().attr("title"))
                .contains("poids de la règle 55", "jours de retard 0", "5 × niveau");
        assertThat(list.select("li.work details.urgency .menu-panel").first().text())
                .as("by keyboard and by touch too")
                .contains("poids de la règle 55");
        assertThat(page(own.alice, "/alertes").select("li.work summary b").eachText())
                .as("the most urgent first")
                .containsExactly("70", "60");
        assertThat(page(own.alice, "/alertes?regle=MT_SILENCIEUX").text())
                .contains("Aucune alerte ici");
        assertThat(
                        page(own.alice, "/alertes?coordinateur=" + own.bruno.memberId())
                                .select("li.work"))
                .isEmpty();
        assertThat(page(own.alice, "/alertes?tri=personne&page=2").select("li.work")).isEmpty();

        var form = new HashMap<String, List<String>>();
        form.put("weight-SEJOUR_NON_PROGRAMME", List.of("90"));
        form.put("goes-SEJOUR_NON_PROGRAMME", List.of("EQUIPE"));
        form.put("goes-SANS_CONTACT", List.of(own.bruno.member().toString()));
        form.put("active-URGENCE_24H", List.of("non"));
        form.put("NO_CONTACT_DAYS", List.of("21"));
        send(own.head, "/reglages/alertes", form);
        assertThat(cast.in(own.id, () -> sweep.changed()))
                .as("a rule changed: everybody is looked at")
                .extracting(f -> f.whole())
                .isEqualTo(true);
        assertThat(urgencyOf(odette, "SEJOUR_NON_PROGRAMME")).isEqualTo(90 + 15);
        assertThat(
                        texts(
                                "select coalesce(coordinator_id::text, 'équipe') from followup.alert where patient_id = :p and rule = 'SEJOUR_NON_PROGRAMME'",
                                odette))
                .containsExactly("équipe");
        var shown = page(own.head, "/reglages/alertes");
        assertThat(shown.select("#weight-SEJOUR_NON_PROGRAMME").val()).isEqualTo("90");
        assertThat(shown.select("#NO_CONTACT_DAYS.is-own").val()).isEqualTo("21");
        assertThat(shown.select("#active-URGENCE_24H")).as("never stopped").isEmpty();
        assertThat(shown.text()).contains("Modifié aujourd’hui par Irène VASSEUR");

        form.put("active-SEJOUR_NON_PROGRAMME", List.of("non"));
        form.put("goes-SANS_ACTEUR", List.of(UUID.randomUUID().toString()));
        assertThat(send(own.head, "/reglages/alertes", form).select("#goes-SANS_ACTEUR-error"))
                .hasSize(1);
        form.remove("goes-SANS_ACTEUR");
        form.put("weight-SANS_ACTEUR", List.of("999"));
        assertThat(send(own.head, "/reglages/alertes", form).select("#weight-SANS_ACTEUR-error"))
                .hasSize(1);
        form.remove("weight-SANS_ACTEUR");
        send(own.head, "/reglages/alertes", form);
        assertThat(rules(odette)).as("the rule is off").doesNotContain("SEJOUR_NON_PROGRAMME");
        assertThat(status(own.alice, "/reglages/alertes")).isEqualTo(404);
    }

    @Test
    void an_adjustment_is_made_and_ended_from_the_page() throws Exception {
        var odette = person(2);
        var address = "/dossiers/" + odette + "/alertes";
        assertThat(
                        send(
                                        own.alice,
                                        address + "/reglage",
                                        Map.of(
                                                "rule",
                                                List.of("SANS_CONTACT"),
                                                "how",
                                                List.of("seuil")))
                                .select("#threshold-error, #why-error")
                                .size())
                .isEqualTo(2);
        send(
                own.alice,
                address + "/reglage",
                Map.of(
                        "rule",
                        List.of("SANS_CONTACT"),
                        "how",
                        List.of("seuil"),
                        "threshold",
                        List.of("10"),
                        "why",
                        List.of("Isolée, canicule")));
        assertThat(rules(odette)).as("included a month ago").containsExactly("SANS_CONTACT");
        var page = page(own.alice, address);
        assertThat(page.text()).contains("Isolée, canicule", "10 jours", "par Alice ALBERT");
        var end = page.select("form[action$=/fin]").attr("action");
        send(own.alice, end, Map.of());
        assertThat(rules(odette)).isEmpty();
        assertThat(page(own.alice, address).text()).contains("terminé");
    }

    // ── what a person has ──

    private PatientId person(int level) {
        var patient = own.patient();
        own.support(
                patient,
                level,
                day(-30).toString(),
                null,
                null,
                own.alice,
                "GERONTOLOGIE",
                "59178");
        return patient;
    }

    private static LocalDate day(int from) {
        return TODAY.plusDays(from);
    }

    private void go(int days) {
        clock.goTo(TODAY.plusDays(days).atTime(9, 0));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private void set(String statement, @Nullable Object... params) {
        cast.in(
                own.id,
                () -> {
                    var spec = sql.sql(statement);
                    for (int i = 0; i < params.length; i += 2)
                        spec.param(String.valueOf(params[i]), params[i + 1]);
                    return spec.update();
                });
    }

    private UUID stay(PatientId patient, String kind, LocalDate in, @Nullable LocalDate out) {
        var id = UUID.randomUUID();
        cast.in(
                own.id,
                () ->
                        sql.sql(
                                        "insert into casefile.stay (id, patient_id, kind, hospital, admitted_on, discharged_on) values (:id, :p, :kind, 'CH de Douai', :in, :out)")
                                .param("id", id)
                                .param("p", patient.value())
                                .param("kind", kind)
                                .param("in", in)
                                .param("out", out, Types.DATE)
                                .update());
        return id;
    }

    private void contact(PatientId patient, String channel, LocalDate on) {
        var id = UUID.randomUUID();
        var at = Timestamp.valueOf(on.atTime(8, 0));
        set(
                "insert into followup.contact (id, at, channel, direction, who, reached, author_name) values (:id, :at, :channel, 'SORTANT', 'x', 'JOINT', 'Alice')",
                "id",
                id,
                "at",
                at,
                "channel",
                channel);
        set(
                "insert into followup.contact_patient (contact_id, patient_id, at) values (:id, :p, :at)",
                "id",
                id,
                "p",
                patient.value(),
                "at",
                at);
    }

    private void score(PatientId patient, String value) {
        var response = UUID.randomUUID();
        set(
                """
                insert into assessment.response (id, patient_id, questionnaire_url, questionnaire_version, questionnaire_code, title, status, on_date, author_name, saved_at)
                select :id, :p, url, version, code, title, 'TERMINEE', :on, 'Alice', :now from assessment.questionnaire where code = 'evaluation-multidimensionnelle' limit 1
                """,
                "id",
                response,
                "p",
                patient.value(),
                "on",
                day(-1),
                "now",
                now());
        set(
                "insert into assessment.score (response_id, patient_id, code, label, value, on_date) values (:id, :p, 'minizarit', 'Mini-Zarit', cast(:value as numeric), :on)",
                "id",
                response,
                "p",
                patient.value(),
                "value",
                value,
                "on",
                day(-1));
    }

    private void threshold(Setting setting, int level, int value) {
        set(
                "insert into network.setting (key, level, value) values (:key, :level, :value)",
                "key",
                setting.name(),
                "level",
                level,
                "value",
                String.valueOf(value));
    }

    private UUID plan(
            PatientId patient, int number, String status, LocalDate on, @Nullable UUID previous) {
        var id = UUID.randomUUID();
        set(
                """
                insert into careplan.pps (id, patient_id, support_id, number, status, created_at, created_by)
                select :id, :p, s.id, :number, :status, :at, 'x' from casefile.support s where s.patient_id = :p
                """,
                "id",
                id,
                "p",
                patient.value(),
                "number",
                number,
                "status",
                status,
                "at",
                Timestamp.valueOf(on.atTime(9, 0)));
        return id;
    }

    private UUID intervention(
            PatientId patient, UUID pps, @Nullable UUID goal, String type, String title) {
        var id = UUID.randomUUID();
        cast.in(
                own.id,
                () ->
                        sql.sql(
                                        "insert into careplan.intervention (pps_id, intervention_id, patient_id, goal_id, volet, type, title, actor_name, starts_on) values (:pps, :id, :p, :goal, 'SOINS', :type, :title, 'Mme LIN', :on)")
                                .param("pps", pps)
                                .param("id", id)
                                .param("p", patient.value())
                                .param("goal", goal, Types.OTHER)
                                .param("type", type)
                                .param("title", title)
                                .param("on", TODAY)
                                .update());
        return id;
    }

    private void inForce(UUID pps, LocalDate on, LocalDate reassess) {
        set(
                "update careplan.pps set status = 'EN_VIGUEUR', opinion = 'VALIDE', submitted_at = :at, in_force_at = :at, in_force_by = 'x', in_force_why = 'AVIS', reassess_on = :reassess where id = :id",
                "at",
                Timestamp.valueOf(on.atTime(9, 0)),
                "reassess",
                reassess,
                "id",
                pps);
    }

    private UUID act(
            PatientId patient,
            UUID pps,
            UUID intervention,
            String title,
            LocalDate due,
            LocalDate late) {
        var id = UUID.randomUUID();
        set(
                "insert into followup.occurrence (id, patient_id, intervention_id, pps_id, title, due_on, due_until, late_after) values (:id, :p, :i, :pps, :title, :due, :due, :late)",
                "id",
                id,
                "p",
                patient.value(),
                "i",
                intervention,
                "pps",
                pps,
                "title",
                title,
                "due",
                due,
                "late",
                late);
        return id;
    }

    private void override(
            PatientId patient, String rule, @Nullable String threshold, @Nullable String until) {
        as(() -> {
            overrides.set(
                    patient,
                    Sent.with(
                            "rule",
                            rule,
                            "how",
                            threshold == null ? "non" : "seuil",
                            "threshold",
                            threshold == null ? "" : threshold,
                            "why",
                            "Décidé en équipe",
                            "overUntil",
                            until == null ? "" : until));
            return true;
        });
    }

    private void pause(PatientId patient, UUID alert, LocalDate until) {
        as(() ->
                pauses.pause(
                        patient,
                        Sent.with(
                                "alerte",
                                alert.toString(),
                                "until",
                                until.toString(),
                                "reason",
                                "VACANCES")));
    }

    // ── what is seen ──

    private Sweep.Swept sweepOf(PatientId patient) {
        return cast.in(own.id, () -> sweep.person(patient));
    }

    private List<String> rules(PatientId patient) {
        sweepOf(patient);
        return texts(
                "select rule from followup.open_alert where patient_id = :p and status = 'OUVERTE' order by rule",
                patient);
    }

    private List<String> open(PatientId patient) {
        sweepOf(patient);
        return texts(
                "select concat_ws(' ', rule, due_on, title) from followup.open_alert where patient_id = :p and status = 'OUVERTE' order by rule",
                patient);
    }

    private int urgencyOf(PatientId patient, String rule) {
        sweepOf(patient);
        return cast.in(
                own.id,
                () ->
                        sql.sql(
                                        "select followup.urgency(urgency, due_on, :today) from followup.open_alert where patient_id = :p and rule = :rule")
                                .param("today", LocalDate.now(clock))
                                .param("p", patient.value())
                                .param("rule", rule)
                                .query((row, _) -> row.getInt(1))
                                .single());
    }

    private UUID openId(PatientId patient) {
        return UUID.fromString(
                texts(
                                "select id::text from followup.open_alert where patient_id = :p and status = 'OUVERTE'",
                                patient)
                        .getFirst());
    }

    private UUID alertId(PatientId patient) {
        return UUID.fromString(
                texts("select id::text from followup.open_alert where patient_id = :p", patient)
                        .getFirst());
    }

    private List<String> texts(String query, PatientId patient) {
        return cast.in(
                own.id,
                () ->
                        sql.sql(query)
                                .param("p", patient.value())
                                .query((row, _) -> row.getString(1))
                                .list());
    }

    private void signIn(SignedIn who) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(
                                who, null, who.getAuthorities()));
    }

    private <T> T as(java.util.function.Supplier<T> work) {
        return cast.as(own.alice, work);
    }

    private Document page(SignedIn who, String address) throws Exception {
        return Jsoup.parse(
                mvc.perform(get(java.net.URI.create(address)).with(user(who)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private int status(SignedIn who, String address) throws Exception {
        return mvc.perform(get(address).with(user(who))).andReturn().getResponse().getStatus();
    }

    private Document send(SignedIn who, String address, Map<String, List<String>> form)
            throws Exception {
        var request = post(address).with(user(who)).with(csrf());
        form.forEach((name, values) -> request.param(name, values.toArray(String[]::new)));
        var response = mvc.perform(request).andReturn().getResponse();
        assertThat(response.getStatus()).as(address).isIn(303, 302, 422);
        return Jsoup.parse(response.getContentAsString());
    }
}
