package fr.maillage.diseaseregister.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.PatientId;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.OwnStructure;
import fr.maillage.testing.PageTest;
import fr.maillage.testing.Proves;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A register of a disease, from its definition to what goes out of it, through the pages.
@IntegrationTest
class RegisterJourneyTest extends PageTest {

    private OwnStructure own;

    @BeforeEach
    void structure() {
        own = new OwnStructure(cast, sql, "32");
    }

    private static String[] field(String label, String type, String... more) {
        var all = new LinkedHashMap<String, String>();
        all.put("label", label);
        all.put("type", type);
        all.put("moment", "INCLUSION");
        all.put("_tag", "");
        for (int i = 0; i < more.length; i += 2) all.put(more[i], more[i + 1]);
        return all.entrySet().stream()
                .flatMap(e -> Stream.of(e.getKey(), e.getValue()))
                .toArray(String[]::new);
    }

    private String tag(String href, String form) throws Exception {
        return page(own.alice, href + "/definition")
                .select("form[data-place=" + form + "] input[name=_tag]")
                .val();
    }

    /// A register whose first version serves: dialysis, cause, haemoglobin (also at follow-up), sex
    /// taken from the file, a free text.
    private String register() throws Exception {
        send(own.alice, DiseaseRegisterScreens.HOME, "title", "Insuffisance rénale traitée");
        var id =
                rows(
                                own.id,
                                "select id::text from diseaseregister.register order by created_at desc limit 1")
                        .getFirst();
        var href = DiseaseRegisterScreens.HOME + "/" + id;
        send(
                own.alice,
                href + "/donnees",
                field("Première dialyse", "DATE", "mandatory", "on", "leaves", "on"));
        send(
                own.alice,
                href + "/donnees",
                field("Greffe", "DATE", "notBefore", "premiere_dialyse", "leaves", "on"));
        send(
                own.alice,
                href + "/donnees",
                field(
                        "Néphropathie",
                        "LISTE",
                        "choices",
                        "DIAB = Diabétique\nVASC = Vasculaire",
                        "leaves",
                        "on"));
        send(
                own.alice,
                href + "/donnees",
                field(
                        "Hémoglobine",
                        "NOMBRE",
                        "unit",
                        "g/dL",
                        "min",
                        "3",
                        "max",
                        "20",
                        "moment",
                        "LES_DEUX",
                        "mandatory",
                        "on",
                        "leaves",
                        "on"));
        send(
                own.alice,
                href + "/donnees",
                field("Sexe", "LISTE", "choices", "F = Femme\nM = Homme", "origin", "SEXE"));
        send(own.alice, href + "/donnees", field("Note", "TEXTE"));
        var refused = refused(own.alice, href + "/publier", "answeredBy", "");
        assertThat(refused.text())
                .contains(
                        RegisterText.WHO_ANSWERS,
                        RegisterText.NO_CASE_DEFINITION,
                        RegisterText.NO_GROUND);
        send(
                own.alice,
                href + "/definition",
                "_tag",
                tag(href, "entete"),
                "title",
                "Insuffisance rénale traitée",
                "caseDefinition",
                "Un traitement de suppléance a commencé",
                "onset",
                "Premier traitement",
                "words",
                "insuffisance rénale",
                "area",
                "32",
                "per",
                "1000000",
                "everyMonths",
                "12",
                "toleranceDays",
                "60",
                "ground",
                "Avis du comité, note d’information remise");
        send(
                own.alice,
                href + "/publier",
                "answeredBy",
                "Dr Néphrologue, responsable scientifique");
        return href;
    }

    private String[] inclusion(String... more) {
        var all = new LinkedHashMap<String, String>();
        all.put("informedOn", "2026-05-20");
        all.put("informedHow", "ECRIT");
        all.put("informedWho", "PERSONNE");
        all.put("incidentOn", "2025-03-10");
        all.put("f_premiere_dialyse", "2025-03-10");
        all.put("f_hemoglobine", "10,5");
        all.put("f_nephropathie", "DIAB");
        for (int i = 0; i < more.length; i += 2) all.put(more[i], more[i + 1]);
        return all.entrySet().stream()
                .flatMap(e -> Stream.of(e.getKey(), e.getValue()))
                .toArray(String[]::new);
    }

    private static String of(String href) {
        return href.substring(href.lastIndexOf('/') + 1);
    }

    private PatientId followed() {
        var patient = own.patient();
        own.open(patient, 2, "2026-01-10");
        return patient;
    }

    private void named(PatientId patient) {
        var support =
                UUID.fromString(
                        rows(
                                        own.id,
                                        "select id::text from casefile.support where patient_id = '"
                                                + patient
                                                + "'")
                                .getFirst());
        cast.in(
                own.id,
                () -> {
                    var pps = UUID.randomUUID();
                    sql.sql(
                                    "insert into careplan.pps (id, patient_id, support_id, number, created_at, created_by) values (:id, :patient, :support, 1, '2026-03-01 09:00+01', 'Alice')")
                            .param("id", pps)
                            .param("patient", patient.value())
                            .param("support", support)
                            .update();
                    sql.sql(
                                    "insert into careplan.pathology (pps_id, label) values (:pps, 'Insuffisance rénale chronique')")
                            .param("pps", pps)
                            .update();
                    return sql.sql(
                                    "update careplan.pps set status = 'EN_VIGUEUR', opinion = 'SANS_OBJET', submitted_at = created_at, in_force_at = '2026-03-10 09:00+01', in_force_why = 'SANS_MT', in_force_by = 'Alice', reassess_on = '2026-09-10' where id = :id")
                            .param("id", pps)
                            .update();
                });
    }

    private int cases(PatientId patient) {
        return Integer.parseInt(
                rows(
                                own.id,
                                "select count(*)::text from diseaseregister.case_record where patient_id = '"
                                        + patient
                                        + "'")
                        .getFirst());
    }

    @Test
    @Proves("REQ-REGISTRY-03")
    void a_register_is_built_and_kept() throws Exception {
        var href = register();
        var shown = page(own.alice, href);
        assertThat(shown.select("h1").text()).isEqualTo("Insuffisance rénale traitée");
        assertThat(shown.text())
                .contains("Version 1", "Un traitement de suppléance a commencé", "Un suivi par an");
        // a version that serves does not change: the next one does
        mvc.perform(get(href + "/definition").with(user(own.alice)))
                .andExpect(status().isNotFound());
        assertThatThrownBy(() ->
                        cast.in(
                                own.id,
                                () ->
                                        sql.sql(
                                                        "update diseaseregister.definition set document = '{}' where register_id = :id")
                                                .param("id", UUID.fromString(of(href)))
                                                .update()))
                .rootCause()
                .hasMessageContaining("never changes");

        var patient = followed();
        var here = "/dossiers/" + patient + "/registres";
        var to = here + "/" + of(href);
        var blank = page(own.alice, here);
        assertThat(blank.select("select[name=f_sexe] option[selected]").val())
                .as("nobody types again what the file says")
                .isEqualTo("F");
        var refused =
                refused(
                        own.alice,
                        to,
                        inclusion(
                                "informedOn",
                                "",
                                "f_hemoglobine",
                                "105",
                                "f_greffe",
                                "2025-01-01",
                                "f_sexe",
                                "F",
                                "f_note",
                                "gardé"));
        assertThat(refused.select(".error").eachText())
                .containsExactlyInAnyOrder(
                        plain(RegisterText.WHEN_INFORMED),
                        "Entre 3 et 20 g/dL.",
                        plain(RegisterText.before("Première dialyse")));
        assertThat(refused.select("[name=f_note]").val()).isEqualTo("gardé");
        assertThat(cases(patient)).isZero();
        send(own.alice, to, inclusion("f_sexe", "F", "f_premiere_dialyse", ""));
        assertThat(cases(patient)).isOne();
        var card = page(own.alice, here);
        assertThat(card.text())
                .contains(
                        "Cas n° 1",
                        "Femme du dossier",
                        "Néphropathie Diabétique",
                        "10,5 g/dL",
                        "Première dialyse : " + RegisterText.MISSING);
        assertThat(refused(own.alice, to, inclusion()).text()).contains(RegisterText.ALREADY);
        // quality lists it, with its name; the head reads counts and no name
        assertThat(page(own.alice, href + "/cas?liste=qualite").select("tbody tr").text())
                .contains("Donnée manquante : Première dialyse");
        mvc.perform(get(href + "/cas").with(user(own.head))).andExpect(status().isNotFound());
        assertThat(page(own.head, href).select(".tile").eachText())
                .contains("1 Cas", "1 À corriger", "0 Suivis en retard");
        assertThat(page(own.head, href).text()).doesNotContain("DURAND");
        var version = card.select("form[action$=completer] input[name=_tag]").val();
        send(
                own.alice,
                to + "/completer",
                "_tag",
                version,
                "incidentOn",
                "2025-03-10",
                "f_premiere_dialyse",
                "2025-03-10",
                "f_hemoglobine",
                "10,5",
                "f_sexe",
                "F",
                "f_nephropathie",
                "VASC");
        form(
                own.alice,
                to + "/completer",
                409,
                "_tag",
                version,
                "incidentOn",
                "2025-03-10",
                "f_hemoglobine",
                "11");
        assertThat(page(own.alice, here).text())
                .contains("Vasculaire")
                .doesNotContain(RegisterText.MISSING);

        // a follow-up is due a year later, late after sixty days, and asks its own field
        assertThat(page(own.alice, href + "/cas?liste=attendus").select("tbody tr")).isEmpty();
        clock.goTo(LocalDateTime.of(2027, 6, 2, 9, 0));
        assertThat(page(own.alice, href + "/cas?liste=attendus").select("tbody tr")).hasSize(1);
        assertThat(page(own.alice, href + "/cas?liste=retard").select("tbody tr")).isEmpty();
        clock.goTo(LocalDateTime.of(2027, 8, 2, 9, 0));
        assertThat(page(own.alice, href + "/cas?liste=retard").select("tbody tr").text())
                .contains("1er suivi en retard");
        refused(own.alice, to + "/suivis/2", "onDate", "2027-08-01", "f_hemoglobine", "9");
        assertThat(
                        refused(
                                        own.alice,
                                        to + "/suivis/1",
                                        "onDate",
                                        "2026-05-01",
                                        "f_hemoglobine",
                                        "9")
                                .text())
                .contains(RegisterText.BEFORE_INCLUSION);
        send(own.alice, to + "/suivis/1", "onDate", "2027-08-01", "f_hemoglobine", "9,1");
        assertThat(page(own.alice, here).text()).contains("1er suivi, le", "9,1 g/dL");
        assertThat(page(own.alice, href + "/cas?liste=attendus").select("tbody tr")).isEmpty();
        send(
                own.alice,
                to + "/fin",
                "_tag",
                page(own.alice, here).select("form[action$=fin] input[name=_tag]").val(),
                "endedOn",
                "2027-08-02",
                "endedWhy",
                "PARTI");
        assertThat(page(own.alice, href + "/cas").text()).contains("Partie de la région");
    }

    @Test
    @Proves("REQ-REGISTRY-03")
    void who_objects_is_never_in_it_and_comes_out_at_any_time() throws Exception {
        var href = register();
        var patient = followed();
        var here = "/dossiers/" + patient + "/registres";
        var to = here + "/" + of(href);
        send(own.alice, to, inclusion());
        assertThat(cases(patient)).isOne();
        assertThat(refused(own.alice, to + "/opposition", "onDate", "2026-06-01").text())
                .contains(RegisterText.WHO_SAYS);
        send(
                own.alice,
                to + "/opposition",
                "onDate",
                "2026-06-01",
                "saidBy",
                "PERSONNE",
                "words",
                "Je ne veux pas.");
        assertThat(cases(patient)).isZero();
        assertThat(page(own.alice, here).text()).contains("S’y oppose", "Je ne veux pas.");
        assertThat(refused(own.alice, to, inclusion()).text())
                .contains(plain(RegisterText.OBJECTS));
        // whatever writes
        assertThatThrownBy(() ->
                        cast.in(
                                own.id,
                                () ->
                                        sql.sql(
                                                        "insert into diseaseregister.case_record (register_id, patient_id, number, incident_on, included_on, informed_on, informed_how, informed_who, entered_by, entered_at) values (:register, :patient, 99, '2026-01-01', '2026-06-01', '2026-06-01', 'ORAL', 'PERSONNE', 'x', now())")
                                                .param("register", UUID.fromString(of(href)))
                                                .param("patient", patient.value())
                                                .update()))
                .rootCause()
                .hasMessageContaining("who objects is in no register");
        assertThat(
                        rows(
                                own.id,
                                "select number || ' ' || why from diseaseregister.removal where register_id = '"
                                        + of(href)
                                        + "'"))
                .containsExactly("1 OPPOSITION");

        // no longer objecting does not include; she may be anew, under a number never given twice
        var lift = page(own.alice, here).select("form[action$=lever]").attr("action");
        send(own.alice, lift);
        assertThat(cases(patient)).isZero();
        send(own.alice, to, inclusion());
        assertThat(page(own.alice, here).text()).contains("Cas n° 2");
        // an objection to every register takes her out of all
        send(own.alice, here + "/opposition", "onDate", "2026-06-02", "saidBy", "REPRESENTANT");
        assertThat(cases(patient)).isZero();
        assertThatThrownBy(() ->
                        cast.in(
                                own.id,
                                () ->
                                        sql.sql(
                                                        "insert into diseaseregister.case_record (register_id, patient_id, number, incident_on, included_on, informed_on, informed_how, informed_who, entered_by, entered_at) values (:register, :patient, 98, '2026-01-01', '2026-06-01', '2026-06-01', 'ORAL', 'PERSONNE', 'x', now())")
                                                .param("register", UUID.fromString(of(href)))
                                                .param("patient", patient.value())
                                                .update()))
                .rootCause()
                .hasMessageContaining("who objects is in no register");
        assertThat(page(own.alice, DiseaseRegisterScreens.HOME).select("tbody tr").text())
                .contains("Insuffisance rénale traitée");
        // another structure sees nothing of it
        mvc.perform(get(href).with(user(cast.claireCoordinator))).andExpect(status().isNotFound());
        mvc.perform(get(here).with(user(cast.claireCoordinator))).andExpect(status().isNotFound());
    }

    private byte[] taken(SignedIn who, String href) throws Exception {
        return mvc.perform(get(href).with(user(who)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    @Test
    @Proves("REQ-REGISTRY-03")
    void what_goes_out_names_nobody_and_leaves_its_trace() throws Exception {
        var href = register();
        var persons = Stream.generate(this::followed).limit(10).collect(Collectors.toList());
        for (var one : persons)
            send(
                    own.alice,
                    "/dossiers/" + one + "/registres/" + of(href),
                    inclusion("f_note", "Mme DURAND"));
        var asked =
                new String[] {
                    "kind",
                    "LIGNES",
                    "recipient",
                    "Agence de la biomédecine",
                    "purpose",
                    "Rapport annuel",
                    "ground",
                    "Convention"
                };
        assertThat(refused(own.alice, href + "/extraits", asked).text())
                .contains(plain(RegisterText.TOO_FEW));
        persons.add(followed());
        send(own.alice, "/dossiers/" + persons.getLast() + "/registres/" + of(href), inclusion());
        var nothing = refused(own.alice, href + "/extraits", "kind", "LIGNES");
        assertThat(nothing.select(".error").eachText())
                .containsExactlyInAnyOrder(
                        RegisterText.RECIPIENT, RegisterText.PURPOSE, RegisterText.GROUND);
        send(own.alice, href + "/extraits", asked);
        var link = page(own.alice, href + "/extraits").select("a[href$=registre.csv]").attr("href");
        var csv = new String(taken(own.alice, link), StandardCharsets.UTF_8);
        assertThat(csv.lines()).hasSize(12);
        assertThat(csv)
                .contains("F", "80-89", "2025-03", "DIAB", "10.5")
                .doesNotContain("DURAND", "Odette", "1942", "59178", "Douai");
        for (var one : persons) assertThat(csv).doesNotContain(one.toString());
        var workbook = taken(own.alice, link.replace(".csv", ".xlsx"));
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            assertThat(book.getSheets().map(s -> s.getName()))
                    .containsExactly("Lisez-moi", "Données", "Cas", "Suivis");
            var about = book.getFirstSheet().read().toString();
            assertThat(about).contains("pseudonymisées", "Agence de la biomédecine");
            assertThat(
                            book.findSheet("Cas").orElseThrow().read().stream()
                                    .skip(1)
                                    .map(r -> r.getCellText(0))
                                    .sorted())
                    .as("the same words from one extract to the next")
                    .isEqualTo(csv.lines().skip(1).map(l -> l.substring(1, 17)).sorted().toList());
        }
        var trail = page(own.head, href + "/extraits");
        assertThat(trail.text())
                .contains("XLSX, 11 cas, définition v1", "CSV, 11 cas, définition v1", "SHA-256");
        assertThat(trail.select("a[href*=registre.]"))
                .as("the head reads the trail and takes no line")
                .isEmpty();
        mvc.perform(get(link).with(user(own.head))).andExpect(status().isNotFound());
        assertThat(
                        rows(
                                own.id,
                                "select count(*)::text from access.trail where what = 'EXTRAIT DE REGISTRE' and cardinality(patients) = 11"))
                .containsExactly("2");
        // who objects since is in no later one, and ten are too few
        send(
                own.alice,
                "/dossiers/" + persons.getFirst() + "/registres/" + of(href) + "/opposition",
                "onDate",
                "2026-06-01",
                "saidBy",
                "PERSONNE");
        mvc.perform(get(link).with(user(own.alice))).andExpect(status().is(422));

        send(
                own.alice,
                href + "/extraits",
                "kind",
                "COMPTES",
                "recipient",
                "ARS",
                "purpose",
                "Bilan",
                "ground",
                "CPOM");
        var counts =
                page(own.alice, href + "/extraits")
                        .select("a[href$=registre.xlsx]")
                        .first()
                        .attr("href");
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(taken(own.alice, counts)))) {
            var years =
                    book.findSheet("Incidence").orElseThrow().read().stream()
                            .skip(1)
                            .map(r ->
                                    r.getCellText(0)
                                            + " "
                                            + r.getCellText(1).replace('\u00A0', ' ')
                                            + r.getCellText(2))
                            .toList();
            assertThat(years)
                    .as("ten are not said, nor their rate")
                    .contains("2025 < 11", "Ensemble < 11")
                    .noneMatch(y -> y.contains("10"));
        }
    }

    @Test
    void sources_duplicates_candidates_and_figures() throws Exception {
        var href = register();
        send(own.alice, href + "/sources", "name", "Centre d’hémodialyse", "kind", "CENTRE");
        assertThat(
                        refused(
                                        own.alice,
                                        href + "/sources",
                                        "name",
                                        "centre d’hémodialyse",
                                        "kind",
                                        "CENTRE")
                                .text())
                .contains(RegisterText.SOURCE_THERE);
        var source =
                rows(
                                own.id,
                                "select id::text from diseaseregister.source where register_id = '"
                                        + of(href)
                                        + "'")
                        .getFirst();
        send(own.alice, href + "/sources/attendus", "source", source, "year", "2025", "cases", "4");
        refused(
                own.alice,
                href + "/sources/attendus",
                "source",
                source,
                "year",
                "2031",
                "cases",
                "-2");
        var one = followed();
        var twin = followed();
        send(own.alice, "/dossiers/" + one + "/registres/" + of(href), inclusion("source", source));
        send(own.alice, "/dossiers/" + twin + "/registres/" + of(href), inclusion());
        assertThat(page(own.head, href + "/sources").text())
                .contains("Centre d’hémodialyse", "1 sur 4", "25 %");
        assertThat(page(own.head, href).select("tr:has(th:contains(2025))").text())
                .contains("25 %");
        // two persons of the same day, sex and name: looked at, not joined
        cast.in(
                own.id,
                () -> sql.sql("update patient.patient set birth_name = 'DELEFORTRIE'").update());
        assertThat(page(own.alice, href + "/cas?liste=doublons").select("tbody tr")).hasSize(2);
        everyCountIsThatOfItsList(href);
        send(
                own.alice,
                "/dossiers/" + twin + "/registres/" + of(href) + "/retirer",
                "why",
                "DOUBLON");
        assertThat(page(own.alice, href + "/cas?liste=doublons").select("tbody tr")).isEmpty();
        refused(
                own.alice,
                "/dossiers/" + one + "/registres/" + of(href) + "/retirer",
                "why",
                "OPPOSITION");
        // a plan in force that names the disease proposes its person, who is not in yet
        assertThat(page(own.alice, href + "/cas?liste=examiner").select("tbody tr")).isEmpty();
        named(one);
        named(twin);
        assertThat(page(own.alice, href + "/cas?liste=examiner").select("tbody tr").eachText())
                .singleElement()
                .asString()
                .contains("Insuffisance rénale chronique");
        everyCountIsThatOfItsList(href);
        send(
                own.alice,
                "/dossiers/" + twin + "/registres/opposition",
                "onDate",
                "2026-06-01",
                "saidBy",
                "PERSONNE");
        assertThat(page(own.alice, href + "/cas?liste=examiner").select("tbody tr")).isEmpty();
    }

    private void everyCountIsThatOfItsList(String href) throws Exception {
        var tiles = page(own.alice, href + "/cas").select("nav.tiles a");
        assertThat(tiles).hasSize(6);
        for (var tile : tiles)
            assertThat(page(own.alice, tile.attr("href")).select("tbody tr"))
                    .as(tile.text())
                    .hasSize(Integer.parseInt(tile.select("b").text()));
        assertThat(page(own.alice, href).select(".tile b").eachText())
                .as("the same on the page of the register")
                .isEqualTo(tiles.select("b").eachText());
    }

    @Test
    void the_next_version_asks_otherwise_and_former_answers_stay() throws Exception {
        var href = register();
        var patient = followed();
        send(own.alice, "/dossiers/" + patient + "/registres/" + of(href), inclusion());
        refused(own.alice, href + "/version", "why", "");
        send(own.alice, href + "/version", "why", "L’hémoglobine se borne autrement");
        assertThat(refused(own.alice, href + "/donnees/premiere_dialyse/retirer").text())
                .contains("Greffe");
        var tag = tag(href, "donnee-hemoglobine");
        var changed =
                field(
                        "Hémoglobine",
                        "NOMBRE",
                        "unit",
                        "g/dL",
                        "min",
                        "11",
                        "max",
                        "5",
                        "moment",
                        "LES_DEUX",
                        "_tag",
                        tag);
        assertThat(refused(own.alice, href + "/donnees/hemoglobine", changed).text())
                .contains(RegisterText.BOUNDS);
        changed =
                field(
                        "Hémoglobine",
                        "NOMBRE",
                        "unit",
                        "g/dL",
                        "min",
                        "11",
                        "max",
                        "18",
                        "moment",
                        "LES_DEUX",
                        "_tag",
                        tag);
        send(own.alice, href + "/donnees/hemoglobine", changed);
        form(own.alice, href + "/donnees/hemoglobine", 409, changed);
        send(own.alice, href + "/donnees/nephropathie/retirer");
        assertThat(page(own.alice, href + "/cas?liste=qualite").select("tbody tr"))
                .as("the first version still serves")
                .isEmpty();
        send(own.alice, href + "/publier", "answeredBy", "Dr Néphrologue");
        assertThat(page(own.alice, href + "/cas?liste=qualite").select("tbody tr").text())
                .contains("Valeur non permise : Hémoglobine");
        assertThat(
                        rows(
                                own.id,
                                "select answers -> 'nephropathie' ->> 'v' from diseaseregister.case_record where patient_id = '"
                                        + patient
                                        + "'"))
                .containsExactly("DIAB");
        assertThat(page(own.alice, href).select("aside").text())
                .contains("Version 2", "Version 1", "L’hémoglobine se borne autrement");
    }
}
