package fr.maillage.documents.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Pieces of a concern of abuse: added from its page, read one by one, replaced or removed from
/// their own.
@Controller
@RequestMapping("/dossiers/{id}/preoccupations/{concern}/pieces")
@PreAuthorize(Allowed.AUDIENCE)
class ConcernPieceController {

    private final CaseFiles files;
    private final ConcernPieces pieces;
    private final PieceScreens screens;
    private final Contents contents;
    private final Reception reception;

    ConcernPieceController(
            CaseFiles files,
            ConcernPieces pieces,
            PieceScreens screens,
            Contents contents,
            Reception reception) {
        this.files = files;
        this.pieces = pieces;
        this.screens = screens;
        this.contents = contents;
        this.reception = reception;
    }

    /// What is not taken is said on the page of the concern, file by file.
    @PostMapping
    @PreAuthorize(Allowed.ANSWERABLE)
    public String add(
            @PathVariable UUID id,
            @PathVariable UUID concern,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> sent,
            HttpServletRequest request,
            RedirectAttributes after) {
        var patient = new PatientId(id);
        files.openToWrite(patient, Part.SYNTHESE);
        after.addFlashAttribute("toast", take(patient, concern, sent, request));
        return "redirect:/dossiers/" + id + "/preoccupations/" + concern + "#pieces";
    }

    private String take(
            PatientId patient,
            UUID concern,
            @Nullable List<MultipartFile> sent,
            HttpServletRequest request) {
        Optional<String> heavy = Reception.tooLarge(request);
        if (heavy.isPresent()) return heavy.get();
        try (var received = reception.of(sent == null ? List.of() : sent, List.of())) {
            if (received.nothing()) return DocumentsText.NOTHING;
            var kept = pieces.add(patient, concern, received.good());
            var turned =
                    received.turned().stream()
                            .map(t -> DocumentsText.of(t.name(), t.why()))
                            .collect(Collectors.joining(" "));
            return turned.isEmpty() ? DocumentsText.pieces(kept) : turned;
        }
    }

    /// The bytes of a version; of the one shown when none is asked for.
    @GetMapping("/{piece}")
    @PreAuthorize(Allowed.AUDIENCE)
    public void read(
            @PathVariable UUID id,
            @PathVariable UUID concern,
            @PathVariable UUID piece,
            @RequestParam(name = "version", defaultValue = "0") int number,
            HttpServletResponse response)
            throws IOException {
        var file = files.openToWrite(new PatientId(id), Part.SYNTHESE);
        var found = acting(file, () -> screens.content(file, concern, piece, number));
        if (!contents.check(found.content()).equals("INTACT")) throw new NotFound("contenu", piece);
        Answer.headers(
                response, found.format(), found.size(), found.fileName(), found.format().inline());
        try (var in = contents.open(found.content())) {
            in.transferTo(response.getOutputStream());
        }
    }

    @GetMapping("/{piece}/fiche")
    @PreAuthorize(Allowed.AUDIENCE)
    public String page(
            @PathVariable UUID id,
            @PathVariable UUID concern,
            @PathVariable UUID piece,
            Submission sent) {
        var file = files.openToWrite(new PatientId(id), Part.SYNTHESE);
        return acting(file, () -> again(file, concern, piece, sent, FormOutcome.fresh(), ""));
    }

    @PostMapping("/{piece}/version")
    @PreAuthorize(Allowed.ANSWERABLE)
    public String replace(
            @PathVariable UUID id,
            @PathVariable UUID concern,
            @PathVariable UUID piece,
            Submission sent,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> sentFiles,
            HttpServletRequest request,
            HttpServletResponse response) {
        var file = files.openToWrite(new PatientId(id), Part.SYNTHESE);
        var heavy = Reception.tooLarge(request);
        if (heavy.isPresent()) {
            response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
            return again(
                    file,
                    concern,
                    piece,
                    sent,
                    FormOutcome.refused(new FormErrors().add("file", heavy.get())),
                    "remplacer");
        }
        try (var received = reception.of(sentFiles == null ? List.of() : sentFiles, List.of())) {
            return sent.end(
                    Act.to(
                            here(id, concern) + "/" + piece + "/fiche",
                            DocumentsText.PIECE_REPLACED,
                            () ->
                                    pieces.replace(
                                            file.patient(),
                                            concern,
                                            piece,
                                            received.only(),
                                            DepositForm.of(sent.form()))),
                    outcome -> again(file, concern, piece, sent, outcome, "remplacer"));
        }
    }

    @PostMapping("/{piece}/retrait")
    @PreAuthorize(Allowed.ANSWERABLE)
    public String remove(
            @PathVariable UUID id,
            @PathVariable UUID concern,
            @PathVariable UUID piece,
            Submission sent) {
        var file = files.openToWrite(new PatientId(id), Part.SYNTHESE);
        return sent.end(
                Act.to(
                        "/dossiers/" + id + "/preoccupations/" + concern + "#pieces",
                        DocumentsText.PIECE_REMOVED,
                        () ->
                                pieces.remove(
                                        file.patient(),
                                        concern,
                                        piece,
                                        DepositForm.of(sent.form()))),
                outcome -> again(file, concern, piece, sent, outcome, "retirer"));
    }

    private String again(
            OpenFile file,
            UUID concern,
            UUID piece,
            Submission sent,
            FormOutcome outcome,
            String open) {
        return sent.show(
                "documents/piece",
                screens.page(file, concern, piece, DepositForm.of(sent.form()), outcome, open));
    }

    private static <T extends @Nullable Object> T acting(OpenFile file, Supplier<T> work) {
        return SignedIn.current().tenancy().actingFor(file.network()).call(work);
    }

    private static String here(UUID patient, UUID concern) {
        return "/dossiers/" + patient + "/preoccupations/" + concern + "/pieces";
    }
}
