package fr.maillage.patient;

import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who a person is, as the identity page shows and saves it. Source of the rules: RNIV, référentiel
/// INS.
public interface Identities {

    /// What is known. Throws `NotFound`.
    Identity get(PatientId id);

    /// Saves what was typed over the version that was read, or says why not. Writes the trail, and
    /// the line of life when the attending doctor or their information changed.
    Saved save(PatientId id, IdentityForm typed, int version);

    /// Communes whose name or postcode begins as typed, or is near; « Douai (59500) ». At most
    /// `limit`.
    List<String> communes(String typed, int limit);

    /// What to ask when several communes bear the name typed; empty when one does, or none known.
    Optional<String> questionAbout(String commune);

    /// Each change of a trait, the latest first.
    List<Change> history(PatientId id);

    /// On what a change may rest: code and words.
    Map<String, String> grounds();

    /// @param was empty when nothing was known
    /// @param ground on what it rests, in words
    /// @param noLongerQualified the change took the qualification of the INS away
    record Change(
            String trait,
            String was,
            String became,
            Instant at,
            String by,
            String ground,
            @Nullable String why,
            boolean noLongerQualified) {}

    /// @param status PROVISOIRE, RECUPEREE, VALIDEE or QUALIFIEE
    /// @param statusWords what the status means, and what it allows
    /// @param insFormatted the matricule in the groups people read, or null
    record Identity(
            IdentityForm form,
            String status,
            String statusWords,
            @Nullable String insFormatted,
            int version) {}

    /// What became of a saving.
    sealed interface Saved {
        /// It is saved.
        record Done() implements Saved {}

        /// A field at least is wrong; nothing is saved.
        record Refused(FormErrors errors) implements Saved {}

        /// Somebody saved first: what they wrote, where it differs from what was typed.
        record Stale(Identity current, List<Difference> differences) implements Saved {}
    }

    /// A field a colleague left otherwise than it was typed: its label and their value.
    record Difference(String field, String theirs) {}
}
