package fr.maillage.followup.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.followup.internal.realised.ActState;
import fr.maillage.followup.internal.realised.RealisedPage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import fr.maillage.web.Mark;
import org.jspecify.annotations.Nullable;

/// Planned against done for one person.
///
/// @param mayMark whether the reader may mark acts here
/// @param states every act of the plan by state; each opens its acts
/// @param chosen the intervention whose acts are listed, or null: those to be marked
/// @param reasons the list of « non fait parce que »
public record SuiviPage(
        Banner banner,
        boolean mayMark,
        int planned,
        int done,
        int missed,
        RealisedPage.Line states,
        List<Intervention> interventions,
        @Nullable String chosen,
        String listTitle,
        List<Act> acts,
        List<Choice> reasons,
        String today) {

    /// @param next the next day, in words
    public record Intervention(
            String id,
            String title,
            @Nullable String actor,
            Map<ActState, Long> states,
            @Nullable String next,
            boolean inForce) {

        /// Acts whose day has come or that were marked.
        public int planned() {
            return done() + missed() + count(ActState.A_FAIRE);
        }

        /// Done, late or not.
        public int done() {
            return count(ActState.FAIT, ActState.FAIT_HORS_DELAI);
        }

        /// Not done, or without news past their tolerance.
        public int missed() {
            return count(ActState.NON_FAIT, ActState.SANS_NOUVELLE);
        }

        /// Still to come.
        public int coming() {
            return count(ActState.A_VENIR);
        }

        private int count(ActState... among) {
            return Arrays.stream(among).mapToInt(s -> states.getOrDefault(s, 0L).intValue()).sum();
        }

        /// « 14 sur 18, 2 manquées ».
        public String words() {
            if (planned() == 0) return coming() + " à venir";
            return done()
                    + " sur "
                    + planned()
                    + (missed() == 0
                            ? ""
                            : missed() == 1 ? ", 1 manquée" : ", " + missed() + " manquées");
        }
    }

    /// @param detail who, when, why
    public record Act(
            String id,
            String title,
            @Nullable String actor,
            String due,
            String dueExact,
            String dueUntil,
            Mark mark,
            @Nullable String detail,
            boolean open,
            boolean marked) {}
}
