package fr.maillage.help.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// « Appui fonctionnel »: what an attending doctor asks of the team. Source: HCAAM, report of 23
/// June 2011, cited by the guide DGOS 2012, partie 1 §1 A: five things.
///
/// @param told whether everything asked was answered to the doctor
record Asked(
        UUID id,
        LocalDate askedOn,
        String askedBy,
        @Nullable String words,
        LocalDate dueOn,
        boolean told,
        String notedBy,
        List<Answer> items) {

    /// @param conclusion null while it is awaited
    record Answer(
            Item item, @Nullable String conclusion, @Nullable LocalDate on, @Nullable String by) {}

    /// The five things, in the order of the text.
    enum Item {
        LOGEMENT("Diagnostic d’aménagement du domicile", "/evaluations/nouvelle?outil=habitat"),
        HOSPITALISATION("Avis d’expert sur le recours à l’hôpital", "/rcp"),
        AIDE_DOMICILE(
                "Diagnostic du besoin d’aide à domicile", "/evaluations/nouvelle?outil=aggir"),
        SUIVI_GLOBAL(
                "Suivi de la prise en charge globale et de la coordination des intervenants",
                "/suivi"),
        PROCHES("Formation et information de l’entourage", "/appuis#noter");

        final String label;

        /// Where the team does it, in the file.
        final String path;

        Item(String label, String path) {
            this.label = label;
            this.path = path;
        }
    }

    boolean waits() {
        return items.stream().anyMatch(i -> i.conclusion() == null);
    }

    @Override
    public String toString() {
        return "Asked[" + id + "]";
    }
}
