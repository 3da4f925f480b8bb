package fr.maillage.demo.internal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Letters.
final class MailPart extends LifePart {

    MailPart(Life life) {
        super(life);
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
        copy.add(
                Into.MESSAGE,
                network,
                id(at),
                id,
                recipientKind,
                recipient,
                null,
                rpps,
                "COURRIER",
                kind,
                subject,
                body,
                about,
                sent ? "ENVOYE" : "A_ENVOYER",
                sent ? 1 : 0,
                at,
                coordinator.name(),
                sent ? at.plusSeconds(7_200) : null,
                sent ? structure.only("SECRETARY").name() : null,
                null);
        if (sent) line(at.plusSeconds(7_200), "COURRIER", subject, recipient, "/courriers", false);
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
                why);
    }
}
