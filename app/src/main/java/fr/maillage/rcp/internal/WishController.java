package fr.maillage.rcp.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.Shown;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// RCP proposed by professionals of circles: sent from their page, answered on the page of
/// meetings.
@Controller
@PreAuthorize(Allowed.FILES)
class WishController {

    private final CaseFiles files;
    private final WishService wishes;
    private final MeetingsScreens lists;
    private final Clock clock;

    WishController(CaseFiles files, WishService wishes, MeetingsScreens lists, Clock clock) {
        this.files = files;
        this.wishes = wishes;
        this.lists = lists;
        this.clock = clock;
    }

    @GetMapping("/dossiers/{patient}/rcp/proposition")
    @PreAuthorize(Allowed.PROFESSIONAL)
    String blank(@PathVariable UUID patient, Submission sent) {
        var file = files.open(new PatientId(patient), Part.SUIVI);
        return sent.show("rcp/wish", page(file, Shown.none()));
    }

    @PostMapping("/dossiers/{patient}/rcp/proposition")
    @PreAuthorize(Allowed.PROFESSIONAL)
    String propose(@PathVariable UUID patient, Submission sent) {
        var id = new PatientId(patient);
        var file = files.openToWrite(id, Part.SUIVI);
        // somebody of several structures acts in the one of this person, from the start
        return SignedIn.current()
                .tenancy()
                .actingFor(file.network())
                .call(() ->
                        sent.end(
                                Act.to(
                                        "/dossiers/" + patient + "/rcp/proposition",
                                        RcpText.WISHED,
                                        () -> wishes.propose(id, sent.typed())),
                                "proposition",
                                "rcp/wish",
                                shown -> page(file, shown)));
    }

    @PostMapping("/rcp/propositions/{id}/acceptation")
    @PreAuthorize(Allowed.CLINICAL)
    String accept(@PathVariable UUID id, Submission sent) {
        return sent.end(
                new Act(RcpText.WISH_ACCEPTED, () -> "/rcp/" + wishes.accept(id, sent.typed())),
                id + "-oui",
                "rcp/meetings",
                shown -> lists.list(1, shown));
    }

    @PostMapping("/rcp/propositions/{id}/refus")
    @PreAuthorize(Allowed.CLINICAL)
    String refuse(@PathVariable UUID id, Submission sent) {
        return sent.end(
                Act.to("/rcp", RcpText.WISH_REFUSED, () -> wishes.refuse(id, sent.typed())),
                id + "-non",
                "rcp/meetings",
                shown -> lists.list(1, shown));
    }

    private WishPage page(OpenFile file, Shown shown) {
        var mine = wishes.mine(file.patient());
        var today = LocalDate.now(clock);
        var waits = mine.stream().anyMatch(Wish::waits);
        return new WishPage(
                file.banner(),
                mine.stream().map(w -> line(w, today)).toList(),
                waits && !shown.is("proposition")
                        ? null
                        : shown.form(
                                "proposition",
                                "/dossiers/" + file.patient() + "/rcp/proposition",
                                "Proposer une RCP",
                                new Typed(Map.of()),
                                typed ->
                                        List.of(
                                                FormFields.field(
                                                        "question",
                                                        "La question à poser",
                                                        "Ce que la réunion doit éclairer ou décider.",
                                                        "AREA",
                                                        typed,
                                                        true),
                                                FormFields.field(
                                                        "why",
                                                        "Pourquoi maintenant",
                                                        null,
                                                        "AREA",
                                                        typed,
                                                        true),
                                                FormFields.field(
                                                        "dates",
                                                        "Quand vous pourriez venir (facultatif)",
                                                        null,
                                                        "TEXT",
                                                        typed,
                                                        true)),
                                0,
                                "Proposer à l’équipe"));
    }

    private static WishPage.Line line(Wish wish, LocalDate today) {
        var on = wish.on();
        return new WishPage.Line(
                wish.question(),
                FrenchDates.relative(wish.wishedAt(), today),
                wish.waits() ? "À l’étude" : on != null ? "Acceptée" : "Pas retenue",
                wish.waits() ? "hourglass" : on != null ? "circle-check" : "circle-x",
                wish.waits() ? "is-due" : on != null ? "is-done" : "",
                on != null ? RcpText.title(on.kind(), on.day()) : wish.refusedWhy(),
                on == null ? null : on.href());
    }
}
