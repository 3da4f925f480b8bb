package fr.maillage.followup.internal.liaison;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles.OpenFile;
import java.util.List;

/// Who reads a notebook, and how far: the team everything, a member of the circle their parts, the
/// person and their relative what was not kept from them.
record NotebookReader(OpenFile file, SignedIn who) {

    List<NotebookPart> parts() {
        return NotebookPart.of(file.parts());
    }

    /// Parts they may write in: a relative says it to everybody, or to those who care.
    List<NotebookPart> writes() {
        return person() ? List.of(NotebookPart.TACHES, NotebookPart.SOINS) : parts();
    }

    /// The person, or who reads for them.
    boolean person() {
        return who.role() == Role.PATIENT;
    }

    boolean team() {
        return who.role().clinical();
    }
}
