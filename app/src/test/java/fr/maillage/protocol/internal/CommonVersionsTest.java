package fr.maillage.protocol.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.kernel.NetworkId;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.OwnStructure;
import fr.maillage.testing.PageTest;
import fr.maillage.testing.Proves;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Networks of one theme agree on one version, adopt it or say why not; one trunk across themes.
@IntegrationTest
class CommonVersionsTest extends PageTest {

    private static final String PALLIATIVE = CommonScreens.HOME + "/SOINS_PALLIATIFS";
    private static final String TRUNK = CommonScreens.HOME + "/TRONC";

    private static final String INCLUSION =
            criterion("C1", "Maladie grave et évolutive", false, false);
    private static final String HOME = criterion("C2", "Retour à domicile souhaité", false, false);
    private static final String EXIT = criterion("C3", "Relais organisé et accepté", true, false);
    private static final String COMPLEX =
            criterion("C4", "Trois acteurs au moins et un aidant épuisé", false, true);
    private static final String AIM = aim("O1", "Soulager la douleur");
    // of the trunk, which another test may have left in force
    private static final String PROJECT = aim("T1", "Recueillir le projet de la personne");

    private OwnStructure a;
    private OwnStructure b;
    private OwnStructure c;

    private static String criterion(String key, String title, boolean exit, boolean complex) {
        return "{\"key\":\"%s\",\"title\":\"%s\",\"exit\":%s%s,\"source\":{\"text\":\"essai\",\"read\":\"ORIGINAL\"}}"
                .formatted(key, title, exit, complex ? ",\"complex\":true" : "");
    }

    private static String aim(String key, String title) {
        return "{\"key\":\"%s\",\"title\":\"%s\",\"domain\":\"MEDICAL\",\"kind\":\"QUALITATIF\",\"source\":{\"text\":\"essai\",\"read\":\"ORIGINAL\"}}"
                .formatted(key, title);
    }

    @BeforeEach
    @AfterEach
    void groups_are_empty() {
        var structures =
                cast.in(
                        cast.douai,
                        () ->
                                sql.sql(
                                                "select structure_id from protocol.group_member where left_at is null union select structure_id from protocol.common_version where status = 'PROPOSEE'")
                                        .query((row, _) -> row.getObject(1, UUID.class))
                                        .list());
        for (var id : structures)
            cast.in(
                    new NetworkId(id),
                    () -> {
                        sql.sql(
                                        "update protocol.common_version set status = 'ECARTEE', decided_at = now(), decided_by = 'essai' where status = 'PROPOSEE'")
                                .update();
                        return sql.sql(
                                        "update protocol.group_member set left_at = now() where left_at is null")
                                .update();
                    });
    }

    @BeforeEach
    void structures() {
        a = structure("Réseau A");
        b = structure("Réseau B");
        c = structure("Réseau C");
    }

    private OwnStructure structure(String name) {
        var own = new OwnStructure(cast, sql, "32");
        own.themes("SOINS_PALLIATIFS");
        cast.in(
                own.id,
                () ->
                        sql.sql("update network.network set short_name = :name where id = :id")
                                .param("name", name)
                                .param("id", own.id.value())
                                .update());
        return own;
    }

    /// A model the structure published, with these criteria and goals.
    private String model(OwnStructure own, String theme, List<String> criteria, List<String> aims) {
        var id = UUID.randomUUID();
        cast.in(
                own.id,
                () -> {
                    sql.sql(
                                    "insert into protocol.protocol (id, created_at, created_by) values (:id, now(), 'essai')")
                            .param("id", id)
                            .update();
                    return sql.sql(
                                    """
                                    insert into protocol.version (protocol_id, number, status, title, nature, document, created_at, created_by, published_at, reviewed_by, review_on)
                                    values (:id, 1, 'PUBLIE', 'Modèle d’essai', 'MODELE_PPS', cast(:document as jsonb), now(), 'essai', now(), 'Dr Essai', '2027-01-01')
                                    """)
                            .param("id", id)
                            .param(
                                    "document",
                                    "{\"title\":\"Modèle d’essai\",\"nature\":\"MODELE_PPS\"%s,\"criteria\":[%s],\"aims\":[%s]}"
                                            .formatted(
                                                    theme.isEmpty()
                                                            ? ""
                                                            : ",\"theme\":\"" + theme + "\"",
                                                    String.join(",", criteria),
                                                    String.join(",", aims)))
                            .update();
                });
        return id.toString();
    }

    private String[] proposal(String model, String... more) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("protocole", model);
        fields.put("why", "Redéfinir l’inclusion");
        fields.put("until", "2026-07-01");
        for (int i = 0; i < more.length; i += 2) fields.put(more[i], more[i + 1]);
        return fields.entrySet().stream()
                .flatMap(e -> Stream.of(e.getKey(), e.getValue()))
                .toArray(String[]::new);
    }

    private String proposed(String group) throws Exception {
        return page(a.head, group)
                .select("form[action$=/avis]")
                .attr("action")
                .replace("/avis", "");
    }

    private void agreed(OwnStructure by, String group, String model, String... more)
            throws Exception {
        send(by.head, group + "/propositions", proposal(model, more));
        var href = proposed(group);
        for (var one : List.of(a, b, c))
            if (one != by) send(one.head, href + "/avis", "avis", "OUI");
        send(by.head, href + "/suite", "suite", "ARRETER");
    }

    private void joined(String group) throws Exception {
        for (var one : List.of(a, b, c)) send(one.head, group + "/entrer");
    }

    private List<String> settings(OwnStructure own) {
        return rows(
                own.id,
                "select kind || ' ' || label from network.criterion where active and theme_code = 'SOINS_PALLIATIFS' order by 1");
    }

    private static String row(Document group, String name) {
        return group.select("aside li:has(strong:containsOwn(" + name + "))").text();
    }

    @Test
    @Proves("REQ-INCLUSION-09")
    void inclusion_exit_and_complex_patient_are_harmonised_between_networks_of_a_theme()
            throws Exception {
        assertThat(page(a.head, CommonScreens.HOME).select("tbody th").eachText())
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("Diabète et risque cardiovasculaire"),
                        one -> assertThat(one).startsWith("Gérontologie et Alzheimer"),
                        one -> assertThat(one).startsWith("Soins palliatifs"),
                        one -> assertThat(one).startsWith("Tronc commun"));
        assertThat(refused(a.head, CommonScreens.HOME + "/DIABETE_RCV/entrer").text())
                .contains(plain(CommonText.NOT_THE_THEME));
        joined(PALLIATIVE);
        mvc.perform(get(PALLIATIVE).with(user(cast.drMorel))).andExpect(status().isNotFound());

        // a proposal says who comes in, who goes out, who is complex, and the plan
        var poor = model(a, "SOINS_PALLIATIFS", List.of(INCLUSION), List.of());
        var refused = refused(a.head, PALLIATIVE + "/propositions", proposal(poor, "why", ""));
        assertThat(refused.text()).contains(plain(CommonText.WHY));
        assertThat(refused(a.head, PALLIATIVE + "/propositions", proposal(poor)).text())
                .contains(
                        plain(CommonText.NO_EXIT),
                        plain(CommonText.NO_COMPLEX),
                        plain(CommonText.NO_PLAN))
                .doesNotContain(plain(CommonText.NO_INCLUSION));
        var gerontology = model(a, "GERONTOLOGIE", List.of(INCLUSION, EXIT, COMPLEX), List.of(AIM));
        assertThat(refused(a.head, PALLIATIVE + "/propositions", proposal(gerontology)).text())
                .contains(plain(CommonText.OTHER_THEME));
        var outsider = structure("Réseau D");
        assertThat(
                        refused(
                                        outsider.head,
                                        PALLIATIVE + "/propositions",
                                        proposal(
                                                model(
                                                        outsider,
                                                        "",
                                                        List.of(INCLUSION, EXIT, COMPLEX),
                                                        List.of(AIM))))
                                .text())
                .contains(plain(CommonText.NOT_A_MEMBER));
        var whole =
                model(
                        a,
                        "SOINS_PALLIATIFS",
                        List.of(INCLUSION, HOME, EXIT, COMPLEX),
                        List.of(AIM, PROJECT));
        send(a.head, PALLIATIVE + "/propositions", proposal(whole, "local", "objectifs.O1"));
        assertThat(
                        refused(
                                        b.head,
                                        PALLIATIVE + "/propositions",
                                        proposal(
                                                model(
                                                        b,
                                                        "",
                                                        List.of(INCLUSION, EXIT, COMPLEX),
                                                        List.of(AIM))))
                                .text())
                .contains(plain(CommonText.ONE_AT_A_TIME));

        // more than half of the members, once all spoke or the day is past; who proposes concludes,
        // anybody of the group once that day is past
        var href = proposed(PALLIATIVE);
        assertThat(refused(b.alice, href + "/avis", "avis", "NON").text())
                .contains(plain(CommonText.WHY_UNFAVOURABLE));
        var kept = refused(b.alice, href + "/avis", "avis", "", "words", "Trop large");
        assertThat(kept.select("#words").text()).isEqualTo("Trop large");
        assertThat(kept.select("#said").text()).isEmpty();
        send(b.alice, href + "/avis", "avis", "NON", "words", "Trop large");
        assertThat(refused(a.head, href + "/suite", "suite", "ARRETER").text())
                .contains("2 sur 3 donnés");
        assertThat(page(a.head, PALLIATIVE).select("button[value=ARRETER]").hasAttr("disabled"))
                .isTrue();
        for (var suite : List.of("ARRETER", "ECARTER"))
            assertThat(refused(b.head, href + "/suite", "suite", suite).text())
                    .contains("Réseau A, qui propose, conclut");
        assertThat(page(b.head, PALLIATIVE).select("form[action$=/suite]")).isEmpty();
        clock.goTo(LocalDateTime.of(2026, 7, 2, 9, 0));
        for (var one : List.of(a, b))
            assertThat(refused(one.head, href + "/suite", "suite", "ARRETER").text())
                    .contains("1 avis favorable sur 3 structures");
        assertThat(refused(outsider.head, href + "/suite", "suite", "ECARTER").text())
                .contains("qui propose, conclut");
        send(c.head, href + "/avis", "avis", "OUI");
        send(c.head, href + "/suite", "suite", "ARRETER");
        assertThat(refused(a.head, href + "/suite", "suite", "ECARTER").text())
                .contains(plain(CommonText.NOT_OPEN));
        assertThatThrownBy(() ->
                        cast.in(
                                a.id,
                                () ->
                                        sql.sql(
                                                        "update protocol.common_version set why = 'autre' where structure_id = :id and status = 'ARRETEE'")
                                                .param("id", a.id.value())
                                                .update()))
                .rootCause()
                .hasMessageContaining("never changes");

        // one adopts it whole: its criteria are those of its inclusions from now on, but for what
        // it
        // asks whatever the theme
        cast.in(
                c.id,
                () ->
                        sql.sql(
                                        "insert into network.criterion (kind, label, rank) values ('EXIT', 'Relais organisé et ACCEPTE', 1)")
                                .update());
        send(c.head, PALLIATIVE + "/adoption", "protocole", "");
        assertThat(settings(c))
                .containsExactly(
                        "INCLUSION Maladie grave et évolutive",
                        "INCLUSION Retour à domicile souhaité");
        assertThat(
                        rows(
                                c.id,
                                "select p.taken_from || ' ' || v.status from protocol.protocol p join protocol.version v on v.network_id = p.network_id and v.protocol_id = p.id"))
                .containsExactly("Groupe Soins palliatifs BROUILLON");
        // another keeps its model and accounts for each line that differs; what is left to each is
        // none
        var own =
                model(
                        b,
                        "",
                        List.of(
                                INCLUSION,
                                EXIT,
                                criterion("C4", "Deux hospitalisations en un an", false, true),
                                criterion("X", "Plus de 18 ans", false, false)),
                        List.of(aim("O9", "Confort"), PROJECT));
        var shown = page(b.head, PALLIATIVE + "/adopter?protocole=" + own);
        assertThat(shown.select(".card strong").eachText())
                .containsExactly(
                        "Retour à domicile souhaité", "Trois acteurs au moins et un aidant épuisé");
        var half =
                refused(
                        b.head,
                        PALLIATIVE + "/adoption",
                        "protocole",
                        own,
                        "raison-criteres.C2",
                        "Hôtel-Dieu sans HAD");
        assertThat(half.select(".error").eachText()).containsExactly(plain(CommonText.WHY_NOT));
        assertThat(half.select("[name=raison-criteres.C2]").val()).isEqualTo("Hôtel-Dieu sans HAD");
        assertThat(row(page(b.head, PALLIATIVE), "Réseau B")).contains("Pas encore adoptée");
        send(
                b.head,
                PALLIATIVE + "/adoption",
                "protocole",
                own,
                "raison-criteres.C2",
                "Hôtel-Dieu sans HAD",
                "raison-criteres.C4",
                "Nos séjours le disent mieux");
        assertThat(settings(b))
                .containsExactly(
                        "EXIT Relais organisé et accepté", "INCLUSION Maladie grave et évolutive");

        // everybody, the agency first, reads who is on which version, and why not
        var read = page(cast.agencyOfficer, PALLIATIVE);
        assertThat(row(read, "Réseau A")).contains("Pas encore adoptée");
        assertThat(row(read, "Réseau B"))
                .contains(
                        "2 lignes écartées",
                        "Hôtel-Dieu sans HAD",
                        "Deux hospitalisations en un an",
                        "2 lignes de plus, locales");
        assertThat(row(read, "Réseau C")).contains("en entier");
        assertThat(read.select("h2:contains(Version commune) ~ *, .block").text())
                .contains("Patient complexe", "Trois acteurs au moins", "laissée à chacun");
        assertThat(read.select("form[action^=/harmonisation]")).as("the agency reads").isEmpty();
        // a later version: those on the former are told
        clock.goTo(LocalDateTime.of(2026, 7, 3, 9, 0));
        agreed(
                c,
                PALLIATIVE,
                model(c, "", List.of(INCLUSION, EXIT, COMPLEX), List.of(AIM, PROJECT)),
                "until",
                "2026-08-01");
        assertThat(row(page(c.head, PALLIATIVE), "Réseau B"))
                .contains("une version plus récente est arrêtée");
        // who follows it no longer asks what only the former said, unless the model does
        send(c.head, PALLIATIVE + "/adoption", "protocole", "");
        assertThat(settings(c)).containsExactly("INCLUSION Maladie grave et évolutive");
        assertThat(page(b.head, "/protocoles/criteres").text())
                .contains("Version commune, Soins palliatifs");
        var met = meetings();
        send(
                b.head,
                PALLIATIVE + "/reunions",
                "on",
                "2026-07-02",
                "said",
                "Relecture des critères");
        assertThat(
                        refused(b.head, PALLIATIVE + "/reunions", "on", "2027-07-02", "said", "x")
                                .text())
                .contains(plain(CommonText.MET_LATER));
        assertThat(meetings()).isEqualTo(met + 1);
        assertThat(page(a.head, PALLIATIVE).select("a[href*=/communs/]")).isNotEmpty();
        // a proposal of who leaves holds nobody up
        send(a.head, PALLIATIVE + "/propositions", proposal(whole, "until", "2026-09-01"));
        var left = proposed(PALLIATIVE);
        send(a.head, PALLIATIVE + "/quitter");
        assertThat(row(page(b.head, PALLIATIVE), "Réseau A")).isEmpty();
        send(b.alice, left + "/suite", "suite", "ECARTER");
        assertThat(page(b.head, PALLIATIVE).select("#suite")).isEmpty();
    }

    @Test
    @Proves("REQ-PPS-24")
    void models_of_plan_are_harmonised_by_theme_and_across_themes() throws Exception {
        joined(TRUNK);
        joined(PALLIATIVE);
        // across themes: the trunk is agreed on first
        agreed(a, TRUNK, model(a, "", List.of(), List.of(PROJECT)));
        // a theme takes each line of the trunk, or says why not
        var without = model(b, "", List.of(INCLUSION, EXIT, COMPLEX), List.of(AIM));
        var writing = page(b.head, PALLIATIVE + "/proposer?protocole=" + without);
        assertThat(writing.select(".card strong").eachText())
                .containsExactly("Recueillir le projet de la personne");
        assertThat(
                        refused(b.head, PALLIATIVE + "/propositions", proposal(without))
                                .select(".error")
                                .eachText())
                .containsExactly(plain(CommonText.WHY_NOT_TRUNK));
        var with = model(b, "", List.of(INCLUSION, EXIT, COMPLEX), List.of(AIM, PROJECT));
        assertThat(page(b.head, PALLIATIVE + "/proposer?protocole=" + with).select(".card"))
                .isEmpty();
        send(
                b.head,
                PALLIATIVE + "/propositions",
                proposal(without, "raison-objectifs.T1", "Déjà dans le dossier d’urgence"));
        send(b.head, proposed(PALLIATIVE) + "/suite", "suite", "ECARTER");
        agreed(b, PALLIATIVE, with);
        var read = page(a.head, PALLIATIVE);
        assertThat(read.text())
                .contains("Soulager la douleur", "Recueillir le projet de la personne");
        assertThat(read.select("#histoire ~ ul").text()).contains("écartée", "arrêtée");

        // a structure that adopts has the plan, lines and source, to be published by its doctor
        var adopted = page(c.head, PALLIATIVE).select("a[href*=/communs/]").first().attr("href");
        assertThat(page(cast.agencyOfficer, adopted).text())
                .contains("Soulager la douleur", "Trois acteurs au moins");
        // financed: the plan of its theme is an obligation, and who keeps it is counted
        assertThat(figure()).startsWith("Aucune structure financée");
        var sheet = UUID.randomUUID();
        cast.in(
                c.id,
                () ->
                        sql.sql(
                                        "insert into registry.structure (id, owner_id, type_code, name, region_code, provenance) values (:id, :owner, 'RESEAU', :name, '32', 'FICTIVE')")
                                .param("id", sheet)
                                .param("owner", c.id.value())
                                .param("name", "Réseau C " + c.id)
                                .update());
        cast.as(
                cast.agencyOfficer,
                () ->
                        sql.sql(
                                        "insert into registry.financing (structure_id, year, fund, theme_code, amount, source) values (:id, 2026, 'FIR', 'SOINS_PALLIATIFS', 100000, 'essai')")
                                .param("id", sheet)
                                .update());
        assertThat(figure()).startsWith("0 sur 1");
        assertThat(row(page(a.head, PALLIATIVE), "Réseau C"))
                .contains("financée", "Pas encore adoptée");
        send(c.head, PALLIATIVE + "/adoption", "protocole", "");
        assertThat(figure()).startsWith("1 sur 1");
        assertThat(
                        rows(
                                c.id,
                                "select jsonb_array_length(document -> 'aims')::text from protocol.version where status = 'BROUILLON'"))
                .containsExactly("2");
        // adopted twice, one copy; the trunk's criteria are for every theme
        send(c.head, PALLIATIVE + "/adoption", "protocole", "");
        assertThat(rows(c.id, "select count(*)::text from protocol.protocol")).containsExactly("1");
        send(c.head, TRUNK + "/adoption", "protocole", "");
        assertThat(rows(c.id, "select count(*)::text from protocol.protocol")).containsExactly("2");
        // a copy may also be taken without adopting, to be compared line by line
        send(a.head, adopted + "/prendre");
        var id = adopted.substring(adopted.lastIndexOf('/') + 1);
        assertThat(page(a.head, "/protocoles/comparer?de=c-" + id + "&a=c-" + id).text())
                .contains("Ils disent la même chose");
        assertThat(page(a.head, "/protocoles/comparer").select("option[value=c-" + id + "]"))
                .isNotEmpty();
    }

    /// Of the year, of groups at work.
    private int meetings() throws Exception {
        var words =
                page(cast.agencyOfficer, CommonScreens.HOME)
                        .select("dt:contains(Groupes au travail) + dd")
                        .text();
        return Integer.parseInt(words.replaceAll(".*, (\\d+) réunions? en 2026", "$1"));
    }

    private String figure() throws Exception {
        return page(cast.agencyOfficer, CommonScreens.HOME)
                .select("dt:contains(Structures financées) + dd")
                .text();
    }
}
