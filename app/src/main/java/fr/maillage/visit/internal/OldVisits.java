package fr.maillage.visit.internal;

import fr.maillage.kernel.NetworkId;
import fr.maillage.platform.NightWork;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Forgets the keys of visits nobody ended: what a lost telephone still holds opens no more.
@Component
class OldVisits implements NightWork {

    private final VisitRepository visits;
    private final Clock clock;

    OldVisits(VisitRepository visits, Clock clock) {
        this.visits = visits;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "visites";
    }

    @Override
    @Transactional
    public void forStructure(NetworkId network) {
        visits.forget(clock.instant().minus(VisitService.RECEIVABLE));
    }
}
