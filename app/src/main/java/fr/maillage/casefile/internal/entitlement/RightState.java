package fr.maillage.casefile.internal.entitlement;

import fr.maillage.web.Mark;
import fr.maillage.web.Marked;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Where a right stands.
enum RightState implements Marked {
    A_DEMANDER("À demander", "is-due", "circle-dashed"),
    DEMANDE("Demandé", "is-info", "send"),
    ACCORDE("Accordé", "is-done", "circle-check"),
    REFUSE("Refusé", "is-late", "circle-x"),
    RECOURS("Recours", "is-info", "scale"),
    CLOS("Clos", "", "circle");

    /// Those one may choose in the form: the end has its own gesture.
    static final List<RightState> CHOICES = List.of(A_DEMANDER, DEMANDE, ACCORDE, REFUSE, RECOURS);

    private final Mark mark;

    RightState(String label, String tone, String icon) {
        mark = new Mark(label, tone, icon);
    }

    @Override
    public Mark mark() {
        return mark;
    }

    /// An answer is awaited.
    boolean pending() {
        return this == A_DEMANDER || this == DEMANDE || this == RECOURS;
    }

    static Optional<RightState> parse(String code) {
        return Arrays.stream(values()).filter(s -> s.name().equals(code)).findFirst();
    }
}
