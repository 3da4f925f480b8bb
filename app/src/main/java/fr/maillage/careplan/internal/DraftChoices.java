package fr.maillage.careplan.internal;

import fr.maillage.careplan.internal.PpsForms.Choices;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.Rights;
import fr.maillage.kernel.PatientId;
import fr.maillage.network.Networks;
import fr.maillage.web.FormView;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import org.springframework.stereotype.Component;

/// What the forms of a draft offer to choose from. The caller is in a transaction.
@Component
class DraftChoices {

    private final CaseFiles files;
    private final RetainedProblems retained;
    private final Networks networks;
    private final Rights rights;
    private final Clock clock;

    DraftChoices(
            CaseFiles files,
            RetainedProblems retained,
            Networks networks,
            Rights rights,
            Clock clock) {
        this.files = files;
        this.retained = retained;
        this.networks = networks;
        this.rights = rights;
        this.clock = clock;
    }

    /// @param content lines that others may point to, as far as who writes may read them
    Choices of(PatientId patient, Content content) {
        var today = LocalDate.now(clock);
        var problems = new ArrayList<String>();
        retained.of(patient).forEach(p -> problems.add(p.label()));
        content.goals()
                .forEach(g -> {
                    if (g.problem() != null && !problems.contains(g.problem()))
                        problems.add(g.problem());
                });
        return new Choices(
                files.circle(patient, today),
                networks.coordinators(today),
                content.goals(),
                content.interventions(),
                problems,
                rights.of(patient).stream()
                        .filter(r -> !r.closed() && !r.protection())
                        .map(r -> new FormView.Option(r.id().toString(), r.words(), false))
                        .toList());
    }
}
