package fr.maillage.documents.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
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
import java.util.stream.Collectors;

/// Pieces of a concern of abuse: added from its page, and read one by one.
@Controller
@RequestMapping("/dossiers/{id}/preoccupations/{concern}/pieces")
@PreAuthorize(Allowed.AUDIENCE)
class ConcernPieceController {

    private final CaseFiles files;
    private final ConcernPieces pieces;
    private final Contents contents;
    private final Reception reception;

    ConcernPieceController(
            CaseFiles files, ConcernPieces pieces, Contents contents, Reception reception) {
        this.files = files;
        this.pieces = pieces;
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

    @GetMapping("/{piece}")
    @PreAuthorize(Allowed.AUDIENCE)
    public void read(
            @PathVariable UUID id,
            @PathVariable UUID concern,
            @PathVariable UUID piece,
            HttpServletResponse response)
            throws IOException {
        var patient = new PatientId(id);
        var file = files.openToWrite(patient, Part.SYNTHESE);
        var found =
                SignedIn.current()
                        .tenancy()
                        .actingFor(file.network())
                        .call(() -> pieces.read(patient, concern, piece));
        if (!contents.check(found.content()).equals("INTACT")) throw new NotFound("contenu", piece);
        Answer.headers(
                response, found.format(), found.size(), found.fileName(), found.format().inline());
        try (var in = contents.open(found.content())) {
            in.transferTo(response.getOutputStream());
        }
    }
}
