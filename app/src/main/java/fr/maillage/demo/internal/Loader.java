package fr.maillage.demo.internal;

import fr.maillage.assessment.Scoring;
import fr.maillage.platform.Owner;

import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.crypto.bcrypt.BCrypt;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/// Writes the demonstration region, in one transaction of the owner of the schema: a start that is
/// killed has loaded nothing. COPY is refused under row-level security, so its forcing is lifted
/// for this transaction, which nobody else sees, and put back before it ends. The same seed and the
/// same day give the same rows.
@Component
class Loader {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String BCRYPT_ALPHABET =
            "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final Owner owner;
    private final Clock clock;
    private final Scoring scoring;

    Loader(Owner owner, Clock clock, Scoring scoring) {
        this.owner = owner;
        this.clock = clock;
        this.scoring = scoring;
    }

    /// @param size 1 for the demonstration (about 1,200 persons followed now); more adds structures
    ///   of about 1,000 persons
    void load(long seed, double size) {
        try (var connection = owner.connect()) {
            connection.setAutoCommit(false);
            load(connection, seed, size);
            connection.commit();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException(
                    "the demonstration could not be loaded", e);
        }
    }

    private void load(Connection connection, long seed, double size) throws SQLException {
        execute(connection, "select pg_advisory_xact_lock(hashtextextended('demonstration', 0))");
        if (yes(connection, "select exists (select 1 from platform.installation)")) return;
        if (yes(connection, "select exists (select 1 from network.network)")) {
            throw new CannotBegin(
                    "Cette base contient déjà des structures : la démonstration demande une base"
                            + " vide (sinon, lancez avec --maillage.demonstration=false).");
        }
        var started = System.nanoTime();
        // the engine takes seconds to read its questionnaires: it does while the region is written
        var scored = CompletableFuture.supplyAsync(() -> new Evaluations(scoring));
        var today = LocalDate.now(clock);
        var forced = forced(connection);
        for (var table : forced)
            execute(connection, "alter table " + table + " no force row level security");
        for (var table : GUARDED)
            execute(connection, "alter table " + table + " disable trigger keep_in_force");

        var random = new SplittableRandom(seed);
        try (var copy = new Copy(connection.unwrap(PGConnection.class))) {
            write(connection, copy, random, today, scored, seed, size, started);
        }
        for (var table : GUARDED)
            execute(connection, "alter table " + table + " enable trigger keep_in_force");
        for (var table : forced)
            execute(connection, "alter table " + table + " force row level security");
    }

    private static void write(
            Connection connection,
            Copy copy,
            SplittableRandom random,
            LocalDate today,
            CompletableFuture<Evaluations> scored,
            long seed,
            double size,
            long started)
            throws SQLException {
        var places = Places.read(connection);
        var created = today.minusYears(1).atTime(8, 0).atZone(PARIS).toInstant();
        var professionals = new Professionals(copy, places, random.split());
        professionals.populate(ZONES);
        for (int i = 0; i < ZONES.size(); i++)
            professionals.establishments(ZONES.get(i), places.get(TOWNS.get(i)));
        progress("annuaire fictif : " + professionals.count() + " professionnels", started);

        var writer =
                new StructureWriter(
                        copy,
                        places,
                        random.split(),
                        today,
                        created,
                        hash("maillage", random.split()));
        var region = new Region(writer);
        var structures = List.of(region.platform(), region.network(), region.dac());
        var people = new Accounts(writer, professionals, places, structures);
        people.write();
        copy.written();
        for (var structure : structures) startWithDefaults(connection, structure);
        progress(
                "3 structures fictives, "
                        + structures.stream().mapToInt(s -> s.coordinators().size()).sum()
                        + " coordinateurs",
                started);

        var grid = grid(connection);
        var evaluations = scored.join();
        var lives = new Lives(copy, evaluations, places, professionals, people, grid, today);
        TenPeople.write(
                new Stage(
                        copy,
                        evaluations,
                        places,
                        professionals,
                        grid,
                        people,
                        structures.get(0),
                        structures.get(1),
                        structures.get(2),
                        today,
                        random.split()));
        copy.written();
        execute(connection, WORDS_OF_DOCUMENTS);
        // foreign keys are checked by plans made when the tables were empty: let PostgreSQL know
        // that they are not
        analyze(connection);
        for (var structure : structures) {
            crowd(lives, structure, random.split(), copy, 100, 66);
            copy.written();
            progress(structure.shortName(), started);
            if (structure == structures.getFirst()) analyze(connection);
        }
        progress("personnes suivies et année écoulée", started);
        var extra = (int) Math.round((size - 1) * 1_200 / 1_000);
        for (int i = 1; i <= extra; i++) {
            var zone = ZONES.get(i % ZONES.size());
            var another = writer.another(i, List.of(zone));
            copy.written();
            startWithDefaults(connection, another);
            crowd(lives, another, random.split(), copy, 125, 40);
            if (i % 10 == 0 || i == extra)
                progress("structure d’essai " + i + " sur " + extra + rate(copy, started), started);
        }

        copy.written();
        SystematicPart.write(connection, copy, evaluations, structures, today);
        QuestionnairePart.write(connection, copy, evaluations, structures.getFirst(), today);
        copy.written();
        execute(connection, "select directory.fill_names('directory.name', 'directory.activity')");
        OfferPart.write(connection, today);
        NeedPart.write(connection, today);
        TeamPart.write(connection, structures.getFirst().id(), today);
        PartnersPart.write(connection, structures.getFirst().id(), today);
        AgendaPart.write(connection, structures.getFirst().id(), today);
        ProtocolPart.write(connection, structures.get(0), structures.get(1), today);
        CommonVersionPart.write(connection, structures, today);
        WhoIsWho.write(connection, structures.getFirst().id(), today);
        MeetingPart.write(connection, structures.getFirst().id(), today);
        RoundsPart.write(connection, structures.getFirst().id(), today);
        EditionPart.write(connection, structures.getFirst().id(), today);
        MatchingPart.write(connection, structures.getFirst().id(), today);
        LiaisonPart.write(connection, structures.getFirst().id(), today);
        HospitalPart.write(connection, structures.getFirst().id(), today);
        HelpPart.write(connection, structures.getFirst().id(), today);
        DiseaseRegisterPart.write(connection, structures.get(1).id(), today);
        AdversePart.write(connection, structures.getFirst().id(), today);
        EducationPart.write(connection, structures.get(0).id(), today);
        EducationPart.write(connection, structures.get(1).id(), today);
        CowritingPart.write(connection, structures.getFirst().id(), today);
        CoveragePart.write(connection, structures, places, today);
        RegistryPart.write(connection, structures, today);
        SpacePart.write(connection, structures, today);
        SteeringPart.write(connection, structures.getFirst().id(), today);
        // whoever asks first must not be answered by plans made for empty tables
        analyze(connection);
        try (var statement =
                connection.prepareStatement(
                        "insert into platform.installation (demonstration, seed) values (true,"
                                + " ?)")) {
            statement.setLong(1, seed);
            statement.execute();
        }
        progress(
                "prête ("
                        + String.format(Locale.FRENCH, "%,d", copy.rows())
                        + " lignes"
                        + rate(copy, started)
                        + ")",
                started);
    }

    /// Zones of the three structures, and the main town of each.
    private static final List<String> ZONES =
            List.of(
                    "AD-DO", "HC-CA", "HC-VA", "AD-LH", "AD-BB", "MF-LI", "MF-RT", "MF-FI",
                    "LI-CL");

    private static final List<String> TOWNS =
            List.of(
                    "59178", "59122", "59606", "62498", "62119", "59350", "59512", "59295",
                    "62193");

    /// What the application writes when it reads the text of a document.
    private static final String WORDS_OF_DOCUMENTS =
            """
            insert into documents.word (network_id, lexeme, document_id)
            select distinct d.network_id, w.lexeme, d.id from documents.document d
            join documents.content c on c.network_id = d.network_id and c.id = d.content_id
            cross join lateral unnest(tsvector_to_array(to_tsvector('documents.fr', concat_ws(' ', d.title, d.source, c.body)))) as w (lexeme)
            where length(w.lexeme) <= 60
            """;

    /// Tables whose trigger refuses rows of a plan in force, here written after the plan.
    private static final List<String> GUARDED =
            List.of(
                    "careplan.actor",
                    "careplan.aid",
                    "careplan.pathology",
                    "careplan.goal",
                    "careplan.intervention",
                    "careplan.origin");

    /// The persons of every coordinator of a structure: about `now` followed today, about `gone`
    /// who left within the year; requests waiting, and requests that ended without accompaniment.
    private static void crowd(
            Lives lives, Structure structure, RandomGenerator random, Copy copy, int now, int gone)
            throws SQLException {
        var coordinators = structure.coordinators();
        for (int c = 0; c < coordinators.size(); c++) {
            var coordinator = coordinators.get(c);
            int more = new int[] {10, -6, 2, -8, 4, 0}[c % 6];
            for (int i = 0; i < now + more; i++) {
                lives.followed(structure, coordinator, random);
                if (i % 50 == 49) copy.flush();
            }
            for (int i = 0; i < gone - more / 2; i++) lives.left(structure, coordinator, random);
            for (int i = 0; i < 8; i++) {
                lives.asked(
                        structure,
                        coordinator,
                        random,
                        8 + random.nextInt(330),
                        Names.pick(List.of("CONSEIL", "ORIENTEE", "SANS_SUITE"), random),
                        "NORMALE");
            }
            if (c < 4)
                lives.asked(
                        structure,
                        coordinator,
                        random,
                        c,
                        "A_ANALYSER",
                        c == 1 ? "URGENTE" : c == 2 ? "RAPIDE" : "NORMALE");
            if (c == 0) lives.asked(structure, coordinator, random, 4, "EN_ATTENTE", "NORMALE");
            copy.flush();
        }
    }

    private static void analyze(Connection connection) throws SQLException {
        for (var into : Into.values()) execute(connection, "analyze " + into.table());
    }

    private static List<Grid> grid(Connection connection) throws SQLException {
        var grid = new ArrayList<Grid>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select code, label, points, long_term from"
                                        + " network.default_level_grid order by rank")) {
            while (rows.next())
                grid.add(
                        new Grid(
                                rows.getString(1),
                                rows.getString(2),
                                rows.getInt(3),
                                rows.getBoolean(4)));
        }
        return grid;
    }

    private static void startWithDefaults(Connection connection, Structure structure)
            throws SQLException {
        execute(
                connection,
                "select set_config('maillage.networks', '"
                        + structure.id()
                        + "', true), set_config('maillage.network', '"
                        + structure.id()
                        + "', true)");
        execute(connection, "select network.start_with_defaults()");
    }

    private static List<String> forced(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select oid::regclass::text from pg_class where relkind = 'r' and"
                                        + " relforcerowsecurity order by 1")) {
            while (rows.next()) tables.add(rows.getString(1));
        }
        return tables;
    }

    /// A BCrypt hash whose salt comes from the seed; good for an invented password that everybody
    /// knows, for nothing else.
    private static String hash(String password, RandomGenerator random) {
        var salt = new StringBuilder("$2a$10$");
        for (int i = 0; i < 21; i++) salt.append(BCRYPT_ALPHABET.charAt(random.nextInt(64)));
        return BCrypt.hashpw(password, salt.append('.').toString());
    }

    static void execute(Connection connection, String statement) throws SQLException {
        try (var s = connection.createStatement()) {
            s.execute(statement);
        }
    }

    /// Runs a script of short lines about nobody, with the names of the structures and the day in
    /// it.
    ///
    /// @param structures the platform, the network and the DAC, in this order
    static void script(
            Connection connection, String resource, List<Structure> structures, LocalDate today)
            throws SQLException {
        try (var in = Loader.class.getResourceAsStream(resource)) {
            execute(
                    connection,
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                            .replace("{platform}", structures.get(0).id().toString())
                            .replace("{network}", structures.get(1).id().toString())
                            .replace("{dac}", structures.get(2).id().toString())
                            .replace("{today}", today.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean yes(Connection connection, String question) throws SQLException {
        try (var s = connection.createStatement();
                var rows = s.executeQuery(question)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private static String rate(Copy copy, long started) {
        var seconds =
                Math.max(1, Duration.ofNanos(System.nanoTime() - started).toMillis()) / 1000.0;
        return String.format(Locale.FRENCH, ", %,.0f lignes par seconde", copy.rows() / seconds);
    }

    private static void progress(String step, long started) {
        var seconds = Duration.ofNanos(System.nanoTime() - started).toMillis() / 1000.0;
        Said.line(String.format(Locale.FRENCH, "Démonstration : %s (%.1f s)", step, seconds));
    }
}
