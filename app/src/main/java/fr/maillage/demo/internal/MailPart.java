package fr.maillage.demo.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PersonName;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Letters.
final class MailPart extends LifePart {

    /// Kinds and templates without health content.
    private static final Set<String> PLAIN =
            Set.of("INFORMATION_DEMANDE", "REPONSE_ADRESSEUR", "rcp", "information", "accuse");

    private final RandomGenerator own;

    MailPart(Life life) {
        super(life);
        this.own = new SplittableRandom(life.id.getMostSignificantBits());
    }

    void message(
            Instant at,
            String recipientKind,
            String recipient,
            @Nullable String rpps,
            String kind,
            String subject,
            String body,
            @Nullable UUID about,
            boolean sent) {
        add(
                id(at),
                at,
                new Sheet(
                        recipientKind,
                        recipient,
                        address(rpps),
                        rpps,
                        kind,
                        subject,
                        body,
                        about,
                        null,
                        null),
                sent ? "ENVOYE" : "A_ENVOYER",
                null);
        if (sent) line(at.plusSeconds(7_200), "COURRIER", subject, recipient, "/courriers", false);
    }

    /// A letter written from a template. Its id has a chance of its own, so that the rest of the
    /// region does not change with it.
    ///
    /// @param template `code|title`
    UUID letter(
            Instant at,
            String recipientKind,
            String recipient,
            @Nullable String address,
            String template,
            String subject,
            String body,
            boolean sent) {
        var code = template.split("\\|");
        var letter = Ids.at(at, own);
        add(
                letter,
                at,
                new Sheet(
                        recipientKind,
                        recipient,
                        address,
                        null,
                        "LETTRE",
                        subject,
                        body,
                        null,
                        code[0],
                        code[1]),
                sent ? "ENVOYE" : "A_ENVOYER",
                null);
        return letter;
    }

    /// It came back from the post.
    void returned(
            Instant at, String recipientKind, String recipient, String address, String subject) {
        var letter = Ids.at(at, own);
        add(
                letter,
                at,
                new Sheet(
                        recipientKind,
                        recipient,
                        address,
                        null,
                        "LETTRE",
                        subject,
                        "Madame, Monsieur,\n\nNous vous invitons à la réunion de concertation du 26 mai.\n\nBien cordialement,",
                        null,
                        "rcp",
                        "Invitation à une réunion de concertation (RCP)"),
                "ECHEC",
                at.atZone(FrenchDates.PARIS).toLocalDate().plusDays(8));
        var back = at.plus(8, ChronoUnit.DAYS);
        copy.add(
                Into.ADDRESS_MARK,
                network,
                Ids.at(back, own),
                PersonName.searchKey(recipient + " " + address),
                letter,
                "NPAI",
                back.atZone(FrenchDates.PARIS).toLocalDate());
        copy.add(
                Into.TASK,
                network,
                Ids.at(back, own),
                id,
                "TACHE",
                "Courrier revenu\u00A0: retrouver la bonne adresse",
                null,
                null,
                back.atZone(FrenchDates.PARIS).toLocalDate(),
                null,
                coordinator.id(),
                null,
                back,
                structure.only("SECRETARY").name(),
                null,
                null,
                null);
    }

    /// Letters printed together, and not posted yet.
    void batch(Instant at, List<UUID> letters) {
        var batch = Ids.at(at, own);
        var secretary = structure.only("SECRETARY").name();
        copy.add(
                Into.BATCH,
                network,
                batch,
                1,
                true,
                at,
                secretary,
                1,
                at.plusSeconds(60),
                secretary);
        for (int i = 0; i < letters.size(); i++) {
            copy.add(Into.BATCH_LETTER, network, batch, letters.get(i), i + 1);
            event(letters.get(i), "LOT", at, secretary, null);
            event(letters.get(i), "IMPRIME", at.plusSeconds(60), secretary, "Avec le lot\u00A01");
        }
    }

    /// What a letter says.
    private record Sheet(
            String recipientKind,
            String recipient,
            @Nullable String address,
            @Nullable String rpps,
            String kind,
            String subject,
            String body,
            @Nullable UUID about,
            @Nullable String code,
            @Nullable String title) {}

    private void add(
            UUID letter, Instant at, Sheet sheet, String state, @Nullable LocalDate returned) {
        var sent = state.equals("ENVOYE") || state.equals("ECHEC");
        var secretary = structure.only("SECRETARY").name();
        copy.add(
                Into.MESSAGE,
                network,
                letter,
                id,
                sheet.recipientKind(),
                sheet.recipient(),
                sheet.address(),
                sheet.rpps(),
                "COURRIER",
                sheet.kind(),
                sheet.subject(),
                sheet.body(),
                sheet.about(),
                state,
                sent ? 1 : 0,
                at,
                coordinator.name(),
                sent ? at.plusSeconds(7_200) : null,
                sent ? secretary : null,
                null,
                sheet.code() != null,
                !PLAIN.contains(sheet.code() == null ? sheet.kind() : sheet.code()),
                sheet.code(),
                sheet.code() == null ? null : "version Maillage\u00A01",
                sheet.title(),
                returned,
                returned == null ? null : "NPAI");
        event(letter, "ECRIT", at, coordinator.name(), null);
        if (sent) event(letter, "POSTE", at.plusSeconds(7_200), secretary, null);
        if (returned != null)
            event(
                    letter,
                    "REVENU",
                    returned.atTime(9, 40).atZone(FrenchDates.PARIS).toInstant(),
                    secretary,
                    "N’habite pas à l’adresse indiquée (NPAI)");
    }

    private void event(UUID letter, String kind, Instant at, String by, @Nullable String words) {
        copy.add(
                Into.LETTER_EVENT,
                network,
                Ids.at(at, own),
                letter,
                kind,
                "COURRIER",
                at.atZone(FrenchDates.PARIS).toLocalDate(),
                words,
                by,
                at);
    }

    /// Where the attending doctor gets mail; nobody else's address is known here.
    private @Nullable String address(@Nullable String rpps) {
        var mt = who.mt();
        return mt == null || rpps == null || !mt.rpps().equals(rpps)
                ? null
                : "Cabinet médical fictif\n" + mt.commune().postcode() + " " + mt.commune().name();
    }

    void cancelledMessage(Instant at, String recipient, String subject, String why) {
        copy.add(
                Into.MESSAGE,
                network,
                id(at),
                id,
                "MEDECIN_TRAITANT",
                recipient,
                null,
                null,
                "COURRIER",
                "FAIT_SIGNIFICATIF",
                subject,
                subject,
                null,
                "ANNULE",
                0,
                at,
                coordinator.name(),
                null,
                null,
                why,
                false,
                true,
                null,
                null,
                null,
                null,
                null);
    }
}
