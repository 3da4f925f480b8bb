package fr.maillage.demo.internal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.App;
import fr.maillage.assessment.Scoring;
import fr.maillage.kernel.PatientId;
import fr.maillage.platform.Owner;
import fr.maillage.platform.Tenancy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The demonstration as a first start loads it, in databases of its own: it must show a year of a
/// whole team, the same for a seed, and load nothing twice.
class DemonstrationTest {

    private static final Path DATA = Path.of("target/pgdemo");
    private static final List<String> FIRST = new ArrayList<>();
    private static List<String> digest = List.of();
    private static List<String> rescored = List.of();
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
            rescored = rescored(context);
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
                    "select count(*) from network.team_member where function = 'COORDINATOR' and since < date '2026-06-02'",
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
                    where (closed_on is null or closed_on > date '2025-06-02') and coordinator_id is not null group by 1 having count(distinct patient_id) not between 150 and 200) x
                    """,
                    "select count(*) from assessment.response where status = 'TERMINEE' and (response is null or answers = '{}')",
                    "select count(*) from assessment.score where code = 'gir' and state = 'DONE'",
                    """
                    select string_agg(code || ' ' || n, ', ' order by code) from (
                      select r.questionnaire_code as code, count(*) as n from assessment.response r
                        join patient.patient p on p.network_id = r.network_id and p.id = r.patient_id
                       where p.used_name = 'LEROY' and p.given_names = 'Odette' and r.status = 'TERMINEE' group by 1) x
                    """,
                    """
                    select string_agg(distinct coalesce(p.used_name, p.birth_name), ', ') from assessment.response r
                      join patient.patient p on p.network_id = r.network_id and p.id = r.patient_id
                     where r.questionnaire_code = 'evaluation-multidimensionnelle' and r.status = 'TERMINEE'
                    """,
                    "select count(distinct raised_at::date) from followup.alert where status = 'OUVERTE'",
                    "select count(*) from followup.alert where raised_at > timestamptz '2026-06-02 08:30+02' or closed_at < raised_at",
                    "select string_agg(distinct outcome, ' ' order by outcome) from followup.alert",
                    "select count(distinct date_trunc('month', raised_at)) from followup.alert where status in ('CLOSE', 'RESOLUE')",
                    """
                    select string_agg(a.rule || ' ' || a.status || ' ' || (date '2026-06-02' - a.raised_at::date), ', ') from followup.alert a
                      join patient.patient p on p.network_id = a.network_id and p.id = a.patient_id
                     where p.birth_name = 'WIART' and p.given_names = 'Jean' and a.status in ('OUVERTE', 'EN_PAUSE')
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
    void every_evaluation_says_what_the_engine_finds_in_its_answers() {
        assertThat(FIRST.get(10)).isEqualTo("0");
        assertThat(Integer.parseInt(FIRST.get(11))).isGreaterThan(700);
        assertThat(rescored)
                .hasSizeGreaterThan(60)
                .allSatisfy(line -> assertThat(line).endsWith("same"));
        assertThat(FIRST.get(12))
                .isEqualTo(
                        "aggir 2, chutes 1, ems 1, evaluation-multidimensionnelle 2, gds-15 3, mini-zarit 3, mmse 1, sortir-de-chez-soi 2, tug 3");
        assertThat(FIRST.get(13))
                .contains("BENALI", "DELATTRE", "CARON", "FLAMENT", "DIALLO", "VASSEUR");
    }

    @Test
    void alerts_are_as_old_as_their_cause_and_the_year_left_its_own() {
        // open ones: of these days and of weeks ago, none raised before it could be
        assertThat(Integer.parseInt(FIRST.get(14))).isGreaterThan(15);
        assertThat(FIRST.get(15)).isEqualTo("0");
        // closed ones, by what was said, over twelve months
        assertThat(FIRST.get(16))
                .contains(
                        "CAUSE_DISPARUE",
                        "FAIT",
                        "MT_PREVENU",
                        "PLAN_ADAPTE",
                        "RELANCE",
                        "REPROGRAMME",
                        "SORTIE");
        assertThat(Integer.parseInt(FIRST.get(17))).isGreaterThanOrEqualTo(12);
        assertThat(FIRST.get(18)).isEqualTo("ACTE_NON_FAIT EN_PAUSE 17");
    }

    /// The scores and the response kept with each evaluation, against those that the engine finds
    /// again in the answers kept: all of the stories, and fifty of the crowd.
    private static List<String> rescored(ConfigurableApplicationContext context) throws Exception {
        var scoring = context.getBean(Scoring.class);
        var json = context.getBean(JsonMapper.class);
        var lines = new ArrayList<String>();
        try (var connection = context.getBean(Owner.class).connect()) {
            connection.setAutoCommit(false);
            try (var s = connection.createStatement()) {
                for (var table : List.of("response", "score"))
                    s.execute("alter table assessment." + table + " no force row level security");
                try (var rows =
                        s.executeQuery(
                                """
                                select r.id, r.patient_id, r.author_id, r.completed_at, r.questionnaire_code, r.answers::text, r.response::text,
                                       coalesce((select string_agg(s.code || ' ' || s.state || coalesce(' ' || trim_scale(s.value), ''), ', ' order by s.rank)
                                          from assessment.score s where s.network_id = r.network_id and s.response_id = r.id), '')
                                  from assessment.response r where r.status = 'TERMINEE' and r.questionnaire_code <> 'sortir-de-chez-soi'
                                 order by r.questionnaire_code in ('aggir', 'ems', 'egs', 'pre-inclusion-palliatif', 'perinatalite-mere', 'perinatalite-famille'),
                                          r.questionnaire_code, r.id limit 140
                                """)) {
                    while (rows.next()) {
                        var scored =
                                scoring.score(
                                        rows.getString(5),
                                        json.readValue(
                                                rows.getString(6),
                                                new TypeReference<Map<String, List<String>>>() {}),
                                        new Scoring.Filed(
                                                rows.getObject(1, UUID.class),
                                                new PatientId(rows.getObject(2, UUID.class)),
                                                rows.getObject(3, UUID.class),
                                                rows.getTimestamp(4).toInstant()));
                        var scores =
                                scored.scores().stream()
                                        .map(score ->
                                                score.code()
                                                        + " "
                                                        + score.state()
                                                        + (score.value() == null
                                                                ? ""
                                                                : " "
                                                                        + score.value()
                                                                                .stripTrailingZeros()
                                                                                .toPlainString()))
                                        .collect(Collectors.joining(", "));
                        var response = withoutDate(json.readTree(scored.response()));
                        var kept = withoutDate(json.readTree(rows.getString(7)));
                        lines.add(
                                rows.getString(5)
                                        + (scored.missing().isEmpty()
                                                        && scores.equals(rows.getString(8))
                                                        && response.equals(kept)
                                                ? " same"
                                                : " other: " + scores + " / " + rows.getString(8)));
                    }
                }
            }
            connection.rollback();
        }
        return lines;
    }

    /// The same instant is written in the zone of the machine, or in Paris's.
    private static JsonNode withoutDate(JsonNode response) {
        ((ObjectNode) response).remove("authored");
        return response;
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
            var takenOver = takenOver(connection);
            for (var into : Into.values()) {
                if (into == Into.ALERT || into == Into.TRAIL)
                    continue; // raised and read by the application itself, under ids of its own
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
                                                + " t cross join lateral to_jsonb(t) j where not (array[j ->> 'id', j ->> 'patient_id', j ->> 'support_id'] && '{"
                                                + takenOver
                                                + "}'::text[])"));
            }
            connection.rollback();
        }
        return lines;
    }

    /// Persons taken over from a list, and their accompaniment: the application itself makes them,
    /// under ids of its own.
    private static String takenOver(Connection connection) throws SQLException {
        try (var s = connection.createStatement()) {
            s.execute("alter table portability.person no force row level security");
            s.execute("alter table casefile.support no force row level security");
        }
        var ids =
                one(
                        connection,
                        """
                        select string_agg(id::text, ',') from (
                          select patient_id as id from portability.person where taken_at is not null
                          union select s.id from casefile.support s join portability.person p on p.patient_id = s.patient_id and p.taken_at is not null) x
                        """);
        assertThat(ids).hasSizeGreaterThan(36 * 8);
        return ids;
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
                                "assessment.response",
                                "assessment.score",
                                "followup.alert",
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
