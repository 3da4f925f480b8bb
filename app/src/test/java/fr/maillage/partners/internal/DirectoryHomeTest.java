package fr.maillage.partners.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.PageTest;
import fr.maillage.testing.Proves;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The directory before anything is typed, what its national files say of somebody, and the way
/// from an answer to a circle when nobody was chosen.
@IntegrationTest
class DirectoryHomeTest extends PageTest {

    private static final UUID SKILLS = UUID.fromString("00000000-0000-7000-8000-0000000000a1");
    private static final UUID DIPLOMAS = UUID.fromString("00000000-0000-7000-8000-0000000000a2");
    private static final UUID PERSONS = UUID.fromString("00000000-0000-7000-8000-0000000000a3");

    private final String number =
            "1018%07d".formatted(ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999));
    private final String family =
            "Q"
                    + ThreadLocalRandom.current()
                            .ints(9, 'a', 'z')
                            .mapToObj(Character::toString)
                            .reduce("", String::concat);

    @BeforeEach
    void a_geriatrician() {
        sql.sql(
                        """
                        insert into directory.term (kind, code, label) values ('SAVOIR_FAIRE', 'ESSAI-SM04', 'Cardiologie et maladies vasculaires'), ('SAVOIR_FAIRE', 'ESSAI-CAPA04', 'Gérontologie'),
                               ('TYPE_SAVOIR_FAIRE', 'S', 'Spécialité ordinale'), ('TYPE_SAVOIR_FAIRE', 'CAPA', 'Capacité de médecine'),
                               ('TYPE_DIPLOME', 'DE', 'Diplôme d’État français'), ('DIPLOME', 'ESSAI-DE09', 'Diplôme d’État de docteur en médecine'),
                               ('AUTORISATION', 'ESSAI-AU1', 'Autorisation ministérielle'), ('DISCIPLINE', 'ESSAI-D1', 'Médecine') on conflict do nothing
                        """)
                .update();
        sql.sql(
                        """
                        insert into directory.activity (pp_id, family_name, given_name, family_key, given_key, profession, expertise, commune_code, commune_name)
                        values (:id, :name, 'Ada', platform.search_key(:name), 'ada', 'MEDECIN_SPECIALISTE', 'ESSAI-SM04', '59178', 'Douai')
                        """)
                .param("id", number)
                .param("name", family)
                .update();
        sql.sql(
                        "insert into directory.mailbox (pp_id, address) values (:id, 'ada@medecin.mssante.example') on conflict do nothing")
                .param("id", number)
                .update();
        sql.sql(
                        "insert into directory.expertise (pp_id, profession_code, expertise_type, expertise) values (:id, '10', 'CAPA', 'ESSAI-CAPA04'), (:id, '10', 'S', 'ESSAI-SM04')")
                .param("id", number)
                .update();
        sql.sql(
                        "insert into directory.diploma (pp_id, diploma_type, diploma, authorisation, discipline) values (:id, 'DE', 'ESSAI-DE09', '', ''), (:id, '', '', 'ESSAI-AU1', 'ESSAI-D1')")
                .param("id", number)
                .update();
        edition(SKILLS, "SAVOIR_FAIRE", "PS_LibreAcces_SavoirFaire_202605170734.zip", 1_234_567L);
        edition(DIPLOMAS, "DIPLOMES", "diplomes.txt", 12L);
        edition(
                PERSONS,
                "PERSONNES",
                "PS_LibreAcces_Personne_activite_202605310734.zip",
                2_214_310L);
    }

    /// Other tests count what is loaded.
    @AfterEach
    void gone() {
        for (var table : List.of("activity", "mailbox", "expertise", "diploma"))
            sql.sql("delete from directory." + table + " where pp_id = :id")
                    .param("id", number)
                    .update();
        sql.sql("delete from directory.edition where id in (:a, :b, :c)")
                .param("a", SKILLS)
                .param("b", DIPLOMAS)
                .param("c", PERSONS)
                .update();
    }

    private void edition(UUID id, String source, String file, long held) {
        sql.sql(
                        """
                        insert into directory.edition (id, source, file_name, state, begun_at, ended_at, author, lines, held)
                        values (:id, :source, :file, 'FAITE', '2026-06-01 21:00+02', '2026-06-01 21:01+02', 'Essai', :held, :held) on conflict do nothing
                        """)
                .param("id", id)
                .param("source", source)
                .param("file", file)
                .param("held", held)
                .update();
    }

    private String card() {
        return "/annuaire/professionnels/" + number;
    }

    @Test
    @Proves("REQ-DIRECTORY-07")
    void skills_and_diplomas_of_the_national_files_are_on_the_card_with_their_edition()
            throws Exception {
        var national =
                page(cast.claireCoordinator, card()).select("section[aria-labelledby=annuaire]");
        assertThat(national.select("h3:contains(Savoir-faire) + ul li").eachText())
                .containsExactly(
                        "Cardiologie et maladies vasculaires Spécialité ordinale",
                        "Gérontologie Capacité de médecine");
        assertThat(national.select("h3:contains(Diplômes) + ul li").eachText())
                .containsExactly("Diplôme d’État de docteur en médecine Diplôme d’État français");
        assertThat(national.select("h3:contains(Autorisations) + ul li").eachText())
                .containsExactly("Autorisation ministérielle Médecine");
        assertThat(national.text())
                .contains(
                        "Annuaire Santé. Savoir-faire : extraction du 17 mai 2026. Diplômes : chargé le 1er juin 2026.");
        // on the line of the answer, what the specialty does not say already
        var row =
                form(cast.claireCoordinator, "/annuaire", 200, "q", family)
                        .select(".found-row")
                        .first();
        assertThat(row.select(".mark").eachText()).contains("Gérontologie");
    }

    @Test
    void the_first_page_says_what_one_can_type_and_what_there_is_to_find() throws Exception {
        var home = page(cast.claireCoordinator, "/annuaire");
        assertThat(home.select("dl.held dt").eachText())
                .contains(
                        "Activités de professionnels", "Savoir-faire", "Diplômes et autorisations");
        assertThat(home.select("dl.held dd").eachText().stream().map(t -> t.replace('\u202F', ' ')))
                .contains(
                        "2 214 310 extraction du 31 mai 2026",
                        "1 234 567 extraction du 17 mai 2026");
        var examples = home.select(".examples a");
        assertThat(examples.eachText()).contains("infirmier libre à moins de 15 km de Douai");
        for (var example : examples) {
            var run = page(cast.claireCoordinator, example.attr("href"));
            assertThat(run.select("#q").val()).isEqualTo(example.text());
            assertThat(run.select(".chip:has(button[name=oter])")).as(example.text()).isNotEmpty();
            assertThat(run.select("#exemples")).isEmpty();
        }
        assertThat(page(cast.claireCoordinator, "/annuaire?exemple=rien").select("#exemples"))
                .isNotEmpty();
        assertThat(page(cast.nurseLucie, "/annuaire").select("#avec-qui, #manque")).isEmpty();
        var followed = cast.newFollowed(cast.douai, 2, 30);
        var near = "/dossiers/" + followed.patient() + "/annuaire";
        var about = page(cast.claireCoordinator, near).select(".examples a");
        assertThat(about.attr("href")).startsWith(near + "?exemple=");
        assertThat(page(cast.claireCoordinator, about.attr("href")).select("#annonce").text())
                .contains("Douai (59)");
    }

    @Test
    void what_was_looked_for_in_vain_comes_back_on_the_first_page() throws Exception {
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        insert into offer.unmet_need (id, need, commune_code, commune_name, since, noted_name, noted_at)
                                        values (:id, 'GARDE_NUIT', '59178', 'Douai', '2026-05-30', 'Essai', '2026-06-01 10:00+02')
                                        """)
                                .param("id", UUID.randomUUID())
                                .update());
        var line =
                page(cast.claireCoordinator, "/annuaire")
                        .select("section[aria-labelledby=manque] li a");
        assertThat(line.eachText()).anyMatch(t -> t.startsWith("Garde de nuit Douai"));
        assertThat(line.eachAttr("href")).contains("/offre?besoin=GARDE_NUIT&commune=59178");
        assertThat(
                        page(cast.calaisCoordinator, "/annuaire")
                                .select("section[aria-labelledby=manque]")
                                .text())
                .as("another structure")
                .doesNotContain("Douai");
    }

    @Test
    void c_without_a_person_asks_whose_circle_among_the_files_opened_last() throws Exception {
        var ours =
                cast.register(
                        new SignedIn(
                                UUID.randomUUID(),
                                "coordonne",
                                "",
                                "Ada COORDONNE",
                                Role.COORDINATOR,
                                Set.of(cast.douai.value()),
                                Set.of(),
                                UUID.randomUUID(),
                                null,
                                null));
        var opened = cast.newFollowed(cast.douai, 2, 30);
        var other = cast.newFollowed(cast.douai, 2, 30);
        page(ours, "/dossiers/" + other.patient() + "/cercle");
        clock.move(Duration.ofMinutes(1));
        page(ours, "/dossiers/" + opened.patient() + "/cercle");
        var row = form(ours, "/annuaire", 200, "q", family).select(".found-row");
        var choose = row.select("a[data-key=c]").attr("href");
        assertThat(choose).isEqualTo(card() + "/cercle");
        assertThat(page(ours, card()).select("a[data-key=c]").attr("href")).isEqualTo(choose);

        var choice = page(ours, choose);
        assertThat(choice.select("h1").text())
                .contains("Ada " + family.toUpperCase(java.util.Locale.FRENCH));
        assertThat(choice.select(".found-row a").eachAttr("href"))
                .as("the last opened first")
                .containsExactly(
                        circle(opened.patient().toString()), circle(other.patient().toString()));
        // the same act, and its form is filled
        assertThat(
                        page(ours, circle(opened.patient().toString()))
                                .select("#rpps, input[name=rpps]")
                                .val())
                .isEqualTo(number);

        var name = choice.select(".found-row a").first().text();
        var found = form(ours, choose, 200, "qui", name);
        assertThat(found.select(".found-row a").eachAttr("href"))
                .contains(circle(opened.patient().toString()));
        assertThat(found.select("#qui").val()).isEqualTo(name);
        assertThat(form(ours, choose, 200, "qui", "zzqqxx").text()).contains("Personne de ce nom");

        assertThat(page(cast.calaisCoordinator, choose).select(".found-row a").eachAttr("href"))
                .as("another structure")
                .noneMatch(h -> h.contains(opened.patient().toString()));
        assertThat(
                        form(cast.calaisCoordinator, choose, 200, "qui", name)
                                .select(".found-row a")
                                .eachAttr("href"))
                .noneMatch(h -> h.contains(opened.patient().toString()));
        // the right is that of the circle
        assertThat(
                        form(cast.sophieSecretary, "/annuaire", 200, "q", family)
                                .select("a[data-key=c]"))
                .isEmpty();
        form(cast.sophieSecretary, choose, 404, "qui", name);
        form(cast.nurseLucie, choose, 404, "qui", name);
    }

    private String circle(String patient) {
        return "/dossiers/" + patient + "/cercle/ajouter?type=PROFESSIONNEL&rpps=" + number;
    }

    @Test
    void a_secure_address_is_read_and_copied_and_written_to_only_by_who_can() throws Exception {
        for (var page :
                List.of(
                        form(cast.claireCoordinator, "/annuaire", 200, "q", family),
                        page(cast.claireCoordinator, card()))) {
            var secure = page.select(".secure").first();
            assertThat(secure.select(".secure-address").text())
                    .endsWith("ada@medecin.mssante.example");
            var copy = secure.select("button[data-copy]");
            assertThat(copy.attr("data-copy")).isEqualTo("ada@medecin.mssante.example");
            assertThat(copy.attr("data-copied")).contains("copiée");
            assertThat(copy.attr("aria-label")).contains("Copier l’adresse sécurisée de");
            assertThat(secure.select("a[href^=mailto]").text()).contains("logiciel MSSanté");
        }
    }

    @Test
    void the_card_of_an_offer_says_its_places_their_day_and_for_whom() throws Exception {
        var id = "ESSAI-" + family;
        sql.sql(
                        """
                        insert into directory.offer (id, organization, organization_name, name, need, kind, mode, commune_code, commune_name, places_total, places_free, available_at, age_from, hours, updated_at)
                        values (:id, '590000001', 'SSIAD d’essai', 'Soins à domicile', 'SSIAD', 'Soins infirmiers', 'DOMICILE', '59178', 'Douai', 60, 5, '2026-05-30 08:00+02', 60, '7 j/7', '2026-05-30 08:00+02')
                        """)
                .param("id", id)
                .update();
        try {
            var card = page(cast.claireCoordinator, "/annuaire/offres/" + id);
            assertThat(card.select("#annuaire").text()).isEqualTo("Répertoire de l’offre (ROR)");
            assertThat(card.select("section[aria-labelledby=annuaire] dl").text())
                    .contains(
                            "Places 5 places libres sur 60, dit",
                            "Où Au domicile de la personne",
                            "Âges À partir de 60 ans",
                            "Horaires 7 j/7");
            // it joins a circle by the structure that makes it
            var choose = card.select("a[data-key=c]").attr("href");
            var followed = cast.newFollowed(cast.douai, 2, 30);
            page(cast.claireCoordinator, "/dossiers/" + followed.patient() + "/cercle");
            assertThat(page(cast.claireCoordinator, choose).select(".found-row a").eachAttr("href"))
                    .isNotEmpty()
                    .allMatch(h -> h.endsWith("?type=STRUCTURE&finess=590000001"));
        } finally {
            sql.sql("delete from directory.offer where id = :id").param("id", id).update();
        }
    }

    private Map<String, List<Integer>> counts(String address) throws Exception {
        var counts = new LinkedHashMap<String, List<Integer>>();
        for (var row :
                page(cast.helenHead, address)
                        .select("section[aria-labelledby=categories] tbody tr"))
            counts.put(
                    row.select("th").text(),
                    row.select("td a").eachText().stream().map(Integer::parseInt).toList());
        return counts;
    }

    @Test
    @Proves("REQ-DIRECTORY-10")
    void the_fifteen_categories_of_arespa_are_counted_and_listed() throws Exception {
        var here = "/annuaire/partenaires";
        var before = counts(here);
        assertThat(before.keySet())
                .containsExactly(
                        "Établissements de santé",
                        "Équipes mobiles de soins palliatifs",
                        "Médecins généralistes",
                        "Infirmiers",
                        "Pharmaciens",
                        "Médecins spécialistes",
                        "Services de soins et d’aide à domicile",
                        "Masseurs-kinésithérapeutes",
                        "Psychologues",
                        "Maisons, pôles et centres de santé",
                        "Organismes sociaux",
                        "Réseaux de santé",
                        "Conseils départementaux",
                        "MDPH",
                        "Hospitalisation à domicile (HAD)",
                        "Autres partenaires");
        for (var profession :
                List.of(
                        "Médecin généraliste",
                        "Infirmier",
                        "Pharmacien",
                        "Médecin spécialiste (gériatrie)",
                        "Masseur-kinésithérapeute",
                        "Psychologue"))
            send(
                    cast.helenHead,
                    "/reglages/professionnels",
                    "name",
                    family + " " + profession.substring(0, 3),
                    "profession",
                    profession,
                    "status",
                    "LIBERAL",
                    "joinedOn",
                    "2026-01-05");
        for (var kind :
                List.of(
                        "HOPITAL",
                        "EMSP",
                        "SSIAD",
                        "MSP",
                        "CCAS",
                        "RESEAU",
                        "CONSEIL_DEPARTEMENTAL",
                        "MDPH",
                        "HAD",
                        "ASSOCIATION")) partner(kind);
        var followed = cast.newFollowed(cast.douai, 2, 30);
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        insert into casefile.care_team (id, patient_id, kind, actor_group, role, name, profession, since)
                                        values (:id, :patient, 'PROFESSIONNEL', 'PROFESSIONNEL_DE_SANTE', 'INTERVENANT', :name, 'Pharmacien', '2026-01-01')
                                        """)
                                .param("id", UUID.randomUUID())
                                .param("patient", followed.patient().value())
                                .param("name", family)
                                .update());

        var after = counts(here);
        assertThat(after).hasSize(16);
        after.forEach((category, now) ->
                assertThat(now.getFirst())
                        .as(category)
                        .isEqualTo(before.get(category).getFirst() + 1));
        assertThat(after.get("Pharmaciens").getLast())
                .as("in a circle of today")
                .isEqualTo(before.get("Pharmaciens").getLast() + 1);
        // each count opens its list, which is as long
        for (var view : List.of("", "&vue=cercles"))
            for (var link :
                    page(cast.helenHead, here)
                            .select(
                                    "section[aria-labelledby=categories] a[href$='PHARMACIEN"
                                            + view
                                            + "']"))
                assertThat(
                                page(cast.helenHead, link.attr("href"))
                                        .select("section[aria-labelledby=liste] tbody tr")
                                        .not(":has(.mark)"))
                        .hasSize(Integer.parseInt(link.text()));
        assertThat(page(cast.claireCoordinator, "/annuaire").select("#avec-qui").text())
                .isEqualTo("Avec qui nous travaillons");
        assertThat(page(cast.calaisCoordinator, here + "?categorie=DEPARTEMENT").text())
                .as("another structure")
                .doesNotContain(family);
    }

    /// A structure FINESS does not know, then a partner of the structure.
    private void partner(String kind) throws Exception {
        var name = family + " " + kind;
        refused(
                cast.claireCoordinator,
                "/annuaire/nouvelle-structure",
                "name",
                "",
                "kind",
                "PIRATE");
        send(
                cast.claireCoordinator,
                "/annuaire/nouvelle-structure",
                "name",
                name,
                "kind",
                kind,
                "commune",
                "Douai");
        var id = value("select id::text from partners.structure where name = '" + name + "'");
        var card = "/annuaire/structures/" + id;
        send(
                cast.claireCoordinator,
                card + "/fiche",
                "partnerSince",
                "2026-01-10",
                "sector",
                "MEDICO_SOCIAL",
                "version",
                page(cast.claireCoordinator, card).select("input[name=version]").val());
        assertThat(page(cast.claireCoordinator, card).text())
                .contains("Pas de numéro national", "depuis le 10 janvier 2026");
    }

    @Test
    void a_structure_added_here_is_found_and_fills_the_form_of_a_circle() throws Exception {
        partner("CONSEIL_DEPARTEMENTAL");
        var followed = cast.newFollowed(cast.douai, 2, 30);
        var found =
                form(
                        cast.claireCoordinator,
                        "/dossiers/" + followed.patient() + "/annuaire",
                        200,
                        "q",
                        family + " conseil");
        var add = found.select(".found-row a[data-key=c]").attr("href");
        assertThat(add).contains("type=STRUCTURE&carnet=");
        var form = page(cast.claireCoordinator, add);
        assertThat(form.select("#name").val()).isEqualTo(family + " CONSEIL_DEPARTEMENTAL");
        assertThat(form.select("input[name=kind]").val()).isEqualTo("STRUCTURE");
        assertThat(
                        form(cast.calaisCoordinator, "/annuaire", 200, "q", family + " conseil")
                                .select(".found-row"))
                .as("another structure")
                .isEmpty();
    }
}
