package fr.maillage.casefile.internal.succession;

import fr.maillage.kernel.NetworkId;
import fr.maillage.platform.NightWork;
import org.springframework.stereotype.Component;

/// Begins the replacements of the day, and gives back what a locum held until yesterday.
@Component
class SuccessionNight implements NightWork {

    private final SuccessionService service;

    SuccessionNight(SuccessionService service) {
        this.service = service;
    }

    @Override
    public String name() {
        return "remplacements";
    }

    @Override
    public void forStructure(NetworkId network) {
        service.due();
    }
}
