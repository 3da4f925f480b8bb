package fr.maillage.correspondence.internal;

import fr.maillage.access.Allowed;
import fr.maillage.correspondence.internal.LetterTemplate.Origin;
import fr.maillage.correspondence.internal.LetterTemplates.Edited;
import fr.maillage.correspondence.internal.TemplateScreens.Editing;
import fr.maillage.correspondence.internal.text.Template;
import fr.maillage.correspondence.internal.text.WordReader;
import fr.maillage.correspondence.internal.text.WordWriter;
import fr.maillage.documents.WordFiles;
import fr.maillage.documents.WordFiles.Looked;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.TooLarge;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The structure's templates: read, edited here or in a word processor, previewed on an invented
/// person, published as a new version. Letters already written keep theirs.
@Controller
@RequestMapping("/reglages/modeles")
@PreAuthorize(Allowed.TEAM)
class TemplateController {

    private final LetterTemplates templates;
    private final TemplateScreens screens;
    private final Fields fields;
    private final LetterPapers papers;
    private final WordFiles files;

    TemplateController(
            LetterTemplates templates,
            TemplateScreens screens,
            Fields fields,
            LetterPapers papers,
            WordFiles files) {
        this.templates = templates;
        this.screens = screens;
        this.fields = fields;
        this.papers = papers;
        this.files = files;
    }

    @GetMapping
    @PreAuthorize(Allowed.TEAM)
    public String list(Model model) {
        model.addAttribute("page", screens.list());
        return "correspondence/templates";
    }

    /// @param from key of a former version to start from
    @GetMapping("/{code}")
    @PreAuthorize(Allowed.TEAM)
    public String page(
            @PathVariable String code,
            @RequestParam(name = "depuis", defaultValue = "") String from,
            Model model) {
        var current = templates.current(code);
        var start = from.isEmpty() ? current : templates.version(code, from);
        model.addAttribute(
                "page",
                screens.page(code, Editing.of(start, current.key()), null, new FormErrors()));
        return "correspondence/template";
    }

    /// @param copied code of the template to begin from
    @GetMapping("/" + TemplateScreens.NEW)
    @PreAuthorize(Allowed.TEMPLATES)
    public String blank(
            @RequestParam(name = "copie", defaultValue = "") String copied, Model model) {
        model.addAttribute("page", screens.blank(copied));
        return "correspondence/template";
    }

    /// A template of the structure's own: its first version.
    @PostMapping("/" + TemplateScreens.NEW)
    @PreAuthorize(Allowed.TEMPLATES)
    public String make(Submission sent) {
        var text = text(sent);
        return sent.end(
                new Act(
                        TemplateText.MADE,
                        () -> {
                            check(text, true, false);
                            return "/reglages/modeles/" + templates.make(text).code();
                        }),
                outcome ->
                        sent.show(
                                "correspondence/template",
                                screens.made(Editing.typed(text, ""), outcome.errors())));
    }

    @PostMapping("/{code}/retirer")
    @PreAuthorize(Allowed.TEMPLATES)
    public String retire(@PathVariable String code, Submission sent) {
        return sent.end(
                Act.to("/reglages/modeles", TemplateText.RETIRED, () -> templates.retire(code)),
                _ -> "redirect:/reglages/modeles/" + code);
    }

    @PostMapping("/{code}/proposer")
    @PreAuthorize(Allowed.TEMPLATES)
    public String restore(@PathVariable String code, Submission sent) {
        return sent.end(
                Act.to(
                        "/reglages/modeles/" + code,
                        TemplateText.RESTORED,
                        () -> templates.restore(code)),
                _ -> "redirect:/reglages/modeles/" + code);
    }

    @PostMapping("/{code}")
    @PreAuthorize(Allowed.TEMPLATES)
    public String publish(@PathVariable String code, Submission sent) {
        var text = text(sent);
        var origin =
                sent.text("origin").equals(Origin.FICHIER.name())
                        ? Origin.FICHIER
                        : Origin.APPLICATION;
        return sent.end(
                Act.to(
                        "/reglages/modeles/" + code,
                        TemplateText.PUBLISHED,
                        () -> {
                            var current = templates.current(code);
                            check(text, current.made(), current.automatic());
                            templates.publish(code, text, origin, sent.text("after"));
                        }),
                outcome ->
                        sent.show(
                                "correspondence/template",
                                screens.page(
                                        code,
                                        new Editing(
                                                text,
                                                outcome.conflict() == null
                                                        ? sent.text("after")
                                                        : templates.current(code).key(),
                                                origin.name(),
                                                null,
                                                List.of()),
                                        outcome.conflict(),
                                        outcome.errors())));
    }

    /// What is typed, on an invented person.
    @PostMapping("/{code}/apercu")
    @PreAuthorize(Allowed.TEMPLATES)
    public ResponseEntity<byte[]> preview(@PathVariable String code, Submission sent) {
        if (!code.equals(TemplateScreens.NEW)) templates.current(code);
        return Papers.pdf(papers.pdf(screens.preview(text(sent))), "apercu.pdf");
    }

    /// A version, on an invented person.
    @GetMapping("/{code}/apercu.pdf")
    @PreAuthorize(Allowed.TEAM)
    public ResponseEntity<byte[]> preview(
            @PathVariable String code,
            @RequestParam(name = "version", defaultValue = "") String version) {
        var template =
                version.isEmpty() ? templates.current(code) : templates.version(code, version);
        return Papers.pdf(
                papers.pdf(screens.preview(Editing.of(template, "").text())), "apercu.pdf");
    }

    /// The source, to be edited in a word processor.
    @GetMapping("/{code}/source.docx")
    @PreAuthorize(Allowed.TEAM)
    public ResponseEntity<byte[]> source(
            @PathVariable String code,
            @RequestParam(name = "version", defaultValue = "") String version) {
        var template =
                version.isEmpty() ? templates.current(code) : templates.version(code, version);
        return Papers.docx(
                WordWriter.write(
                        template.title(), template.subject(), screens.blocks(template), null),
                "modele-" + code + "-" + template.key() + ".docx");
    }

    /// The source, edited: shown as it was understood. Nothing is published before it was looked
    /// at.
    @PostMapping("/{code}/fichier")
    @PreAuthorize(Allowed.TEMPLATES)
    public String upload(
            @PathVariable String code,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException {
        var current = templates.current(code);
        var errors = new FormErrors();
        var editing = Editing.of(current, current.key());
        if (TooLarge.is(request)) {
            response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
            errors.add("file", TemplateText.overflow(TooLarge.limit(request)));
        } else if (file == null
                || file.getOriginalFilename() == null
                || file.getOriginalFilename().isEmpty()) {
            errors.add("file", TemplateText.FILE_NEEDED);
        } else {
            try (var in = file.getInputStream()) {
                switch (files.look(file.getOriginalFilename(), in)) {
                    case Looked.Refused(var sentence) -> errors.add("file", sentence);
                    case Looked.Docx(var bytes) -> {
                        switch (WordReader.read(new ByteArrayInputStream(bytes))) {
                            case WordReader.Read.Unreadable _ ->
                                    errors.add("file", TemplateText.UNREADABLE);
                            case WordReader.Read.Done done ->
                                    editing =
                                            read(current, done, file.getOriginalFilename(), errors);
                        }
                    }
                }
            }
        }
        if (!errors.none() && response.getStatus() == 200)
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("page", screens.page(code, editing, null, errors));
        return "correspondence/template";
    }

    private Editing read(
            LetterTemplate current, WordReader.Read.Done done, String name, FormErrors errors) {
        var subject = done.subject();
        var text =
                new Edited(
                        current.title(),
                        current.usage(),
                        subject == null || subject.isBlank() ? current.subject() : subject,
                        done.body(),
                        current.clinical(),
                        current.recipients());
        flaws(text, current.automatic(), errors);
        return new Editing(
                text,
                current.key(),
                Origin.FICHIER.name(),
                TemplateText.read(name),
                done.left().stream().map(TemplateText::left).toList());
    }

    @GetMapping("/{code}/comparer")
    @PreAuthorize(Allowed.TEAM)
    public String compare(
            @PathVariable String code,
            @RequestParam(name = "de") String from,
            @RequestParam(name = "a", defaultValue = "") String to,
            Model model) {
        model.addAttribute("page", screens.compare(code, from, to));
        return "correspondence/template-versions";
    }

    /// The shipped version replaces the structure's own, which stays in the history.
    @PostMapping("/{code}/adopter")
    @PreAuthorize(Allowed.TEMPLATES)
    public String adopt(@PathVariable String code, Submission sent) {
        var shipped = templates.version(code, sent.text("version"));
        return sent.end(
                Act.to(
                        "/reglages/modeles/" + code,
                        TemplateText.ADOPTED,
                        () ->
                                templates.publish(
                                        code,
                                        Editing.of(shipped, "").text(),
                                        Origin.MAILLAGE,
                                        sent.text("after"))),
                outcome ->
                        sent.show(
                                "correspondence/template",
                                screens.page(
                                        code,
                                        Editing.of(
                                                templates.current(code),
                                                templates.current(code).key()),
                                        outcome.conflict(),
                                        outcome.errors())));
    }

    /// The structure keeps its own; the shipped one is offered no more.
    @PostMapping("/{code}/garder")
    @PreAuthorize(Allowed.TEMPLATES)
    public String keep(@PathVariable String code, Submission sent) {
        var shipped = templates.version(code, sent.text("version"));
        return sent.end(
                Act.to(
                        "/reglages/modeles/" + code,
                        TemplateText.KEPT,
                        () -> templates.leave(code, shipped.number())),
                _ -> "redirect:/reglages/modeles/" + code);
    }

    private static Edited text(Submission sent) {
        return new Edited(
                sent.text("title"),
                sent.text("usage"),
                sent.text("subject"),
                sent.text("body").replace("\r\n", "\n"),
                !sent.text("clinical").isEmpty(),
                sent.values().getOrDefault("recipient", List.of()).stream()
                        .flatMap(code -> RecipientKind.find(code).stream())
                        .toList());
    }

    private void check(Edited text, boolean made, boolean automatic) {
        var errors = new FormErrors();
        if (text.title().isBlank()) errors.add("title", TemplateText.TITLE_NEEDED);
        if (made && text.usage().isBlank()) errors.add("usage", TemplateText.USAGE_NEEDED);
        flaws(text, automatic, errors);
        FormRefused.unless(errors);
    }

    /// Every flaw of the text is told; those of one line in one sentence each.
    private void flaws(Edited text, boolean automatic, FormErrors errors) {
        var known = fields.all();
        if (text.subject().isBlank()) errors.add("subject", CorrespondenceText.SUBJECT_NEEDED);
        else
            Template.flaws(text.subject(), known, text.clinical(), automatic).stream()
                    .map(TemplateText::of)
                    .findFirst()
                    .ifPresent(sentence -> errors.add("subject", sentence));
        var flaws = Template.flaws(text.body(), known, text.clinical(), automatic);
        if (!flaws.isEmpty())
            errors.add(
                    "body",
                    flaws.stream().limit(8).map(TemplateText::of).collect(Collectors.joining(" ")));
    }
}
