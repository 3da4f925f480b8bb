package fr.maillage.documents.internal;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who may open which document: the file must open for them, and the document's audience hold them.
/// What they may not see does not exist.
@Component
class Access {

    private final DocumentService documents;
    private final CaseFiles files;
    private final Clock clock;

    Access(DocumentService documents, CaseFiles files, Clock clock) {
        this.documents = documents;
        this.files = files;
        this.clock = clock;
    }

    /// A document that opens.
    ///
    /// @param file null in the tray
    record Opened(Stored document, @Nullable OpenFile file) {}

    /// To read. `trace` leaves the line of the list of documents in the trail; the bytes leave
    /// their own. Throws `NotFound`.
    Opened read(UUID id, boolean trace) {
        var found = documents.get(id);
        var who = SignedIn.current();
        var patient = found.patient();
        if (patient == null) {
            if (!desk(who)) throw missing(id);
            return new Opened(found, null);
        }
        var person = new PatientId(patient);
        var file =
                trace
                        ? files.open(person, Part.DOCUMENTS)
                        : files.openToWrite(person, Part.DOCUMENTS);
        var sight = Sight.of(file, who, clock.instant());
        if (!sight.sees(found.audience(), found.handledBy(), found.handledAt())) throw missing(id);
        if (found.removed() && !who.role().clinical()) throw missing(id);
        return new Opened(found, file);
    }

    /// To change: those of the team who see it, heads excepted. Throws `NotFound`.
    Opened write(UUID id) {
        if (!desk(SignedIn.current())) throw missing(id);
        return read(id, false);
    }

    private static boolean desk(SignedIn who) {
        return who.role() == Role.SECRETARY || who.role().clinical();
    }

    private static NotFound missing(UUID id) {
        return new NotFound("document", id);
    }
}
