package fr.maillage.casefile;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The papers of a concern of abuse (photograph, certificate, letter). Asked here, answered by the
/// module that keeps documents. Who may read the concern reads them, and nobody else.
public interface ConcernPapers {

    /// Those of one concern that who is signed in reads, oldest first; those that were removed with
    /// the others, without their content.
    List<Piece> ofConcern(UUID concern);

    /// @param href of its content; null once removed
    /// @param page where it is replaced or removed, with its former versions
    /// @param when « ajouté le… par… »
    /// @param removed when and why it was removed; null otherwise
    record Piece(
            @Nullable String href,
            String page,
            String title,
            String when,
            @Nullable String removed) {}
}
