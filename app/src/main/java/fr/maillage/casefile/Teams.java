package fr.maillage.casefile;

import fr.maillage.kernel.PatientId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Several teams of one structure (poles, antennas) around one person: one file, one accompaniment,
/// each team its référent.
public interface Teams {

    /// Who answers for the open accompaniment, its own référent first; nothing without one.
    List<Team> around(PatientId patient);

    /// A team joins. Throws `FormRefused` when there is no open accompaniment, nobody is chosen, or
    /// that member answers for it already.
    void join(PatientId patient, @Nullable UUID member, @Nullable UUID unit, String why);

    /// Somebody follows the person together with the référent (binôme); whoever did before no
    /// longer does. Throws `FormRefused` as [#join].
    void partner(PatientId patient, @Nullable UUID member);

    /// A team or the binôme leaves. Idempotent; the accompaniment's own référent is changed on its
    /// page.
    void leave(PatientId patient, UUID team);

    /// @param id null for the accompaniment's own
    /// @param unit pole or antenna, in words; null when none was said
    record Team(
            @Nullable UUID id,
            UUID member,
            String referent,
            @Nullable String unit,
            LocalDate since,
            Kind kind) {}

    /// What somebody is to the accompaniment.
    enum Kind {
        /// Its own référent.
        REFERENT,
        /// The second coordinator, together with the référent.
        BINOME,
        /// The référent of another team of the structure.
        EQUIPE
    }
}
