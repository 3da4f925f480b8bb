package fr.maillage.correspondence.internal;

import fr.maillage.correspondence.Outbox;
import fr.maillage.intake.HandoverChanged;
import fr.maillage.intake.ReferralDecided;
import fr.maillage.intake.ReferralReceived;
import fr.maillage.intake.Referrals.LetterState;
import fr.maillage.intake.Referrals;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A request that comes in or is answered, a hand-over that leaves: the letters they call for are
/// put in the tray in the same transaction. Who is told what is the request's own answer (the
/// doctor unless the person opposes it or there is none, the asker what their quality allows). A
/// letter not yet posted gives way to the one that says more.
@Component
class PutLettersOfReferrals {

    private final Outbox outbox;
    private final Referrals referrals;
    private final JdbcClient sql;

    PutLettersOfReferrals(Outbox outbox, Referrals referrals, JdbcClient sql) {
        this.outbox = outbox;
        this.referrals = referrals;
        this.sql = sql;
    }

    @EventListener
    void on(ReferralReceived event) {
        tell(event.referral());
    }

    @EventListener
    void on(ReferralDecided event) {
        tell(event.referral());
    }

    /// Sent, then acknowledged: one letter.
    @EventListener
    void on(HandoverChanged event) {
        var already =
                sql.sql(
                                "select exists (select 1 from correspondence.outgoing_message where about_id = :about and kind = 'RELAIS')")
                        .param("about", event.handover())
                        .query((row, _) -> row.getBoolean(1))
                        .single();
        if (!already) put(referrals.letterOfHandover(event.handover()));
    }

    private void tell(UUID referral) {
        for (var letter : referrals.noticeFor(referral).letters()) {
            sql.sql(
                            """
                            update correspondence.outgoing_message set state = 'ANNULE', cancelled_why = :why
                             where about_id = :about and recipient_kind = :recipient and state = 'A_ENVOYER'
                            """)
                    .param("why", CorrespondenceText.OVERTAKEN)
                    .param("about", letter.about())
                    .param("recipient", letter.recipientKind())
                    .update();
            put(letter);
            referrals.letter(referral, letter.recipientKind(), LetterState.READY);
        }
    }

    private void put(Referrals.Letter letter) {
        outbox.put(
                new Outbox.Message(
                        letter.patient(),
                        letter.recipientKind(),
                        letter.recipientName(),
                        null,
                        letter.recipientRpps(),
                        letter.kind(),
                        letter.subject(),
                        letter.body(),
                        letter.about()));
    }
}
