package fr.maillage.web.internal;

import fr.maillage.web.TrayCount;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How much waits, for the top of every page: counted in one transaction, since beginning one asks
/// the database as much as counting does.
@Component
@Transactional(readOnly = true)
class Trays {

    private final List<TrayCount> trays;

    Trays(List<TrayCount> trays) {
        this.trays = trays;
    }

    /// How much waits in the trays that concern who is signed in.
    public Map<TrayCount.Tray, Integer> waiting(Predicate<TrayCount.Tray> concerned) {
        var waiting = new EnumMap<TrayCount.Tray, Integer>(TrayCount.Tray.class);
        for (var tray : trays)
            if (concerned.test(tray.tray())) waiting.put(tray.tray(), tray.waiting());
        return waiting;
    }
}
