package fr.maillage.documents.internal;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.web.FormOutcome;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The page of a piece of a concern, for those who read the concern.
@Component
@Transactional // not read-only: a reading leaves its line in the trail
class PieceScreens {

    private final ConcernPieces pieces;
    private final OneDocumentScreens documents;
    private final Inspector inspector;
    private final Clock clock;

    PieceScreens(
            ConcernPieces pieces, OneDocumentScreens documents, Inspector inspector, Clock clock) {
        this.pieces = pieces;
        this.documents = documents;
        this.inspector = inspector;
        this.clock = clock;
    }

    /// Throws `NotFound` for who does not read the concern.
    PiecePage page(
            OpenFile file,
            UUID concern,
            UUID id,
            DepositForm form,
            FormOutcome outcome,
            String open) {
        var one = pieces.read(file.patient(), concern, id);
        var today = LocalDate.now(clock);
        var concernHere = "/dossiers/" + file.patient() + "/preoccupations/" + concern;
        var here = concernHere + "/pieces/" + id;
        var removedAt = one.removedAt();
        return new PiecePage(
                file.banner(),
                here,
                concernHere + "#pieces",
                one.title(),
                DocumentScreens.nature(one),
                removedAt == null
                        ? null
                        : DocumentsText.removedWhy(
                                FrenchDates.date(LocalDate.ofInstant(removedAt, FrenchDates.PARIS)),
                                String.valueOf(one.removedBy()),
                                String.valueOf(one.removedWhy())),
                SignedIn.current().role() != Role.PROFESSIONAL && !one.removed(),
                one.version(),
                open,
                form.why(),
                outcome.errors(),
                outcome.conflict(),
                DocumentsText.size(inspector.limit()),
                inspector.limit(),
                documents.versions(id).stream()
                        .map(v ->
                                new PiecePage.Version(
                                        "Version\u00A0" + v.number(),
                                        v.number() == one.shown(),
                                        one.removed() ? null : here + "?version=" + v.number(),
                                        FrenchDates.shortDay(
                                                LocalDate.ofInstant(v.at(), FrenchDates.PARIS),
                                                today),
                                        FrenchDates.exact(v.at()),
                                        v.by(),
                                        v.fileName(),
                                        v.why()))
                        .toList());
    }

    /// One file of a piece that is in view. Throws `NotFound`.
    OneDocumentScreens.Version content(OpenFile file, UUID concern, UUID id, int number) {
        var one = pieces.read(file.patient(), concern, id);
        return documents.versions(id).stream()
                .filter(v -> !one.removed() && v.number() == (number < 1 ? one.shown() : number))
                .findFirst()
                .orElseThrow(() -> new fr.maillage.kernel.NotFound("document", id));
    }
}
