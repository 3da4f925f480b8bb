package fr.maillage.casefile;

import fr.maillage.kernel.PatientId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file that another tool held: what it says of the accompaniment, of the circle and of the
/// rights is written as it is, without the steps of an inclusion, which happened elsewhere. Each
/// act leaves its trail. No event: who takes over thousands of files asks for what must follow
/// once.
public interface TakingOver {

    /// Opens an accompaniment that began elsewhere, with the attending doctor of the identity in
    /// the circle. Returns its id; empty when one is open already, which stays as it is.
    Optional<UUID> open(PatientId patient, Situation situation);

    /// Adds somebody to the circle, with the tasks that are theirs and nothing else of the file
    /// until the team says more. Returns their line; empty when they are in it already.
    Optional<UUID> member(PatientId patient, Member member);

    /// Notes a right; one asked for again follows the one granted. Returns its id; empty when the
    /// same one is followed already.
    Optional<UUID> right(PatientId patient, Right right);

    /// Removes what was made by mistake: the lines named, or all of the person's when `whole`.
    /// Nobody worked on them: the caller looked.
    void undo(PatientId patient, Collection<UUID> made, boolean whole);

    /// @param level 0 for a watch
    /// @param resumedOn nothing due before raises an alert about this person; null: everything may
    record Situation(
            int level,
            String themeCode,
            LocalDate includedOn,
            @Nullable UUID coordinator,
            String levelReason,
            @Nullable LocalDate resumedOn) {}

    /// @param role INTERVENANT, AIDANT_PRINCIPAL…
    /// @param rpps a number the directory knows, or null
    /// @param standing SOIGNANT, LISTE or HORS_LISTE; null: told by the number
    /// @param parts of the plan they read; empty: their tasks alone, until the team says more
    record Member(
            String name,
            @Nullable String profession,
            String role,
            @Nullable String relation,
            @Nullable String rpps,
            @Nullable String phone,
            @Nullable String email,
            LocalDate since,
            @Nullable String standing,
            Set<String> parts) {

        public Member {
            parts = Set.copyOf(parts);
        }

        @Override
        public String toString() {
            return "Member[" + role + "]";
        }
    }

    /// @param kind ALD, C2S, AME…
    /// @param state A_DEMANDER, DEMANDE, ACCORDE, REFUSE or RECOURS
    /// @param detail health content: the disease of an ALD
    /// @param appealUntil last day of an appeal against a refusal; null: as the law says
    record Right(
            String kind,
            @Nullable String name,
            String state,
            @Nullable LocalDate askedOn,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable String reference,
            @Nullable String detail,
            @Nullable LocalDate appealUntil,
            @Nullable LocalDate appealedOn) {

        @Override
        public String toString() {
            return "Right[" + kind + ", " + state + "]";
        }
    }

    /// Roles of relatives.
    List<String> OF_RELATIVES =
            List.of(
                    "AIDANT_PRINCIPAL",
                    "PERSONNE_A_PREVENIR",
                    "PERSONNE_DE_CONFIANCE",
                    "REPRESENTANT_LEGAL",
                    "PROCHE");
}
