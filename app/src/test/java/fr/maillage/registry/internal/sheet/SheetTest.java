package fr.maillage.registry.internal.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.registry.internal.RegistryPageTest;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.Proves;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Sheets of the register: each its own, the register to the agency, what a merger keeps.
@IntegrationTest
class SheetTest extends RegistryPageTest {

    /// A plain network has none of these.
    private static final Set<Shape> OF_OTHER_TYPES = Set.of(Shape.MISSIONS, Shape.MEMBERSHIP);

    @Test
    @Proves({"REQ-REGISTRY-04", "REQ-MULTI-STRUCTURE-09", "REQ-TEAM-10", "REQ-REGISTRY-05"})
    void a_head_keeps_every_list_of_their_own_sheet() throws Exception {
        var sheet =
                open(
                        cast.helenHead,
                        "Réseau de la Scarpe",
                        "legal_form",
                        "GCSMS",
                        "object",
                        "Gérontologie à domicile",
                        "means",
                        "Trois postes",
                        "area_words",
                        "Le Douaisis",
                        "phone",
                        "0327000001",
                        "entrance",
                        "on",
                        "does",
                        "Répond.");
        add(
                cast.helenHead,
                sheet,
                "themes",
                "theme_code",
                "GERONTOLOGIE",
                "age_from",
                "60",
                "since",
                "2020-01-01");
        add(
                cast.helenHead,
                sheet,
                "territoire",
                "zone_code",
                "AD-DO",
                "status",
                "COUVERT",
                "certainty",
                "CERTAIN",
                "since",
                "2020-01-01");
        add(
                cast.helenHead,
                sheet,
                "territoire",
                "commune_code",
                "Lens 62300",
                "status",
                "COUVERT",
                "certainty",
                "CERTAIN",
                "since",
                "2021-01-01");
        add(
                cast.helenHead,
                sheet,
                "attentes",
                "who",
                "INFIRMIERS",
                "subject",
                "RETOUR",
                "words",
                "Être prévenus la veille",
                "heard_on",
                "2026-03-12",
                "how",
                "REUNION",
                "answer",
                "A_ETUDIER");
        add(
                cast.helenHead,
                sheet,
                "horaires",
                "weekday",
                "1",
                "from_time",
                "9h",
                "to_time",
                "17:30");
        add(
                cast.helenHead,
                sheet,
                "lieux",
                "kind",
                "ANTENNE",
                "name",
                "Antenne de Somain",
                "commune_code",
                "Somain",
                "since",
                "2020-01-01");
        add(
                cast.helenHead,
                sheet,
                "lieux",
                "kind",
                "POLE",
                "name",
                "Pôle Gérontologie",
                "activities",
                "Évaluation");
        add(cast.helenHead, sheet, "mutualise", "function", "SECRETARIAT", "since", "2020-01-01");
        add(cast.helenHead, sheet, "services", "label", "Coordination d’appui");
        add(cast.helenHead, sheet, "premier-recours", "part", "TELEMEDECINE", "takes_part", "on");
        add(
                cast.helenHead,
                sheet,
                "conventions",
                "kind",
                "ARTICULATION",
                "title",
                "Avec la HAD",
                "partner_name",
                "HAD de Douai",
                "we_do",
                "Coordonne",
                "they_do",
                "Soigne",
                "signed_on",
                "2021-02-01");
        add(
                cast.helenHead,
                sheet,
                "textes",
                "kind",
                "CONVENTION_CONSTITUTIVE",
                "title",
                "Convention de 2020",
                "dated_on",
                "01/02/2020",
                "audience",
                "PUBLIC");
        add(
                cast.helenHead,
                sheet,
                "textes",
                "kind",
                "DOSSIER_PROMOTEUR",
                "title",
                "Dossier de 2019",
                "dated_on",
                "2019-10-01",
                "audience",
                "AGENCE");
        add(
                cast.helenHead,
                sheet,
                "personnel",
                "profession",
                "Infirmier",
                "status",
                "SALARIE",
                "fte",
                "2,75",
                "since",
                "2020-01-01");
        add(
                cast.helenHead,
                sheet,
                "personnel",
                "profession",
                "Secrétaire",
                "status",
                "SALARIE",
                "fte",
                "0,8",
                "since",
                "2020-01-01");
        add(
                cast.helenHead,
                sheet,
                "personnel",
                "profession",
                "Psychologue",
                "status",
                "LIBERAL",
                "fte",
                "0,5",
                "since",
                "2020-01-01",
                "until",
                "2021-12-31");
        add(cast.helenHead, sheet, "instances", "kind", "CONSEIL", "name", "Conseil");
        var body = line(cast.helenHead, sheet, "gouvernance", "instances").replaceAll(".*/", "");
        add(
                cast.helenHead,
                sheet,
                "colleges",
                "body_id",
                body,
                "name",
                "Usagers",
                "seats",
                "3",
                "of_users",
                "on",
                "rank",
                "1");
        add(
                cast.helenHead,
                sheet,
                "reunions",
                "body_id",
                body,
                "held_on",
                "2026-05-04",
                "subject",
                "Budget",
                "mode",
                "PRESENCE",
                "minutes_audience",
                "AGENCE",
                "attended",
                "9");
        add(
                cast.helenHead,
                sheet,
                "sieges",
                "body_id",
                body,
                "represents",
                "USAGERS",
                "profession",
                "USAGER",
                "since",
                "2024-01-01");
        add(
                cast.helenHead,
                sheet,
                "equipements",
                "label",
                "Rétinographe",
                "quantity",
                "1",
                "used_by",
                "Médecins et orthoptistes");
        add(
                cast.helenHead,
                sheet,
                "veille",
                "kind",
                "JURIDIQUE",
                "title",
                "Note",
                "published_on",
                "2026-05-01",
                "summary",
                "À retenir");
        add(
                cast.helenHead,
                sheet,
                "appels-a-projet",
                "title",
                "Aidants",
                "issuer",
                "Agence",
                "found_on",
                "2026-05-01",
                "closes_on",
                "2026-07-01",
                "state",
                "REPERE");
        add(
                cast.helenHead,
                sheet,
                "membres",
                "body_id",
                body,
                "name",
                "Jeanne OUDAR",
                "since",
                "2024-01-01");
        add(
                cast.helenHead,
                sheet,
                "chiffres",
                "year",
                "2024",
                "measure",
                "FILE_ACTIVE",
                "value",
                "312",
                "source",
                "Rapport");

        var identity = page(cast.claireCoordinator, "/registre/" + sheet).text();
        assertThat(identity)
                .contains(
                        "GCSMS",
                        "Gérontologie à domicile",
                        "Trois postes",
                        "Le Douaisis",
                        "Lens (62300)",
                        "Douaisis",
                        "09:00",
                        "17:30");
        var services =
                page(cast.claireCoordinator, "/registre/" + sheet + "?partie=services").text();
        assertThat(services)
                .contains(
                        "Antenne de Somain",
                        "Somain (59490)",
                        "Secrétariat",
                        "Coordination d’appui",
                        "Télémédecine");
        var texts =
                page(cast.claireCoordinator, "/registre/" + sheet + "?partie=conventions").text();
        assertThat(texts)
                .contains(
                        "Convention constitutive (D.6321-5)",
                        "1er février 2020",
                        "Dossier promoteur (D.6321-6)",
                        "HAD de Douai");
        var team = page(cast.claireCoordinator, "/registre/" + sheet + "?partie=equipe");
        assertThat(team.text()).contains("Aujourd’hui : 3,55 ETP");
        assertThat(
                        page(cast.claireCoordinator, "/registre/" + sheet + "?partie=gouvernance")
                                .text())
                .contains("Usagers", "Budget", "Jeanne OUDAR");
        assertThat(team.select("#personnel details").text())
                .contains("Psychologue", "31 décembre 2021");
        assertThat(page(cast.agencyOfficer, "/registre/" + sheet + "?partie=gouvernance").text())
                .as("names stay inside, functions and seats do not")
                .contains("Usagers")
                .doesNotContain("OUDAR");
        assertThat(
                        page(cast.calaisCoordinator, "/registre/" + sheet + "?partie=gouvernance")
                                .text())
                .doesNotContain("OUDAR");
        for (var shape : List.of(Shape.values()).reversed())
            if (shape.keeper() != Shape.Keeper.AGENCY
                    && SheetView.onSheet(shape)
                    && !OF_OTHER_TYPES.contains(shape)) {
                var shown = line(cast.helenHead, sheet, SheetView.tabOf(shape), shape.key());
                var href =
                        "/registre/"
                                + sheet
                                + "/"
                                + shape.key()
                                + shown.substring(shown.lastIndexOf('/'));
                var form = page(cast.helenHead, href).select("form[data-draft]").first();
                var again = new ArrayList<String>();
                form.select("input[name], textarea[name]")
                        .forEach(f -> {
                            if (f.attr("name").startsWith("_")) return;
                            if (f.attr("type").equals("checkbox") && !f.hasAttr("checked")) return;
                            again.add(f.attr("name"));
                            again.add(f.tagName().equals("textarea") ? f.text() : f.attr("value"));
                        });
                form.select("select")
                        .forEach(f -> {
                            again.add(f.attr("name"));
                            again.add(f.select("option[selected]").attr("value"));
                        });
                send(cast.helenHead, href, again.toArray(String[]::new));
                assertThat(form(cast.helenHead, href, 409, again.toArray(String[]::new)).text())
                        .as("somebody saved first: " + shape)
                        .contains("entre-temps");
                send(cast.helenHead, href + "/retirer");
            }
    }

    @Test
    void bad_words_come_back_beside_their_field() throws Exception {
        var sheet = open(cast.helenHead, "Réseau aux fautes");
        var wrong =
                refused(
                        cast.helenHead,
                        "/registre/" + sheet + "/personnel",
                        "profession",
                        "",
                        "status",
                        "SALARIE",
                        "fte",
                        "trois",
                        "since",
                        "2022-01-01",
                        "until",
                        "2020-01-01");
        assertThat(wrong.select("#profession-error").text()).contains("nécessaire");
        assertThat(wrong.select("#fte-error").text()).contains("Donnez un nombre");
        assertThat(wrong.select("#until-error").text()).contains("avant le début");
        assertThat(wrong.select("#fte").attr("value")).isEqualTo("trois");
        assertThat(
                        refused(
                                        cast.helenHead,
                                        "/registre/" + sheet + "/territoire",
                                        "status",
                                        "COUVERT",
                                        "certainty",
                                        "CERTAIN",
                                        "since",
                                        "2022-01-01")
                                .text())
                .contains("l’une des deux");
        assertThat(
                        refused(
                                        cast.helenHead,
                                        "/registre/" + sheet + "/territoire",
                                        "commune_code",
                                        "Nulle-Part",
                                        "status",
                                        "COUVERT",
                                        "certainty",
                                        "CERTAIN",
                                        "since",
                                        "2022-01-01")
                                .text())
                .contains("Aucune commune");
        assertThat(
                        refused(
                                        cast.helenHead,
                                        "/registre",
                                        "name",
                                        "",
                                        "type_code",
                                        "XX",
                                        "entrance",
                                        "on",
                                        "website",
                                        "pas une adresse")
                                .text())
                .contains(
                        "nécessaire",
                        "Choisissez dans la liste",
                        "Une entrée du guichet donne un téléphone",
                        "Cette adresse n’en est pas une");
        add(
                cast.helenHead,
                sheet,
                "chiffres",
                "year",
                "2020",
                "measure",
                "FILE_ACTIVE",
                "value",
                "1",
                "source",
                "x");
        assertThat(
                        refused(
                                        cast.helenHead,
                                        "/registre/" + sheet + "/chiffres",
                                        "year",
                                        "2020",
                                        "measure",
                                        "FILE_ACTIVE",
                                        "value",
                                        "2",
                                        "source",
                                        "x")
                                .text())
                .contains("existe déjà");
        assertThat(
                        refused(
                                        cast.helenHead,
                                        "/registre/" + sheet + "/chiffres",
                                        "year",
                                        "1789",
                                        "measure",
                                        "FILE_ACTIVE",
                                        "value",
                                        "2",
                                        "source",
                                        "x")
                                .text())
                .contains("depuis 1990");
        mvc.perform(get("/registre/" + sheet + "?partie=rien").with(user(cast.helenHead)))
                .andExpect(status().isNotFound());
        mvc.perform(get("/registre/" + sheet + "/rien/nouveau").with(user(cast.helenHead)))
                .andExpect(status().isNotFound());
    }

    @Test
    void nobody_writes_a_sheet_that_is_not_theirs() throws Exception {
        var sheet = open(cast.helenHead, "Réseau gardé");
        var other = headOfCalais();
        var service = new String[] {"label", "Intrus"};
        for (var who : List.of(other, cast.agencyOfficer)) {
            form(who, "/registre/" + sheet + "/services", 404, service);
            form(who, "/registre/" + sheet, 404, "name", "Autre nom", "type_code", "RESEAU");
            mvc.perform(get("/registre/" + sheet + "/modifier").with(user(who)))
                    .andExpect(status().isNotFound());
        }
        form(cast.claireCoordinator, "/registre/" + sheet + "/services", 404, service);
        form(
                cast.helenHead,
                "/registre/" + sheet + "/financements",
                404,
                "year",
                "2025",
                "fund",
                "FIR",
                "amount",
                "1",
                "source",
                "x");
        // the database says the same, whatever the application forgets
        assertThat(
                        cast.as(
                                other,
                                () ->
                                        sql.sql(
                                                        "update registry.structure set name = 'x' where id = :id")
                                                .param("id", sheet)
                                                .update()))
                .isZero();
        assertThat(
                        cast.as(
                                cast.agencyOfficer,
                                () ->
                                        sql.sql(
                                                        "update registry.structure set name = 'x' where id = :id")
                                                .param("id", sheet)
                                                .update()))
                .isZero();
        for (var insert :
                List.of(
                        "insert into registry.service (structure_id, label) values (:id, 'x')",
                        "insert into registry.declared_area (structure_id, zone_code, since) values (:id, 'AD-DO', '2020-01-01')",
                        "insert into registry.financing (structure_id, year, fund, amount, source) values (:id, 2025, 'FIR', 1, 'x')"))
            assertThatThrownBy(
                            () -> cast.as(other, () -> sql.sql(insert).param("id", sheet).update()))
                    .rootCause()
                    .hasMessageContaining("row-level security");
        assertThatThrownBy(() ->
                        cast.as(
                                cast.helenHead,
                                () ->
                                        sql.sql(
                                                        "insert into registry.financing (structure_id, year, fund, amount, source) values (:id, 2025, 'FIR', 1, 'x')")
                                                .param("id", sheet)
                                                .update()))
                .as("the register is the agency's")
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThat(
                        sql.sql("select count(*) from registry.staffing")
                                .query((row, _) -> row.getInt(1))
                                .single())
                .as("staff is not read by visitors")
                .isZero();
    }

    @Test
    @Proves({"REQ-GOVERNANCE-09", "REQ-REGISTRY-01", "REQ-REGIONAL-08"})
    void the_agency_keeps_the_register_and_hands_a_sheet_over() throws Exception {
        var sheet = open(cast.agencyOfficer, "Réseau sans logiciel", "level", "REGIONAL");
        add(
                cast.agencyOfficer,
                sheet,
                "tri",
                "guide_type",
                "REGIONAL_CANCER_PERINATALITE",
                "includes_patients",
                "non",
                "sorted_on",
                "2026-01-01");
        add(
                cast.agencyOfficer,
                sheet,
                "financements",
                "year",
                "2025",
                "fund",
                "FIR",
                "theme_code",
                "CANCEROLOGIE",
                "amount",
                "123 456,78",
                "source",
                "Décision");
        var history =
                page(cast.claireCoordinator, "/registre/" + sheet + "?partie=histoire").text();
        assertThat(history)
                .contains("Hors périmètre du guide, gardée au registre")
                .containsPattern("123.456,78 €");
        assertThat(page(cast.agencyOfficer, "/registre/reseaux-finances").text())
                .contains("Réseau sans logiciel")
                .containsPattern("123.456,78 €");
        assertThat(
                        refused(
                                        cast.agencyOfficer,
                                        "/registre/" + sheet + "/financements",
                                        "year",
                                        "2025",
                                        "fund",
                                        "FIR",
                                        "amount",
                                        "beaucoup",
                                        "source",
                                        "x")
                                .text())
                .contains("montant en euros");

        refused(cast.agencyOfficer, "/registre/" + sheet + "/confier", "owner", "personne");
        send(
                cast.agencyOfficer,
                "/registre/" + sheet + "/confier",
                "owner",
                cast.douai.value().toString());
        form(cast.agencyOfficer, "/registre/" + sheet + "/services", 404, "label", "Trop tard");
        add(cast.helenHead, sheet, "services", "label", "À nous");
        send(
                cast.helenHead,
                "/registre/" + sheet,
                "name",
                "Réseau avec logiciel",
                "type_code",
                "RESEAU",
                "version",
                "1");
        form(
                cast.helenHead,
                "/registre/" + sheet,
                409,
                "name",
                "En retard",
                "type_code",
                "RESEAU",
                "version",
                "1");
        add(
                cast.agencyOfficer,
                sheet,
                "financements",
                "year",
                "2026",
                "fund",
                "FIR",
                "amount",
                "1",
                "source",
                "le registre reste à l’agence");
    }

    @Test
    @Proves("REQ-MULTI-STRUCTURE-08")
    void past_figures_stay_with_who_made_them_and_show_under_the_successor() throws Exception {
        var first = open(cast.agencyOfficer, "Réseau d’origine A" + UUID.randomUUID());
        var second = open(cast.agencyOfficer, "Réseau intermédiaire" + UUID.randomUUID());
        var last = open(cast.agencyOfficer, "Plateforme finale", "opened_on", "2019-01-01");
        add(
                cast.agencyOfficer,
                first,
                "chiffres",
                "year",
                "2012",
                "measure",
                "FILE_ACTIVE",
                "value",
                "214",
                "source",
                "Rapport 2012");
        add(
                cast.agencyOfficer,
                first,
                "financements",
                "year",
                "2012",
                "fund",
                "FIR",
                "amount",
                "1000",
                "source",
                "Décision");
        add(
                cast.agencyOfficer,
                last,
                "chiffres",
                "year",
                "2012",
                "measure",
                "FILE_ACTIVE",
                "value",
                "999",
                "source",
                "Rapport");
        add(
                cast.agencyOfficer,
                second,
                "transformations",
                "former_id",
                first.toString(),
                "kind",
                "TRANSFORMATION",
                "on_date",
                "2014-06-01",
                "source",
                "Acte");
        add(
                cast.agencyOfficer,
                last,
                "transformations",
                "former_id",
                second.toString(),
                "kind",
                "FUSION",
                "on_date",
                "2019-01-01",
                "source",
                "Acte");

        var page = page(cast.agencyOfficer, "/registre/" + last + "?partie=histoire");
        var lines = page.select("section[aria-labelledby=annees] tbody tr").eachText();
        assertThat(lines).hasSize(3);
        assertThat(lines)
                .anyMatch(l -> l.contains("214") && l.contains("repris de Réseau d’origine A"));
        assertThat(lines).anyMatch(l -> l.contains("999") && l.contains("Plateforme finale"));
        assertThat(lines).anyMatch(l -> l.contains("Financement FIR") && l.contains("repris de"));
        var origin = page(cast.agencyOfficer, "/registre/" + first + "?partie=histoire").text();
        assertThat(origin)
                .contains("214", "Transformée le 1er juin 2014")
                .doesNotContain("repris de");
        assertThat(
                        refused(
                                        cast.agencyOfficer,
                                        "/registre/" + last + "/transformations",
                                        "former_id",
                                        last.toString(),
                                        "kind",
                                        "FUSION",
                                        "on_date",
                                        "2019-01-01",
                                        "source",
                                        "Acte")
                                .text())
                .contains("issue d’elle-même");
    }

    @Test
    @Proves({"REQ-MULTI-STRUCTURE-14", "REQ-DIRECTORY-14"})
    void both_sides_read_the_same_division_of_roles() throws Exception {
        var ours = open(cast.helenHead, "Réseau des rôles");
        var clic = open(cast.agencyOfficer, "CLIC des rôles");
        add(
                cast.helenHead,
                ours,
                "conventions",
                "kind",
                "ROLES",
                "title",
                "Annexe 3",
                "partner_id",
                clic.toString(),
                "we_do",
                "Situations complexes",
                "they_do",
                "Information et aides",
                "signed_on",
                "2024-01-01",
                "public",
                "on");
        add(
                cast.helenHead,
                ours,
                "conventions",
                "kind",
                "ARTICULATION",
                "title",
                "Entre nous",
                "partner_name",
                "HAD",
                "we_do",
                "Coordonne",
                "they_do",
                "Soigne",
                "signed_on",
                "2024-01-01");
        var theirs =
                page(cast.agencyOfficer, "/registre/" + clic + "?partie=conventions")
                        .select("section[aria-labelledby=avec] tbody tr");
        assertThat(theirs).hasSize(1);
        assertThat(theirs.select("td[data-label='Cette structure']").text())
                .as("said from its own side")
                .isEqualTo("Information et aides");
        assertThat(theirs.select("td[data-label='L’autre']").text())
                .isEqualTo("Situations complexes");
        assertThat(
                        sql.sql("select title from registry.agreement where structure_id = :id")
                                .param("id", ours)
                                .query((row, _) -> row.getString(1))
                                .list())
                .as("visitors read what is marked public, and nothing else")
                .containsExactly("Annexe 3");
    }

    @Test
    @Proves("REQ-DIRECTORY-15")
    void what_the_first_line_expects_is_answered_and_the_agency_reads_it_with_what_was_agreed()
            throws Exception {
        var ours = open(cast.helenHead, "Réseau du premier recours");
        var heard =
                new String[] {
                    "who",
                    "GENERALISTES",
                    "subject",
                    "COMPETENCES",
                    "words",
                    "Une diététicienne au cabinet",
                    "heard_on",
                    "2026-03-12",
                    "how",
                    "REUNION",
                    "people",
                    "14"
                };
        add(cast.helenHead, ours, "attentes", with(heard, "answer", "A_ETUDIER"));
        var silent =
                refused(
                        cast.helenHead,
                        "/registre/" + ours + "/attentes",
                        with(heard, "answer", "ECARTEE"));
        assertThat(silent.select("#answered-error").text()).contains("pourquoi elle est écartée");
        assertThat(silent.select("#answered_on-error").text()).contains("quel jour");
        assertThat(silent.select("#words").val()).isEqualTo("Une diététicienne au cabinet");
        assertThat(
                        refused(
                                        cast.helenHead,
                                        "/registre/" + ours + "/attentes",
                                        with(
                                                heard,
                                                "answer",
                                                "RETENUE",
                                                "answered",
                                                "Oui",
                                                "answered_on",
                                                "2026-03-11"))
                                .select("#answered_on-error")
                                .text())
                .contains("précède");
        add(
                cast.helenHead,
                ours,
                "attentes",
                with(
                        heard,
                        "answer",
                        "EN_PLACE",
                        "answered",
                        "Une demi-journée par semaine",
                        "answered_on",
                        "2026-04-01"));
        form(
                headOfCalais(),
                "/registre/" + ours + "/attentes",
                404,
                with(heard, "answer", "A_ETUDIER"));
        for (var until : List.of("", "2025-12-31"))
            add(
                    cast.helenHead,
                    ours,
                    "conventions",
                    "kind",
                    "PREMIER_RECOURS",
                    "title",
                    until.isEmpty() ? "Consultations de diététique" : "Ancienne relation",
                    "partner_name",
                    "Maison de santé de la Scarpe",
                    "we_do",
                    "Salarie la diététicienne",
                    "they_do",
                    "Prête un bureau, adresse les patients",
                    "expected",
                    "Une diététicienne au cabinet",
                    "signed_on",
                    "2024-01-01",
                    "until",
                    until);

        var region = page(cast.agencyOfficer, "/registre/premier-recours?attente=COMPETENCES");
        var counted = region.select("section[aria-labelledby=attendent] tr:contains(diététique)");
        assertThat(counted.select("td[data-label='En place']").text()).isEqualTo("1");
        assertThat(counted.select("td[data-label='À étudier']").text()).isEqualTo("1");
        assertThat(counted.select("td[data-label=Notées]").text())
                .as("a count equals the length of its list")
                .isEqualTo(String.valueOf(region.select(".expectations > li").size()));
        assertThat(region.select(".expectations > li").eachText())
                .anyMatch(t ->
                        t.contains("Médecins généralistes")
                                && t.contains("le 12 mars 2026, par 14 personnes")
                                && t.contains("Une demi-journée par semaine, le 1er avril 2026"));
        var relations = region.select("section[aria-labelledby=relations] tbody tr");
        assertThat(relations.eachText())
                .hasSize(1)
                .first()
                .asString()
                .contains(
                        "Consultations de diététique",
                        "Maison de santé de la Scarpe",
                        "Salarie la diététicienne",
                        "Prête un bureau",
                        "Une diététicienne au cabinet");
    }

    private static String[] with(String[] fields, String... more) {
        return Stream.concat(Arrays.stream(fields), Arrays.stream(more)).toArray(String[]::new);
    }

    @Test
    @Proves("REQ-REGISTRY-07")
    void a_first_line_structure_says_its_four_parts() throws Exception {
        var sheet = open(cast.agencyOfficer, "Maison de santé d’essai");
        for (var part : List.of("PERMANENCE", "STAGES", "COOPERATION", "TELEMEDECINE"))
            add(
                    cast.agencyOfficer,
                    sheet,
                    "premier-recours",
                    "part",
                    part,
                    "takes_part",
                    part.equals("STAGES") ? "" : "on");
        var rows =
                page(cast.claireCoordinator, "/registre/" + sheet + "?partie=services")
                        .select("#premier-recours tbody tr")
                        .eachText();
        assertThat(rows)
                .hasSize(4)
                .anyMatch(r -> r.contains("Permanence des soins") && r.contains("oui"))
                .anyMatch(r -> r.contains("Terrain de stage") && r.contains("non"));
    }

    @Test
    @Proves({"REQ-MULTI-STRUCTURE-03", "REQ-MULTI-STRUCTURE-04", "REQ-MULTI-STRUCTURE-13"})
    void the_douaisis_platform_of_the_guide_is_drawn_with_its_poles_and_antennas()
            throws Exception {
        var id =
                sql.sql(
                                "select id from registry.structure where name = 'Plateforme Santé Douaisis'")
                        .query((row, _) -> row.getString(1))
                        .single();
        var page = page(cast.claireCoordinator, "/registre/" + id + "?partie=services");
        assertThat(page.select(".org-poles > li").eachText())
                .hasSize(3)
                .anyMatch(t -> t.contains("issu de OSCAR Cancérologie Douai"));
        assertThat(page.select(".org-antennas > li")).hasSize(8);
        assertThat(page.select("#services tbody tr")).hasSize(7);
        assertThat(page.select(".org-shared").first().text())
                .contains(
                        "Locaux",
                        "Accueil",
                        "Secrétariat",
                        "Numéro d’appel",
                        "Système d’information");
        var history = page(cast.claireCoordinator, "/registre/" + id + "?partie=histoire").text();
        assertThat(history).contains("repris de Pôle Santé du Douaisis", "950", "32");
    }

    @Test
    @Proves("REQ-GOVERNANCE-01")
    void the_seven_colleges_of_grand_nancy_are_there() throws Exception {
        var id =
                sql.sql(
                                "select id from registry.structure where name = 'Réseau Territorial du Grand Nancy'")
                        .query((row, _) -> row.getString(1))
                        .single();
        var colleges =
                page(cast.claireCoordinator, "/registre/" + id + "?partie=gouvernance")
                        .select("#colleges tbody tr");
        assertThat(colleges).hasSize(7);
        assertThat(colleges.get(4).text()).contains("Usagers", "oui");
    }
}
