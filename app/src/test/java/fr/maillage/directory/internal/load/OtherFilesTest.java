package fr.maillage.directory.internal.load;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.directory.DirectoryFiles;
import fr.maillage.directory.Organizations;
import fr.maillage.directory.Source;
import fr.maillage.kernel.Finess;
import fr.maillage.platform.Owner;
import fr.maillage.testing.IntegrationTest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The other national files, each in the form it is published in.
@IntegrationTest
class OtherFilesTest {

    private static final String ANNE = "10100000017";
    private static final String LUCIE = "10100000025";

    private static final String SKILLS =
            "Type d'identifiant PP|Identifiant PP|Identification nationale PP|Nom d'exercice|Prénom d'exercice|Code profession|Libellé profession|Code catégorie professionnelle|Libellé catégorie professionnelle|Code type savoir-faire|Libellé type savoir-faire|Code savoir-faire|Libellé savoir-faire|";
    private static final String DIPLOMAS =
            "Type d'identifiant PP|Identifiant PP|Identification nationale PP|Nom d'exercice|Prénom d'exercice|Code type diplôme obtenu|Libellé type diplôme obtenu|Code diplôme obtenu|Libellé diplôme obtenu|Code type autorisation|Libellé type autorisation|Code discipline autorisation|Libellé discipline autorisation|";
    private static final String MAILBOXES =
            "Type d'identifiant PP|Identifiant PP|Identification nationale PP|Code civilité exercice|Libellé civilité exercice|Nom d'exercice|Prénom d'exercice|Code profession|Libellé profession|Code catégorie professionnelle|Libellé catégorie professionnelle|Code savoir-faire|Libellé savoir-faire|Code type savoir-faire|Libellé type savoir-faire|Numéro SIRET site|Numéro SIREN site|Numéro FINESS site|Numéro FINESS établissement juridique|Raison sociale site|Enseigne commerciale site|Identifiant structure|Adresse BAL MSSanté|";

    @Autowired DirectoryFiles files;
    @Autowired Organizations organizations;
    @Autowired JdbcClient sql;
    @Autowired Owner owner;

    @TempDir Path folder;

    @BeforeEach
    @AfterEach
    void nothing_left() {
        Clear.all(owner);
        Clear.others(owner);
    }

    private Map<String, Object> load(Source source, String... lines) throws IOException {
        return load(source, StandardCharsets.UTF_8, "\n", lines);
    }

    private Map<String, Object> load(Source source, Charset charset, String feed, String... lines)
            throws IOException {
        var file = folder.resolve("essai.txt");
        Files.write(file, (String.join(feed, lines) + feed).getBytes(charset));
        var id = files.load(source, file, "essai.txt", "Essai", false);
        return sql.sql("select * from directory.edition where id = :id")
                .param("id", id)
                .query()
                .singleRow();
    }

    private List<String> all(String query) {
        return sql.sql(query).query((row, _) -> row.getString(1)).list();
    }

    private List<String> remarks(Map<String, Object> edition) {
        return sql.sql(
                        "select reason || coalesce(' ' || line, '') || coalesce(' ' || detail, '') from directory.edition_fault where edition_id = :id order by rank")
                .param("id", edition.get("id"))
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static String skill(String rpps, String code, String label) {
        return "8|%s|8%s|MOREL|Anne|10|Médecin|C|Civil|S|Spécialité ordinale|%s|%s|"
                .formatted(rpps, rpps, code, label);
    }

    @Test
    void savoir_faire_come_go_and_are_told_by_line() throws IOException {
        var first =
                load(
                        Source.SAVOIR_FAIRE,
                        SKILLS,
                        skill(ANNE, "SM18", "Gériatrie"),
                        skill(ANNE, "SM54", "Médecine générale"),
                        skill(LUCIE, "SI01", "Pathologies chroniques"),
                        skill(LUCIE, "SI01", "Pathologies chroniques"),
                        skill("101", "SM18", "Gériatrie"),
                        skill(ANNE, "", ""),
                        "8|" + ANNE + "|trop court|");
        assertThat(first)
                .containsEntry("state", "FAITE")
                .containsEntry("lines", 7L)
                .containsEntry("added", 3L)
                .containsEntry("wrong", 4L);
        assertThat(remarks(first))
                .contains(
                        "TWICE 4", "IDENTIFIER 6", "CODE 7", "COLUMNS 8 3", "RPPS_KEY 4 " + LUCIE);
        assertThat(
                        all(
                                "select label from directory.term where kind = 'SAVOIR_FAIRE' and code = 'SM18'"))
                .containsExactly("Gériatrie");

        var next =
                List.of(
                        skill(ANNE, "SM18", "Gériatrie"),
                        skill(ANNE, "SM40", "Pédiatrie"),
                        skill(LUCIE, "SI01", "Pathologies chroniques"));
        var second = load(Source.SAVOIR_FAIRE, lines(SKILLS, next));
        assertThat(second).containsEntry("added", 1L).containsEntry("removed", 1L);
        assertThat(all("select pp_id || ' ' || expertise from directory.expertise order by 1"))
                .containsExactly(ANNE + " SM18", ANNE + " SM40", LUCIE + " SI01");
        assertThat(load(Source.SAVOIR_FAIRE, lines(SKILLS, next)))
                .containsEntry("state", "IDENTIQUE");

        assertThat(load(Source.SAVOIR_FAIRE, SKILLS, skill(ANNE, "SM18", "Gériatrie")))
                .containsEntry("state", "REFUSEE")
                .containsEntry("why", "SHRUNK");
        assertThat(load(Source.SAVOIR_FAIRE, DIPLOMAS, "8|1|"))
                .containsEntry("why", "COLUMNS_MISSING");
        assertThat(all("select expertise from directory.expertise")).hasSize(3);
    }

    private static String[] lines(String header, List<String> others) {
        var all = new java.util.ArrayList<String>();
        all.add(header);
        all.addAll(others);
        return all.toArray(String[]::new);
    }

    @Test
    void diplomas_are_read_in_the_encoding_and_line_ends_of_older_files() throws IOException {
        var line =
                "8|%s|8%s|MOREL|Anne|DE|Diplôme d’État français|DE09|DE Docteur en médecine||||| "
                        .formatted(ANNE, ANNE)
                        .strip();
        var other =
                "8|%s|8%s|PETIT|Lucie|||||AE|Autorisation d’exercice|D1|Pédiatrie|"
                        .formatted(LUCIE, LUCIE);
        for (var charset : List.of(Charset.forName("windows-1252"), StandardCharsets.UTF_8)) {
            var edition = load(Source.DIPLOMES, charset, "\r\n", DIPLOMAS, line, other);
            assertThat(edition)
                    .as(charset.name())
                    .containsEntry("state", "FAITE")
                    .containsEntry("added", 2L);
            assertThat(all("select label from directory.term where kind = 'TYPE_DIPLOME'"))
                    .containsExactly("Diplôme d’État français");
            assertThat(
                            all(
                                    "select pp_id || diploma || authorisation || discipline from directory.diploma order by 1"))
                    .containsExactly(ANNE + "DE09", LUCIE + "AED1");
            Clear.others(owner);
        }
    }

    @Test
    void secure_mailboxes_of_people_and_of_structures() throws IOException {
        organization("590000014", "LOCAL");
        var edition =
                load(
                        Source.MSSANTE,
                        MAILBOXES,
                        mailbox(ANNE, "590000014", "Anne.MOREL@medecin.mssante.fr"),
                        mailbox("", "590000014", "contact@had.mssante.fr"),
                        mailbox(ANNE, "", "sans arobase"),
                        mailbox("", "", "x@y.mssante.fr"));
        assertThat(edition).containsEntry("added", 1L).containsEntry("changed", 1L);
        assertThat(remarks(edition)).contains("ADDRESS 4", "IDENTIFIER 5");
        assertThat(all("select pp_id || ' ' || address from directory.mailbox"))
                .containsExactly(ANNE + " anne.morel@medecin.mssante.fr");
        assertThat(organizations.find(new Finess("590000014")).orElseThrow().mssante())
                .isEqualTo("contact@had.mssante.fr");
    }

    private static String mailbox(String rpps, String finess, String address) {
        return "8|%s||||MOREL|Anne|10|||||||||| %s|||||%s|"
                .formatted(rpps, finess, address)
                .replace("| ", "|");
    }

    private void organization(String finess, String source) {
        try (var connection = owner.connect();
                var statement = connection.createStatement()) {
            statement.execute(
                    "insert into directory.organization (finess, name, kind, kind_label, source) values ('%s', 'À LA MAIN', 'CLIC', 'CLIC', '%s')"
                            .formatted(finess, source));
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String structure(
            String finess, String name, String department, String commune, String category) {
        return "structureet;%s;590000001;%s;;;;12;R;DES LILAS;;;%s;%s;NORD;59500 DOUAI CEDEX 2;0327000001;;%s;Libellé de catégorie;1;Lib;;8610Z;01;ARS;1;PSPH;2001-02-03;2001-02-03;2026-01-01;"
                .formatted(finess, name, commune, department, category);
    }

    private static String place(String finess, String x, String y, String source) {
        return "geolocalisation;%s;%s;%s;%s;2026-01-01".formatted(finess, x, y, source);
    }

    private static final String FIRST = "finess;etalab;91;2026-05-04";
    private static final String HAD = "590000014";
    private static final String SSIAD = "590000022";
    private static final String REUNION = "970000014";

    @Test
    void establishments_with_their_places_beside_those_written_by_hand() throws IOException {
        organization("590000030", "LOCAL");
        for (var charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8)) {
            var edition =
                    load(
                            Source.FINESS,
                            charset,
                            "\n",
                            FIRST,
                            structure(HAD, "HAD DÉPARTEMENTALE", "59", "178", "127"),
                            structure(SSIAD, "SSIAD", "59", "178", "354"),
                            structure(REUNION, "CENTRE DE SANTÉ", "9D", "411", "124"),
                            structure("590000015", "CLÉ FAUSSE", "59", "178", "127"),
                            place(HAD, "705699.10", "7030428.11", "1,IGN,LAMBERT_93"),
                            place(SSIAD, "1.5", "1.5", "1,IGN,LAMBERT_93"),
                            place(REUNION, "338568.315", "7690475.437", "1,IGN,UTM_S40"),
                            "autre;ligne");
            assertThat(edition)
                    .as(charset.name())
                    .containsEntry("state", "FAITE")
                    .containsEntry("added", 3L);
            assertThat(remarks(edition)).contains("IDENTIFIER 5", "COORDINATES 7");
            assertThat(
                            all(
                                    "select concat_ws(' / ', finess, name, kind, kind_label, address, postcode, commune_code, commune_name, opened_on, latitude, longitude) from directory.organization where source = 'FINESS' order by finess"))
                    .containsExactly(
                            "590000014 / HAD DÉPARTEMENTALE / HAD / Hospitalisation à domicile / 12 R DES LILAS / 59500 / 59178 / Douai / 2001-02-03 / 50.37150 / 3.08000",
                            "590000022 / SSIAD / SSIAD / Service de soins infirmiers à domicile / 12 R DES LILAS / 59500 / 59178 / Douai / 2001-02-03",
                            "970000014 / CENTRE DE SANTÉ / CENTRE_SANTE / Centre de santé / 12 R DES LILAS / 59500 / 97411 / Saint-Denis / 2001-02-03 / -20.87890 / 55.44810");
            assertThat(organizations.near("had departementale", null, 5))
                    .extracting("finess")
                    .contains(HAD);
            if (charset == StandardCharsets.ISO_8859_1) {
                Clear.others(owner);
                organization("590000030", "LOCAL");
            }
        }

        var next =
                load(
                        Source.FINESS,
                        FIRST,
                        structure(HAD, "HAD DÉPARTEMENTALE", "62", "498", "127"),
                        structure(REUNION, "CENTRE DE SANTÉ", "9D", "411", "124"),
                        structure("590000048", "EHPAD NEUF", "59", "999", "500"),
                        place(HAD, "705699.10", "7030428.11", "1,IGN,LAMBERT_93"),
                        place(REUNION, "338568.315", "7690475.437", "1,IGN,UTM_S40"));
        assertThat(next)
                .containsEntry("added", 1L)
                .containsEntry("removed", 1L)
                .containsEntry("changed", 1L);
        assertThat(remarks(next)).contains("COMMUNE 59999");
        assertThat(
                        sql.sql(
                                        "select pp_id || ' ' || kind from directory.movement where edition_id = :id order by 1")
                                .param("id", next.get("id"))
                                .query((row, _) -> row.getString(1))
                                .list())
                .containsExactly(HAD + " DEMENAGE", SSIAD + " PARTI", "590000048 NOUVEAU");
        assertThat(all("select name from directory.organization where finess = '590000030'"))
                .containsExactly("À LA MAIN");

        assertThat(load(Source.FINESS, "autre;chose", "1;2")).containsEntry("why", "NO_HEADER");
        assertThat(load(Source.FINESS, FIRST, "autre;ligne")).containsEntry("why", "NO_LINE");
    }

    private static final String HEADINGS =
            "nofinesset;nofinessej;rs;rslongue;complrs;compldistrib;numvoie;typvoie;voie;compvoie;lieuditbp;commune;departement;libdepartement;ligneacheminement;telephone;telecopie;categetab;libcategetab;categagretab;libcategagretab;siret;codeape;codemft;libmft;codesph;libsph;dateouv;dateautor;datemaj;";

    /// As others publish it again: the headings above the same lines, or above establishments with
    /// their place beside them.
    @Test
    void establishments_published_again_under_headings() throws IOException {
        var had = structure(HAD, "HAD DÉPARTEMENTALE", "59", "178", "127");
        var edition =
                load(
                        Source.FINESS,
                        "finess;" + HEADINGS,
                        had,
                        place(HAD, "705699.10", "7030428.11", "1,IGN,LAMBERT_93"));
        assertThat(edition).containsEntry("state", "FAITE").containsEntry("added", 1L);
        var published =
                all(
                        "select concat_ws(' / ', finess, finess_ej, name, kind, address, postcode, commune_code, phone, opened_on, latitude, longitude) from directory.organization where source = 'FINESS'");
        assertThat(published)
                .containsExactly(
                        "590000014 / 590000001 / HAD DÉPARTEMENTALE / HAD / 12 R DES LILAS / 59500 / 59178 / 0327000001 / 2001-02-03 / 50.37150 / 3.08000");

        var joined = had.substring("structureet;".length());
        var again =
                load(
                        Source.FINESS,
                        HEADINGS + "numuai;coordxet;coordyet;sourcecoordet;datemajcoord",
                        joined + ";705699.10;7030428.11;1,IGN,LAMBERT_93;2026-01-01",
                        joined.replace(HAD, "590000015") + ";;;;");
        assertThat(again)
                .containsEntry("state", "IDENTIQUE")
                .containsEntry("added", 0L)
                .containsEntry("changed", 0L);
        assertThat(remarks(again)).contains("IDENTIFIER 3");

        // without the places it takes none away; columns in another order are found by their names
        var few =
                load(
                        Source.FINESS,
                        "nofinesset;rs;categetab;departement;commune",
                        HAD + ";HAD DU DOUAISIS;127;59;178");
        assertThat(few).containsEntry("changed", 1L);
        assertThat(
                        all(
                                "select concat_ws(' / ', name, commune_code, latitude) from directory.organization where finess = '590000014'"))
                .containsExactly("HAD DU DOUAISIS / 59178 / 50.37150");

        var other = load(Source.FINESS, "nofinesset;rs;cog", HAD + ";HAD;59178");
        assertThat(other).containsEntry("why", "COLUMNS_MISSING");
        var shuffled = load(Source.FINESS, "section;nofinesset;rs;nofinessej", had);
        assertThat(shuffled).containsEntry("why", "NO_HEADER");
    }
}
