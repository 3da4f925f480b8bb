package fr.maillage.portability.internal;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;

/// « Lancer », without a browser.
public final class Launch {

    private Launch() {}

    /// Asks for a takeover that was tried; the scheduler does it later.
    public static void of(BeanFactory beans, UUID takeover) {
        beans.getBean(TakeoverService.class).start(takeover, LocalDate.of(2026, 6, 2));
    }
}
