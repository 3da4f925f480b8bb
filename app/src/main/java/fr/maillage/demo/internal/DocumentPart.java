package fr.maillage.demo.internal;

import fr.maillage.kernel.Ids;
import fr.maillage.kernel.Sha256;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Papers of a person, and those that came without a name. Their ids have a chance of their own, so
/// that the rest of the region does not change with them.
final class DocumentPart extends LifePart {

    private final RandomGenerator own;

    DocumentPart(Life life) {
        super(life);
        this.own = new SplittableRandom(life.id.getLeastSignificantBits());
    }

    /// A letter that was filed.
    ///
    /// @param audience marks of who may read it, for the type as the screens give it by default
    void letter(
            LocalDate on,
            String type,
            String title,
            String source,
            List<String> audience,
            String... paragraphs) {
        letter(on, null, type, title, source, audience, paragraphs);
    }

    /// A letter about a right or measure.
    ///
    /// @param right null when it is about none
    void letter(
            LocalDate on,
            @Nullable UUID right,
            String type,
            String title,
            String source,
            List<String> audience,
            String... paragraphs) {
        var words = List.of(paragraphs);
        add(
                copy,
                own,
                network,
                id,
                coordinator.name(),
                coordinator.account(),
                Life.at(on, 11, 20),
                new Sheet(
                        type,
                        title,
                        on.minusDays(1),
                        source,
                        audience,
                        right,
                        Paper.letter(source, title, words),
                        title + "\n" + String.join("\n", words)));
        told(on, type, title, audience);
    }

    /// A paper that was scanned: no text.
    void scan(LocalDate on, String type, String title, String source, List<String> audience) {
        add(
                copy,
                own,
                network,
                id,
                coordinator.name(),
                coordinator.account(),
                Life.at(on, 11, 25),
                new Sheet(
                        type,
                        title,
                        on.minusDays(2),
                        source,
                        audience,
                        null,
                        Paper.scan(own),
                        null));
        told(on, type, title, audience);
    }

    /// What came without a name, and waits in the tray of a structure.
    static void waiting(
            Copy copy,
            Structure structure,
            Instant at,
            String title,
            @Nullable String source,
            byte[] paper,
            @Nullable String text) {
        var secretary = structure.only("SECRETARY");
        add(
                copy,
                new SplittableRandom(title.hashCode()),
                structure.id(),
                null,
                secretary.name(),
                secretary.account(),
                at,
                new Sheet("AUTRE", title, null, source, List.of(), null, paper, text));
    }

    /// @param text null for a scan
    private record Sheet(
            String type,
            String title,
            @Nullable LocalDate dated,
            @Nullable String source,
            List<String> audience,
            @Nullable UUID right,
            byte[] paper,
            @Nullable String text) {}

    private static void add(
            Copy copy,
            RandomGenerator random,
            UUID network,
            @Nullable UUID patient,
            String by,
            @Nullable UUID account,
            Instant at,
            Sheet sheet) {
        var content = Ids.at(at, random);
        var document = Ids.at(at, random);
        copy.add(
                Into.DOCUMENT_CONTENT,
                network,
                content,
                bytea(Sha256.of(sheet.paper())),
                sheet.paper().length,
                "application/pdf",
                1,
                "BASE",
                at,
                at,
                sheet.text() == null ? "SANS_TEXTE" : "LU",
                sheet.text());
        copy.add(Into.DOCUMENT_CHUNK, network, content, 0, bytea(sheet.paper()));
        copy.add(
                Into.DOCUMENT,
                network,
                document,
                patient,
                sheet.type(),
                sheet.title(),
                sheet.dated(),
                sheet.source(),
                sheet.audience(),
                sheet.right(),
                content,
                at,
                by,
                at,
                account,
                patient == null ? null : at,
                patient == null ? null : by);
        copy.add(
                Into.DOCUMENT_VERSION,
                network,
                Ids.at(at, random),
                document,
                1,
                content,
                sheet.title() + ".pdf",
                at,
                by);
    }

    private void told(LocalDate on, String type, String title, List<String> audience) {
        copy.add(
                Into.TIMELINE,
                network,
                Ids.at(Life.at(on, 11, 30), own),
                id,
                Life.at(on, 11, 30),
                "DOCUMENT",
                "Document ajouté\u00A0: "
                        + switch (type) {
                            case "COURRIER_SORTIE" -> "courrier de sortie";
                            case "ORDONNANCE" -> "ordonnance";
                            case "ACCORD_SIGNE" -> "accord signé";
                            case "JUGEMENT" -> "jugement de protection";
                            case "COMPTE_RENDU" -> "compte rendu";
                            case "EVALUATION" -> "évaluation";
                            case "ADMINISTRATIF" -> "administratif";
                            default -> "autre document";
                        },
                title,
                coordinator.name(),
                "/dossiers/" + id + "/documents",
                !audience.contains("ACCUEIL"));
    }

    private static String bytea(byte[] bytes) {
        return "\\x" + HexFormat.of().formatHex(bytes);
    }
}
