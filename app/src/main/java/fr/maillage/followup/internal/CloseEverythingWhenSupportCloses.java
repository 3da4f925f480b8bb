package fr.maillage.followup.internal;

import fr.maillage.casefile.SupportClosed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// An exit, a death above all, closes every alert and task in its own transaction: nobody calls the
/// widow tomorrow about a missed physiotherapist.
@Component
class CloseEverythingWhenSupportCloses {

    private final AlertService alerts;

    CloseEverythingWhenSupportCloses(AlertService alerts) {
        this.alerts = alerts;
    }

    @EventListener
    void on(SupportClosed event) {
        alerts.closeAll(event.patient());
    }
}
