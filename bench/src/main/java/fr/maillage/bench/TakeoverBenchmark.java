package fr.maillage.bench;

import static fr.maillage.bench.Bench.OUT;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.kernel.NetworkId;
import fr.maillage.platform.Tenancy;
import fr.maillage.portability.Takeovers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A list of 5,000 persons tried, then taken over, in a structure of the demonstration region; side
/// by side with the floor of the same run, one plain insert and one transaction a line. Prints
/// lines a second and the ratios.
public final class TakeoverBenchmark {

    private static final int LINES = Integer.getInteger("lines", 5_000);

    private TakeoverBenchmark() {}

    /// A head of a structure, and the label of a theme of hers.
    private record Head(UUID network, UUID account, String name, String theme) {}

    /// No argument; the data are those of `target/benchvar`, loaded by a first start when missing.
    public static void main(String[] args) throws Exception {
        try (var application = Bench.start()) {
            var takeovers = application.getBean(Takeovers.class);
            var head =
                    head(
                            application.getBean(JdbcClient.class),
                            new TransactionTemplate(
                                    application.getBean(PlatformTransactionManager.class)));
            var file = list(head.theme());
            double floor = floor(application.getBean(DataSource.class));
            var network = new NetworkId(head.network());
            SignedIn.atWork(head.account(), head.name(), Role.HEAD, network)
                    .run(() -> {
                        var begun = System.nanoTime();
                        var id = takeovers.tried("liste.csv", file);
                        double tried = perSecond(begun);
                        begun = System.nanoTime();
                        int taken = takeovers.take(id, LocalDate.now());
                        double took = perSecond(begun);
                        OUT.printf(
                                Locale.ROOT,
                                "Plancher (un insert, une transaction par ligne) : %.0f lignes/s%n",
                                floor);
                        OUT.printf(
                                Locale.ROOT,
                                "Lecture, correspondances et essai à blanc : %.0f lignes/s, %.1f fois le plancher%n",
                                tried,
                                floor / tried);
                        OUT.printf(
                                Locale.ROOT,
                                "Reprise (%d personnes, avec cercle, droit, accord, intervention suivie) : %.0f lignes/s, %.1f fois le plancher%n",
                                taken,
                                took,
                                floor / took);
                    });
        }
    }

    private static double perSecond(long begun) {
        return LINES / Bench.since(begun);
    }

    private static Head head(JdbcClient sql, TransactionTemplate transaction) {
        var networks =
                sql.sql("select id from network.network order by id")
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list();
        var network = networks.getLast();
        return Tenancy.of(new NetworkId(network))
                .call(() ->
                        java.util.Objects.requireNonNull(
                                transaction.execute(_ ->
                                        sql.sql(
                                                        """
                                                        select m.account_id, m.given_name || ' ' || m.family_name as name,
                                                               (select t.label from network.network_theme n join network.theme t on t.code = n.theme_code order by t.rank limit 1) as theme
                                                        from network.team_member m where m.function = 'HEAD' limit 1
                                                        """)
                                                .query((row, _) ->
                                                        new Head(
                                                                network,
                                                                row.getObject(
                                                                        "account_id", UUID.class),
                                                                row.getString("name"),
                                                                row.getString("theme")))
                                                .single())));
    }

    /// One insert in its own transaction for each line, of about as many characters.
    private static double floor(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute(
                    "create temp table bench_floor (id int primary key, words text, at timestamptz)");
            try (var insert =
                    connection.prepareStatement("insert into bench_floor values (?, ?, now())")) {
                var begun = System.nanoTime();
                for (int i = 0; i < LINES; i++) {
                    insert.setInt(1, i);
                    insert.setString(2, "x".repeat(200));
                    insert.executeUpdate();
                }
                return perSecond(begun);
            }
        }
    }

    private static byte[] list(String theme) {
        var random = new SplittableRandom(5_000);
        var text =
                new StringBuilder(
                        "N° dossier;Nom;Prénom;Sexe;Date de naissance;CP;Ville;Téléphone;Situation;Date d'inclusion;Thème;Niveau;Prochaine réévaluation;Consentement;Date consentement;Forme;Intervenant 1;Profession intervenant 1;Intervention 1;Intervention 1 date;Intervention 1 rythme;Droit 1;Droit 1 état;Droit 1 début;Droit 1 fin\n");
        var next = LocalDate.of(2026, 9, 1);
        for (int i = 0; i < LINES; i++)
            text.append("BENCH-")
                    .append(i)
                    .append(';')
                    .append(word(random))
                    .append(';')
                    .append(word(random))
                    .append(i % 2 == 0 ? ";F;" : ";M;")
                    .append(
                            LocalDate.of(
                                    1920 + random.nextInt(80),
                                    1 + random.nextInt(12),
                                    1 + random.nextInt(28)))
                    .append(";59500;Douai;0327")
                    .append(String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000)))
                    .append(";Suivie;2024-03-01;")
                    .append(theme)
                    .append(';')
                    .append(1 + i % 3)
                    .append(';')
                    .append(next)
                    .append(";oui;2024-03-01;écrit;Infirmière ")
                    .append(i % 50)
                    .append(
                            ";Infirmière;Passage;2026-06-10;tous les mois;APA;accordé;2024-01-01;2027-01-01\n");
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String word(SplittableRandom random) {
        var word = new StringBuilder();
        for (int i = 0; i < 4; i++)
            word.append("bcdfglmnprstv".charAt(random.nextInt(13)))
                    .append("aeiou".charAt(random.nextInt(5)));
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
