package fr.maillage.careplan;

import fr.maillage.careplan.CarePlans.Intervention;
import fr.maillage.careplan.CarePlans.Plan;
import fr.maillage.casefile.CaseFiles.OpenFile;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What changed in a file since a member of the circle last opened it. The pages of this module ask
/// it; who answers sees what was done of the plan, which this module does not.
public interface SinceLastVisit {

    /// Empty at the first visit. `plan` is the plan in force, `readable` those of its interventions
    /// that the page shows. Joins the caller's transaction.
    Optional<Since> of(OpenFile file, @Nullable Plan plan, List<Intervention> readable);

    /// @param visit « il y a 4 j »
    /// @param what sentences; none: nothing changed
    record Since(String visit, List<String> what) {}
}
