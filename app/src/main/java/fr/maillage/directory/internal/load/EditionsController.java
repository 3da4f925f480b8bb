package fr.maillage.directory.internal.load;

import fr.maillage.access.Allowed;
import fr.maillage.access.SignedIn;
import fr.maillage.directory.Source;
import fr.maillage.web.Csv;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.Submission;
import fr.maillage.web.TooLarge;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The national files: what is in use and since when, what was refused and why; the operator gives
/// new ones.
@Controller
@PreAuthorize(Allowed.UPKEEP)
class EditionsController {

    private static final String HOME = EditionScreens.HOME;

    private final EditionScreens screens;
    private final Uploads uploads;

    EditionsController(EditionScreens screens, Uploads uploads) {
        this.screens = screens;
        this.uploads = uploads;
    }

    @GetMapping(HOME)
    @PreAuthorize(Allowed.UPKEEP)
    public String list(
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        model.addAttribute("page", screens.list(source, Math.clamp(page, 1, 10_000), Sent.with()));
        return "directory/editions";
    }

    @PostMapping(HOME)
    @PreAuthorize(Allowed.OPERATOR)
    public String receive(
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            Submission sent) {
        var form = sent.form();
        if (TooLarge.is(request)) {
            response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
            form.errors().add("file", LoadText.tooHeavy(screens.weight()));
            return again(sent);
        }
        return sent.end(
                new Act(LoadText.RECEIVED, () -> HOME + "/" + received(form, file)),
                _ -> again(sent));
    }

    private UUID received(Sent form, @Nullable MultipartFile file) {
        var source =
                Sources.LOADED.stream()
                        .filter(s -> s.name().equals(form.text("source")))
                        .findFirst()
                        .orElse(null);
        if (source == null) form.errors().add("source", LoadText.NO_SOURCE);
        if (file == null || file.isEmpty())
            form.errors()
                    .add(
                            "file",
                            file == null || String.valueOf(file.getOriginalFilename()).isEmpty()
                                    ? LoadText.NO_FILE
                                    : LoadText.EMPTY_FILE);
        FormRefused.unless(form.errors());
        return receive(source, file, form.checked("confirmed"));
    }

    private UUID receive(@Nullable Source source, @Nullable MultipartFile file, boolean confirmed) {
        if (source == null || file == null) throw new IllegalArgumentException("no file");
        return uploads.receive(
                source,
                file,
                name(file.getOriginalFilename()),
                SignedIn.current().displayName(),
                confirmed);
    }

    /// The last part of a path, without what no name holds.
    private static String name(@Nullable String given) {
        var name = String.valueOf(given);
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ").strip();
        if (plain.isEmpty()) return LoadText.UNNAMED;
        return plain.length() > 150 ? plain.substring(plain.length() - 150) : plain;
    }

    private String again(Submission sent) {
        return sent.show("directory/editions", screens.list("", 1, sent.form()));
    }

    @GetMapping(HOME + "/{id}")
    @PreAuthorize(Allowed.UPKEEP)
    public String one(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "lignes") String voir,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        model.addAttribute("page", screens.one(id, voir, Math.clamp(page, 1, 10_000), null));
        return "directory/edition";
    }

    /// How far it is; once it is over, the browser is told to read the page again.
    @GetMapping(HOME + "/{id}/avancement")
    @PreAuthorize(Allowed.UPKEEP)
    public String progress(@PathVariable UUID id, Model model, HttpServletResponse response) {
        var progress = screens.progress(id);
        if (progress == null) response.setHeader("HX-Refresh", "true");
        model.addAttribute("id", id.toString());
        model.addAttribute("progress", progress);
        return "directory/_progress";
    }

    @PostMapping(HOME + "/{id}/confirmer")
    @PreAuthorize(Allowed.OPERATOR)
    public String confirm(@PathVariable UUID id, Submission sent) {
        return sent.end(
                new Act(
                        LoadText.RECEIVED,
                        () ->
                                HOME
                                        + "/"
                                        + uploads.confirm(id, SignedIn.current().displayName())
                                                .orElseThrow(() ->
                                                        FormRefused.because(
                                                                "file", LoadText.GONE))),
                outcome ->
                        sent.show(
                                "directory/edition", screens.one(id, "lignes", 1, outcome.why())));
    }

    @GetMapping(HOME + "/{id}/lignes.csv")
    @PreAuthorize(Allowed.UPKEEP)
    public ResponseEntity<byte[]> lines(@PathVariable UUID id) {
        return Csv.file(
                Csv.of(LoadText.LINE_HEADS, screens.lines(id).stream()), "lignes-de-l-edition.csv");
    }

    @GetMapping(HOME + "/{id}/mouvements.csv")
    @PreAuthorize(Allowed.UPKEEP)
    public ResponseEntity<byte[]> movements(@PathVariable UUID id) {
        return Csv.file(
                Csv.of(LoadText.MOVEMENT_HEADS, screens.movements(id).stream()),
                "mouvements-de-l-edition.csv");
    }
}
