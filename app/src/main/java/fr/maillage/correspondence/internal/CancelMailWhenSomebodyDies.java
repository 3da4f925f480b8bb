package fr.maillage.correspondence.internal;

import fr.maillage.casefile.SupportClosed;
import fr.maillage.correspondence.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// A death stops every letter at once, in the transaction of the exit: nothing about the dead is
/// posted tomorrow.
@Component
class CancelMailWhenSomebodyDies {

    private final Outbox outbox;

    CancelMailWhenSomebodyDies(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(SupportClosed event) {
        if (event.reason().equals("DECES"))
            outbox.cancelAll(event.patient(), CorrespondenceText.DEATH);
    }
}
