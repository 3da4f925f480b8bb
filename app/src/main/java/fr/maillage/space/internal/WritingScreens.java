package fr.maillage.space.internal;

import fr.maillage.kernel.NotFound;
import fr.maillage.web.Sent;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The forms by which something new is written in a space.
@Component
@Transactional(readOnly = true)
class WritingScreens {

    private final Spaces spaces;

    WritingScreens(Spaces spaces) {
        this.spaces = spaces;
    }

    /// Throws `NotFound`.
    WritingPage discussion(UUID id, Sent form) {
        var space = spaces.entered(id);
        return new WritingPage(space.href(), space.title(), false, form);
    }

    /// Throws `NotFound`, also for who publishes none.
    WritingPage information(UUID id, Sent form) {
        var space = spaces.entered(id);
        if (!space.moderates()) throw new NotFound("information régionale", id);
        return new WritingPage(space.href(), space.title(), true, form);
    }
}
