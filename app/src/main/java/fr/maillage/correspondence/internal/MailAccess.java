package fr.maillage.correspondence.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who may do what with a letter. The text of one with health content opens for clinicians; names
/// and status, posting, and printing in a batch are for whoever handles the person's mail: somebody
/// has to put the paper in its envelope, under the secrecy of the whole team.
@Component
class MailAccess {

    private final MailService mail;
    private final CaseFiles files;
    private final JdbcClient sql;

    MailAccess(MailService mail, CaseFiles files, JdbcClient sql) {
        this.mail = mail;
        this.files = files;
        this.sql = sql;
    }

    /// The letter, to be read. Throws `NotFound` for who may not.
    @Transactional
    public Letter toRead(UUID id) {
        var letter = mail.get(id);
        if (letter.patient() != null)
            files.open(letter.patient(), letter.clinical() ? Part.PPS : Part.COURRIERS);
        return letter;
    }

    /// Whether who is signed in may read a letter they act on.
    boolean readable(UUID id) {
        return SignedIn.current().role().clinical() || !mail.get(id).clinical();
    }

    /// The letter, for an act on its envelope. Throws `NotFound` for who may not.
    @Transactional
    public Letter toAct(UUID id) {
        var letter = mail.get(id);
        if (letter.patient() != null) files.openToWrite(letter.patient(), Part.COURRIERS);
        return letter;
    }

    /// Several letters, to be put in envelopes. Throws `NotFound` when one of them is not theirs.
    @Transactional
    public void toAct(Collection<UUID> ids) {
        var patients =
                sql.sql(
                                "select patient_id from correspondence.outgoing_message where id = any (:ids)")
                        .param("ids", ids.toArray(UUID[]::new))
                        .query((row, _) ->
                                Optional.ofNullable(row.getObject("patient_id", UUID.class)))
                        .list();
        if (patients.size() != new HashSet<>(ids).size()) throw new NotFound("courrier", null);
        var persons =
                patients.stream().flatMap(Optional::stream).distinct().map(PatientId::new).toList();
        var open = files.opening(persons, Part.COURRIERS);
        for (var person : persons)
            if (!open.containsKey(person)) throw new NotFound("courrier", null);
    }
}
