package fr.maillage.careplan.internal;

import fr.maillage.casefile.SupportClosed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// An exit closes the plan in the same transaction: nothing is planned for somebody who left.
@Component
class ClosePlansWhenSupportCloses {

    private final PpsService service;

    ClosePlansWhenSupportCloses(PpsService service) {
        this.service = service;
    }

    @EventListener
    void on(SupportClosed event) {
        service.closeWith(event.support(), event.network(), event.at());
    }
}
