package fr.maillage.casefile.internal;

import fr.maillage.intake.CurrentSupport;
import fr.maillage.kernel.PatientId;
import org.springframework.stereotype.Component;

@Component
class SqlCurrentSupport implements CurrentSupport {

    private final Supports supports;

    SqlCurrentSupport(Supports supports) {
        this.supports = supports;
    }

    @Override
    public boolean of(PatientId patient) {
        return supports.open(patient).filter(Supports.Row::active).isPresent();
    }
}
