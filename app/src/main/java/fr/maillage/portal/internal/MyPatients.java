package fr.maillage.portal.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Which files open for a member of circles. A person who opposes sharing with them is not even in
/// the list.
@Component
class MyPatients {

    private final CaseFiles caseFiles;
    private final PortalScreens screens;
    private final Trail trail;

    MyPatients(CaseFiles caseFiles, PortalScreens screens, Trail trail) {
        this.caseFiles = caseFiles;
        this.screens = screens;
        this.trail = trail;
    }

    /// Persons whose file opens, by name; the list leaves one line in the trail of each structure.
    List<PortalScreens.Followed> of(SignedIn who) {
        var candidates = screens.candidates(who);
        var files =
                caseFiles.opening(
                        candidates.stream().map(PortalScreens.Candidate::patient).toList(),
                        Part.SUIVI);
        trail.listed("MES PATIENTS", files.keySet().stream().map(PatientId::value).toList());
        return candidates.stream()
                .filter(candidate -> files.containsKey(candidate.patient()))
                .map(candidate ->
                        new PortalScreens.Followed(
                                candidate, Objects.requireNonNull(files.get(candidate.patient()))))
                .toList();
    }

    /// Opens what the reader was given, and traces just that: the plan, or the tasks alone. Throws
    /// `NotFound`.
    OpenFile open(PatientId patient) {
        var tasks = PortalScreens.tasksOnly(caseFiles.openToWrite(patient, Part.SUIVI));
        return caseFiles.open(patient, tasks ? Part.SUIVI : Part.PPS);
    }
}
