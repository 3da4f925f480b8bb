package fr.maillage.portability.internal.draft;

import fr.maillage.careplan.Recurrence;
import fr.maillage.casefile.TakingOver;
import fr.maillage.patient.Consents.Consent;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person as the file says.
///
/// @param key what knows the line again when it is given back: the number of the former tool, or
///   names and birth date
/// @param circle each with the parts of the plan the file gives them; none but their tasks when it
///   says nothing
/// @param out why the person is left out by what the file itself says (closed, deceased), or null
public record Draft(
        int sheet,
        int line,
        String key,
        Person person,
        Situation situation,
        List<Consent> consents,
        List<TakingOver.Member> circle,
        List<Act> acts,
        List<TakingOver.Right> rights,
        List<Problem> problems,
        @Nullable String out) {

    public Draft {
        consents = List.copyOf(consents);
        circle = List.copyOf(circle);
        acts = List.copyOf(acts);
        rights = List.copyOf(rights);
        problems = List.copyOf(problems);
    }

    public long count(Problem.Severity severity) {
        return problems.stream().filter(p -> p.severity() == severity).count();
    }

    @Override
    public String toString() {
        return "Draft[line " + line + "]";
    }

    /// @param ins its key is right; never more than a provisional identity
    /// @param mtState DECLARE, A_DECLARER, A_RECHERCHER or NE_PARTICIPE_PAS
    public record Person(
            @Nullable String fileNumber,
            String birthName,
            @Nullable String usedName,
            String givenNames,
            String sex,
            @Nullable LocalDate birthDate,
            @Nullable String birthPlace,
            @Nullable String ins,
            @Nullable String phone,
            @Nullable String mobile,
            @Nullable String email,
            @Nullable String address,
            @Nullable String postcode,
            @Nullable String commune,
            String mtState,
            @Nullable String mtRpps,
            @Nullable String mtName,
            @Nullable String mtPhone,
            @Nullable String note) {

        public String name() {
            return birthName.toUpperCase(java.util.Locale.FRENCH) + " " + givenNames;
        }

        @Override
        public String toString() {
            return "Person[…]";
        }
    }

    /// @param watch level 0
    /// @param referent a member of the team
    public record Situation(
            boolean watch,
            int level,
            String theme,
            LocalDate includedOn,
            @Nullable String motive,
            @Nullable UUID referent,
            @Nullable LocalDate reassessedOn,
            @Nullable LocalDate reassessOn) {}

    /// An intervention that goes on.
    ///
    /// @param type of the plan
    /// @param actor a member of the circle by their name, or anybody else in words
    public record Act(String title, String type, @Nullable String actor, Recurrence when) {}
}
