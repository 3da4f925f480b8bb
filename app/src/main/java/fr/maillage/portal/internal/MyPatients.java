package fr.maillage.portal.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Which files open for a member of circles. A person who opposes sharing with them is not even in
/// the list. Each file is asked in its own transaction: one that does not open must not undo the
/// others.
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
        var open =
                screens.candidates(who).stream()
                        .flatMap(candidate ->
                                reach(candidate.patient())
                                        .map(file -> new PortalScreens.Followed(candidate, file))
                                        .stream())
                        .toList();
        trail.listed(
                "MES PATIENTS", open.stream().map(f -> f.candidate().patient().value()).toList());
        return open;
    }

    private Optional<OpenFile> reach(PatientId patient) {
        try {
            return Optional.of(caseFiles.openToWrite(patient, Part.SUIVI));
        } catch (NotFound _) {
            return Optional.empty();
        }
    }

    /// Opens what the reader was given, and traces just that: the plan, or the tasks alone. Throws
    /// `NotFound`.
    OpenFile open(PatientId patient) {
        var tasks = PortalScreens.tasksOnly(caseFiles.openToWrite(patient, Part.SUIVI));
        return caseFiles.open(patient, tasks ? Part.SUIVI : Part.PPS);
    }
}
