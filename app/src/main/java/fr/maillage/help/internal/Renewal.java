package fr.maillage.help.internal;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A professional is asked to look again at a care of the plan in force; they answer, or nobody
/// will. Source: guide DGOS 2012, fiche O1 §3 II-B (« inciter à la réactualisation des soins
/// adaptés », « appuyer l’évaluation et la réévaluation du patient par les professionnels »).
///
/// @param account of who is asked, when they sign in
record Renewal(
        UUID id,
        UUID intervention,
        String title,
        String actor,
        @Nullable UUID account,
        @Nullable String question,
        LocalDate askedOn,
        LocalDate dueOn,
        String askedBy,
        @Nullable UUID askedMember,
        State state,
        @Nullable Verdict verdict,
        @Nullable String words,
        @Nullable Made made,
        @Nullable LocalDate givenOn,
        @Nullable String givenBy,
        int version) {

    /// Where it stands.
    enum State {
        EN_ATTENTE,
        RENDUE,
        SANS_SUITE
    }

    /// What the professional says of the care.
    enum Verdict {
        MAINTENIR("Toujours adapté", "is-done", "circle-check"),
        ADAPTER("À adapter", "is-due", "refresh"),
        ARRETER("À arrêter", "is-late", "circle-x"),
        AUTRE_SOIN("Un autre soin convient mieux", "is-due", "git-compare");

        final String label;
        final String tone;
        final String icon;

        Verdict(String label, String tone, String icon) {
            this.label = label;
            this.tone = tone;
            this.icon = icon;
        }
    }

    /// By whom it was made.
    enum Made {
        SEUL("par le professionnel"),
        AVEC_EQUIPE("par le professionnel avec l’équipe");

        final String label;

        Made(String label) {
            this.label = label;
        }
    }

    boolean waits() {
        return state == State.EN_ATTENTE;
    }

    @Override
    public String toString() {
        return "Renewal[" + id + "]";
    }
}
