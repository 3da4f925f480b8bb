package fr.maillage.careplan;

import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the findings about a person propose to their plan, shown where it is written. Answered by
/// the module that has the rules; reads under the caller's context: the caller opened the file.
public interface PlanSuggestions {

    /// What waits for a decision beside a draft; empty when no rule of the structure serves, or
    /// nothing was evaluated.
    Optional<Panel> panel(PatientId patient, UUID pps);

    /// How many lines wait for the plan in preparation, else for the one in force, else for a first
    /// one.
    int waiting(PatientId patient);

    /// @param href where a decision is posted, and where the whole is read
    /// @param seen what it was made from, sent back with a decision
    /// @param plan the draft on whose page it is shown, to which a decision returns; empty on the
    ///   page of the proposals
    /// @param write whether lines may be added now; setting aside is always possible
    /// @param count how many wait
    /// @param aside how many were set aside, the same facts standing
    /// @param held how many the plan has already
    /// @param failing rules that could not be evaluated for this person
    /// @param reasons why one sets aside, by code
    public record Panel(
            String href,
            String seen,
            String plan,
            boolean write,
            int count,
            int aside,
            int held,
            List<String> failing,
            List<Group> groups,
            List<Choice> reasons,
            Typed typed) {

        /// Whether a form that was refused is about one of these lines.
        public boolean refused(Group group) {
            return group.rows().stream().anyMatch(r -> r.id().equals(typed.row()));
        }
    }

    /// What one rule proposes.
    ///
    /// @param facts « GIR 4, 12 mars 2026 ; vit seule »
    public record Group(String why, String facts, String source, List<Row> rows) {}

    /// A line.
    ///
    /// @param kind « Objectif », « Intervention »
    /// @param effect that it would be done more often than the plan says, in words; or null
    /// @param also other rules that propose it, with their facts
    /// @param again that it was set aside on other facts; or null
    public record Row(
            String id,
            String kind,
            String title,
            String when,
            @Nullable String effect,
            List<String> also,
            @Nullable String again) {}

    /// @param code what a form sends
    public record Choice(String code, String label) {}

    /// What a form that was refused held.
    ///
    /// @param row the line it was about; empty when nothing was refused
    public record Typed(String row, String reason, String words, FormErrors errors) {

        public static final Typed NONE = new Typed("", "", "", new FormErrors());
    }
}
