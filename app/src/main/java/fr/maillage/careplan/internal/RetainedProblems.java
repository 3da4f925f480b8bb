package fr.maillage.careplan.internal;

import fr.maillage.assessment.Assessments.Problem;
import fr.maillage.assessment.Assessments;
import fr.maillage.kernel.PatientId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Problems retained at an evaluation, as goals name them.
@Component
@Transactional(readOnly = true)
class RetainedProblems {

    private final Assessments assessments;

    RetainedProblems(Assessments assessments) {
        this.assessments = assessments;
    }

    public List<Problem> of(PatientId patient) {
        return assessments.problems(patient);
    }

    /// The one with this label, so that the goal stays tied to it; null when none has it.
    public @Nullable UUID labelled(PatientId patient, String label) {
        return labelled(of(patient), label);
    }

    /// As [#labelled(PatientId, String)], among these.
    static @Nullable UUID labelled(List<Problem> problems, @Nullable String label) {
        for (var problem : problems)
            if (problem.label().equalsIgnoreCase(label)) return problem.id();
        return null;
    }
}
