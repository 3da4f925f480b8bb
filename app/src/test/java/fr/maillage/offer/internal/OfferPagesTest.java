package fr.maillage.offer.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.PageTest;
import fr.maillage.testing.Proves;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// « Offre près de… » around Douai, and what was not found there.
@IntegrationTest
class OfferPagesTest extends PageTest {

    @BeforeEach
    void offers() {
        clear();
        sql.sql(
                        """
                        insert into directory.offer (id, organization, organization_name, name, need, mode, commune_code, commune_name, phone, mssante, places_total, places_free, available_at, age_from, hours, served, updated_at) values
                          ('T1', '590000014', 'SSIAD de Lens', 'SSIAD de Lens', 'SSIAD', 'DOMICILE', '62498', 'Lens', '0321000001', 'ssiad@offre.mssante.example', 60, 2, '2026-05-30 08:00+02', 60, '7 h à 20 h', '{}', now()),
                          ('T2', '590000022', 'SSIAD de Douai', 'SSIAD de Douai', 'SSIAD', 'DOMICILE', '59178', 'Douai', null, null, 40, 0, '2026-06-01 08:00+02', 60, null, '{}', now()),
                          ('T3', null, null, 'SSIAD itinérant', 'SSIAD', 'DOMICILE', '62193', 'Calais', null, null, null, null, null, null, null, '{59569}', now()),
                          ('T4', null, null, 'Accueil de jour', 'ACCUEIL_JOUR', 'SUR_PLACE', '59178', 'Douai', null, null, 12, 5, '2026-04-01 08:00+02', null, null, '{}', now())
                        """)
                .update();
        sql.sql(
                        """
                        insert into directory.activity (pp_id, family_name, family_key, profession, commune_code)
                        values ('T-1', 'Un', 'un', 'INFIRMIER', '59178'), ('T-1', 'Un', 'un', 'INFIRMIER', '59178'), ('T-2', 'Deux', 'deux', 'INFIRMIER', '59178'), ('T-3', 'Trois', 'trois', 'INFIRMIER', '62193')
                        """)
                .update();
        sql.sql(
                        "insert into directory.organization (finess, name, kind, kind_label, commune_code, commune_name) values ('590000030', 'SSIAD muet', 'SSIAD', 'SSIAD', '59178', 'Douai') on conflict do nothing")
                .update();
    }

    @AfterEach
    void clear() {
        sql.sql("delete from directory.offer").update();
        sql.sql("delete from directory.activity where pp_id like 'T-%'").update();
        sql.sql("delete from directory.organization where finess = '590000030'").update();
        for (var network : List.of(cast.douai, cast.calais))
            cast.in(network, () -> sql.sql("delete from offer.unmet_need").update());
    }

    private static List<String> texts(Document page, String css) {
        return page.select(css).eachText();
    }

    @Test
    @Proves({"REQ-DIRECTORY-03", "REQ-DIRECTORY-07"})
    void who_has_room_nearby_is_shown_with_distance_places_and_the_day_they_were_said()
            throws Exception {
        var page = page(cast.claireCoordinator, "/offre?besoin=SSIAD&commune=59178&km=40");

        assertThat(texts(page, "tbody tr th")).containsExactly("SSIAD de Douai", "SSIAD de Lens");
        var lens = page.select("tbody tr").get(1);
        // 20.1 km as the crow flies: 26.1 of road, eight of them in two towns at 25 km/h, the rest
        // at 50, and five minutes to leave and park
        assertThat(lens.text())
                .contains("2 places sur 60")
                .contains("dit le")
                .contains("26 km, 46 min")
                .contains("à partir de 60 ans")
                .contains("03 21 00 00 01")
                .contains("ssiad@offre.mssante.example");
        assertThat(page.select("tbody tr").getFirst().text()).contains("complet (40)");
        assertThat(page.text())
                .contains("2 offres, dont 1 avec de la place")
                .contains("SSIAD muet")
                .doesNotContain("Rien de libre");

        var old = page(cast.claireCoordinator, "/offre?besoin=ACCUEIL_JOUR&commune=Douai&km=5");
        assertThat(old.select("tbody tr").text())
                .contains("5 places sur 12")
                .contains("à vérifier");
    }

    @Test
    void professionals_of_the_directory_answer_too_each_counted_once() throws Exception {
        var page = page(cast.claireCoordinator, "/offre?besoin=INFIRMIER&commune=59178&km=20");

        var nurses =
                sql.sql(
                                "select count(distinct pp_id) from directory.activity where profession = 'INFIRMIER' and commune_code = '59178'")
                        .query(Integer.class)
                        .single();
        assertThat(page.select("section[aria-labelledby=pros] li").first().text())
                .as("the nearest first, ours and those other tests left there")
                .startsWith("Douai : " + nurses);
        assertThat(nurses).isGreaterThanOrEqualTo(2);
        assertThat(page.select(".notice a").attr("href"))
                .isEqualTo("/besoins-non-couverts/nouveau?besoin=INFIRMIER&commune=59178");
    }

    @Test
    void what_is_not_understood_is_said_and_what_was_typed_stays() throws Exception {
        var page = page(cast.claireCoordinator, "/offre?besoin=SSIAD&commune=Xyzabc&km=9");

        assertThat(page.select("[role=alert]").text()).contains("Commune inconnue");
        assertThat(page.select("#commune").val()).isEqualTo("Xyzabc");
        assertThat(
                        page(cast.claireCoordinator, "/offre?besoin=RIEN&commune=59178")
                                .select("[role=alert]")
                                .text())
                .contains("Choisissez un besoin");
        assertThat(page(cast.claireCoordinator, "/offre").select("[role=alert]")).isEmpty();
        mvc.perform(
                        post("/offre/communes")
                                .with(csrf())
                                .with(user(cast.claireCoordinator))
                                .param("commune", "doua"))
                .andExpect(status().isOk())
                .andExpect(
                        org.springframework.test.web.servlet.result.MockMvcResultMatchers.content()
                                .string(org.hamcrest.Matchers.containsString("Douai (59178)")));
        mvc.perform(get("/offre").with(user(cast.agencyOfficer))).andExpect(status().isNotFound());
    }

    @Test
    @Proves("REQ-DIRECTORY-06")
    void a_zone_shows_need_by_need_and_commune_by_commune_where_nobody_is() throws Exception {
        noted("SSIAD", "59178");
        var all = page(cast.claireCoordinator, "/offre/zones?zone=AD-DO&km=5");

        var ssiad = row(all, "Soins infirmiers à domicile par un service");
        // two offers reach the zone: that of Douai, and the one that says it goes to Sin-le-Noble
        assertThat(ssiad.get(0)).isEqualTo("2");
        assertThat(ssiad.get(1)).isEqualTo("0");
        var without = Integer.parseInt(ssiad.get(3));
        assertThat(without).isPositive();
        assertThat(ssiad.get(5)).isEqualTo("1");
        var nobody = row(all, "Téléassistance");
        assertThat(nobody.get(0)).isEqualTo("0");
        assertThat(nobody.get(3)).isEqualTo(communes());

        var one = page(cast.claireCoordinator, "/offre/zones?zone=AD-DO&besoin=SSIAD&km=5");
        assertThat(one.select("tbody .badge.is-late")).hasSize(without);
        assertThat(row(one, "Douai").get(1)).contains("SSIAD de Douai");
        assertThat(row(one, "Sin-le-Noble").get(2)).isEqualTo("2");
    }

    private String communes() {
        return sql.sql("select count(*)::text from territory.commune where zone_code = 'AD-DO'")
                .query(String.class)
                .single();
    }

    private static List<String> row(Document page, String first) {
        return page.select("tbody tr").stream()
                .filter(r -> r.select("th").text().startsWith(first))
                .findFirst()
                .orElseThrow()
                .select("td")
                .eachText();
    }

    private void noted(String need, String commune) throws Exception {
        send(
                cast.claireCoordinator,
                "/besoins-non-couverts",
                "besoin",
                need,
                "commune",
                commune,
                "since",
                "2026-05-20",
                "words",
                "Trois services appelés",
                "instead",
                "Passage de la famille");
    }

    @Test
    @Proves("REQ-DIRECTORY-06")
    void what_was_not_found_is_noted_in_the_list_and_ends_by_saying_how() throws Exception {
        var blank =
                page(
                        cast.claireCoordinator,
                        "/besoins-non-couverts/nouveau?besoin=SSIAD&commune=59178");
        assertThat(blank.select("select[name=besoin] option[selected]").val()).isEqualTo("SSIAD");
        assertThat(blank.select("input[name=commune]").val()).isEqualTo("Douai (59178)");
        noted("SSIAD", "Douai (59178)");

        var list = page(cast.claireCoordinator, "/besoins-non-couverts");
        assertThat(list.select("h1 .count").text()).isEqualTo("1");
        assertThat(list.select("tbody[data-list] tr").text())
                .contains("SSIAD")
                .contains("Douai")
                .contains("Trois services appelés")
                .contains("Passage de la famille")
                .contains(cast.claireCoordinator.displayName());

        var id = value("select id::text from offer.unmet_need");
        var wrong =
                refused(
                        cast.claireCoordinator,
                        "/besoins-non-couverts/" + id,
                        "state",
                        "COUVERT",
                        "endedOn",
                        "2026-05-01",
                        "words",
                        "",
                        "_tag",
                        "1");
        assertThat(wrong.text())
                .contains("précède celui où le besoin est apparu")
                .contains("Dites ce qui l’a couvert");
        send(
                cast.claireCoordinator,
                "/besoins-non-couverts/" + id,
                "state",
                "COUVERT",
                "endedOn",
                "2026-06-01",
                "words",
                "Place trouvée à Lens",
                "_tag",
                "1");
        assertThat(
                        value(
                                "select state || ' ' || ended_on || ' ' || ended_words from offer.unmet_need"))
                .isEqualTo("COUVERT 2026-06-01 Place trouvée à Lens");
        form(
                cast.claireCoordinator,
                "/besoins-non-couverts/" + id,
                409,
                "state",
                "ABANDONNE",
                "endedOn",
                "2026-06-01",
                "words",
                "x",
                "_tag",
                "1");
        assertThat(
                        page(cast.claireCoordinator, "/besoins-non-couverts")
                                .select("tbody[data-list] tr"))
                .isEmpty();
        assertThat(
                        page(cast.claireCoordinator, "/besoins-non-couverts?etat=COUVERT")
                                .select("tbody[data-list] tr"))
                .hasSize(1);
        assertThat(
                        page(
                                        cast.claireCoordinator,
                                        "/besoins-non-couverts?etat=TOUS&zone=AD-DO&besoin=SSIAD")
                                .select("tbody[data-list] tr"))
                .hasSize(1);
        assertThat(
                        page(cast.claireCoordinator, "/besoins-non-couverts?etat=TOUS&zone=LI-CL")
                                .select("tbody[data-list] tr"))
                .isEmpty();
    }

    @Test
    void all_are_counted_and_the_list_has_pages() throws Exception {
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        insert into offer.unmet_need (id, need, commune_code, commune_name, since, state, noted_at, noted_by, noted_name, ended_on, ended_words)
                                        select gen_random_uuid(), case when n <= 230 then 'SSIAD' else 'GARDE_NUIT' end, '59178', 'Douai', date '2026-05-01' - n,
                                               case when n <= 210 then 'OUVERT' else 'COUVERT' end, now(), null, 'Claire DUMONT', case when n > 210 then date '2026-05-30' end,
                                               case when n > 210 then 'Trouvé' end
                                          from generate_series(1, 240) n
                                        """)
                                .update());
        var list = page(cast.claireCoordinator, "/besoins-non-couverts?etat=TOUS");
        assertThat(list.select("h1 .count").text()).isEqualTo("240");
        assertThat(list.select("section[aria-labelledby=decompte] tbody tr").eachText())
                .containsExactly(
                        "Soins infirmiers à domicile par un service (SSIAD) 210 20 0 230",
                        "Garde de nuit 0 10 0 10");
        assertThat(list.select("tbody[data-list] tr")).hasSize(30);
        assertThat(list.select("nav[aria-label=Pages] a").eachText()).containsExactly("Suivants");

        var last =
                page(
                        cast.claireCoordinator,
                        "/besoins-non-couverts?besoin=SSIAD&etat=OUVERT&zone=AD-DO&page=999");
        assertThat(last.select("h1 .count").text()).isEqualTo("210");
        assertThat(last.select("tbody[data-list] tr")).hasSize(30);
        assertThat(last.select("nav[aria-label=Pages] a").attr("href"))
                .isEqualTo("/besoins-non-couverts?besoin=SSIAD&etat=OUVERT&zone=AD-DO&page=6");

        // the form of a need of the last page comes back on the page that says what is wrong
        var oldest =
                value(
                        "select id::text from offer.unmet_need where state = 'OUVERT' order by since limit 1");
        var wrong =
                refused(
                        cast.claireCoordinator,
                        "/besoins-non-couverts/" + oldest,
                        "state",
                        "COUVERT",
                        "endedOn",
                        "2026-06-01",
                        "words",
                        "",
                        "_tag",
                        "1");
        assertThat(wrong.select("tbody[data-list] tr").first().text())
                .contains("Dites ce qui l’a couvert");
    }

    @Test
    void a_wrong_form_keeps_what_was_typed_and_writes_nothing() throws Exception {
        var page =
                refused(
                        cast.claireCoordinator,
                        "/besoins-non-couverts",
                        "besoin",
                        "RIEN",
                        "commune",
                        "Nulle part",
                        "since",
                        "2026-12-24",
                        "words",
                        "gardé");
        assertThat(page.text())
                .contains("Choisissez un besoin")
                .contains("Commune inconnue")
                .contains("pas encore venu");
        assertThat(page.select("textarea[name=words]").text()).isEqualTo("gardé");
        assertThat(rows(cast.douai, "select id::text from offer.unmet_need")).isEmpty();
    }

    @Test
    void a_need_noted_from_a_file_is_of_that_person_and_its_words_are_for_those_who_may_read()
            throws Exception {
        var person = cast.newFollowed(cast.douai, 2, 30).patient();
        var file = "/dossiers/" + person + "/besoins-non-couverts";
        send(
                cast.claireCoordinator,
                file,
                "besoin",
                "GARDE_NUIT",
                "commune",
                "Douai",
                "since",
                "2026-05-20",
                "words",
                "Trois levers par nuit");

        assertThat(page(cast.claireCoordinator, file).select("tbody[data-list] tr").text())
                .contains("Trois levers par nuit");
        assertThat(
                        page(cast.claireCoordinator, "/besoins-non-couverts")
                                .select("tbody[data-list] tr")
                                .text())
                .contains("pour une personne suivie");
        assertThat(
                        page(cast.sophieSecretary, "/besoins-non-couverts")
                                .select("tbody[data-list] tr")
                                .text())
                .contains("Garde de nuit")
                .doesNotContain("Trois levers")
                .doesNotContain("personne suivie");
        assertThat(
                        rows(
                                cast.douai,
                                "select distinct account_id::text from access.trail where '%s'::uuid = any (patients) and what = 'BESOINS NON COUVERTS'"
                                        .formatted(person)))
                .as("who was shown the words is in the trail, who was not is not")
                .containsExactly(cast.claireCoordinator.accountId().toString());
        mvc.perform(get(file).with(user(cast.sophieSecretary))).andExpect(status().isNotFound());
        refused(cast.claireCoordinator, file, "besoin", "", "commune", "", "since", "");
        var id = value("select id::text from offer.unmet_need");
        send(
                cast.claireCoordinator,
                file + "/" + id,
                "state",
                "ABANDONNE",
                "endedOn",
                "2026-06-02",
                "words",
                "Entrée en établissement",
                "_tag",
                "1");
        assertThat(page(cast.claireCoordinator, file).select("tbody[data-list] tr").text())
                .contains("Abandonné");
        mvc.perform(get(file).with(user(cast.calaisCoordinator))).andExpect(status().isNotFound());
    }

    @Test
    void the_need_of_somebody_is_ended_from_their_file_or_by_who_may_write_in_it()
            throws Exception {
        var file =
                "/dossiers/"
                        + cast.newFollowed(cast.douai, 2, 30).patient()
                        + "/besoins-non-couverts";
        var another =
                "/dossiers/"
                        + cast.newFollowed(cast.douai, 2, 30).patient()
                        + "/besoins-non-couverts";
        send(
                cast.claireCoordinator,
                file,
                "besoin",
                "SSIAD",
                "commune",
                "Douai (59178)",
                "since",
                "2026-05-20");
        var id = value("select id::text from offer.unmet_need");
        var ended =
                new String[] {
                    "state", "ABANDONNE", "endedOn", "2026-06-01", "words", "x", "_tag", "1"
                };
        // a secretary reads no health content; another file is not theirs
        form(cast.sophieSecretary, "/besoins-non-couverts/" + id, 404, ended);
        form(cast.claireCoordinator, another + "/" + id, 404, ended);
        assertThat(value("select state from offer.unmet_need")).isEqualTo("OUVERT");
        send(cast.claireCoordinator, "/besoins-non-couverts/" + id, ended);
        assertThat(value("select state from offer.unmet_need")).isEqualTo("ABANDONNE");
    }
}
