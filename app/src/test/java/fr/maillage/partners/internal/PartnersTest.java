package fr.maillage.partners.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.maillage.access.SignedIn;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/// The one box as people use it, and what the structure knows of its partners.
@IntegrationTest
class PartnersTest {

    private static final String NURSE = "10190001019";
    private static final String PSYCHOLOGIST = "10190001027";
    private static final String OTHER = "10190001035";
    private static final String HOME = "590018883";

    @Autowired Cast cast;
    @Autowired MovableClock clock;
    @Autowired MockMvc mvc;
    @Autowired JdbcClient sql;

    private final String name = "Xavandier" + letters();

    /// Near no name of another run.
    private final String family =
            ThreadLocalRandom.current()
                    .ints(10, 'a', 'z')
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());

    private static String letters() {
        return UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    }

    @BeforeEach
    void a_directory() {
        clock.reset();
        sql.sql(
                        """
                        insert into directory.activity (hash, pp_id, family_name, given_name, family_key, given_key, profession, mode, commune_code, commune_name, phone)
                        select md5(id)::uuid, id, f, g, platform.search_key(f), platform.search_key(g), p, 'L', c, l, t
                          from (values (:nurse, 'Xylander', 'Rosine', 'INFIRMIER', '59178', 'Douai', '0327220001'),
                                       (:psychologist, 'Xylander', 'Basile', 'PSYCHOLOGUE', '59509', 'Sin-le-Noble', '0327220002'),
                                       (:other, 'Xylander', 'Colas', 'INFIRMIER', '62193', 'Calais', null)) v(id, f, g, p, c, l, t)
                         where not exists (select 1 from directory.activity a where a.hash = md5(id)::uuid)
                        """)
                .param("nurse", NURSE)
                .param("psychologist", PSYCHOLOGIST)
                .param("other", OTHER)
                .update();
        sql.sql(
                        """
                        insert into directory.organization (finess, name, kind, kind_label, commune_code, commune_name, phone)
                        values (:home, 'EHPAD Les Xérus (fictif)', 'EHPAD', 'EHPAD', '59178', 'Douai', '0327220009') on conflict do nothing
                        """)
                .param("home", HOME)
                .update();
    }

    private Document page(SignedIn who, String path) throws Exception {
        return Jsoup.parse(
                mvc.perform(get(path).with(user(who)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private int status(SignedIn who, String path) throws Exception {
        return mvc.perform(get(path).with(user(who))).andReturn().getResponse().getStatus();
    }

    private MockHttpServletResponse send(SignedIn who, String path, String... fields)
            throws Exception {
        var request = post(path).with(user(who)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        return mvc.perform(request).andReturn().getResponse();
    }

    private Document ask(SignedIn who, String path, String... fields) throws Exception {
        var answer = send(who, path, fields);
        assertThat(answer.getStatus()).as(Arrays.toString(fields)).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }

    private String psychologist() {
        return person(name, "Ida", "PSYCHOLOGUE");
    }

    /// Somebody of Douai nobody knew before: what is noted of them stays from one run to the next.
    private String person(String family, String given, String profession) {
        var number = number();
        sql.sql(
                        """
                        insert into directory.activity (pp_id, family_name, given_name, family_key, given_key, profession, commune_code, commune_name)
                        values (:id, :family, :given, platform.search_key(:family), platform.search_key(:given), :profession, '59178', 'Douai')
                        """)
                .param("id", number)
                .param("family", family)
                .param("given", given)
                .param("profession", profession)
                .update();
        return number;
    }

    private static String number() {
        return "1019%07d".formatted(ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999));
    }

    private String card(String rpps) {
        return "/annuaire/professionnels/" + rpps;
    }

    @Test
    void what_was_understood_is_said_back_and_each_piece_can_be_taken_off() throws Exception {
        var page =
                ask(
                        cast.claireCoordinator,
                        "/annuaire",
                        "q",
                        "infirmier xylander à moins de 10 km de Douai");
        assertThat(page.select(".found-row strong a").eachText())
                .containsExactly("Rosine XYLANDER");
        assertThat(page.select(".chip").text())
                .contains(
                        "Infirmier",
                        "Douai (59)",
                        "à moins de 10 km",
                        "nom proche de « xylander »");
        assertThat(page.select(".found-row a[href^=tel]").attr("href"))
                .isEqualTo("tel:+33327220001");
        assertThat(page.select("#annonce").text()).contains("1 réponse", "Douai (59) et 10 km");

        var wider =
                ask(
                        cast.claireCoordinator,
                        "/annuaire",
                        "q",
                        "infirmier xylander à moins de 10 km de Douai",
                        "oter",
                        page.select(".chip:contains(Infirmier) button[name=oter]").val());
        assertThat(wider.select("#q").val()).isEqualTo("xylander à moins de 10 km de Douai");
        assertThat(wider.select(".found-row strong a").eachText())
                .contains("Rosine XYLANDER", "Basile XYLANDER");
        var anywhere =
                ask(
                        cast.claireCoordinator,
                        "/annuaire",
                        "q",
                        "xylander",
                        "profession",
                        "INFIRMIER");
        assertThat(anywhere.select(".found-row strong a").eachText())
                .contains("Rosine XYLANDER", "Colas XYLANDER")
                .doesNotContain("Basile XYLANDER");
        assertThat(anywhere.select("label:has(#profession-PSYCHOLOGUE) .count").text())
                .isEqualTo("1");
        assertThat(ask(cast.claireCoordinator, "/annuaire", "q", "zzxxqq").text())
                .contains("Personne ne répond");
        assertThat(ask(cast.claireCoordinator, "/annuaire", "q", "").select(".found-row"))
                .isEmpty();
        assertThat(status(cast.claireCoordinator, "/annuaire")).isEqualTo(200);
        assertThat(send(cast.agencyOfficer, "/annuaire", "q", "xylander").getStatus())
                .isEqualTo(404);
    }

    @Test
    void a_village_where_nobody_answers_is_read_as_the_name_it_may_be() throws Exception {
        var number = person("Perrier", "Xyrichard", "INFIRMIER");
        // at Perrier somebody is called nearly so, with two faults: resemblance comes last
        sql.sql(
                        """
                        insert into directory.activity (pp_id, family_name, given_name, family_key, given_key, profession, commune_code, commune_name)
                        values (:id, 'Xyrichoud', 'Ida', 'xyrichoud', 'ida', 'INFIRMIER', '63275', 'Perrier')
                        """)
                .param("id", number())
                .update();
        sql.sql(
                        "insert into directory.name (key, kind, people) values ('xyrichoud', 'f', 1), ('xyrichard', 'g', 1) on conflict do nothing")
                .update();
        assertThat(ask(cast.claireCoordinator, "/annuaire", "q", "xyrichard à Perrier").text())
                .contains("XYRICHOUD");
        var found = ask(cast.claireCoordinator, "/annuaire", "q", "perrier xyrichar");
        assertThat(found.select(".found-row a[href]").eachAttr("href")).contains(card(number));
        var misspelt = ask(cast.claireCoordinator, "/annuaire", "q", "perrier xyrixhard");
        assertThat(misspelt.select(".found-row a[href]").eachAttr("href")).contains(card(number));
        assertThat(misspelt.select("input[name=q]").val()).isEqualTo("\"perrier\" xyrixhard");
        assertThat(
                        ask(cast.claireCoordinator, "/annuaire", "q", "zzxxqq perrier")
                                .select("input[name=q]")
                                .val())
                .as("nobody either way: what was typed stays")
                .isEqualTo("zzxxqq perrier");
    }

    @Test
    void around_a_person_the_file_opens_and_one_key_adds_to_the_circle() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        var here = "/dossiers/" + followed.patient() + "/annuaire";
        assertThat(page(cast.claireCoordinator, here).select("header.patient")).isNotEmpty();
        var page =
                ask(
                        cast.claireCoordinator,
                        here,
                        "q",
                        "infirmier à moins de 15 km de cette personne",
                        "km",
                        "15");
        assertThat(page.select("#annonce").text()).contains("Douai (59)");
        var add = page.select(".found-row a[data-key=c]:contains(Rosine XYLANDER)").attr("href");
        assertThat(add)
                .startsWith("/dossiers/" + followed.patient() + "/cercle/ajouter")
                .contains(NURSE);
        assertThat(page(cast.claireCoordinator, add).select("#name").val())
                .isEqualTo("Rosine XYLANDER");
        assertThat(status(cast.calaisCoordinator, here)).isEqualTo(404);
        assertThat(send(cast.calaisCoordinator, here, "q", "infirmier").getStatus()).isEqualTo(404);
    }

    @Test
    @Proves("REQ-DIRECTORY-07")
    void skills_and_availability_seen_are_shown_and_choose() throws Exception {
        var nurse = person(family, "Rosine", "INFIRMIER");
        var psychologist = person(family, "Basile", "PSYCHOLOGUE");
        send(
                cast.claireCoordinator,
                card(nurse) + "/fiche",
                "skills",
                "plaies complexes",
                "callBy",
                "le secrétariat",
                "homeVisits",
                "oui",
                "languages",
                "français, polonais",
                "feeSector",
                "1",
                "version",
                page(cast.claireCoordinator, card(nurse)).select("input[name=version]").val());
        send(
                cast.claireCoordinator,
                card(nurse) + "/disponibilite",
                "state",
                "DISPONIBLE",
                "seenOn",
                "2026-05-01");
        send(
                cast.claireCoordinator,
                card(psychologist) + "/disponibilite",
                "state",
                "COMPLET",
                "seenOn",
                "2026-05-01");

        var all = ask(cast.claireCoordinator, "/annuaire", "q", family + " douai");
        assertThat(all.select(".found-row:contains(Rosine)").text())
                .contains(
                        "plaies complexes",
                        "Préfère être appelé par le secrétariat",
                        "Disponible, vu",
                        "polonais",
                        "Se déplace à domicile");
        assertThat(all.select(".found-row:contains(Basile)").text())
                .contains("Ne prend plus personne");
        var open = ask(cast.claireCoordinator, "/annuaire", "q", family + " douai", "libre", "oui");
        assertThat(open.select(".found-row strong a").eachText())
                .containsExactly("Rosine " + family.toUpperCase(Locale.FRENCH));
        assertThat(
                        ask(cast.claireCoordinator, "/annuaire", "q", family + " libre")
                                .select(".found-row strong a")
                                .eachText())
                .containsExactly("Rosine " + family.toUpperCase(Locale.FRENCH));
        assertThat(
                        ask(cast.claireCoordinator, "/annuaire", "q", family, "secteur", "1")
                                .select(".found-row strong a")
                                .eachText())
                .containsExactly("Rosine " + family.toUpperCase(Locale.FRENCH));
        assertThat(ask(cast.calaisCoordinator, "/annuaire", "q", family + " rosine").text())
                .as("another structure")
                .doesNotContain("plaies complexes")
                .doesNotContain("Disponible, vu");
        // what was seen since takes its place
        send(
                cast.claireCoordinator,
                card(nurse) + "/disponibilite",
                "state",
                "ATTENTE",
                "waitWeeks",
                "6",
                "seenOn",
                "2026-05-20");
        assertThat(ask(cast.claireCoordinator, "/annuaire", "q", family + " rosine").text())
                .contains("Attente de 6 semaines");
        assertThat(
                        send(
                                        cast.claireCoordinator,
                                        card(nurse) + "/disponibilite",
                                        "state",
                                        "ATTENTE",
                                        "seenOn",
                                        "2030-01-01")
                                .getStatus())
                .as("a day to come")
                .isEqualTo(422);
        send(
                cast.claireCoordinator,
                card(nurse) + "/disponibilite",
                "state",
                "DISPONIBLE",
                "seenOn",
                "2026-05-21");
    }

    @Test
    void what_the_team_knows_stays_when_the_national_line_goes_and_is_shown_apart()
            throws Exception {
        send(
                cast.claireCoordinator,
                card(OTHER) + "/note",
                "noteWords",
                "Rappelle toujours le soir",
                "audience",
                "EQUIPE");
        send(
                cast.claireCoordinator,
                card(OTHER) + "/note",
                "noteWords",
                "Parking derrière le cabinet",
                "audience",
                "CERCLES");
        send(
                cast.claireCoordinator,
                card(OTHER) + "/contact",
                "contactName",
                "Mme Lambda",
                "contactFunction",
                "secrétaire",
                "contactPhone",
                "03 27 00 11 22");
        var card = page(cast.claireCoordinator, card(OTHER));
        assertThat(card.select("section[aria-labelledby=annuaire]").text())
                .contains("Calais")
                .doesNotContain("Parking");
        assertThat(card.select("section[aria-labelledby=carnet]").text())
                .contains("Rappelle toujours le soir", "Parking", "Mme Lambda, secrétaire");
        assertThat(page(cast.nurseLucie, card(OTHER)).text())
                .contains("Parking")
                .doesNotContain("Rappelle toujours");
        assertThat(page(cast.nurseLucie, card(OTHER)).select("form[action$=note]")).isEmpty();
        assertThat(
                        send(
                                        cast.nurseLucie,
                                        card(OTHER) + "/note",
                                        "noteWords",
                                        "x",
                                        "audience",
                                        "CERCLES")
                                .getStatus())
                .isEqualTo(404);

        sql.sql("delete from directory.activity where pp_id = :id").param("id", OTHER).update();
        var gone = page(cast.claireCoordinator, card(OTHER));
        assertThat(gone.text()).contains("ne la connaît plus", "Rappelle toujours le soir");
        var note = gone.select("form[action*=retirer]").first().attr("action");
        assertThat(send(cast.calaisCoordinator, note).getStatus())
                .as("another structure")
                .isEqualTo(404);
        assertThat(send(cast.claireCoordinator, note).getStatus()).isEqualTo(302);
        assertThat(send(cast.claireCoordinator, note).getStatus())
                .as("gone already")
                .isEqualTo(404);
        assertThat(status(cast.claireCoordinator, card("10199999999"))).isEqualTo(404);
    }

    @Test
    void who_saves_second_keeps_their_words() throws Exception {
        var version =
                page(cast.claireCoordinator, card(PSYCHOLOGIST))
                        .select("input[name=version]")
                        .val();
        assertThat(
                        send(
                                        cast.claireCoordinator,
                                        card(PSYCHOLOGIST) + "/fiche",
                                        "hours",
                                        "le matin",
                                        "version",
                                        version)
                                .getStatus())
                .isEqualTo(302);
        var late =
                send(
                        cast.karimCoordinator,
                        card(PSYCHOLOGIST) + "/fiche",
                        "hours",
                        "le soir",
                        "version",
                        version);
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(Jsoup.parse(late.getContentAsString()).select("#hours").val())
                .isEqualTo("le soir");
    }

    @Test
    @Proves("REQ-DIRECTORY-09")
    void partner_establishments_are_listed_and_counted_by_sector() throws Exception {
        var here = "/annuaire/structures/" + HOME;
        var version = page(cast.claireCoordinator, here).select("input[name=version]").val();
        var without =
                send(
                        cast.claireCoordinator,
                        here + "/fiche",
                        "partnerSince",
                        "2024-01-10",
                        "version",
                        version);
        assertThat(without.getStatus()).as("without its sector").isEqualTo(422);
        assertThat(Jsoup.parse(without.getContentAsString()).select("#sector-error").text())
                .contains("secteur");
        assertThat(
                        send(
                                        cast.claireCoordinator,
                                        here + "/fiche",
                                        "partnerSince",
                                        "2024-01-10",
                                        "partnerUntil",
                                        "2023-01-10",
                                        "sector",
                                        "MEDICO_SOCIAL",
                                        "version",
                                        version)
                                .getStatus())
                .isEqualTo(422);
        send(
                cast.claireCoordinator,
                here + "/fiche",
                "partnerSince",
                "2024-01-10",
                "sector",
                "MEDICO_SOCIAL",
                "agreementOn",
                "2024-01-08",
                "version",
                version);
        var list = page(cast.sophieSecretary, "/annuaire/partenaires");
        assertThat(list.select("tr:contains(Xérus)").text())
                .contains("Médico-social", "depuis le 10 janvier 2024", "8 janvier 2024");
        var counted = list.select("td[data-label=Secteur]:contains(Médico-social)");
        assertThat(counted).isNotEmpty();
        assertThat(list.select("dl div:contains(Médico-social) dd").text())
                .isEqualTo(String.valueOf(counted.size()));
        assertThat(page(cast.calaisCoordinator, "/annuaire/partenaires").text())
                .doesNotContain("Xérus");
        assertThat(
                        ask(cast.claireCoordinator, "/annuaire", "q", "xerus", "reseau", "oui")
                                .select(".found-row strong a")
                                .text())
                .contains("Xérus");
    }

    @Test
    @Proves("REQ-DIRECTORY-12")
    void agreements_are_those_of_psychologists_one_at_a_time_and_end_with_why() throws Exception {
        var psychologist = card(psychologist());
        assertThat(
                        send(
                                        cast.claireCoordinator,
                                        psychologist + "/convention",
                                        "signedOn",
                                        "2026-01-05")
                                .getStatus())
                .as("the head signs")
                .isEqualTo(404);
        assertThat(
                        send(
                                        cast.helenHead,
                                        card(NURSE) + "/convention",
                                        "signedOn",
                                        "2026-01-05",
                                        "startsOn",
                                        "2026-01-05",
                                        "amount",
                                        "55")
                                .getStatus())
                .as("a nurse")
                .isEqualTo(422);
        assertThat(
                        send(
                                        cast.helenHead,
                                        psychologist + "/convention",
                                        "signedOn",
                                        "2026-01-05",
                                        "startsOn",
                                        "2026-01-05",
                                        "amount",
                                        "beaucoup")
                                .getStatus())
                .isEqualTo(422);
        assertThat(
                        send(
                                        cast.helenHead,
                                        psychologist + "/convention",
                                        "signedOn",
                                        "2026-01-05",
                                        "startsOn",
                                        "2026-01-05",
                                        "endsOn",
                                        "2026-12-31",
                                        "amount",
                                        "55,50",
                                        "sessions",
                                        "8")
                                .getStatus())
                .isEqualTo(302);
        var twice =
                send(
                        cast.helenHead,
                        psychologist + "/convention",
                        "signedOn",
                        "2026-02-05",
                        "startsOn",
                        "2026-02-05",
                        "amount",
                        "60");
        assertThat(twice.getStatus()).as("two at once").isEqualTo(422);
        assertThat(twice.getContentAsString()).contains("couvre déjà ces jours");
        var list = page(cast.helenHead, "/annuaire/conventions");
        var line = list.select("tr:contains(" + name.toUpperCase(Locale.FRENCH) + ")");
        assertThat(line.text()).contains("55,50", "8", "En cours", "5 janvier 2026");
        var end = line.select("form[action$=fin]").attr("action");
        var unsaid = send(cast.helenHead, end, "endedOn", "2026-03-01");
        assertThat(unsaid.getStatus()).as("without why").isEqualTo(422);
        assertThat(Jsoup.parse(unsaid.getContentAsString()).select("#endedWhy-error"))
                .as("beside its field, whose form is open")
                .hasSize(1);
        assertThat(
                        send(cast.helenHead, end, "endedOn", "2025-03-01", "endedWhy", "déménage")
                                .getStatus())
                .as("before it began")
                .isEqualTo(422);
        assertThat(
                        send(cast.helenHead, end, "endedOn", "2026-03-01", "endedWhy", "déménage")
                                .getStatus())
                .isEqualTo(302);
        assertThat(
                        send(cast.helenHead, end, "endedOn", "2026-03-01", "endedWhy", "déménage")
                                .getStatus())
                .as("ended already")
                .isEqualTo(422);
        assertThat(
                        send(
                                        cast.helenHead,
                                        "/annuaire/conventions/" + UUID.randomUUID() + "/fin",
                                        "endedOn",
                                        "2026-03-01",
                                        "endedWhy",
                                        "x")
                                .getStatus())
                .isEqualTo(404);
        assertThat(page(cast.claireCoordinator, psychologist).text())
                .contains("Terminée", "déménage");
    }

    @Test
    @Proves("REQ-DIRECTORY-05")
    void somebody_the_directory_does_not_know_is_added_found_and_later_joined() throws Exception {
        assertThat(
                        send(
                                        cast.claireCoordinator,
                                        "/annuaire/nouveau",
                                        "familyName",
                                        name,
                                        "profession",
                                        "PIRATE",
                                        "commune",
                                        "Nullepartville")
                                .getStatus())
                .isEqualTo(422);
        var added =
                send(
                        cast.claireCoordinator,
                        "/annuaire/nouveau",
                        "familyName",
                        name,
                        "givenName",
                        "Ida",
                        "profession",
                        "PSYCHOLOGUE",
                        "commune",
                        "Douai",
                        "phone",
                        "03 27 00 33 44");
        assertThat(added.getStatus()).isEqualTo(302);
        var here = added.getHeader("Location");
        assertThat(page(cast.claireCoordinator, here).text())
                .contains("Ida " + name.toUpperCase(Locale.FRENCH), "Pas de numéro national");
        var found = ask(cast.claireCoordinator, "/annuaire", "q", "xavandeir psychologue douai");
        assertThat(found.select(".found-row strong a").eachText())
                .contains("Ida " + name.toUpperCase(Locale.FRENCH));
        assertThat(ask(cast.calaisCoordinator, "/annuaire", "q", name).select(".found-row"))
                .as("another structure")
                .isEmpty();

        var followed = cast.newFollowed(cast.douai, 2, 30);
        var circle = "/dossiers/" + followed.patient() + "/cercle/ajouter?carnet=";
        assertThat(
                        page(
                                        cast.claireCoordinator,
                                        circle + here.substring(here.lastIndexOf('/') + 1))
                                .select("#name")
                                .val())
                .as("the form of the circle, filled")
                .isEqualTo("Ida " + name.toUpperCase(Locale.FRENCH));

        send(
                cast.claireCoordinator,
                here + "/note",
                "noteWords",
                "Vient de s’installer",
                "audience",
                "EQUIPE");
        send(
                cast.claireCoordinator,
                here + "/disponibilite",
                "state",
                "DISPONIBLE",
                "seenOn",
                "2026-05-02");
        assertThat(
                        send(cast.claireCoordinator, here + "/rapprochement", "rpps", "10199999999")
                                .getStatus())
                .as("unknown number")
                .isEqualTo(422);
        var rpps = psychologist();
        assertThat(page(cast.claireCoordinator, here).select("input[name=rpps]").eachAttr("value"))
                .contains(rpps);
        assertThat(send(cast.claireCoordinator, here + "/rapprochement", "rpps", rpps).getStatus())
                .isEqualTo(302);
        assertThat(page(cast.claireCoordinator, card(rpps)).text())
                .contains("Vient de s’installer", "Disponible, vu", "RPPS " + rpps);
        assertThat(status(cast.claireCoordinator, here))
                .as("leads to the national card")
                .isEqualTo(302);
        assertThat(ask(cast.claireCoordinator, "/annuaire", "q", name).select(".found-row"))
                .hasSize(1);
        assertThat(send(cast.claireCoordinator, here + "/rapprochement", "rpps", rpps).getStatus())
                .as("joined already")
                .isEqualTo(404);
    }

    @Test
    void a_wrong_national_datum_is_noted_once_with_its_text_and_followed() throws Exception {
        var here = card(NURSE);
        assertThat(send(cast.sophieSecretary, here + "/erreur", "field", "TELEPHONE").getStatus())
                .as("nothing right")
                .isEqualTo(422);
        send(
                cast.sophieSecretary,
                here + "/erreur",
                "field",
                "TELEPHONE",
                "national",
                "03 27 22 00 01",
                "rightValue",
                "03 27 22 99 99");
        assertThat(
                        send(
                                        cast.sophieSecretary,
                                        here + "/erreur",
                                        "field",
                                        "TELEPHONE",
                                        "rightValue",
                                        "autre")
                                .getStatus())
                .as("noted already")
                .isEqualTo(422);
        var line =
                page(cast.claireCoordinator, "/annuaire/signalements")
                        .select("tr:contains(Rosine):contains(03 27 22 99 99)");
        assertThat(line.select("[data-copy]").attr("data-copy"))
                .contains("RPPS " + NURSE, "03 27 22 99 99", "Merci de la corriger");
        var move = line.select("form").attr("action");
        assertThat(send(cast.claireCoordinator, move, "state", "SIGNALEE").getStatus())
                .isEqualTo(302);
        assertThat(send(cast.claireCoordinator, move, "state", "n’importe").getStatus())
                .isEqualTo(422);
        assertThat(send(cast.calaisCoordinator, move, "state", "CORRIGEE").getStatus())
                .isEqualTo(404);
        assertThat(send(cast.claireCoordinator, move, "state", "CORRIGEE").getStatus())
                .isEqualTo(302);
        assertThat(page(cast.claireCoordinator, here).text()).contains("corrigée");
    }

    @Test
    void the_head_notes_a_joining_from_the_card() throws Exception {
        var number = psychologist();
        assertThat(
                        page(cast.claireCoordinator, card(number))
                                .select("form[action='/reglages/professionnels']"))
                .isEmpty();
        var form =
                page(cast.helenHead, card(number))
                        .select("form[action='/reglages/professionnels']");
        assertThat(form).isNotEmpty();
        assertThat(
                        send(
                                        cast.helenHead,
                                        "/reglages/professionnels",
                                        "name",
                                        form.select("[name=name]").val(),
                                        "profession",
                                        form.select("[name=profession]").val(),
                                        "rpps",
                                        number,
                                        "status",
                                        "LIBERAL",
                                        "joinedOn",
                                        "2026-02-01",
                                        "agreementOn",
                                        "2026-01-20")
                                .getStatus())
                .isEqualTo(302);
        assertThat(page(cast.claireCoordinator, card(number)).text())
                .contains(
                        "Dans le réseau depuis le 1er février 2026, convention signée le 20 janvier 2026");
        assertThat(
                        ask(cast.claireCoordinator, "/annuaire", "q", name + " dans notre réseau")
                                .select(".found-row strong a")
                                .eachText())
                .contains("Ida " + name.toUpperCase(Locale.FRENCH))
                .doesNotContain("Basile XYLANDER");
    }
}
