package fr.maillage.network.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.kernel.NetworkId;
import fr.maillage.network.Networks;
import fr.maillage.network.Setting;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@IntegrationTest
class SettingsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 2);

    @Autowired Cast cast;

    @Autowired JdbcClient sql;

    @Autowired MockMvc mvc;

    @Autowired Networks networks;

    @Autowired MovableClock clock;

    NetworkId here;
    SignedIn head;

    @BeforeEach
    void aStructure() {
        clock.reset();
        here = new NetworkId(UUID.randomUUID());
        head = someone(Role.HEAD, Set.of(here.value()));
        cast.in(
                here,
                () -> {
                    sql.sql(
                                    """
                                    insert into network.network (id, name, short_name, kind, legal_form, region_code, phone, opening_hours)
                                    values (:id, 'Structure d’essai', 'Essai', 'PLATEFORME', 'Association loi 1901', '32', '03 27 00 00 00', '9 h – 17 h')
                                    """)
                            .param("id", here.value())
                            .update();
                    return sql.sql("select network.start_with_defaults()")
                            .query((_, _) -> 0)
                            .list();
                });
    }

    private SignedIn someone(Role role, Set<UUID> networks) {
        return cast.register(
                new SignedIn(
                        UUID.randomUUID(),
                        "x",
                        "",
                        "Irène VASSEUR",
                        role,
                        networks,
                        Set.of(),
                        null,
                        null,
                        null));
    }

    private Document open(SignedIn who, String address) throws Exception {
        var response = mvc.perform(get(address).with(user(who))).andReturn().getResponse();
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return Jsoup.parse(response.getContentAsString().replace('\u00A0', ' '));
    }

    private MockHttpServletResponse send(String address, Map<String, String> fields)
            throws Exception {
        var request = post(address).with(user(head)).with(csrf());
        fields.forEach(request::param);
        return mvc.perform(request).andReturn().getResponse();
    }

    private Document refused(String address, Map<String, String> fields) throws Exception {
        var response = send(address, fields);
        assertThat(response.getStatus()).as(address).isEqualTo(422);
        return Jsoup.parse(response.getContentAsString().replace('\u00A0', ' '));
    }

    private void saved(String address, Map<String, String> fields) throws Exception {
        var response = send(address, fields);
        assertThat(response.getStatus())
                .as(() -> Jsoup.parse(body(response)).select(".error").text())
                .isEqualTo(302);
    }

    private static String body(MockHttpServletResponse response) {
        try {
            return response.getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The fields of the page as they stand, as a browser would send them back.
    private Map<String, String> form(String address) throws Exception {
        var fields = new HashMap<String, String>();
        var page = open(head, address).select("main form").first();
        for (var input : page.select("input, textarea, select")) {
            if (input.attr("type").equals("checkbox") && !input.hasAttr("checked")
                    || input.attr("name").startsWith("_csrf")) continue;
            fields.put(
                    input.attr("name"),
                    input.tagName().equals("select")
                            ? input.select("option[selected]").attr("value")
                            : input.attr("type").equals("checkbox") ? "on" : input.val());
        }
        return fields;
    }

    private int setting(Setting setting, Integer level) {
        return cast.as(head, () -> networks.setting(setting, level));
    }

    @Test
    @Proves("REQ-ALERTS-03")
    void a_threshold_changes_at_once_for_the_structure_and_for_a_level() throws Exception {
        assertThat(setting(Setting.NO_CONTACT_DAYS, 3)).isEqualTo(60);

        saved("/reglages/alertes", Map.of("NO_CONTACT_DAYS", "45", "NO_CONTACT_DAYS-3", "21"));

        assertThat(setting(Setting.NO_CONTACT_DAYS, 3)).isEqualTo(21);
        assertThat(setting(Setting.NO_CONTACT_DAYS, 2)).isEqualTo(45);
        assertThat(setting(Setting.NO_CONTACT_DAYS, null)).isEqualTo(45);
        assertThat(open(head, "/reglages/alertes").select("#NO_CONTACT_DAYS-3").val())
                .isEqualTo("21");
        assertThat(open(head, "/reglages/alertes").select("#rule-SANS_CONTACT").text())
                .contains("de 1 à 365 jours", "Par défaut 60", "proposition Maillage");
        assertThat(cast.in(cast.douai, () -> networks.setting(Setting.NO_CONTACT_DAYS, null)))
                .as("another structure keeps its own")
                .isEqualTo(60);

        saved("/reglages/alertes", Map.of("NO_CONTACT_DAYS", ""));
        assertThat(setting(Setting.NO_CONTACT_DAYS, 3))
                .as("emptied: the default again")
                .isEqualTo(60);
    }

    @Test
    void thresholds_stand_by_subject_a_row_each_and_what_the_structure_changed_is_marked()
            throws Exception {
        saved(
                "/reglages/seuils",
                Map.of("SILENCE_DECISION_DAYS", "45", "SILENCE_DECISION_DAYS-3", "21"));

        var page = open(head, "/reglages/seuils");
        assertThat(page.select("tr.table-subject").eachText())
                .startsWith("Avis du médecin traitant")
                .doesNotHaveDuplicates();
        var row = page.select("tr:has(#SILENCE_DECISION_DAYS)");
        assertThat(row.select("input").eachAttr("id"))
                .containsExactly(
                        "SILENCE_DECISION_DAYS",
                        "SILENCE_DECISION_DAYS-0",
                        "SILENCE_DECISION_DAYS-1",
                        "SILENCE_DECISION_DAYS-2",
                        "SILENCE_DECISION_DAYS-3");
        assertThat(row.select("input.is-own").eachAttr("id"))
                .containsExactly("SILENCE_DECISION_DAYS", "SILENCE_DECISION_DAYS-3");
        assertThat(row.select("#SILENCE_DECISION_DAYS-2").attr("placeholder"))
                .as("an empty level follows the structure")
                .isEqualTo("45");
        assertThat(row.select(".is-changed").text()).startsWith("Modifié aujourd’hui");
        assertThat(page.select("tr:has(#INVITATION_DAYS) .is-changed")).isEmpty();
        assertThat(page.select("tr:has(#ANSWER_DAYS) input"))
                .as("no level where none makes sense")
                .hasSize(1);
        for (var setting : Setting.values())
            assertThat(page.select("#" + setting.name()))
                    .as(setting.name())
                    .hasSize(Setting.OF_ALERTS.contains(setting) ? 0 : 1);
    }

    @Test
    void a_threshold_out_of_bounds_is_refused_beside_its_field_and_nothing_is_lost()
            throws Exception {
        var page =
                refused(
                        "/reglages/seuils",
                        Map.of(
                                "INVITATION_DAYS",
                                "0",
                                "SILENCE_DECISION_DAYS-2",
                                "91",
                                "REASSESS_MONTHS",
                                "13",
                                "ANSWER_DAYS",
                                "cinq",
                                "UNUSED_ACCOUNT_DAYS",
                                "9"));

        assertThat(page.select("#INVITATION_DAYS-error").text()).contains("compris entre 1 et 60");
        assertThat(page.select("#SILENCE_DECISION_DAYS-2-error").text())
                .contains("compris entre 1 et 90");
        assertThat(page.select("#REASSESS_MONTHS-error").text())
                .as("never more than a year")
                .contains("compris entre 1 et 12");
        assertThat(page.select("#ANSWER_DAYS-error").text()).contains("nombre entier");
        assertThat(page.select("#ANSWER_DAYS").val()).isEqualTo("cinq");
        assertThat(page.select("#UNUSED_ACCOUNT_DAYS").val()).isEqualTo("9");
        assertThat(setting(Setting.UNUSED_ACCOUNT_DAYS, null)).isEqualTo(90);
        assertThat(
                        refused(
                                        "/reglages/seuils",
                                        Map.of("CASELOAD_LOW", "180", "CASELOAD_HIGH", "170"))
                                .select("#CASELOAD_HIGH-error")
                                .text())
                .contains("bas de la fourchette");
        assertThat(
                        refused("/reglages/seuils", Map.of("URGENCY_SECOND_HOURS", "24"))
                                .select("#URGENCY_SECOND_HOURS-error")
                                .text())
                .contains("après la première");
    }

    @Test
    void the_grid_is_edited_with_its_thresholds() throws Exception {
        assertThat(setting(Setting.GRID_LEVEL_2, null)).isEqualTo(8);
        var fields = form("/reglages/grille");
        fields.put("GRID_LEVEL_2", "10");
        fields.put("points-P1", "5");
        fields.remove("active-P2");
        fields.remove("long-P3");
        fields.put("newDimension", "ENTOURAGE");
        fields.put("newLabel", "Aidant mineur");
        fields.put("newPoints", "4");
        saved("/reglages/grille", fields);

        assertThat(setting(Setting.GRID_LEVEL_2, null)).isEqualTo(10);
        var grid = cast.as(head, networks::levelGrid);
        assertThat(grid).hasSize(19).noneMatch(l -> l.code().equals("P2"));
        assertThat(grid)
                .filteredOn(l -> l.code().equals("P1"))
                .extracting(Networks.GridItem::points)
                .containsExactly(5);
        assertThat(grid)
                .filteredOn(l -> l.code().equals("P3"))
                .extracting(Networks.GridItem::longTerm)
                .containsExactly(false);
        assertThat(grid)
                .filteredOn(l -> l.label().equals("Aidant mineur"))
                .extracting(Networks.GridItem::points, Networks.GridItem::dimension)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(4, "ENTOURAGE"));

        fields.put("points-P1", "21");
        fields.put("GRID_LEVEL_1", "10");
        fields.remove("newLabel");
        fields.remove("_once");
        var page = refused("/reglages/grille", fields);
        assertThat(page.select("#points-P1-error").text()).contains("compris entre 0 et 20");
        assertThat(page.select("#GRID_LEVEL_2-error").text())
                .contains("dépasser celui du niveau 1");
    }

    @Test
    @Proves("REQ-INCLUSION-08")
    void inclusion_and_exit_criteria_are_the_structure_s_own_by_theme() throws Exception {
        saved(
                "/reglages/criteres",
                Map.of(
                        "kind",
                        "INCLUSION",
                        "theme",
                        "DIABETOLOGIE",
                        "label",
                        "HbA1c au-dessus de 9 %",
                        "required",
                        "on"));
        saved(
                "/reglages/criteres",
                Map.of("kind", "EXIT", "theme", "", "label", "Relais par la CPTS"));

        var diabetes = cast.as(head, () -> networks.criteria(true, "DIABETOLOGIE"));
        assertThat(diabetes)
                .extracting(Networks.Criterion::label)
                .contains(
                        "HbA1c au-dessus de 9 %",
                        "La personne réside sur le territoire de la structure");
        assertThat(cast.as(head, () -> networks.criteria(true, "GERONTOLOGIE")))
                .extracting(Networks.Criterion::label)
                .doesNotContain("HbA1c au-dessus de 9 %");
        assertThat(cast.as(head, () -> networks.criteria(false, "GERONTOLOGIE")))
                .extracting(Networks.Criterion::label)
                .contains("Relais par la CPTS");

        var added =
                diabetes.stream()
                        .filter(c -> c.label().startsWith("HbA1c"))
                        .findFirst()
                        .orElseThrow();
        assertThat(added.required()).isTrue();
        saved(
                "/reglages/criteres/" + added.id(),
                Map.of("label", "HbA1c au-dessus de 8 %", "act", "keep"));
        assertThat(cast.as(head, () -> networks.criteria(true, "DIABETOLOGIE")))
                .contains(new Networks.Criterion(added.id(), "HbA1c au-dessus de 8 %", false));
        saved(
                "/reglages/criteres/" + added.id(),
                Map.of("label", "HbA1c au-dessus de 8 %", "act", "retire"));
        assertThat(cast.as(head, () -> networks.criteria(true, "DIABETOLOGIE")))
                .extracting(Networks.Criterion::id)
                .doesNotContain(added.id());
        assertThat(open(head, "/reglages/criteres").select("tr:contains(Retiré)")).hasSize(1);

        assertThat(
                        refused(
                                        "/reglages/criteres",
                                        Map.of(
                                                "kind",
                                                "INCLUSION",
                                                "theme",
                                                "INCONNU",
                                                "label",
                                                ""))
                                .select(".error")
                                .text())
                .contains("nécessaire", "Choisissez");
        assertThat(
                        send("/reglages/criteres/" + UUID.randomUUID(), Map.of("label", "x"))
                                .getStatus())
                .isEqualTo(404);
    }

    @Test
    void themes_open_and_close_on_a_day() throws Exception {
        saved("/reglages/themes", Map.of("theme", "NEPHROLOGIE", "since", "2026-06-01"));
        assertThat(cast.as(head, () -> networks.themes(DAY)))
                .extracting(Networks.Theme::code)
                .containsExactly("NEPHROLOGIE");

        assertThat(
                        refused(
                                        "/reglages/themes/fin",
                                        Map.of("theme", "NEPHROLOGIE", "until", "2026-05-31"))
                                .select(".error")
                                .text())
                .contains("1er juin 2026");
        saved("/reglages/themes/fin", Map.of("theme", "NEPHROLOGIE", "until", "2026-06-01"));
        assertThat(cast.as(head, () -> networks.themes(DAY))).isEmpty();
        assertThat(open(head, "/reglages/themes").select("tr:contains(Néphrologie)").text())
                .contains("1er juin 2026");
        assertThat(
                        refused("/reglages/themes", Map.of("theme", "INCONNU", "since", "hier"))
                                .select(".error")
                                .text())
                .contains("Choisissez", "n’existe pas");
    }

    @Test
    @Proves({"REQ-TEAM-01", "REQ-TEAM-02", "REQ-TEAM-09", "REQ-TEAM-10", "REQ-TEAM-12"})
    void a_member_has_a_function_a_profile_sectors_dates_and_a_share_of_time() throws Exception {
        saved(
                "/reglages/lieux",
                Map.of(
                        "kind",
                        "ANTENNE",
                        "name",
                        "Antenne de Somain",
                        "commune",
                        "Somain",
                        "phone",
                        "03 27 11 22 33"));
        var antenna = cast.as(head, networks::units).getFirst();
        saved(
                "/reglages/lieux/" + antenna.id(),
                Map.of(
                        "kind",
                        "POLE",
                        "name",
                        "Pôle de Somain",
                        "commune",
                        "Somain",
                        "sharedWith",
                        "le CLIC et la CPTS"));
        assertThat(open(head, "/reglages/lieux").select("tr:contains(Pôle de Somain)").text())
                .contains("le CLIC et la CPTS");
        assertThat(open(head, "/reglages/lieux/" + antenna.id()).select("#sharedWith").val())
                .isEqualTo("le CLIC et la CPTS");
        assertThat(cast.as(head, networks::units))
                .extracting(Networks.Unit::kind, Networks.Unit::name)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("POLE", "Pôle de Somain"));
        assertThat(open(head, "/reglages/lieux/" + antenna.id()).select("#name").val())
                .isEqualTo("Pôle de Somain");
        assertThat(
                        send(
                                        "/reglages/lieux/" + UUID.randomUUID(),
                                        Map.of("kind", "POLE", "name", "x"))
                                .getStatus())
                .isEqualTo(404);

        var member =
                new HashMap<>(
                        Map.of(
                                "familyName",
                                "Durieux",
                                "givenName",
                                "Maud",
                                "function",
                                "COORDINATOR",
                                "profile",
                                "Infirmière",
                                "experience",
                                "8",
                                "training",
                                "DU coordination",
                                "fte",
                                "0,5",
                                "sectors",
                                "Douai, somain",
                                "since",
                                "2026-01-01",
                                "unit",
                                antenna.id().toString()));
        saved("/reglages/equipe", member);
        saved(
                "/reglages/equipe",
                Map.of(
                        "familyName",
                        "Noël",
                        "givenName",
                        "Luc",
                        "function",
                        "COORDINATOR",
                        "fte",
                        "1",
                        "since",
                        "2026-01-01"));

        var page = open(head, "/reglages/equipe");
        assertThat(
                        open(
                                        head,
                                        page.select("tr:contains(Maud) a[href^=/reglages/equipe/]")
                                                .attr("href"))
                                .select("#training")
                                .val())
                .isEqualTo("DU coordination");
        assertThat(page.select("tr:contains(Maud)").text())
                .contains(
                        "DURIEUX",
                        "Coordonnateur d’appui",
                        "Infirmière",
                        "8 ans",
                        "moins des 10 ans",
                        "Douai",
                        "Somain",
                        "0,5",
                        "Pôle de Somain");
        assertThat(
                        page.select("#etp")
                                .first()
                                .closest("section")
                                .select("tr:contains(Coordonnateur) td")
                                .text())
                .isEqualTo("1,5");
        assertThat(cast.as(head, () -> networks.coordinators(DAY)))
                .extracting(Networks.Member::name)
                .containsExactly("Maud DURIEUX", "Luc NOËL");

        member.put("until", "2025-12-31");
        member.put("sectors", "Douai, Atlantide");
        member.put("fte", "1,2");
        member.put("unit", UUID.randomUUID().toString());
        member.put("partner", UUID.randomUUID().toString());
        var wrong = refused("/reglages/equipe", member);
        assertThat(wrong.select("#partner-error")).hasSize(1);
        member.remove("partner");
        assertThat(wrong.select("#until-error").text()).contains("fin précède le début");
        assertThat(wrong.select("#sectors-error").text()).contains("Atlantide");
        assertThat(wrong.select("#fte-error").text()).contains("entre 0,05 et 1");
        assertThat(wrong.select("#familyName").val()).isEqualTo("Durieux");
        member.putAll(Map.of("until", "", "sectors", "", "fte", "0,5", "unit", ""));
        assertThat(refused("/reglages/equipe", member).select("#function-error").text())
                .contains("déjà cette fonction");
    }

    @Test
    void a_sheet_open_in_two_tabs_tells_the_second_and_keeps_what_it_typed() throws Exception {
        saved(
                "/reglages/equipe",
                Map.of(
                        "familyName",
                        "Durieux",
                        "givenName",
                        "Maud",
                        "function",
                        "SECRETARY",
                        "fte",
                        "1",
                        "since",
                        "2026-01-01"));
        var address = "/reglages/equipe/" + cast.as(head, () -> networks.team(DAY)).getFirst().id();
        var first = form(address);
        var second = new HashMap<>(first);
        first.put("profile", "Accueil");
        second.put("profile", "Secrétariat médical");
        saved(address, first);

        var response = send(address, second);

        assertThat(response.getStatus()).isEqualTo(409);
        var page = Jsoup.parse(response.getContentAsString());
        assertThat(page.select("[role=alert]").text())
                .contains("Un collègue a modifié cette fiche entre-temps");
        assertThat(page.select("#profile").val()).isEqualTo("Secrétariat médical");
        assertThat(open(head, address).select("#profile").val()).isEqualTo("Accueil");

        var structure = form("/reglages/structure");
        saved("/reglages/structure", structure);
        assertThat(send("/reglages/structure", structure).getStatus()).isEqualTo(409);
    }

    @Test
    @Proves({"REQ-RIGHTS-09", "REQ-CONTACTLOG-04"})
    void hours_on_call_and_principles_reach_those_who_need_them() throws Exception {
        var fields = form("/reglages/structure");
        fields.putAll(
                Map.of(
                        "onCallPhone",
                        "0327111111",
                        "onCallHours",
                        "le week-end, 9 h – 18 h",
                        "resumptionDate",
                        "2026-05-04",
                        "ethics",
                        "Respecter le choix de la personne.\nNe pas se substituer."));
        saved("/reglages/structure", fields);

        var network = cast.as(head, () -> networks.get(here));
        assertThat(network.resumptionDate()).isEqualTo(LocalDate.of(2026, 5, 4));
        assertThat(open(head, "/reglages").select(".oncall").text()).contains("03 27 11 11 11");
        assertThat(network.onCallHours()).isEqualTo("le week-end, 9 h – 18 h");
        assertThat(open(head, "/reglages").select(".oncall").attr("title"))
                .isEqualTo("le week-end, 9 h – 18 h");
        var doctor = someone(Role.PROFESSIONAL, Set.of(here.value(), cast.douai.value()));
        for (var who :
                new SignedIn[] {
                    head,
                    someone(Role.SECRETARY, Set.of(here.value())),
                    someone(Role.COORDINATOR, Set.of(here.value())),
                    doctor
                }) {
            assertThat(
                            open(who, "/reglages/principes")
                                    .select(".whoami a[href=/reglages/principes]"))
                    .as("one click from every page")
                    .hasSize(1);
            assertThat(open(who, "/reglages/principes").select("main").text())
                    .contains("Respecter le choix de la personne.", "Ne pas se substituer.");
        }
        assertThat(open(doctor, "/reglages/principes").select("main").text())
                .contains("Appui Douaisis")
                .doesNotContain("Appui Calaisis");

        fields.putAll(
                Map.of(
                        "phone",
                        "12",
                        "email",
                        "moi@",
                        "finess",
                        "123",
                        "resumptionDate",
                        "31/02",
                        "name",
                        " "));
        var page = refused("/reglages/structure", fields);
        for (var field : new String[] {"phone", "email", "finess", "resumptionDate", "name"}) {
            assertThat(page.select("#" + field + "-error").text()).as(field).isNotEmpty();
        }
        assertThat(page.select("#ethics").val()).contains("Ne pas se substituer.");
    }

    @Test
    void settings_are_the_head_s() throws Exception {
        for (var address :
                new String[] {
                    "/reglages",
                    "/reglages/structure",
                    "/reglages/seuils",
                    "/reglages/criteres",
                    "/reglages/grille",
                    "/reglages/themes",
                    "/reglages/lieux",
                    "/reglages/equipe",
                    "/reglages/equipe/nouveau"
                }) {
            open(head, address);
            assertThat(
                            mvc.perform(
                                            get(address)
                                                    .with(
                                                            user(
                                                                    someone(
                                                                            Role.COORDINATOR,
                                                                            Set.of(here.value())))))
                                    .andReturn()
                                    .getResponse()
                                    .getStatus())
                    .as(address)
                    .isEqualTo(404);
        }
        var theirs = cast.helenHead.member();
        assertThat(
                        mvc.perform(get("/reglages/equipe/" + theirs).with(user(head)))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                .as("another structure's")
                .isEqualTo(404);
        assertThat(send("/reglages/equipe/" + theirs, Map.of("familyName", "x")).getStatus())
                .isEqualTo(404);
    }
}
