package fr.maillage.directory.internal.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.directory.Practitioners;
import fr.maillage.directory.internal.load.Announcements;
import fr.maillage.directory.internal.load.Editions;
import fr.maillage.platform.Owner;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.apache.catalina.LifecycleException;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The Annuaire Santé asked over HTTP, beside what a file loaded: Anne at the hospital of Douai and
/// in Sin-le-Noble, Lucie in Douai.
@IntegrationTest
class AnnuaireRefreshTest {

    private static final String ANNE = "10100000017";
    private static final String LUCIE = "10100000777";
    private static final String PAUL = "10100000025";
    private static final String DAY = "2026-06-01T10:00:00Z";

    @Autowired Owner owner;
    @Autowired Editions editions;
    @Autowired Announcements announcements;
    @Autowired Practitioners practitioners;
    @Autowired JdbcClient sql;
    @Autowired MovableClock clock;

    private FakeService annuaire;

    @BeforeEach
    void what_a_file_loaded() throws Exception {
        empty();
        annuaire = new FakeService();
        sql.sql(
                        """
                        insert into directory.activity (hash, pp_id, family_name, given_name, family_key, given_key, profession, profession_code, mode, finess, site_id, site_name, address,
                                                        commune_code, commune_name, phone) values
                          ('00000000-0000-0000-0000-000000000001', '10100000017', 'MOREL', 'Anne', 'morel', 'anne', 'INFIRMIER', '60', 'S', '590000014', 'F590000014', 'HOPITAL', '1 rue A', '59178', 'Douai', '0327000000'),
                          ('00000000-0000-0000-0000-000000000002', '10100000017', 'MOREL', 'Anne', 'morel', 'anne', 'INFIRMIER', '60', 'L', null, 'R1010000001701', 'CABINET', '2 rue B', '59569', 'Sin-le-Noble', null),
                          ('00000000-0000-0000-0000-000000000003', '10100000777', 'PETIT', 'Lucie', 'petit', 'lucie', 'MASSEUR_KINE', '70', 'L', null, 'R1010000077701', 'CABINET', '3 rue C', '59178', 'Douai', null)
                        """)
                .update();
        sql.sql(
                        "insert into directory.mailbox (pp_id, address) values ('10100000017', 'ancienne@pro.mssante.example')")
                .update();
        try (var connection = owner.connect();
                var statement = connection.createStatement()) {
            statement.execute(
                    "select directory.fill_names('directory.name', 'directory.activity')");
        }
    }

    @AfterEach
    void nothing_left() throws SQLException, LifecycleException {
        annuaire.close();
        empty();
    }

    private void empty() throws SQLException {
        try (var connection = owner.connect();
                var statement = connection.createStatement()) {
            statement.execute(
                    "truncate directory.refresh, directory.known_practitioner, directory.known_role, directory.activity, directory.name, directory.mailbox; delete from directory.edition");
        }
    }

    private void night() {
        var properties =
                new RefreshProperties(
                        new RefreshProperties.Service(annuaire.address(), "clé"),
                        new RefreshProperties.Service(null, null),
                        LocalTime.of(1, 40),
                        2,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(20),
                        3,
                        Duration.ofMillis(1),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(5));
        new Refresh(owner, editions, announcements, properties, clock, _ -> {}).run();
    }

    private List<String> lines(String person) {
        return sql.sql(
                        """
                        select family_name || ' ' || coalesce(mode, '-') || ' ' || coalesce(site_name, '-') || ' ' || coalesce(commune_code, '-') || ' ' || coalesce(phone, '-')
                          from directory.activity where pp_id = :person order by site_name nulls last, commune_code
                        """)
                .param("person", person)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<String> movements() {
        return sql.sql(
                        "select pp_id || ' ' || kind from directory.movement m join directory.edition e on e.id = m.edition_id order by e.begun_at, e.id, pp_id")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private String edition() {
        return sql.sql(
                        "select source || ' ' || state || ' ' || added || ' ' || removed from directory.edition order by begun_at desc, id desc limit 1")
                .query(String.class)
                .single();
    }

    private static Practitioner anne() {
        return Shelved.at(DAY, Shelved.person("P1", ANNE, "MOREL", "Anne", "60"));
    }

    @Test
    void a_role_a_file_loaded_is_changed_where_it_stands_and_a_new_one_is_added() {
        annuaire.with(
                anne(),
                Shelved.at(DAY, Shelved.site("S1", "590000014", "HOPITAL DE DOUAI", "59178")),
                Shelved.at(DAY, Shelved.site("S2", "590000022", "HAD", "59178")),
                Shelved.at(DAY, Shelved.role("R1", "P1", "S1", "S")),
                Shelved.at(DAY, Shelved.role("R2", "P1", "S2", "L")));

        night();

        assertThat(lines(ANNE))
                .containsExactly(
                        "MOREL L CABINET 59569 -",
                        "MOREL L HAD 59178 0327000002",
                        "MOREL S HOPITAL DE DOUAI 59178 0327000002");
        assertThat(
                        sql.sql(
                                        "select site_name from directory.activity where hash = '00000000-0000-0000-0000-000000000001'")
                                .query(String.class)
                                .single())
                .as("the line of the file, which a later file finds again")
                .isEqualTo("HOPITAL DE DOUAI");
        assertThat(movements()).containsExactly(ANNE + " DEMENAGE");
        assertThat(edition()).startsWith("ANNUAIRE_FHIR FAITE ");

        night();

        assertThat(lines(ANNE)).hasSize(3);
        assertThat(edition()).isEqualTo("ANNUAIRE_FHIR IDENTIQUE 0 0");
    }

    @Test
    void names_and_secure_addresses_follow_and_a_new_professional_is_found_by_name() {
        var married = anne();
        married.getNameFirstRep().setFamily("DELCOURT");
        married.addTelecom(Shelved.secure("anne.delcourt@infirmier.mssante.example"));
        var red = Shelved.secure("rouge@infirmier.mssante.example");
        var about =
                new Extension(
                        "https://interop.esante.gouv.fr/ig/fhir/annuaire/StructureDefinition/as-mailbox-mss-metadata");
        about.addExtension("listeRouge", new BooleanType(true));
        red.addExtension(about);
        married.addTelecom(red);
        annuaire.with(
                married,
                Shelved.at(DAY, Shelved.person("P3", PAUL, "WAGON", "Paul", "10")),
                Shelved.at(DAY, Shelved.site("S2", "590000022", "HAD", "59178")),
                Shelved.at(DAY, Shelved.role("R3", "P3", "S2", "S")));

        night();

        assertThat(practitioners.near("delcourt", 5)).extracting("rpps").containsExactly(ANNE);
        assertThat(practitioners.near("morel", 5)).isEmpty();
        assertThat(practitioners.near("wagon paul", 5)).extracting("rpps").containsExactly(PAUL);
        assertThat(
                        sql.sql("select address from directory.mailbox where pp_id = :anne")
                                .param("anne", ANNE)
                                .query((row, _) -> row.getString(1))
                                .list())
                .containsExactly("anne.delcourt@infirmier.mssante.example");
        assertThat(
                        sql.sql("select profession from directory.activity where pp_id = :paul")
                                .param("paul", PAUL)
                                .query(String.class)
                                .single())
                .isEqualTo("MEDECIN");
        assertThat(movements()).containsExactly(ANNE + " CHANGE", PAUL + " NOUVEAU");
    }

    @Test
    void who_ends_comes_with_a_name_of_the_service_alone_and_leaves_with_every_line() {
        annuaire.with(anne());
        night();
        var gone = new Practitioner();
        gone.setId("P1");
        gone.setActive(false);
        annuaire.with(Shelved.at("2026-06-02T05:00:00Z", gone));

        night();

        assertThat(lines(ANNE)).isEmpty();
        assertThat(lines(LUCIE)).hasSize(1);
        assertThat(practitioners.near("morel", 5)).isEmpty();
        assertThat(movements()).containsExactly(ANNE + " PARTI");
        assertThat(edition()).isEqualTo("ANNUAIRE_FHIR FAITE 0 2");
    }

    @Test
    void a_role_that_ends_goes_and_the_last_one_leaves_its_holder_without_a_place() {
        var lucie = Shelved.at(DAY, Shelved.person("P2", LUCIE, "PETIT", "Lucie", "70"));
        annuaire.with(
                anne(),
                lucie,
                Shelved.at(DAY, Shelved.site("S1", "590000014", "HOPITAL", "59178")),
                Shelved.at(DAY, Shelved.site("S2", "590000022", "HAD", "59178")),
                Shelved.at(DAY, Shelved.role("R1", "P1", "S1", "S")),
                Shelved.at(DAY, Shelved.role("R2", "P2", "S2", "L")));
        night();
        annuaire.with(ended("R1"));

        night();

        assertThat(lines(ANNE)).containsExactly("MOREL L CABINET 59569 -");
        assertThat(lines(LUCIE))
                .containsExactly("PETIT L CABINET 59178 -", "PETIT L HAD 59178 0327000002");
        sql.sql("delete from directory.activity where pp_id = :lucie and site_name = 'CABINET'")
                .param("lucie", LUCIE)
                .update();
        annuaire.with(ended("R2"));

        night();

        assertThat(lines(LUCIE)).containsExactly("PETIT - - - -");
    }

    private static PractitionerRole ended(String id) {
        var role = new PractitionerRole();
        role.setId(id);
        role.setActive(false);
        return Shelved.at("2026-06-02T05:00:00Z", role);
    }

    @Test
    void a_role_of_somebody_nobody_told_of_is_said_and_left_out() {
        annuaire.with(
                Shelved.at(DAY, Shelved.site("S1", "590000014", "HOPITAL", "59178")),
                Shelved.at(DAY, Shelved.role("R9", "P9", "S1", "S")));

        night();

        assertThat(
                        sql.sql("select reason || ' ' || lines from directory.edition_count")
                                .query(String.class)
                                .list())
                .containsExactly("REFERENCE 1");
        assertThat(lines(ANNE)).hasSize(2);
    }
}
