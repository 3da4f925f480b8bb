package fr.maillage.portability.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import fr.maillage.access.Trail;
import fr.maillage.followup.CatchUp;
import fr.maillage.kernel.PatientId;
import fr.maillage.platform.LongWorks;
import fr.maillage.platform.Owner;
import fr.maillage.platform.Tenancy;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.OwnStructure;
import fr.maillage.testing.TestWorld.Cast;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/// The caseload of another tool, from the file to the persons and back.
@IntegrationTest
class TakeoverTest {

    private static final Charset LATIN = Charset.forName("windows-1252");

    /// A flat list as a small team keeps one, in Latin-1.
    private static final String LIST =
            """
            Liste des patients suivis;;;;;;;;;;;;;;;;;;;;;;;;;;
            N° dossier;Nom;Prénom;Civilité;DDN;CP;Ville;Téléphone;État du dossier;Date d'entrée;Thématique;Motif de la demande;Complexité;Coordinatrice;Dernière évaluation;Prochaine évaluation;Médecin traitant;Consentement;Date consentement;Forme;Intervenant 1;Profession intervenant 1;Intervention 1;Intervention 1 par;Intervention 1 date;Intervention 1 rythme;Droit 1;Droit 1 état;Droit 1 début;Droit 1 fin
            A1;MARTEL;Josiane;Mme;14/03/1941;59500;Douai;327000001;en cours;12/01/2024;Gérontologie;Maintien à domicile;niveau 3;Alice ALBERT;15/12/2025;15/12/2026;Dr Zoé INVENTEE;oui;12/01/2024;écrit;Lucie PETITPAS;Infirmière;Kiné équilibre;Lucie PETITPAS;09/06/2026;toutes les semaines;APA;accordé;01/01/2024;31/12/2026
            A2;BRUNET;René;M.;02/11/38;59500;Douai;;en cours;03/02/2025;Gérontologie;;2;Alice;;01/05/2026;;;;;;;;;;;;;;
            A3;CORDIER;Paulette;Mme;31/02/1940;59500;Douai;;en cours;03/02/2025;Gérontologie;;2;Bruno BRUN;;;;;;;;;;;;;;;;
            A4;DORIN;Lucette;Mme;05/05/1950;59500;Douai;;clos;03/02/2020;Gérontologie;;2;;;;;;;;;;;;;;;;;
            A5;EVRARD;Marie;Mme;08/08/1944;59500;Douai;;en cours;10/10/2024;Gérontologie;;2;Alice ALBERT;;;;non;;;;;;;;;;;;
            A6;FOURMI;Anne;Mme;12/04/1942;59500;Douai;;en cours;10/10/2024;Gérontologie;;1;Alice ALBERT;;;;;;;;;;;;;;;;
            """;

    @Autowired Cast cast;
    @Autowired JdbcClient sql;
    @Autowired MockMvc mvc;
    @Autowired MovableClock clock;
    @Autowired TakeoverWork work;
    @Autowired CatchUp alerts;
    @Autowired ExportWork exporting;
    @Autowired TakeoverRows takeovers;
    @Autowired ExportRows exports;
    @Autowired ExportService night;
    @Autowired Trail trail;
    @Autowired LongWorks works;
    @Autowired Owner owner;
    @TempDir Path folder;

    /// Of one test alone: what it exports is everything.
    private OwnStructure team;

    @BeforeEach
    void start() {
        clock.reset();
        team = structure();
    }

    private OwnStructure structure() {
        var own = new OwnStructure(cast, sql, "32");
        own.themes("GERONTOLOGIE", "DIABETOLOGIE");
        return own;
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void a_list_is_matched_tried_taken_over_corrected_given_back_and_undone() throws Exception {
        var known = cast.newPatient(team.id); // somebody the structure knows already
        cast.in(
                team.id,
                () ->
                        sql.sql(
                                        "update patient.patient set birth_name = 'FOURMI', given_names = 'Anne', version = version + 1 where id = :id")
                                .param("id", known.value())
                                .update());

        // the columns: all known but none wrong, in Latin-1 under a title
        var id = give("suivi.csv", LIST.getBytes(LATIN));
        var columns = page("/reglages/reprise/" + id + "/colonnes");
        assertThat(columns.select(".page-sub").text())
                .contains("Windows-1252", "30 colonnes reconnues sur 30");
        assertThat(chosen(columns, "col-0-4")).isEqualTo("BIRTH_DATE");
        assertThat(chosen(columns, "col-0-25")).isEqualTo("A_EVERY:1");
        assertThat(columns.select("tr:contains(DDN) .cell-sub").eachText()).contains("14/03/1941");

        // two columns of one field are refused, and what was chosen stays
        var typed = typed(columns);
        typed.put("col-0-5", "COMMUNE");
        var twice = Jsoup.parse(send(id, "/colonnes", with(typed, "onward", "1"), 422));
        assertThat(twice.select(".notice.is-late").text()).contains("donnent toutes deux");
        assertThat(chosen(page("/reglages/reprise/" + id + "/colonnes"), "col-0-5"))
                .isEqualTo("COMMUNE");
        typed = typed(page("/reglages/reprise/" + id + "/colonnes"));
        typed.put("col-0-5", "POSTCODE");
        typed.put("name", "Liste du bureau");
        send(id, "/colonnes", with(typed, "onward", "1"), 303);
        assertThat(Jsoup.parse(send(id, "/colonnes", with(typed, "onward", "1"), 409)).text())
                .contains("Un collègue a modifié");

        // the values: levels, sex, themes, rights, coordinators; a doctor nobody knows stays
        // outside
        var values = page("/reglages/reprise/" + id + "/valeurs");
        assertThat(chosenFor(values, "niveau 3")).isEqualTo("3");
        assertThat(chosenFor(values, "Mme")).isEqualTo("F");
        assertThat(chosenFor(values, "APA")).isEqualTo("APA");
        assertThat(chosenFor(values, "Alice ALBERT")).isEqualTo(team.alice.member().toString());
        assertThat(chosenFor(values, "Dr Zoé INVENTEE")).isEmpty();
        send(id, "/valeurs", with(typed(values), "onward", "1"), 303);
        run(id);

        // the dry run: nothing is written elsewhere, each line says why
        assertThat(persons()).isEqualTo(1);
        var report = page("/reglages/reprise/" + id);
        assertThat(tile(report, "tout")).isEqualTo(6);
        assertThat(tile(report, "erreurs")).isEqualTo(2);
        assertThat(tile(report, "doublons")).isEqualTo(1);
        assertThat(line(report, "CORDIER"))
                .contains("ligne 5", "DDN", "31/02/1940", "Ce n’est pas une date");
        assertThat(line(report, "EVRARD")).contains("a refusé l’accompagnement");
        assertThat(line(report, "DORIN")).contains("Situation close");
        assertThat(line(report, "BRUNET"))
                .contains(
                        "02/11/1938",
                        "deux chiffres",
                        "accord à l’accompagnement est à recueillir");
        assertThat(line(report, "MARTEL"))
                .contains(
                        "niveau 3, médecin traitant, 1 intervenant, 1 intervention suivie, 1 droit");
        assertThat(page("/reglages/reprise/" + id + "?voir=erreurs").select("tbody tr")).hasSize(2);

        // somebody perhaps known waits for a decision; attached to their file
        var decision =
                report.select("tr:contains(FOURMI) select option:contains(FOURMI)").attr("value");
        assertThat(decision).isEqualTo("RATTACHER:" + known);
        var rank =
                Objects.requireNonNull(report.select("tr:contains(FOURMI)").first())
                        .id()
                        .replace("ligne-", "");
        send(id, "/lignes/" + rank, Map.of("decision", "RATTACHER:" + UUID.randomUUID()), 422);
        send(id, "/lignes/" + rank, Map.of("decision", decision), 303);

        // taken over, with a day of resumption; sent twice by the scheduler, done once
        send(id, "/lancer", Map.of("resumption", "2026-06-02"), 303);
        run(id);
        work.run(team.id, id);
        assertThat(persons()).isEqualTo(3);
        var martel = person("MARTEL");
        assertThat(
                        one(
                                "select identity_status || mt_state || mt_name || phone || commune_code from patient.patient where id = :id",
                                martel))
                .isEqualTo("PROVISOIRE" + "DECLARE" + "Dr Zoé INVENTEE" + "0327000001" + "59178");
        assertThat(
                        one(
                                "select level || status || included_on || (coordinator_id = '"
                                        + team.alice.member()
                                        + "') from casefile.support where patient_id = :id",
                                martel))
                .isEqualTo("3ACTIF2024-01-12true");
        assertThat(
                        list(
                                "select role || ':' || name || ':' || coalesce(rpps, '') from casefile.care_team where patient_id = :id order by 1",
                                martel))
                .containsExactly(
                        "INTERVENANT:Lucie PETITPAS:", "MEDECIN_TRAITANT:Dr Zoé INVENTEE:");
        assertThat(
                        list(
                                "select act || state || given_on || form from patient.consent where patient_id = :id order by 1",
                                martel))
                .containsExactly(
                        "ACCOMPAGNEMENTDONNE2024-01-12ECRIT",
                        "PARTAGE_EQUIPEA_CONFIRMER2026-06-02ORAL");
        assertThat(
                        list(
                                "select kind || state || starts_on || ends_on from casefile.entitlement where patient_id = :id",
                                martel))
                .containsExactly("APAACCORDE2024-01-012026-12-31");
        // followed from now on, and no PPS
        assertThat(
                        one(
                                "select status || opinion || in_force_why || reassess_on from careplan.pps where patient_id = :id",
                                martel))
                .isEqualTo("EN_VIGUEURNON_DEMANDEREPRISE2026-12-15");
        assertThat(
                        one(
                                "select counts::text from careplan.current_pps where patient_id = :id",
                                martel))
                .isEqualTo("false");
        assertThat(
                        list(
                                "select due_on::text from followup.occurrence where patient_id = :id order by 1 limit 2",
                                martel))
                .containsExactly("2026-06-09", "2026-06-16");
        // the file that was known keeps its own agreements, and gets the accompaniment
        assertThat(
                        list(
                                "select status from casefile.support where patient_id = :id",
                                known.value()))
                .containsExactly("ACTIF");
        // BRUNET's reassessment was due on 1 May: the real sweep, and the night after, stay silent
        assertThat(list("select rule from followup.alert where patient_id = :id", person("BRUNET")))
                .isEmpty();
        cast.in(team.id, alerts::raise);
        assertThat(list("select rule from followup.alert where patient_id = :id", person("BRUNET")))
                .isEmpty();
        // by the day of this takeover, not of the structure: nobody else is silenced
        assertThat(
                        list(
                                "select coalesce(resumption_date::text, 'aucune') from network.network where id = :id",
                                team.id.value()))
                .containsExactly("aucune");
        cast.in(
                team.id,
                () ->
                        sql.sql(
                                        "update casefile.support set resumed_on = null where patient_id = :id")
                                .param("id", person("BRUNET"))
                                .update());
        cast.in(team.id, alerts::raise);
        assertThat(list("select rule from followup.alert where patient_id = :id", person("BRUNET")))
                .contains("REEVALUATION");
        // an agreement nobody wrote down is said on every page of the person, until it is
        assertThat(banner(martel)).doesNotContain("Accord à recueillir");
        assertThat(banner(person("BRUNET"))).contains("Accord à recueillir");
        mvc.perform(
                        post("/dossiers/" + person("BRUNET") + "/droits/accompagnement")
                                .param("state", "DONNE")
                                .param("givenOn", "02/06/2026")
                                .param("form", "ECRIT")
                                .param("givenBy", "PERSONNE")
                                .with(user(team.alice))
                                .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(banner(person("BRUNET"))).doesNotContain("Accord à recueillir");

        // the refused lines come back with their reasons; corrected, only they are taken over
        var refused = bytes("/reglages/reprise/" + id + "/refus.xlsx");
        var again = give("refus.xlsx", refused);
        var sheet = page("/reglages/reprise/" + again + "/colonnes");
        assertThat(sheet.select(".notice.is-done").text()).contains("Liste du bureau");
        assertThat(sheet.select("tr:contains(Motif du refus) .cell-sub").text())
                .contains("Ce n’est pas une da");
        assertThat(sheet.select("tbody tr:contains(Motif du refus) option[selected]").attr("value"))
                .isEmpty();
        var corrected =
                give("corrigé.csv", LIST.replace("31/02/1940", "28/02/1940").getBytes(LATIN));
        through(corrected);
        var second = page("/reglages/reprise/" + corrected);
        assertThat(line(second, "MARTEL")).contains("Déjà reprise");
        assertThat(line(second, "CORDIER")).contains("À reprendre");
        send(corrected, "/lancer", Map.of("resumption", ""), 303);
        run(corrected);
        assertThat(persons()).isEqualTo(4);

        // taken back, but for whom somebody worked on
        clock.move(Duration.ofMinutes(5));
        mvc.perform(get("/dossiers/" + martel).with(user(team.alice)))
                .andExpect(status().isOk()); // reading is no work
        var sentence = Jsoup.parse(note(person("BRUNET"), id)).select(".notice.is-late").text();
        assertThat(sentence).contains("BRUNET", "Alice ALBERT").doesNotContain("MARTEL");
        assertThat(persons()).isEqualTo(4);
        send(id, "/annuler", Map.of("others", "oui"), 303);
        run(id);
        assertThat(persons()).isEqualTo(3);
        assertThat(
                        list(
                                "select status from casefile.support where patient_id = :id",
                                known.value()))
                .isEmpty();
        assertThat(list("select id::text from patient.patient where id = :id", known.value()))
                .hasSize(1);
        for (var table :
                List.of(
                        "patient.consent",
                        "patient.timeline_entry",
                        "casefile.support",
                        "casefile.care_team",
                        "casefile.entitlement",
                        "careplan.pps",
                        "careplan.intervention",
                        "followup.occurrence",
                        "followup.alert",
                        "portability.origin"))
            assertThat(
                            list(
                                    "select patient_id::text from "
                                            + table
                                            + " where patient_id = :id",
                                    martel))
                    .as(table)
                    .isEmpty();
        assertThat(list("select what from access.trail where patient_id = :id", martel))
                .contains("IDENTITE", "REPRISE ANNULEE");
        // given back, a line taken back is a line like another
        var third = give("encore.csv", LIST.getBytes(LATIN));
        through(third);
        assertThat(line(page("/reglages/reprise/" + third), "MARTEL")).contains("À reprendre");
        assertThat(line(page("/reglages/reprise/" + third), "BRUNET")).contains("Déjà reprise");
        send(third, "/abandonner", Map.of(), 303);
        assertThat(page("/reglages/reprise").select("tbody tr")).hasSize(4);
    }

    @Test
    void sheets_linked_by_the_number_of_the_file_are_one_person() throws Exception {
        var model = bytes("/reglages/reprise/modele.xlsx");
        var id = give("modele.xlsx", model);
        var columns = page("/reglages/reprise/" + id + "/colonnes");
        assertThat(columns.select("main h2").eachText().stream().map(t -> t.split(" ")[0]))
                .containsExactly("Personnes", "Cercle", "Interventions", "Droits");
        assertThat(columns.select(".page-sub").text())
                .containsPattern("(\\d+) colonnes reconnues sur \\1");
        // a sheet said to be another's, then its own again
        var typed = typed(columns);
        var rights = typed.get("part-3");
        typed.put("part-3", "");
        send(id, "/colonnes", typed, 303);
        assertThat(chosen(page("/reglages/reprise/" + id + "/colonnes"), "part-3"))
                .isEqualTo("IGNOREE");
        typed = typed(page("/reglages/reprise/" + id + "/colonnes"));
        typed.put("part-3", rights);
        send(id, "/colonnes", typed, 303);
        through(id);
        cast.in(
                team.id,
                () -> {
                    takeovers.failed(id, ReportText.STOPPED);
                    return null;
                });
        assertThat(one("select failure from portability.takeover where id = :id", id))
                .isEqualTo(ReportText.STOPPED);

        var report = page("/reglages/reprise/" + id);
        assertThat(line(report, "EXEMPLE"))
                .contains(
                        "niveau 2, médecin traitant, 1 intervenant, 1 intervention suivie, 1 droit");
        send(id, "/lancer", Map.of("resumption", "2026-06-02"), 303);
        run(id);
        assertThat(
                        one(
                                "select i.actor_name || ':' || (i.actor_id = c.id) from careplan.intervention i join casefile.care_team c on c.name = i.actor_name where i.patient_id = :id",
                                person("EXEMPLE")))
                .isEqualTo("Lucie EXEMPLE:true");
        assertThat(
                        list(
                                "select act || state || form from patient.consent where patient_id = :id order by 1",
                                person("EXEMPLE")))
                .containsExactly("ACCOMPAGNEMENTDONNEECRIT", "PARTAGE_EQUIPEDONNEECRIT");
    }

    @Test
    void everything_is_given_back_and_an_empty_structure_reads_it_the_same() throws Exception {
        var first =
                give(
                        "suivi.csv",
                        LIST.replaceFirst(
                                        "(A2;.*?;01/05/2026);{14}",
                                        "$1;;;;;;;Visite du MT;;10/06/2026;7 jours après chaque sortie d'hôpital, puis toutes les semaines, 4 fois;;;;")
                                .getBytes(LATIN));
        through(first);
        send(first, "/lancer", Map.of("resumption", "2026-06-02"), 303);
        run(first);
        var martel = person("MARTEL");
        cast.in(
                team.id,
                () ->
                        sql.sql(
                                        "update patient.patient set notes = '=HYPERLINK(\"http://x\")', version = version + 1 where id = :id")
                                .param("id", martel)
                                .update());
        cast.in(
                team.id,
                () -> {
                    var content = UUID.randomUUID();
                    var document = UUID.randomUUID();
                    sql.sql(
                                    "insert into documents.content (id, sha256, size, media_type, store, stored_at) values (:id, :sha, 4, 'text/plain', 'BASE', now())")
                            .param("id", content)
                            .param("sha", new byte[32])
                            .update();
                    sql.sql(
                                    "insert into documents.chunk (content_id, rank, bytes) values (:id, 0, :bytes)")
                            .param("id", content)
                            .param("bytes", "mots".getBytes(StandardCharsets.UTF_8))
                            .update();
                    sql.sql(
                                    "insert into documents.document (id, patient_id, type, title, content_id, deposited_at, deposited_by_name, handled_at) values (:id, :patient, 'AUTRE', 'Lettre', :content, now(), 'X', now())")
                            .param("id", document)
                            .param("patient", martel)
                            .param("content", content)
                            .update();
                    return sql.sql(
                                    "insert into documents.version (document_id, number, content_id, file_name, added_at, added_by_name) values (:id, 1, :content, 'lettre.txt', now(), 'X')")
                            .param("id", document)
                            .param("content", content)
                            .update();
                });
        cast.in(
                team.id,
                () -> {
                    sql.sql(
                                    "update casefile.care_team set parts = '{SOINS,MEDICAL}', standing = 'SOIGNANT', in_care_team = true where name = 'Lucie PETITPAS' and patient_id = :id")
                            .param("id", martel)
                            .update();
                    return sql.sql(
                                    """
                                    insert into casefile.entitlement (patient_id, kind, detail, state, asked_on, decided_on, starts_on, appeal_until, appealed_on) values
                                      (:id, 'ALD', 'Diabète', 'ACCORDE', null, null, '2024-01-01', null, null),
                                      (:id, 'ALD', 'Insuffisance cardiaque', 'REFUSE', '2026-03-01', '2026-05-01', null, '2026-07-01', null),
                                      (:id, 'PCH', null, 'RECOURS', '2026-01-05', '2026-04-20', null, '2026-06-20', '2026-05-11')
                                    """)
                            .param("id", martel)
                            .update();
                });
        cast.as(
                team.alice,
                () ->
                        sql.sql(
                                        "insert into casefile.concern (patient_id, nature, facts, concerned, since, decided, review_on, author_id, author_name, written_at) values (:id, 'NEGLIGENCE', 'Faits observés', 'x', 'x', 'x', '2026-07-01', :author, 'Alice', now())")
                                .param("id", martel)
                                .param("author", team.alice.accountId())
                                .update());

        mvc.perform(post("/reglages/export").with(user(team.head)).with(csrf()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(post("/reglages/export").with(user(team.head)).with(csrf()))
                .andExpect(status().isUnprocessableContent());
        assertThat(page("/reglages/export").text()).contains("En préparation");
        var id =
                UUID.fromString(
                        list("select id::text from portability.export where :id = :id", first)
                                .getFirst());
        exporting.run(team.id, id);

        var href = page("/reglages/export").select("a[download]").attr("href");
        assertThat(href).isEqualTo("/reglages/export/" + id + "/fichier");
        var entries =
                unzip(
                        mvc.perform(get(href).with(user(team.head)))
                                .andExpect(status().isOk())
                                .andReturn()
                                .getResponse()
                                .getContentAsByteArray());
        assertThat(entries)
                .containsKeys(
                        "file-active.xlsx",
                        "README.txt",
                        "documents/index.csv",
                        "tables/patient.patient.csv",
                        "tables/casefile.entitlement.csv",
                        "tables/access.trail.csv");
        assertThat(entries.keySet())
                .noneMatch(n ->
                        n.contains("account")
                                || n.contains("draft")
                                || n.contains("chunk")
                                || n.startsWith("tables/platform"));
        assertThat(text(entries, "tables/patient.patient.csv"))
                .startsWith("\uFEFFnetwork_id;")
                .contains("MARTEL", "'=HYPERLINK")
                .doesNotContain("DURAND-");
        assertThat(text(entries, "tables/casefile.concern.csv"))
                .contains("Faits observés"); // the head reads them by rule
        assertThat(list("select what from access.trail where hidden and patient_id = :id", martel))
                .contains("PREOCCUPATION");
        assertThat(
                        entries.entrySet().stream()
                                .filter(e -> e.getKey().endsWith("-lettre.txt"))
                                .map(e -> new String(e.getValue(), StandardCharsets.UTF_8)))
                .containsExactly("mots");
        assertThat(text(entries, "documents/index.csv")).contains("lettre.txt", "présent");
        assertThat(text(entries, "README.txt")).contains("Export complet", "fichiers déposés");
        assertThat(
                        list(
                                "select what from access.trail where action = 'EXPORT' and patients @> array[:id]",
                                martel))
                .containsExactly("EXPORT COMPLET");
        mvc.perform(get(href).with(user(cast.helenHead))).andExpect(status().isNotFound());

        // the same workbook, given to a structure that has nothing
        var said = same();
        team = structure();
        var again =
                give("file-active.xlsx", Objects.requireNonNull(entries.get("file-active.xlsx")));
        through(again);
        assertThat(tile(page("/reglages/reprise/" + again), "erreurs")).isZero();
        send(again, "/lancer", Map.of("resumption", "2026-06-02"), 303);
        run(again);
        assertThat(same()).isEqualTo(said);
        assertThat(said.get("acts"))
                .as("what waits for a discharge leaves with its rule, and comes back")
                .anySatisfy(act ->
                        assertThat(act)
                                .contains("Visite du MT")
                                .endsWith("|1|SEMAINE|4|7|JOUR|SORTIE"));

        // its time over, the file is gone
        clock.move(Duration.ofDays(100));
        Tenancy.of(team.id).run(() -> night.forStructure(team.id));
        assertThat(list("select count(*)::text from portability.line where :id = :id", again))
                .containsExactly("0");
    }

    @Test
    void an_export_is_erased_when_its_time_is_over() throws Exception {
        mvc.perform(post("/reglages/export").with(user(team.head)).with(csrf()))
                .andExpect(status().is3xxRedirection());
        var id =
                UUID.fromString(
                        Objects.requireNonNull(
                                cast.in(
                                        team.id,
                                        () ->
                                                sql.sql("select id::text from portability.export")
                                                        .query((row, _) -> row.getString(1))
                                                        .single())));
        exporting.run(team.id, id);
        assertThat(Files.exists(exporting.file(team.id, id))).isTrue();
        var stopped = UUID.randomUUID();
        cast.in(
                team.id,
                () -> {
                    exports.failed(stopped, ExportText.FAILED);
                    return null;
                });
        clock.move(Duration.ofDays(8));
        Tenancy.of(team.id).run(() -> night.forStructure(team.id));
        assertThat(Files.exists(exporting.file(team.id, id))).isFalse();
        mvc.perform(get("/reglages/export/" + id + "/fichier").with(user(team.head)))
                .andExpect(status().isNotFound());
        assertThat(page("/reglages/export").text()).contains("Effacé");
    }

    /// What an export must give back: identities, levels, circle, rights, interventions,
    /// agreements.
    private Map<String, List<String>> same() {
        var all = UUID.randomUUID();
        var said = new HashMap<String, List<String>>();
        said.put(
                "persons",
                list(
                        "select concat_ws('|', birth_name, given_names, sex, birth_date, phone, postcode, commune_code, mt_state, mt_name) from patient.patient where :id = :id order by 1",
                        all));
        said.put(
                "levels",
                list(
                        "select concat_ws('|', p.birth_name, s.status, s.level, s.theme_code, s.included_on, m.family_name) from casefile.support s join patient.patient p on p.id = s.patient_id left join network.team_member m on m.id = s.coordinator_id where :id = :id order by 1",
                        all));
        said.put(
                "circle",
                list(
                        "select concat_ws('|', p.birth_name, c.role, c.name, c.profession, c.phone, c.since, c.standing, c.in_care_team, array_to_string(c.parts, '+')) from casefile.care_team c join patient.patient p on p.id = c.patient_id where :id = :id order by 1",
                        all));
        said.put(
                "rights",
                list(
                        "select concat_ws('|', p.birth_name, e.kind, e.name, e.detail, e.state, e.asked_on, e.decided_on, e.starts_on, e.ends_on, e.appeal_until, e.appealed_on) from casefile.entitlement e join patient.patient p on p.id = e.patient_id where :id = :id order by 1",
                        all));
        said.put(
                "acts",
                list(
                        "select concat_ws('|', p.birth_name, i.title, i.type, i.actor_name, i.starts_on, i.ends_on, i.every_n, i.every_unit, i.times, i.after_n, i.after_unit, i.after_what) from careplan.intervention i join patient.patient p on p.id = i.patient_id where :id = :id order by 1",
                        all));
        said.put(
                "plans",
                list(
                        "select concat_ws('|', p.birth_name, v.reassess_on) from careplan.pps v join patient.patient p on p.id = v.patient_id where :id = :id order by 1",
                        all));
        said.put(
                "consents",
                list(
                        "select concat_ws('|', p.birth_name, c.act, c.state, c.given_on, c.form) from patient.consent c join patient.patient p on p.id = c.patient_id where :id = :id order by 1",
                        all));
        said.put(
                "origins",
                list(
                        "select concat_ws('|', file_number, motive, reassessed_on) from portability.origin where :id = :id order by 1",
                        all));
        return said;
    }

    private static Map<String, byte[]> unzip(byte[] zip) throws Exception {
        var entries = new HashMap<String, byte[]>();
        try (var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry())
                entries.put(entry.getName(), in.readAllBytes());
        }
        return entries;
    }

    private static String text(Map<String, byte[]> entries, String name) {
        return new String(Objects.requireNonNull(entries.get(name)), StandardCharsets.UTF_8);
    }

    @Test
    void a_file_that_is_none_of_ours_is_refused_with_what_to_do() throws Exception {
        refused("vide.csv", new byte[0], "vide");
        refused(
                "ancien.xls",
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3, 4, 5, 6},
                ".xlsx sans mot de passe");
        refused("macros.xlsm", Workbooks.withMacros(), "macros");
        refused("bombe.xlsx", Workbooks.bomb(), "démesuré");
        refused("titres.csv", "Nom;Prénom\n".getBytes(StandardCharsets.UTF_8), "ligne d’intitulés");
        refused("photo.csv", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 1}, "abîmée");
        refused("gros.csv", new byte[21 << 20], "limite");
        refused("immense.csv", new byte[100 << 20], "limite");
        mvc.perform(get("/reglages/reprise").with(user(team.alice)))
                .andExpect(status().isNotFound());
        mvc.perform(get("/reglages/reprise/" + UUID.randomUUID()).with(user(team.head)))
                .andExpect(status().isNotFound());
    }

    @Test
    void a_person_is_never_half_taken_over() throws Exception {
        // the matricule is somebody's already, which only the writing finds out
        var list =
                """
                Dossier;Nom;Prénom;Sexe;Date de naissance;INS;Niveau;Thème;Intervenant 1;Intervenant 1 parties;Droit 1;Droit 1 état;Droit 1 recours le;Droit 2;Droit 2 état
                B1;GUERIN;Alain;M;01/02/1950;150025917800107;2;Gérontologie;Kiné GUERIN;;;;;;
                B2;HAMEL;Odile;F;01/02/1951;;2;Gérontologie;Paule IDE;soins, jardinage;PCH;recours;05/05/2026;;
                B3;IMBERT;Luc;M;01/02/1952;;2;Gérontologie;;;;;;AAH;recours
                """;
        var id = give("liste.csv", list.getBytes(StandardCharsets.UTF_8));
        through(id);
        cast.in(
                team.id,
                () ->
                        sql.sql(
                                        "insert into patient.patient (birth_name, given_names, sex, ins, created_at) values ('AUTRE', 'X', 'M', '150025917800107', now())")
                                .update());
        send(id, "/lancer", Map.of("resumption", ""), 303);
        run(id);

        assertThat(
                        list(
                                "select birth_name from patient.patient where birth_name in ('GUERIN', 'HAMEL') and :id = :id",
                                id))
                .containsExactly("HAMEL");
        assertThat(line(page("/reglages/reprise/" + id), "HAMEL"))
                .contains("jardinage", "n’est pas une partie du plan");
        assertThat(
                        list(
                                "select array_to_string(parts, '+') || in_care_team from casefile.care_team where name = 'Paule IDE' and :id = :id",
                                id))
                .containsExactly(
                        "SOINSfalse"); // outside the care team: nothing without an agreement
        assertThat(
                        list(
                                "select kind || state || appealed_on from casefile.entitlement where :id = :id",
                                id))
                .containsExactly("PCHRECOURS2026-05-05");
        assertThat(line(page("/reglages/reprise/" + id + "?voir=erreurs"), "IMBERT"))
                .contains("La date du recours manque");
        assertThat(line(page("/reglages/reprise/" + id + "?voir=erreurs"), "GUERIN"))
                .contains("matricule est déjà celui d’une autre personne");
        assertThat(
                        list(
                                "select name from casefile.care_team where name = 'Kiné GUERIN' and :id = :id",
                                id))
                .isEmpty();
    }

    @Test
    void a_takeover_cut_in_the_middle_goes_on_and_does_nothing_twice() throws Exception {
        var list =
                new StringBuilder(
                        "Dossier;Nom;Prénom;Sexe;Date de naissance;Niveau;Thème;Droit 1;Droit 1 état;Droit 1 début\n");
        for (int i = 0; i < 20; i++)
            list.append(
                    "C%d;COUPURE%s;Odile;F;%02d/02/1951;2;Gérontologie;APA;accordé;01/01/2026\n"
                            .formatted(i, (char) ('A' + i), i + 1));
        var id = give("coupure.csv", list.toString().getBytes(StandardCharsets.UTF_8));
        through(id);
        send(id, "/lancer", Map.of("resumption", "2026-06-02"), 303);
        var waiting = waiting(id);

        // the connection dies in the middle of a line, as a kill does
        owner(
                "create function portability.cut() returns trigger language plpgsql as $$ begin if new.takeover_id = '%s' and new.rank = 10 then perform pg_terminate_backend(pg_backend_pid()); end if; return new; end $$"
                        .formatted(id));
        owner(
                "create trigger cut before update on portability.person for each row execute function portability.cut()");
        try {
            assertThatThrownBy(() -> scheduled(waiting)).isInstanceOf(RuntimeException.class);
        } finally {
            owner("drop function portability.cut() cascade");
        }
        assertThat(persons()).isEqualTo(10);
        assertThat(one("select state || failure from portability.takeover where id = :id", id))
                .isEqualTo("EN_COURS" + ReportText.STOPPED);

        // what waits in the scheduler is done again: the rest of them, each once
        assertThat(waiting(id)).isEqualTo(waiting);
        scheduled(waiting);
        assertThat(one("select state from portability.takeover where id = :id", id))
                .isEqualTo("TERMINEE");
        assertThat(
                        list(
                                "select count(*) || ':' || count(distinct p.birth_name) from patient.patient p where p.birth_name like 'COUPURE%' and :id = :id",
                                id))
                .containsExactly("20:20");
        for (var table : List.of("portability.origin", "casefile.support", "casefile.entitlement"))
            assertThat(
                            list(
                                    "select count(*) || ':' || count(distinct patient_id) from "
                                            + table
                                            + " where :id = :id",
                                    id))
                    .as(table)
                    .containsExactly("20:20");
        assertThat(line(page("/reglages/reprise/" + id), "COUPUREK")).contains("Reprise");
    }

    /// The work as the scheduler keeps it.
    private String waiting(UUID id) {
        return one(
                "select task_instance from platform.scheduled_tasks where task_name = 'reprise' and execution_time < now() and task_instance like '%' || :id || '%' order by task_instance desc limit 1",
                id);
    }

    /// What the scheduler does of it.
    private void scheduled(String instance) {
        works.tasks().stream()
                .filter(task -> task.getName().equals("reprise"))
                .forEach(task -> execute(task, instance));
    }

    @SuppressWarnings("NullAway") // the work looks at nothing of the context
    private static <T> void execute(Task<T> task, String instance) {
        task.execute(new TaskInstance<>(task.getName(), instance), null);
    }

    private void owner(String statement) throws Exception {
        try (var connection = owner.connect();
                var run = connection.createStatement()) {
            connection.setAutoCommit(true);
            run.execute(statement);
        }
    }

    private String banner(UUID patient) throws Exception {
        return Jsoup.parse(
                        mvc.perform(get("/dossiers/" + patient).with(user(team.alice)))
                                .andExpect(status().isOk())
                                .andReturn()
                                .getResponse()
                                .getContentAsString(StandardCharsets.UTF_8))
                .select("header.patient")
                .text();
    }

    private void refused(String name, byte[] bytes, String why) throws Exception {
        var answer =
                mvc.perform(
                                multipart("/reglages/reprise")
                                        .file(new MockMultipartFile("file", name, null, bytes))
                                        .with(user(team.head))
                                        .with(csrf()))
                        .andExpect(status().isUnprocessableContent())
                        .andReturn();
        assertThat(
                        Jsoup.parse(answer.getResponse().getContentAsString(StandardCharsets.UTF_8))
                                .select("#file-error")
                                .text())
                .as(name)
                .contains(why);
    }

    /// Columns and values as they are proposed, then the dry run.
    private void through(UUID id) throws Exception {
        send(
                id,
                "/colonnes",
                with(typed(page("/reglages/reprise/" + id + "/colonnes")), "onward", "1"),
                303);
        send(
                id,
                "/valeurs",
                with(typed(page("/reglages/reprise/" + id + "/valeurs")), "onward", "1"),
                303);
        run(id);
    }

    private void run(UUID id) {
        work.run(team.id, id);
    }

    /// A coordinator works on somebody, and the head asks to take the takeover back.
    private String note(UUID patient, UUID takeover) throws Exception {
        team.alice.run(() -> wrote(patient));
        return send(takeover, "/annuler", Map.of(), 422);
    }

    private void wrote(UUID patient) {
        trail.wrote(Trail.Action.UPDATE, new PatientId(patient), "CERCLE", null);
    }

    private UUID give(String name, byte[] bytes) throws Exception {
        var answer =
                mvc.perform(
                                multipart("/reglages/reprise")
                                        .file(new MockMultipartFile("file", name, null, bytes))
                                        .with(user(team.head))
                                        .with(csrf()))
                        .andExpect(status().is3xxRedirection())
                        .andReturn();
        var place = Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
        var id = Pattern.compile("[0-9a-f-]{36}").matcher(place);
        assertThat(id.find()).isTrue();
        return UUID.fromString(id.group());
    }

    private String send(UUID id, String path, Map<String, String> typed, int expected)
            throws Exception {
        var request = post("/reglages/reprise/" + id + path).with(user(team.head)).with(csrf());
        typed.forEach(request::param);
        var answer = mvc.perform(request).andReturn().getResponse();
        assertThat(answer.getStatus() == 302 ? 303 : answer.getStatus())
                .as(path)
                .isEqualTo(expected);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private Document page(String path) throws Exception {
        var answer =
                mvc.perform(get(path).with(user(team.head))).andExpect(status().isOk()).andReturn();
        return Jsoup.parse(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    private byte[] bytes(String path) throws Exception {
        var bytes =
                mvc.perform(get(path).with(user(team.head)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray();
        Files.write(folder.resolve(UUID.randomUUID() + ".xlsx"), bytes);
        return bytes;
    }

    private static Map<String, String> typed(Document page) {
        var typed = new HashMap<String, String>();
        page.select("main form input[name], main form select[name]")
                .forEach(field -> {
                    if (field.attr("name").startsWith("_")) return;
                    typed.put(
                            field.attr("name"),
                            field.tagName().equals("select")
                                    ? field.select("option[selected]").attr("value")
                                    : field.attr("value"));
                });
        return typed;
    }

    private static Map<String, String> with(Map<String, String> typed, String field, String value) {
        var all = new HashMap<>(typed);
        all.put(field, value);
        return all;
    }

    private static String chosen(Document page, String field) {
        return page.select("select[name=" + field + "] option[selected]").attr("value");
    }

    private static String chosenFor(Document page, String value) {
        return page.select("tr").stream()
                .filter(row -> row.select("th label").text().equals(value))
                .findFirst()
                .orElseThrow()
                .select("option[selected]")
                .attr("value");
    }

    private static int tile(Document page, String code) {
        return Integer.parseInt(page.select("a.tile[href$=voir=" + code + "] b").text());
    }

    private static String line(Document page, String name) {
        return page.select("tbody tr:contains(" + name + ")").text();
    }

    private int persons() {
        return Objects.requireNonNull(
                cast.in(
                        team.id,
                        () ->
                                sql.sql("select count(*) from patient.patient")
                                        .query((row, _) -> row.getInt(1))
                                        .single()));
    }

    private UUID person(String name) {
        return Objects.requireNonNull(
                cast.in(
                        team.id,
                        () ->
                                sql.sql("select id from patient.patient where birth_name = :name")
                                        .param("name", name)
                                        .query((row, _) -> row.getObject(1, UUID.class))
                                        .single()));
    }

    private String one(String query, UUID id) {
        return list(query, id).getFirst();
    }

    private List<String> list(String query, UUID id) {
        return Objects.requireNonNull(
                cast.in(
                        team.id,
                        () ->
                                sql.sql(query)
                                        .param("id", id)
                                        .query((row, _) -> row.getString(1))
                                        .list()));
    }
}
