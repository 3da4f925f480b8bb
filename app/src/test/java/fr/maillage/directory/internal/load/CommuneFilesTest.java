package fr.maillage.directory.internal.load;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.directory.DirectoryFiles;
import fr.maillage.directory.Source;
import fr.maillage.platform.Owner;
import fr.maillage.testing.IntegrationTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The official files of communes, and what a code of yesterday becomes.
@IntegrationTest
class CommuneFilesTest {

    @Autowired DirectoryFiles files;
    @Autowired JdbcClient sql;
    @Autowired Owner owner;

    @TempDir Path folder;

    @BeforeEach
    void as_it_was() {
        Clear.all(owner);
        owner(
                """
                create table if not exists territory.commune_was as table territory.commune;
                create table if not exists territory.former_was as table territory.commune_former;
                """);
    }

    /// Other tests read the communes as they are shipped.
    @AfterEach
    void as_it_was_again() {
        Clear.all(owner);
        owner(
                """
                delete from territory.commune_former;
                delete from territory.population where source = 'INSEE, populations de référence';
                delete from territory.commune c where not exists (select 1 from territory.commune_was w where w.code = c.code);
                update territory.commune c set name = w.name, edition = w.edition, population = w.population from territory.commune_was w
                 where w.code = c.code and (c.name, c.edition, c.population) is distinct from (w.name, w.edition, w.population);
                insert into territory.commune_former select * from territory.former_was;
                drop table territory.commune_was;
                drop table territory.former_was;
                """);
    }

    private void owner(String statements) {
        try (var connection = owner.connect();
                var statement = connection.createStatement()) {
            statement.execute(statements);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> load(Source source, String name, String... lines)
            throws IOException {
        var file = folder.resolve(name);
        Files.writeString(file, String.join("\n", lines) + "\n");
        return sql.sql("select * from directory.edition where id = :id")
                .param("id", files.load(source, file, name, "Essai", true))
                .query()
                .singleRow();
    }

    private List<String> all(String query) {
        return sql.sql(query).query((row, _) -> row.getString(1)).list();
    }

    private static final String COMMUNES =
            "\"TYPECOM\",\"COM\",\"REG\",\"DEP\",\"CTCD\",\"ARR\",\"TNCC\",\"NCC\",\"NCCENR\",\"LIBELLE\",\"CAN\",\"COMPARENT\"";
    private static final String MOVES =
            "MOD,DATE_EFF,TYPECOM_AV,COM_AV,TNCC_AV,NCC_AV,NCCENR_AV,LIBELLE_AV,TYPECOM_AP,COM_AP,TNCC_AP,NCC_AP,NCCENR_AP,LIBELLE_AP";

    private static String commune(String kind, String code, String name, String parent) {
        return "\"%s\",\"%s\",\"32\",\"59\",\"59D\",\"595\",\"0\",\"X\",\"X\",\"%s\",\"5999\",\"%s\""
                .formatted(kind, code, name, parent);
    }

    private static String move(String event, String day, String from, String to) {
        return "%s,%s,COM,%s,0,X,X,\"L'ancienne, nommée\",COM,%s,0,X,X,Nouvelle"
                .formatted(event, day, from, to);
    }

    @Test
    void the_official_list_renames_adds_and_knows_what_lies_inside_another() throws IOException {
        var lines =
                new String[] {
                    COMMUNES,
                    commune("COM", "59178", "Douai-la-Neuve", ""),
                    commune("COM", "59999", "Ville, nouvelle", ""),
                    commune("COMD", "59001", "Abancourt", "59999"),
                    commune("COM", "5917", "Code court", "")
                };
        var edition = load(Source.COMMUNES, "v_commune_2027.csv", lines);

        assertThat(edition)
                .containsEntry("state", "FAITE")
                .containsEntry("added", 1L)
                .containsEntry("changed", 2L)
                .containsEntry("wrong", 1L);
        assertThat(
                        all(
                                "select code || ' ' || name || ' ' || edition from territory.commune where edition = 2027 order by 1"))
                .containsExactly("59178 Douai-la-Neuve 2027", "59999 Ville, nouvelle 2027");
        assertThat(
                        all(
                                "select old_code || ' ' || code from territory.commune_former where code = '59999'"))
                .containsExactly("59001 59999");
        // no commune is ever removed: older files bear its code
        assertThat(all("select name from territory.commune where code = '59001'"))
                .containsExactly("Abancourt");
        assertThat(load(Source.COMMUNES, "v_commune_2027.csv", lines))
                .containsEntry("state", "IDENTIQUE");
        assertThat(load(Source.COMMUNES, "v_commune.csv", lines)).containsEntry("why", "NO_YEAR");
    }

    @Test
    void a_code_merged_twice_is_read_as_the_commune_of_today() throws IOException {
        var lines =
                new String[] {
                    MOVES,
                    move("32", "2016-01-01", "62001", "62002"),
                    move("32", "2019-01-01", "62002", "62003"),
                    // parted between two: read as neither
                    move("30", "2018-01-01", "62004", "62005"),
                    move("30", "2018-01-01", "62004", "62006"),
                    // merged, then a commune again
                    move("33", "1973-01-01", "62007", "62008"),
                    move("21", "2014-01-01", "62008", "62007"),
                    move("10", "2020-01-01", "62009", "62009"),
                    "32,hier,COM,62010,0,X,X,X,COM,62011,0,X,X,X"
                };
        owner("update territory.commune set edition = 2018 where code in ('62001', '62002')");
        load(
                Source.PERSONNES,
                "avant.txt",
                new Extraction()
                        .person("10100000017", "MOREL", "Anne", "10", "S1", "62001")
                        .text("\n")
                        .strip());

        var edition = load(Source.FUSIONS, "v_mvtcommune_2026.csv", lines);

        assertThat(edition)
                .containsEntry("state", "FAITE")
                .containsEntry("changed", 2L)
                .containsEntry("wrong", 1L);
        assertThat(
                        all(
                                "select old_code || ' ' || code || ' ' || since from territory.commune_former where old_code like '6200%' order by 1"))
                .containsExactly("62001 62003 2016-01-01", "62002 62003 2019-01-01");
        // what was loaded before is read so too, and what is loaded after is told
        assertThat(all("select commune_code from directory.activity")).containsExactly("62003");
        var after =
                load(
                        Source.PERSONNES,
                        "apres.txt",
                        new Extraction()
                                .person("10100000017", "MOREL", "Anne", "10", "S1", "62001")
                                .person("10100000025", "PETIT", "Lucie", "60", "S1", "62002")
                                .text("\n")
                                .strip());
        assertThat(all("select distinct commune_code from directory.activity"))
                .containsExactly("62003");
        assertThat(
                        sql.sql(
                                        "select detail from directory.edition_fault where edition_id = :id and reason = 'FORMER_COMMUNE'")
                                .param("id", after.get("id"))
                                .query((row, _) -> row.getString(1))
                                .list())
                .contains("62002 → 62003");
        assertThat(load(Source.FUSIONS, "v_mvtcommune_2026.csv", lines))
                .containsEntry("state", "IDENTIQUE");
    }

    @Test
    void populations_of_a_year_add_up_those_of_merged_communes() throws IOException {
        owner(
                "insert into territory.commune_former (old_code, code) values ('59001', '59178') on conflict do nothing");
        var lines =
                new String[] {
                    "CODREG;REG;CODDEP;DEP;CODARR;CODCAN;CODCOM;COM;PMUN;PCAP;PTOT",
                    "32;Hauts-de-France;59;Nord;5;17;178;Douai;39 700;600;40 300",
                    "32;Hauts-de-France;59;Nord;5;17;001;Abancourt;441;3;444",
                    "32;Hauts-de-France;59;Nord;5;17;998;Nulle part;12;0;12",
                    "04;La Réunion;974;La Réunion;1;01;411;Saint-Denis;153001;0;153001",
                    "32;Hauts-de-France;59;Nord;5;17;002;Abscon;beaucoup;0;0"
                };
        var edition = load(Source.POPULATIONS, "donnees_communes_2023.csv", lines);

        assertThat(edition)
                .containsEntry("added", 2L)
                .containsEntry("wrong", 1L)
                .containsEntry("warned", 1L);
        assertThat(
                        all(
                                "select code || ' ' || population from territory.commune where code in ('59178', '97411') order by 1"))
                .containsExactly("59178 40141", "97411 153001");
        assertThat(
                        all(
                                "select commune_code || ' ' || year || ' ' || people from territory.population where year = 2023 and source like '%référence' order by 1"))
                .containsExactly("59178 2023 40141", "97411 2023 153001");
        assertThat(load(Source.POPULATIONS, "donnees_communes_2023.csv", lines))
                .containsEntry("state", "IDENTIQUE");
        // an older year is kept, and is not the population of today
        load(
                Source.POPULATIONS,
                "donnees_communes_2020.csv",
                lines[0],
                lines[1].replace("39 700", "40000"));
        assertThat(all("select population || '' from territory.commune where code = '59178'"))
                .containsExactly("40141");
    }

    @Test
    void an_older_list_never_renames_communes_back() throws IOException {
        load(
                Source.COMMUNES,
                "v_commune_2027.csv",
                COMMUNES,
                commune("COM", "59178", "Douai-la-Neuve", ""),
                commune("COM", "59999", "Ville nouvelle", ""));
        var older =
                load(
                        Source.COMMUNES,
                        "v_commune_2025.csv",
                        COMMUNES,
                        commune("COM", "59178", "Douai", ""),
                        commune("COMD", "59999", "Ville nouvelle", "59178"));

        assertThat(older)
                .containsEntry("state", "REFUSEE")
                .containsEntry("why", "OLDER")
                .containsEntry("why_detail", "2025 2027");
        assertThat(all("select name from territory.commune where code = '59178'"))
                .containsExactly("Douai-la-Neuve");
        assertThat(all("select code from territory.commune_former where old_code = '59999'"))
                .isEmpty();
        assertThat(
                        load(
                                Source.COMMUNES,
                                "v_commune_2027.csv",
                                COMMUNES,
                                commune("COM", "59178", "Douai-la-Belle", ""),
                                commune("COM", "59999", "Ville nouvelle", "")))
                .as("the same year again is a correction")
                .containsEntry("state", "FAITE");
    }

    @Test
    void an_older_file_of_mergers_does_not_stop_at_the_communes_of_then() throws IOException {
        owner("update territory.commune set edition = 2018 where code in ('62001', '62002')");
        var first = move("32", "2016-01-01", "62001", "62002");
        load(
                Source.FUSIONS,
                "v_mvtcommune_2026.csv",
                MOVES,
                first,
                move("32", "2019-01-01", "62002", "62003"));

        assertThat(load(Source.FUSIONS, "v_mvtcommune_2018.csv", MOVES, first))
                .containsEntry("state", "REFUSEE")
                .containsEntry("why", "OLDER")
                .containsEntry("why_detail", "2018 2026");
        assertThat(all("select code from territory.commune_former where old_code = '62001'"))
                .containsExactly("62003");
    }

    @Test
    void populations_are_read_under_the_headings_of_several_years() throws IOException {
        // the archive of the INSEE bears no year, nor does what it holds
        assertThat(load(Source.POPULATIONS, "ensemble.zip", "REG;DEP;COM;PMUN;PCAP;PTOT"))
                .containsEntry("why", "NO_YEAR");
        assertThat(
                        load(
                                Source.POPULATIONS,
                                "donnees_communes_1999.csv",
                                "REG;DEP;COM;PMUN;PCAP;PTOT",
                                "32;59;59178;12;1;13",
                                "32;59;59512;1\u00a0007;1;8"))
                .containsEntry("state", "FAITE")
                .containsEntry("added", 2L);
        assertThat(
                        load(
                                Source.POPULATIONS,
                                "donnees_communes_1999.csv",
                                "CODREG;REG;CODDEP;CODARR;CODCAN;CODCOM;COM;PMUN;PCAP;PTOT",
                                "32;Hauts-de-France;59;1;04;178;Douai;12;1;13",
                                "32;Hauts-de-France;59;1;04;512;Roubaix;1007;1;8"))
                .containsEntry("state", "IDENTIQUE");
    }
}
