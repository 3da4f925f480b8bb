package fr.maillage.help.internal;

import fr.maillage.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Sessions of a psychologist granted to a person or a relative. What is said in them is not here.
/// Source: guide DGOS 2012, fiche D1 §3 (psychological support of patients and relatives at home,
/// consultations paid by the network).
///
/// @param relativeName null: for the person herself
/// @param ref of the psychologist, as their agreements have it
/// @param sessions latest first
record Course(
        UUID id,
        @Nullable String relativeName,
        String ref,
        String psychologist,
        int granted,
        LocalDate startsOn,
        @Nullable String reason,
        @Nullable LocalDate endedOn,
        @Nullable String endedWhy,
        List<Session> sessions,
        String openedBy,
        int version) {

    /// @param amount what the structure pays for it
    record Session(LocalDate on, Place place, State state, Money amount, String notedBy) {}

    /// Where.
    enum Place {
        DOMICILE("À domicile"),
        CABINET("Au cabinet"),
        VISIO("En visio"),
        TELEPHONE("Par téléphone");

        final String label;

        Place(String label) {
            this.label = label;
        }
    }

    /// Whether it took place. An absence is not paid: « proposition Maillage ».
    enum State {
        FAITE("Faite", "is-done", "circle-check"),
        ABSENCE("Absence", "is-due", "circle-dashed"),
        ANNULEE("Annulée", "", "circle-x");

        final String label;
        final String tone;
        final String icon;

        State(String label, String tone, String icon) {
            this.label = label;
            this.tone = tone;
            this.icon = icon;
        }
    }

    int done() {
        return (int) sessions.stream().filter(s -> s.state() == State.FAITE).count();
    }

    /// What the structure pays for the sessions that took place.
    Money cost() {
        return sessions.stream().map(Session::amount).reduce(Money.ZERO, Money::plus);
    }

    boolean runs() {
        return endedOn == null;
    }

    @Override
    public String toString() {
        return "Course[" + id + "]";
    }
}
