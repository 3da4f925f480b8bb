package fr.maillage.registry.internal.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.access.SignedIn;
import fr.maillage.platform.DailyWork;
import fr.maillage.platform.Owner;
import fr.maillage.registry.StoredTexts;
import fr.maillage.registry.internal.RegistryPageTest;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.Proves;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// The files of the texts of a sheet: looked at, kept by versions, read by their audience.
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class LineFilesTest extends RegistryPageTest {

    private static final byte[] FIRST = "Article 1. Objet.".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SECOND =
            "Article 1. Objet étendu.".getBytes(StandardCharsets.UTF_8);

    @Autowired Owner owner;
    @Autowired StoredTexts texts;

    private String text(UUID sheet, String kind, String audience, String... more) throws Exception {
        var fields =
                new ArrayList<>(
                        List.of(
                                "kind",
                                kind,
                                "title",
                                "Texte " + kind,
                                "dated_on",
                                "2024-01-15",
                                "audience",
                                audience));
        fields.addAll(List.of(more));
        add(cast.helenHead, sheet, "textes", fields.toArray(String[]::new));
        return "/registre/" + sheet + "/textes/" + added("document", sheet);
    }

    private void keep(String line, byte[] bytes, String day) throws Exception {
        deposit(
                cast.helenHead,
                line + "/fichiers",
                303,
                "statuts.txt",
                bytes,
                "written_on",
                day,
                "why",
                "Relecture");
    }

    private String shown(UUID sheet) throws Exception {
        return page(cast.helenHead, "/registre/" + sheet + "?partie=conventions")
                .select("#textes td[data-label=Fichier] a")
                .first()
                .attr("href");
    }

    private void reads(SignedIn who, String file, boolean may) throws Exception {
        mvc.perform(get(file).with(user(who)))
                .andExpect(may ? status().isOk() : status().isNotFound());
    }

    @Test
    @Proves({"REQ-REGISTRY-04", "REQ-GOVERNANCE-07"})
    void a_text_keeps_its_file_its_versions_and_their_days() throws Exception {
        var sheet = open(cast.helenHead, "Maison des textes", "type_code", "MSP");
        assertThat(page(cast.helenHead, "/registre/" + sheet + "?partie=conventions").text())
                .contains("Projet de santé : manque");
        assertThat(
                        refused(
                                        cast.helenHead,
                                        "/registre/" + sheet + "/textes",
                                        "kind",
                                        "PROJET_SANTE",
                                        "title",
                                        "Projet",
                                        "dated_on",
                                        "2024-01-15",
                                        "valid_until",
                                        "2023-01-01",
                                        "audience",
                                        "TRAVAIL")
                                .text())
                .as("a health project is in line with the regional one, and ends after it begins")
                .contains("projet régional de santé", "avant le début");
        var line =
                text(
                        sheet,
                        "PROJET_SANTE",
                        "TRAVAIL",
                        "valid_until",
                        "2028-12-31",
                        "signatories",
                        "La société, l’agence",
                        "regional_project",
                        "Accès aux soins non programmés");
        assertThat(page(cast.helenHead, "/registre/" + sheet + "?partie=conventions").text())
                .contains("Projet de santé : sans son fichier");
        keep(line, FIRST, "2024-01-15");
        keep(line, SECOND, "2025-03-03");
        var page = page(cast.calaisCoordinator, "/registre/" + sheet + "?partie=conventions");
        assertThat(page.select("#textes").text())
                .contains("La société, l’agence", "31 décembre 2028", "Accès aux soins")
                .contains("version 2 du 3 mars 2025", "version 1 du 15 janvier 2024");
        assertThat(page.select("section[aria-labelledby=textes-attendus-titre] .is-there"))
                .hasSize(1);
        var links = page.select("#textes td[data-label=Fichier] a").eachAttr("href");
        var answered =
                mvc.perform(get(links.getFirst()).with(user(cast.calaisCoordinator)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse();
        assertThat(answered.getContentAsByteArray()).isEqualTo(SECOND);
        assertThat(answered.getHeader("Content-Disposition")).contains("statuts.txt");
        assertThat(answered.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(
                        mvc.perform(get(links.get(1)).with(user(cast.calaisCoordinator)))
                                .andReturn()
                                .getResponse()
                                .getContentAsByteArray())
                .as("former versions stay readable")
                .isEqualTo(FIRST);
        clock.move(java.time.Duration.ofDays(1000));
        assertThat(page(cast.agencyOfficer, "/registre/" + sheet + "?partie=conventions").text())
                .contains("Projet de santé : échu depuis le 31 décembre 2028");
    }

    @Test
    void what_is_not_a_text_is_not_taken_and_nothing_typed_is_lost() throws Exception {
        var sheet = open(cast.helenHead, "Réseau aux mauvais fichiers");
        var to = text(sheet, "STATUTS", "PUBLIC") + "/fichiers";
        var program =
                deposit(
                        cast.helenHead,
                        to,
                        422,
                        "statuts.pdf",
                        bytes("MZ\u0000\u0001 pas un PDF"),
                        "written_on",
                        "2024-01-15",
                        "why",
                        "Première relecture");
        assertThat(program.select("#file-error").text()).isNotEmpty();
        assertThat(program.select("#why").attr("value")).isEqualTo("Première relecture");
        var virus =
                deposit(
                        cast.helenHead,
                        to,
                        422,
                        "statuts.txt",
                        bytes(
                                "X5O!P%@AP[4\\PZX54(P^)7CC)7}$"
                                        + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"),
                        "written_on",
                        "2024-01-15");
        assertThat(virus.select("#file-error").text()).containsIgnoringCase("virus");
        var heavy =
                deposit(
                        cast.helenHead,
                        to,
                        422,
                        "statuts.txt",
                        bytes("a".repeat((20 << 20) + 1)),
                        "written_on",
                        "2024-01-15");
        assertThat(heavy.select("#file-error").text()).contains("20 Mo");
        var later =
                deposit(cast.helenHead, to, 422, "statuts.txt", FIRST, "written_on", "2030-01-01");
        assertThat(later.select("#written_on-error").text()).contains("pas encore venu");
        var nothing = deposit(cast.helenHead, to, 422, "", new byte[0], "written_on", "");
        assertThat(nothing.select("#written_on-error, #file-error"))
                .as("both are said at once")
                .hasSize(2);
        assertThat(
                        cast.in(
                                cast.douai,
                                () ->
                                        sql.sql(
                                                        "select name from registry.file where structure_id = :id")
                                                .param("id", sheet)
                                                .query((row, _) -> row.getString(1))
                                                .list()))
                .isEmpty();
        keep(to.replace("/fichiers", ""), FIRST, "2024-01-15");
        assertThat(
                        deposit(
                                        cast.helenHead,
                                        to,
                                        422,
                                        "autre nom.txt",
                                        FIRST,
                                        "written_on",
                                        "2024-01-15")
                                .select("#file-error")
                                .text())
                .contains("version 1");
    }

    private static byte[] bytes(String words) {
        return words.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void each_text_is_read_by_its_audience_and_written_by_its_structure() throws Exception {
        var sheet = open(cast.helenHead, "Réseau des audiences");
        var line = text(sheet, "REGLEMENT", "INTERNE");
        keep(line, FIRST, "2024-01-15");
        var inside = shown(sheet);
        reads(cast.claireCoordinator, inside, true);
        for (var who : List.of(cast.calaisCoordinator, cast.agencyOfficer, cast.drMorel)) {
            reads(who, inside, false);
            assertThat(page(who, "/registre/" + sheet + "?partie=conventions").text())
                    .doesNotContain("Texte REGLEMENT");
        }
        deposit(cast.agencyOfficer, line + "/fichiers", 404, "x.txt", SECOND, "written_on", "");
        deposit(headOfCalais(), line + "/fichiers", 404, "x.txt", SECOND, "written_on", "");

        var second = text(sheet, "CPOM", "AGENCE");
        keep(second, SECOND, "2024-02-01");
        var shared =
                page(cast.agencyOfficer, "/registre/" + sheet + "?partie=conventions")
                        .select("#textes td[data-label=Fichier] a")
                        .attr("href");
        reads(cast.agencyOfficer, shared, true);
        reads(cast.claireCoordinator, shared, true);
        reads(cast.calaisCoordinator, shared, false);
        reads(cast.drMorel, shared, false);
        // the database says the same, whatever the application forgets
        var file = UUID.fromString(inside.substring(inside.lastIndexOf('/') + 1));
        assertThat(
                        cast.in(
                                cast.calais,
                                () ->
                                        sql.sql(
                                                        "select count(*) from registry.file_piece where file_id = :id")
                                                .param("id", file)
                                                .query((row, _) -> row.getInt(1))
                                                .single()))
                .isZero();
        assertThatThrownBy(() ->
                        cast.in(
                                cast.calais,
                                () ->
                                        sql.sql(
                                                        "insert into registry.file_piece (file_id, rank, bytes) values (:id, 1, :bytes)")
                                                .param("id", file)
                                                .param("bytes", SECOND)
                                                .update()))
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThat(
                        cast.in(
                                cast.douai,
                                () ->
                                        sql.sql("delete from registry.file where id = :id")
                                                .param("id", file)
                                                .update()))
                .as("a version is never erased, not even by its structure")
                .isZero();
    }

    @Test
    void a_wrong_file_is_withdrawn_with_its_reason_and_an_altered_one_is_not_given()
            throws Exception {
        var sheet = open(cast.helenHead, "Réseau du fichier retiré");
        var line = text(sheet, "STATUTS", "PUBLIC");
        keep(line, FIRST, "2024-01-15");
        var first = shown(sheet);
        keep(line, SECOND, "2025-01-15");
        var wrong = shown(sheet);
        var withdraw = line + "/fichiers" + wrong.substring(wrong.lastIndexOf('/')) + "/retirer";
        assertThat(refused(cast.helenHead, withdraw, "withdrawn_why", "").text())
                .contains("Dites pourquoi");
        send(cast.helenHead, withdraw, "withdrawn_why", "Mauvais exemplaire");
        form(cast.helenHead, withdraw, 409, "withdrawn_why", "Encore");
        reads(cast.helenHead, wrong, false);
        assertThat(shown(sheet)).as("the former one is shown again").isEqualTo(first);
        assertThat(page(cast.helenHead, line).text())
                .contains("Mauvais exemplaire", "reste conservé");
        assertThat(refused(cast.helenHead, line + "/retirer").text())
                .as("a line that has a file is not taken away by a slip")
                .contains("en porte d’autres");
        alter(first.substring(first.lastIndexOf('/') + 1));
        reads(cast.helenHead, first, false);
    }

    @Test
    void every_file_is_compared_at_night_whoever_keeps_it_and_whoever_reads_it(CapturedOutput log)
            throws Exception {
        var ours = open(cast.helenHead, "Réseau comparé la nuit");
        var inside = text(ours, "REGLEMENT", "INTERNE");
        keep(inside, FIRST, "2024-01-15");
        var withdrawn = UUID.fromString(last(shown(ours)));
        send(
                cast.helenHead,
                inside + "/fichiers/" + withdrawn + "/retirer",
                "withdrawn_why",
                "Mauvais");
        keep(inside, SECOND, "2024-01-15");
        var intact = UUID.fromString(last(shown(ours)));
        var theirs = open(cast.agencyOfficer, "CLIC comparé la nuit");
        add(
                cast.agencyOfficer,
                theirs,
                "textes",
                "kind",
                "STATUTS",
                "title",
                "Statuts",
                "dated_on",
                "2024-01-15",
                "audience",
                "TRAVAIL");
        deposit(
                cast.agencyOfficer,
                "/registre/" + theirs + "/textes/" + added("document", theirs) + "/fichiers",
                303,
                "statuts.txt",
                FIRST,
                "written_on",
                "2024-01-15");
        var agencys =
                UUID.fromString(
                        last(
                                page(
                                                cast.agencyOfficer,
                                                "/registre/" + theirs + "?partie=conventions")
                                        .select("#textes td[data-label=Fichier] a")
                                        .attr("href")));
        var before = texts.verify();
        assertThat(before.altered()).doesNotContain(withdrawn, intact, agencys);
        assertThat(before.checked()).isGreaterThanOrEqualTo(3);
        alter(withdrawn.toString());
        alter(agencys.toString());

        assertThat(texts.verify().altered()).contains(withdrawn, agencys).doesNotContain(intact);
        ((DailyWork) texts).run();
        assertThat(log.getAll()).contains("texts of the register", agencys.toString());
    }

    private static String last(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    /// What somebody with the rights of the machine might do behind our back.
    private void alter(String file) throws SQLException {
        try (var connection = owner.connect();
                var statement = connection.createStatement()) {
            statement.execute("alter table registry.file_piece disable trigger append_only");
            statement.execute("alter table registry.file_piece no force row level security");
            statement.execute(
                    "update registry.file_piece set bytes = 'autre chose'::bytea where file_id = '"
                            + file
                            + "'");
            statement.execute("alter table registry.file_piece force row level security");
            statement.execute("alter table registry.file_piece enable trigger append_only");
        }
    }

    @Test
    void an_agency_keeps_the_texts_of_who_does_not_work_here_and_agreements_have_files_too()
            throws Exception {
        var sheet = open(cast.agencyOfficer, "CLIC du texte");
        add(
                cast.agencyOfficer,
                sheet,
                "conventions",
                "kind",
                "ROLES",
                "title",
                "Annexe 3",
                "partner_name",
                "MAIA",
                "we_do",
                "Informe",
                "they_do",
                "Gère",
                "signed_on",
                "2024-01-01");
        var line = "/registre/" + sheet + "/conventions/" + added("agreement", sheet);
        deposit(
                cast.agencyOfficer,
                line + "/fichiers",
                303,
                "annexe.txt",
                FIRST,
                "written_on",
                "2024-01-01");
        var file =
                page(cast.claireCoordinator, "/registre/" + sheet + "?partie=conventions")
                        .select("#conventions td[data-label=Fichier] a")
                        .attr("href");
        reads(cast.claireCoordinator, file, true);
        mvc.perform(
                        get("/registre/" + sheet + "/themes/" + UUID.randomUUID() + "/fichiers")
                                .with(user(cast.agencyOfficer)))
                .andExpect(status().is4xxClientError());
    }

    @Test
    void the_backup_reads_the_files_of_the_register() throws SQLException {
        try (var connection = owner.connect();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select count(distinct tablename) from pg_policies where schemaname = 'registry' and tablename in ('file', 'file_piece') and 'maillage_backup' = any (roles)")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(2);
        }
    }
}
