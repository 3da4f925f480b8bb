package fr.maillage.careplan;

import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Plans, as other modules ask about them. Reading leaves no trace here: the page that shows it
/// opens the file first.
public interface CarePlans {

    /// The plan in force of a person.
    Optional<Plan> current(PatientId patient);

    /// Plans on which the opinion of the attending doctor with this number is awaited, in every
    /// structure the caller may read, oldest first.
    List<Awaited> awaitedFrom(String rpps);

    /// How many of the persons a coordinator follows at level 2 or 3 have a plan that lacks
    /// something on `today`: the length of their list « Plans à compléter ».
    int toComplete(UUID coordinator, LocalDate today);

    /// The content of a plan in force, each piece with the part it belongs to so that a reader sees
    /// what is theirs.
    ///
    /// @param opinion ATTENDU, VALIDE, VALIDE_APRES_AMENDEMENT, MODIFICATION_DEMANDEE or SANS_OBJET
    /// @param validated with the attending doctor's opinion; a plan in force by silence is not
    /// @param amendment what the doctor amended, part of the plan; null when nothing
    /// @param toReassess the reassessment date has come
    record Plan(
            UUID id,
            int number,
            Instant inForceAt,
            LocalDate reassessOn,
            boolean toReassess,
            String opinion,
            boolean validated,
            @Nullable String amendment,
            @Nullable String referent,
            @Nullable String caseCoordinator,
            List<Section> sections,
            List<Pathology> pathologies,
            List<Goal> goals,
            List<Intervention> interventions) {}

    /// A text of the plan.
    ///
    /// @param part MEDICAL, PSYCHOLOGIQUE, SOCIAL, EDUCATION, SOINS, AIDE or TACHES (everybody's)
    record Section(String key, String title, String text, String part) {}

    /// @param severity LEGERE, MODEREE, SEVERE or null
    record Pathology(String label, @Nullable String severity, boolean ald, boolean main) {}

    /// @param id stable from one version to the next
    /// @param kind BIOMEDICAL or QUALITATIF
    /// @param result EN_COURS, ATTEINT, EN_PARTIE, NON_ATTEINT or ABANDONNE
    record Goal(
            UUID id,
            @Nullable String problem,
            String part,
            String kind,
            String title,
            @Nullable String measure,
            @Nullable LocalDate dueOn,
            String result) {}

    /// @param id stable from one version to the next
    /// @param actor null while nobody was found
    /// @param when in words: « 2 fois par semaine (lun., jeu.) jusqu’au 30 septembre 2026 »
    record Intervention(
            UUID id,
            @Nullable UUID goal,
            String part,
            String type,
            String title,
            @Nullable UUID actorId,
            @Nullable String actor,
            @Nullable String profession,
            @Nullable String place,
            String when,
            Recurrence recurrence,
            int windowDays,
            int toleranceDays) {

        /// The words that stand for an actor where the person does it themselves.
        public static final String THE_PERSON = "La personne elle-même";

        /// Whether nobody comes: the person does it.
        public boolean byThePerson() {
            return THE_PERSON.equals(actor);
        }
    }

    /// A plan that waits for an opinion.
    ///
    /// @param days since it was submitted
    /// @param late whether the structure's `SILENCE_DAYS` for the person's level are over, as for
    ///   the alert of the silent doctor
    record Awaited(
            UUID pps,
            NetworkId network,
            PatientId patient,
            String person,
            int number,
            Instant submittedAt,
            int days,
            boolean late) {}

    /// Parts of a plan, as they are given to members of the circle.
    Set<String> PARTS =
            Set.of("SOINS", "MEDICAL", "PSYCHOLOGIQUE", "SOCIAL", "EDUCATION", "AIDE", "TACHES");
}
