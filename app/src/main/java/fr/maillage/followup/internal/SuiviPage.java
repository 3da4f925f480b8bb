package fr.maillage.followup.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Planned against done for one person.
///
/// @param mayMark whether the reader may mark acts here
/// @param chosen the intervention whose acts are listed, or null: those to be marked
/// @param reasons the list of « non fait parce que »
public record SuiviPage(
        Banner banner,
        boolean mayMark,
        int planned,
        int done,
        int missed,
        List<Intervention> interventions,
        @Nullable String chosen,
        String listTitle,
        List<Act> acts,
        List<Choice> reasons,
        String today) {

    /// @param planned acts whose day has come or that were marked; `done` and `missed` are among
    ///   them
    /// @param coming acts still to come
    /// @param next the next day, in words
    public record Intervention(
            String id,
            String title,
            @Nullable String actor,
            int planned,
            int done,
            int missed,
            int coming,
            @Nullable String next,
            boolean inForce) {

        /// « 14 sur 18, 2 manquées ».
        public String words() {
            if (planned == 0) return coming + " à venir";
            return done
                    + " sur "
                    + planned
                    + (missed == 0
                            ? ""
                            : missed == 1 ? ", 1 manquée" : ", " + missed + " manquées");
        }
    }

    /// @param severity is-late, is-due, is-done or nothing, with its icon and word
    /// @param detail who, when, why
    public record Act(
            String id,
            String title,
            @Nullable String actor,
            String due,
            String dueExact,
            String dueUntil,
            String state,
            String severity,
            String icon,
            @Nullable String detail,
            boolean open,
            boolean marked) {}
}
