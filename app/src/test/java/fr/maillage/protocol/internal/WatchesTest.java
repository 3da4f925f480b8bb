package fr.maillage.protocol.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.testing.IntegrationTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/// Monitoring constraints of a protocol: written in their form, told before the protocol is
/// applied.
@IntegrationTest
class WatchesTest extends ProtocolSteps {

    private static final String NEW = "#surveillances-nouveau-";

    @Test
    void a_constraint_names_an_act_and_days_and_what_is_wrong_is_said_beside_its_field()
            throws Exception {
        var id = take("1-diabete-type-2");
        var lines = "/protocoles/" + id + "/lignes/surveillances";
        var form =
                page(
                        cast.claireCoordinator,
                        "/protocoles/" + id + "/modifier?ligne=surveillances-nouveau");
        assertThat(form.select(NEW + "alert_act option").eachText())
                .as("every intervention of the protocol, or none")
                .contains("HbA1c")
                .hasSizeGreaterThan(30)
                .first()
                .asString()
                .startsWith("Pas d’alerte automatique");

        refused(lines, "alert_days", "Entre 1 et 999 jours.", "DT2-03", "0");
        refused(lines, "alert_days", "Entre 1 et 999 jours.", "DT2-03", "-5");
        refused(lines, "alert_days", "Entre 1 et 999 jours.", "DT2-03", "1000");
        refused(lines, "alert_days", "Entre 1 et 999 jours.", "DT2-03", "trois mois");
        refused(
                lines,
                "alert_days",
                "Une alerte demande l’intervention surveillée et le nombre de jours.",
                "DT2-03",
                "");
        refused(
                lines,
                "alert_days",
                "Une alerte demande l’intervention surveillée et le nombre de jours.",
                "",
                "30");
        refused(lines, "alert_act", "Choisissez", "IC-01", "30");
        var severity =
                send(
                        cast.claireCoordinator,
                        lines,
                        "_tag",
                        "",
                        "title",
                        "Sans gravité",
                        "severity",
                        "VIOLET");
        assertThat(severity.getResponse().getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(text(severity)).select(NEW + "severity-error").text())
                .contains("Choisissez");
        assertThat(watches(id)).doesNotContain("Bilan muet", "Sans gravité");

        assertThat(watch(lines, "DT2-03", "999").getResponse().getStatus()).isEqualTo(302);
        assertThat(page(cast.claireCoordinator, "/protocoles/" + id).text().replace('\u00A0', ' '))
                .contains("alerte d’elle-même après 999 j");
        assertThat(alerts(id, "Bilan muet")).containsExactly("DT2-03 999");
        var several = lines + "/DT2-S1";
        var edit =
                page(
                        cast.claireCoordinator,
                        "/protocoles/" + id + "/modifier?ligne=surveillances-DT2-S1");
        send(
                cast.claireCoordinator,
                several,
                "_tag",
                Objects.requireNonNull(edit.selectFirst("form[action$=/DT2-S1] [name=_tag]")).val(),
                "title",
                "HbA1c absente",
                "severity",
                "JAUNE",
                "alert_act",
                "DT2-03",
                "alert_days",
                "90");
        assertThat(alerts(id, "HbA1c absente"))
                .as("acts watched together stay so")
                .containsExactlyInAnyOrder("DT2-03 90", "DT2-04 90");
        var removed =
                send(
                        cast.claireCoordinator,
                        "/protocoles/" + id + "/lignes/interventions/DT2-03/retirer");
        assertThat(removed.getResponse().getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(text(removed)).select("#interventions-DT2-03-title-error").text())
                .as("what watches it would watch nothing")
                .contains("« HbA1c absente »", "« Bilan muet »", "Changez-les d’abord");
    }

    @Test
    void the_preview_says_what_will_alert_of_what_after_how_long_and_for_whom() throws Exception {
        var diabetes = published("1-diabete-type-2");
        var samia = cast.newFollowed(cast.douai, 2, 20);
        var at = plan(samia, begin(samia)) + "/protocoles";
        var preview = page(cast.claireCoordinator, at + "?p=" + diabetes);
        var section = Objects.requireNonNull(preview.selectFirst("section:has(#surveillances)"));
        assertThat(section.text().replace('\u00A0', ' '))
                .contains(
                        "Prévenu : le référent de la personne.",
                        "Compté depuis la dernière fois, ou depuis l’entrée en vigueur du plan.");
        assertThat(words(section, "#alerteront", "HbA1c absente"))
                .contains("HbA1c : 120 jours sans que ce soit fait")
                .doesNotContain("Pas tant qu’aucune");
        assertThat(section.select("#alerteront > li")).hasSize(6);
        assertThat(words(section, "#en-mots", "Plaie du pied signalée"))
                .contains("48 h", "Aucune intervention n’y est liée");
        assertThat(section.select("#en-mots > li")).hasSize(3);

        var only =
                send(
                        cast.claireCoordinator,
                        at,
                        "_seen",
                        "autre",
                        "p",
                        diabetes.toString(),
                        "ok-" + diabetes + ".DT2-06",
                        "on");
        assertThat(only.getResponse().getStatus()).isEqualTo(409);
        var left = Jsoup.parse(text(only));
        assertThat(words(left, "#alerteront", "HbA1c absente"))
                .as("nothing it watches is ticked any more")
                .contains("Pas tant qu’aucune de ces lignes n’est prise");
        assertThat(words(left, "#alerteront", "Créatinine"))
                .contains("Créatininémie")
                .doesNotContain("Pas tant qu’aucune");

        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "insert into followup.rule_choice (rule, active, goes_to, changed_at, changed_by) values ('SURVEILLANCE', true, 'EQUIPE', now(), 'x')")
                                .update());
        assertThat(
                        page(cast.claireCoordinator, at + "?p=" + diabetes)
                                .text()
                                .replace('\u00A0', ' '))
                .contains("Prévenu : toute l’équipe.");
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "update followup.rule_choice set active = false where rule = 'SURVEILLANCE'")
                                .update());
        assertThat(page(cast.claireCoordinator, at + "?p=" + diabetes).text())
                .contains("La structure a éteint ces alertes");
        cast.in(
                cast.douai,
                () ->
                        sql.sql("delete from followup.rule_choice where rule = 'SURVEILLANCE'")
                                .update());
    }

    private static String words(Element page, String list, String title) {
        return page.select(list + " > li:contains(" + title + ")").text().replace('\u00A0', ' ');
    }

    private org.springframework.test.web.servlet.MvcResult watch(
            String lines, String act, String days) throws Exception {
        return send(
                cast.claireCoordinator,
                lines,
                "_tag",
                "",
                "title",
                "Bilan muet",
                "trigger",
                "trop longtemps",
                "severity",
                "ROUGE",
                "alert_act",
                act,
                "alert_days",
                days,
                "source",
                "Proposition Maillage",
                "read",
                "NON_LU");
    }

    private void refused(String lines, String field, String sentence, String act, String days)
            throws Exception {
        var answer = watch(lines, act, days);
        assertThat(answer.getResponse().getStatus()).as(act + " " + days).isEqualTo(422);
        var page = Jsoup.parse(text(answer));
        assertThat(page.select(NEW + field + "-error").text()).as(days).contains(sentence);
        assertThat(
                        List.of(
                                page.select(NEW + "title").val(),
                                page.select(NEW + "trigger").val(),
                                page.select(NEW + "severity option[selected]").val(),
                                page.select(NEW + "alert_days").val(),
                                page.select(NEW + "source").val()))
                .as("nothing typed is lost")
                .containsExactly(
                        "Bilan muet", "trop longtemps", "ROUGE", days, "Proposition Maillage");
    }

    private List<String> watches(UUID id) throws Exception {
        return new ArrayList<>(
                page(cast.claireCoordinator, "/protocoles/" + id)
                        .select("section:has(#surveillances) tbody th")
                        .eachText());
    }

    private List<String> alerts(UUID id, String title) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "select act_key || ' ' || days from protocol.watch where protocol_id = :id and title = :title")
                                .param("id", id)
                                .param("title", title)
                                .query((row, _) -> row.getString(1))
                                .list());
    }
}
