package fr.maillage.careplan.internal.cowriting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.maillage.access.SignedIn;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.TestWorld.Cast;
import java.time.Duration;
import java.util.Base64;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/// Two people in one draft.
@IntegrationTest
class TwoHandsTest {

    @Autowired MockMvc mvc;

    @Autowired Cast cast;

    @Autowired JdbcClient sql;

    @Autowired MovableClock clock;

    private Around around;

    @BeforeEach
    void somebody() {
        around = new Around(mvc, cast, sql, cast.newFollowed(cast.douai, 2, 10));
    }

    @AfterEach
    void backToTheSecondOfJune() {
        clock.reset();
    }

    @Test
    void two_people_change_different_lines_and_different_fields_and_both_are_kept()
            throws Exception {
        var pps = around.draft(null);
        var edit = around.base() + "/" + pps + "/modifier";
        var goal = "/objectifs/" + around.goal(pps);
        var karims = around.open(cast.karimCoordinator, edit);
        var claires = around.open(around.claire(), edit);

        Around.saved(
                around.send(
                        cast.karimCoordinator, karims.form(goal), "target", "20 minutes par jour"));
        Around.saved(
                around.send(
                        cast.karimCoordinator,
                        karims.form("/interventions/" + around.act(pps)),
                        "place",
                        "Cabinet"));
        Around.saved(around.send(around.claire(), claires.form(goal), "due_on", "2026-09-30"));
        Around.saved(
                around.send(
                        around.claire(),
                        claires.form("/sections/SOINS"),
                        "phases",
                        "Hôpital de jour"));

        assertThat(
                        around.text(
                                "select target || ', ' || due_on from careplan.goal where pps_id = :id",
                                pps))
                .isEqualTo("20 minutes par jour, 2026-09-30");
        assertThat(
                        around.text(
                                "select i.place || ', ' || p.phases from careplan.intervention i join careplan.pps p on p.id = i.pps_id where p.id = :id",
                                pps))
                .isEqualTo("Cabinet, Hôpital de jour");
    }

    @Test
    void the_same_field_twice_shows_both_hands_and_either_may_stay() throws Exception {
        var pps = around.draft(null);
        var edit = around.base() + "/" + pps + "/modifier";
        var path = "/objectifs/" + around.goal(pps);
        var claires = around.open(around.claire(), edit).form(path);
        Around.saved(
                around.send(
                        cast.karimCoordinator,
                        around.open(cast.karimCoordinator, edit).form(path),
                        "target",
                        "20 minutes",
                        "indicator",
                        "Podomètre"));

        var told = around.send(around.claire(), claires, "target", "15 minutes", "title", "Sortir");
        assertThat(told.status()).isEqualTo(409);
        var form = told.form(path);
        assertThat(form.select("[name=target]").val()).isEqualTo("15 minutes");
        assertThat(form.select("[name=title]").val()).isEqualTo("Sortir");
        assertThat(form.select("[name=indicator]").val())
                .as("what he alone changed")
                .isEqualTo("Podomètre");
        assertThat(form.select("fieldset:has([name=_garder.target])").text())
                .contains("« 20 minutes »");
        assertThat(form.select("[name^=_garder]")).as("only the field both changed").hasSize(2);
        assertThat(around.text("select title from careplan.goal where pps_id = :id", pps))
                .as("nothing is written before the choice")
                .isEqualTo("Marcher dehors");

        Around.saved(around.send(around.claire(), form, "_garder.target", "autre"));
        var lines =
                "select title || ', ' || target || ', ' || indicator from careplan.goal where pps_id = :id";
        assertThat(around.text(lines, pps)).isEqualTo("Sortir, 20 minutes, Podomètre");

        var again = around.send(around.claire(), claires, "target", "15 minutes");
        assertThat(again.status()).isEqualTo(409);
        Around.saved(around.send(around.claire(), again.form(path)));
        assertThat(around.text(lines, pps)).as("mine").contains("15 minutes");
    }

    @Test
    void a_line_taken_away_meanwhile_keeps_what_was_typed_and_a_rhythm_is_one_thing()
            throws Exception {
        var pps = around.draft(null);
        var edit = around.base() + "/" + pps + "/modifier";
        var act = around.act(pps);
        var path = "/interventions/" + act;
        var claires = around.open(around.claire(), edit).form(path);
        Around.saved(
                around.send(
                        cast.karimCoordinator,
                        around.open(cast.karimCoordinator, edit).form(path),
                        "every_n",
                        "2"));
        var told = around.send(around.claire(), claires, "times", "12");
        assertThat(told.status()).isEqualTo(409);
        assertThat(told.form(path).select("fieldset:has([name^=_garder])").text())
                .contains("2", "semaines", "8");
        Around.saved(around.send(around.claire(), told.form(path), "_garder.every_n", "autre"));
        assertThat(
                        around.text(
                                "select every_n || ' ' || times from careplan.intervention where pps_id = :id",
                                pps))
                .isEqualTo("2 8");

        var mine = around.open(around.claire(), edit).form(path);
        Around.saved(
                around.post(cast.karimCoordinator, around.base() + "/" + pps + path + "/retirer"));
        var gone = around.send(around.claire(), mine, "note", "Gants");
        assertThat(gone.status()).isEqualTo(409);
        assertThat(gone.text()).contains("Un collègue a retiré cette ligne");
        assertThat(gone.form(path).select("[name=note]").val()).isEqualTo("Gants");
        Around.saved(around.send(around.claire(), gone.form(path)));
        assertThat(around.act(pps)).as("the same line is back").isEqualTo(act);
    }

    @Test
    void a_form_saves_itself_in_place_and_is_read_again_with_what_it_now_stands_on()
            throws Exception {
        var pps = around.draft(null);
        var edit = around.base() + "/" + pps + "/modifier";
        var path = "/sections/SITUATION";
        var form = around.open(around.claire(), edit).form(path);
        assertThat(form.attr("data-autosave"))
                .isEqualTo(around.base() + "/" + pps + "/formulaires/situation");
        var said = around.send(around.claire(), form, true, "life_project", "Rester ici");
        assertThat(said.status()).isEqualTo(200);
        assertThat(said.html().select("[data-said]").text()).isEqualTo("Enregistré.");

        Around.saved(
                around.send(
                        cast.karimCoordinator,
                        around.open(cast.karimCoordinator, edit).form(path),
                        "mt_problems",
                        "Chutes"));
        var fresh = around.open(around.claire(), form.attr("data-autosave")).form(path);
        assertThat(fresh.select("[name=mt_problems]").val()).isEqualTo("Chutes");
        // sent twice because the answer was lost: nothing clashes, nothing is lost
        assertThat(around.send(around.claire(), form, true, "life_project", "Rester ici").status())
                .isEqualTo(200);
        assertThat(
                        around.text(
                                "select life_project || ', ' || mt_problems from careplan.pps where id = :id",
                                pps))
                .isEqualTo("Rester ici, Chutes");
        assertThat(around.send(around.claire(), form, true, "life_project", "Partir").status())
                .isEqualTo(409);
        assertThat(around.open(cast.calaisCoordinator, form.attr("data-autosave")).status())
                .isEqualTo(404);
        assertThat(
                        around.open(
                                        around.claire(),
                                        around.base() + "/" + pps + "/formulaires/rien")
                                .status())
                .isEqualTo(404);
    }

    @Test
    void who_else_is_in_the_draft_is_said_with_where_and_forgotten_after_a_minute_and_a_half()
            throws Exception {
        var pps = around.draft(null);
        var edit = around.base() + "/" + pps + "/modifier";
        var presence = around.base() + "/" + pps + "/presence";
        assertThat(around.open(around.claire(), edit).html().select("[data-presence]").text())
                .isEmpty();
        assertThat(around.open(cast.karimCoordinator, edit).html().select("[data-presence]").text())
                .isEqualTo("Claire DUMONT a aussi ouvert ce plan.");
        around.post(cast.karimCoordinator, presence, "place", "objectifs-" + around.goal(pps));
        assertThat(around.post(around.claire(), presence).text())
                .contains("Karim BELKACEM écrit aussi dans ce plan", "« Marcher dehors »");
        clock.move(Duration.ofSeconds(91));
        assertThat(around.post(around.claire(), presence).text()).isEmpty();

        assertThat(around.post(cast.calaisCoordinator, presence).status()).isEqualTo(404);
        assertThat(around.post(cast.nurseLucie, presence).status()).isEqualTo(404);
        Around.saved(around.post(around.claire(), around.base() + "/" + pps + "/soumettre"));
        assertThat(around.post(around.claire(), presence).status()).isEqualTo(404);
    }

    @Test
    void a_draft_keeps_what_it_was_typed_over_and_each_account_has_a_key_of_its_own()
            throws Exception {
        var pps = around.draft(null);
        var edit = around.base() + "/" + pps + "/modifier";
        var form = around.open(around.claire(), edit).form("/sections/SOINS");
        var seen = form.select("[name=_tag]").val();
        around.post(
                around.claire(),
                "/brouillons",
                "_key",
                form.attr("data-draft"),
                "_tag",
                seen,
                "_once",
                "x",
                "phases",
                "à moitié");
        assertThat(draft(form)).contains("à moitié", "\"_tag\":[").doesNotContain("_once");

        var claires = key(around.claire());
        assertThat(Base64.getDecoder().decode(claires)).hasSize(32);
        assertThat(key(around.claire())).as("the same at each sign-in").isEqualTo(claires);
        assertThat(key(cast.karimCoordinator)).isNotEqualTo(claires);
    }

    @Test
    void what_saved_itself_in_place_is_no_draft_any_more_and_what_was_refused_still_is()
            throws Exception {
        var pps = around.draft(null);
        var edit = around.base() + "/" + pps + "/modifier";
        var form = around.open(around.claire(), edit).form("/sections/SITUATION");
        keepDraft(form, "life_project", "Rester");
        assertThat(around.send(around.claire(), form, true, "life_project", "Rester").status())
                .isEqualTo(200);
        assertThat(draft(form))
                .as("offered again once a colleague has changed the plan, it would undo it")
                .isEmpty();

        keepDraft(form, "life_project", "Partir");
        assertThat(around.send(around.claire(), form, true, "life_project", "Partir").status())
                .isEqualTo(409);
        assertThat(draft(form)).contains("Partir");
    }

    private void keepDraft(FormElement form, String field, String value) throws Exception {
        around.post(around.claire(), "/brouillons", "_key", form.attr("data-draft"), field, value);
    }

    /// What the server would offer of this form, "" when nothing.
    private String draft(FormElement form) throws Exception {
        return mvc.perform(
                        get("/brouillons")
                                .param("form", form.attr("data-draft"))
                                .with(user(around.claire())))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String key(SignedIn who) throws Exception {
        var answer = mvc.perform(get("/brouillons/cle").with(user(who))).andReturn().getResponse();
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
        return answer.getContentAsString();
    }
}
