package fr.maillage.casefile.internal;

import fr.maillage.intake.Watches;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A watch opened from a request, by the rule of every inclusion.
@Component
class SqlWatches implements Watches {

    private final Supports supports;
    private final InclusionService inclusions;
    private final Clock clock;

    SqlWatches(Supports supports, InclusionService inclusions, Clock clock) {
        this.supports = supports;
        this.inclusions = inclusions;
        this.clock = clock;
    }

    @Override
    @Transactional
    public boolean open(PatientId patient, Watch watch) {
        if (supports.open(patient).isPresent()) return false;
        inclusions.include(
                patient,
                Sent.with(
                        "demande", watch.referral().toString(),
                        "theme", watch.theme(),
                        "level", "0",
                        "day", LocalDate.now(clock).toString(),
                        "reviewOn", watch.reviewOn().toString(),
                        "reason", watch.reason()));
        return true;
    }
}
