package fr.maillage.bench;

import static fr.maillage.bench.Bench.OUT;
import static fr.maillage.bench.Bench.since;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.correspondence.Outbox;
import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import fr.maillage.platform.Tenancy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A batch of 100 letters, made and printed by the pages as a coordinator would, beside the floor
/// of the same run: one plain page of as much text, written 100 times without a head, fonts or
/// tags. Printed several times, to see whether memory grows.
public final class LettersBenchmark {

    private static final int LETTERS = 100;
    private static final int TIMES = Integer.getInteger("times", 8);
    private static final String BODY =
            "Docteur,\n\nNous accompagnons votre patient depuis le printemps et vous écrivons pour vous en donner des nouvelles.\n\n"
                    + "| Quoi | Avant | Proposé\n| Kinésithérapie | 1 fois | 2 fois\n| Portage de repas | — | 5 fois\n\n"
                    + "Une chute est survenue dans l’escalier, sans gravité ; une barre d’appui est demandée.\n\n"
                            .repeat(4)
                    + "□ d’accord\n□ à revoir\n\n___\n\nBien cordialement,";

    private LettersBenchmark() {}

    private record Writer(UUID network, UUID account, String name, String login) {}

    /// No argument; the data are those of `target/benchvar`, loaded by a first start when missing.
    public static void main(String[] args) throws Exception {
        try (var application = Bench.start()) {
            var sql = application.getBean(JdbcClient.class);
            var transaction =
                    new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
            var writer = writer(sql, transaction);
            var letters = letters(application.getBean(Outbox.class), sql, transaction, writer);
            var browser = new Browser(Bench.address(application));
            browser.signIn(writer.login());
            var begun = System.nanoTime();
            var batch =
                    browser.led(
                            "/courriers/lots",
                            letters.stream()
                                    .map(id -> "id=" + id)
                                    .collect(Collectors.joining("&")));
            OUT.printf(Locale.ROOT, "Lot de %d lettres fait en %.2f s%n", LETTERS, since(begun));
            floor(); // warm
            print(browser, batch);
            double floor = floor();
            OUT.printf(
                    Locale.ROOT,
                    "Plancher (une page nue écrite %d fois) : %.2f s%n",
                    LETTERS,
                    floor);
            for (int i = 1; i <= TIMES; i++) {
                begun = System.nanoTime();
                int bytes = print(browser, batch);
                double seconds = since(begun);
                System.gc();
                var runtime = Runtime.getRuntime();
                OUT.printf(
                        Locale.ROOT,
                        "Impression %d : %.2f s (%.0f lettres/s), %.0f fois le plancher, %d ko, tas ensuite %d Mo%n",
                        i,
                        seconds,
                        LETTERS / seconds,
                        seconds / floor,
                        bytes >> 10,
                        (runtime.totalMemory() - runtime.freeMemory()) >> 20);
            }
        }
    }

    private static int print(Browser browser, String batch)
            throws IOException, InterruptedException {
        var paper = browser.download(batch + "/imprimer");
        if (paper.length < 4 || paper[0] != '%')
            throw new IllegalStateException("the batch is no PDF");
        return paper.length;
    }

    private static Writer writer(JdbcClient sql, TransactionTemplate transaction) {
        var network =
                sql.sql("select id from network.network order by id limit 1")
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .single();
        return Tenancy.of(new NetworkId(network))
                .call(() ->
                        Objects.requireNonNull(
                                transaction.execute(_ ->
                                        sql.sql(
                                                        """
                                                        select a.id, a.display_name, a.login from network.team_member m join access.account a on a.id = m.account_id
                                                         where m.function = 'COORDINATOR' and a.disabled_at is null order by a.login limit 1
                                                        """)
                                                .query((row, _) ->
                                                        new Writer(
                                                                network,
                                                                row.getObject("id", UUID.class),
                                                                row.getString("display_name"),
                                                                row.getString("login")))
                                                .single())));
    }

    private static List<UUID> letters(
            Outbox outbox, JdbcClient sql, TransactionTemplate transaction, Writer writer) {
        var letters = new ArrayList<UUID>();
        SignedIn.atWork(
                        writer.account(),
                        writer.name(),
                        Role.COORDINATOR,
                        new NetworkId(writer.network()))
                .run(() ->
                        transaction.executeWithoutResult(_ -> {
                            var persons =
                                    sql.sql(
                                                    "select patient_id from casefile.open_support where status = 'ACTIF' order by patient_id limit :n")
                                            .param("n", LETTERS)
                                            .query((row, _) -> row.getObject(1, UUID.class))
                                            .list();
                            for (int i = 0; i < LETTERS; i++)
                                letters.add(outbox.put(letter(persons.get(i % persons.size()), i)));
                        }));
        return letters;
    }

    private static Outbox.Message letter(UUID person, int number) {
        return new Outbox.Message(
                new PatientId(person),
                "MEDECIN_TRAITANT",
                "Dr Jeanne EXEMPLE " + number,
                "4 place du Modèle\n59500 Douai",
                null,
                "FAIT_SIGNIFICATIF",
                "nouvelles de votre patient",
                BODY,
                null);
    }

    /// Seconds.
    private static double floor() throws IOException {
        var begun = System.nanoTime();
        var font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
        var lines =
                Stream.of(BODY.split("\n"))
                        .map(line -> line.replaceAll("[^\\x20-\\x7Eé]", " "))
                        .toList();
        for (int i = 0; i < LETTERS; i++)
            try (var document = new PDDocument();
                    var out = new ByteArrayOutputStream()) {
                var page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (var text = new PDPageContentStream(document, page)) {
                    text.beginText();
                    text.setFont(font, 10);
                    text.setLeading(14);
                    text.newLineAtOffset(60, 780);
                    for (var line : lines) {
                        text.showText(line);
                        text.newLine();
                    }
                    text.endText();
                }
                document.save(out);
            }
        return since(begun);
    }
}
