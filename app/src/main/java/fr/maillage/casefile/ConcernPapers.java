package fr.maillage.casefile;

import java.util.List;
import java.util.UUID;

/// The papers of a concern of abuse (photograph, certificate, letter). Asked here, answered by the
/// module that keeps documents. Who may read the concern reads them, and nobody else.
public interface ConcernPapers {

    /// Those of one concern that who is signed in reads, oldest first.
    List<RightPapers.Paper> ofConcern(UUID concern);
}
