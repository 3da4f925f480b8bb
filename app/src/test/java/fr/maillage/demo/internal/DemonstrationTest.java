package fr.maillage.demo.internal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.App;
import fr.maillage.platform.Owner;
import fr.maillage.platform.Tenancy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The demonstration as a first start loads it, in databases of its own: it must show a year of a
/// whole team, the same for a seed, and load nothing twice.
class DemonstrationTest {

    private static final Path DATA = Path.of("target/pgdemo");
    private static final List<String> FIRST = new ArrayList<>();
    private static List<String> digest = List.of();
    private static List<String> digestOfSecondStart = List.of();
    private static List<String> published = List.of();
    private static List<String> publishedAtSecondStart = List.of();

    @BeforeAll
    static void load() throws Exception {
        remove(DATA);
        try (var context = start()) {
            digest = digest(context.getBean(Owner.class));
            try (var connection = context.getBean(Owner.class).connect()) {
                for (var question : QUESTIONS) FIRST.add(one(connection, question));
            }
            published = readByTheAgency(context);
        }
        try (var context = start()) {
            digestOfSecondStart = digest(context.getBean(Owner.class));
            publishedAtSecondStart = readByTheAgency(context);
        }
    }

    private static final List<String> QUESTIONS =
            List.of(
                    "select count(*) from casefile.support where status <> 'CLOS'",
                    "select count(distinct patient_id) from casefile.support where closed_on is null or closed_on > date '2025-06-02'",
                    "select count(*) from network.team_member where function = 'COORDINATOR'",
                    "select count(*) from network.network",
                    """
                    select string_agg(distinct birth_name || coalesce('/' || used_name, '') || ' ' || given_names, ', ') from patient.patient
                    where (coalesce(used_name, birth_name), given_names) in (('LEROY','Odette'),('BAUDUIN','Marcel'),('BENALI','Samia'),('DELATTRE','Yann'),
                      ('DIALLO','Mariama'),('WIART','Jean'),('CARON','Léo'),('FLAMENT','Nadège'),('VASSEUR','Paul'),('VASSEUR','Renée'),('M.','T.'))
                    """,
                    "select count(*) from patient.patient where ins is not null and ins_oid <> '1.2.250.1.213.1.4.10'",
                    "select count(*) from pg_class where relname in ('patient','pps','occurrence','support') and relkind = 'r' and not relforcerowsecurity",
                    "select count(*) from pg_trigger where tgname = 'keep_in_force' and tgenabled <> 'O'",
                    "select count(distinct status || opinion) from careplan.pps",
                    """
                    select count(*) from (select coordinator_id from casefile.support
                    where closed_on is null or closed_on > date '2025-06-02' group by 1 having count(distinct patient_id) not between 150 and 200) x
                    """);

    @Test
    void about_1200_situations_over_twelve_coordinators_of_three_structures() {
        assertThat(Integer.parseInt(FIRST.get(0))).isBetween(1_100, 1_300);
        assertThat(Integer.parseInt(FIRST.get(1))).isBetween(1_900, 2_100);
        assertThat(FIRST.get(2)).isEqualTo("12");
        assertThat(FIRST.get(3)).isEqualTo("3");
    }

    @Test
    void every_coordinator_follows_150_to_200_persons_within_the_year() {
        assertThat(FIRST.get(9)).isEqualTo("0");
    }

    @Test
    void the_ten_persons_everyone_meets_are_there() {
        assertThat(FIRST.get(4))
                .contains(
                        "LEROY Odette",
                        "BAUDUIN Marcel",
                        "BENALI Samia",
                        "DELATTRE Yann",
                        "DIALLO Mariama",
                        "WIART Jean",
                        "CARON Léo",
                        "FLAMENT Nadège",
                        "VASSEUR Paul",
                        "VASSEUR Renée",
                        "M. T.");
    }

    @Test
    void every_matricule_is_a_test_one() {
        assertThat(FIRST.get(5)).isEqualTo("0");
    }

    @Test
    void isolation_and_the_rule_of_plans_in_force_are_back_after_the_load() {
        assertThat(FIRST.get(6)).isEqualTo("0");
        assertThat(FIRST.get(7)).isEqualTo("0");
    }

    @Test
    void plans_are_in_every_state() {
        assertThat(Integer.parseInt(FIRST.get(8))).isGreaterThanOrEqualTo(10);
    }

    @Test
    void the_agency_reads_one_publication_of_the_day_per_structure_signed_by_its_head() {
        assertThat(published).hasSize(3).doesNotHaveDuplicates();
        assertThat(published)
                .allSatisfy(line -> assertThat(line).contains("2026-06-02", "signed", "by"));
    }

    @Test
    void a_second_start_publishes_nothing_more() {
        assertThat(publishedAtSecondStart).isEqualTo(published);
    }

    /// Structure, day and head of each publication that has its counts, under the agency's own
    /// context: no structure, only its region.
    private static List<String> readByTheAgency(ConfigurableApplicationContext context) {
        var sql = context.getBean(JdbcClient.class);
        var transaction =
                new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        return new Tenancy(Set.of(), null, Set.of("32"), null)
                .call(() ->
                        requireNonNull(
                                transaction.execute(_ ->
                                        sql.sql(
                                                        """
                                                        select p.network_name || ' ' || p.as_of || ' signed ' || p.signed_at || ' by ' || p.signed_by as line
                                                          from indicators.publication p
                                                          join indicators.published_count c on c.network_id = p.network_id and c.publication_id = p.id
                                                         where c.measure = 'SITUATIONS_EN_COURS' and c.dimension = 'TOTAL'
                                                         order by 1
                                                        """)
                                                .query((row, _) -> row.getString("line"))
                                                .list())));
    }

    @Test
    void a_second_start_loads_nothing() {
        assertThat(digestOfSecondStart).isEqualTo(digest);
    }

    @Test
    void the_same_seed_gives_the_same_rows() throws Exception {
        remove(DATA);
        try (var context = start()) {
            assertThat(digest(context.getBean(Owner.class))).isEqualTo(digest);
        }
    }

    private static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(App.class)
                .web(WebApplicationType.SERVLET)
                .run(
                        "--server.port=0",
                        "--maillage.data=" + DATA,
                        "--maillage.demonstration=true",
                        "--maillage.scheduled=false");
    }

    private static List<String> digest(Owner owner) throws SQLException {
        var lines = new ArrayList<String>();
        try (var connection = owner.connect()) {
            connection.setAutoCommit(false);
            for (var into : Into.values()) {
                if (into == Into.ALERT || into == Into.TRAIL)
                    continue; // raised and read by the application itself
                try (var s = connection.createStatement()) {
                    s.execute("alter table " + into.table() + " no force row level security");
                }
                lines.add(
                        into
                                + " "
                                + one(
                                        connection,
                                        "select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) from "
                                                + into.table()
                                                + " t"));
            }
            connection.rollback();
        }
        return lines;
    }

    private static String one(Connection connection, String question) throws SQLException {
        var mine = connection.getAutoCommit();
        if (mine) connection.setAutoCommit(false);
        try (var s = connection.createStatement()) {
            if (mine) {
                for (var table :
                        List.of(
                                "casefile.support",
                                "patient.patient",
                                "network.team_member",
                                "network.network",
                                "careplan.pps")) {
                    if (!question.contains("pg_"))
                        s.execute("alter table " + table + " no force row level security");
                }
            }
            try (var rows = s.executeQuery(question)) {
                rows.next();
                return String.valueOf(rows.getString(1));
            }
        } finally {
            if (mine) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static void remove(Path directory) throws Exception {
        if (!Files.exists(directory)) return;
        try (var all = Files.walk(directory)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
