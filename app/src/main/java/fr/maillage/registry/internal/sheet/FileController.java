package fr.maillage.registry.internal.sheet;

import fr.maillage.access.Allowed;
import fr.maillage.kernel.NotFound;
import fr.maillage.registry.FileInspection;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The files of the lines of a sheet: taken from who keeps it, given to who reads it.
@Controller
@PreAuthorize(Allowed.REGISTER)
class FileController {

    private static final String ONE = "/registre/{id:[0-9a-f-]{36}}";
    private static final String LINE = ONE + "/{list}/{line:[0-9a-f-]{36}}/fichiers";

    private final LineFiles files;
    private final SheetForms forms;
    private final FileInspection inspection;
    private final Clock clock;

    FileController(LineFiles files, SheetForms forms, FileInspection inspection, Clock clock) {
        this.files = files;
        this.forms = forms;
        this.inspection = inspection;
        this.clock = clock;
    }

    /// The bytes, compared with their checksum before the first one leaves.
    @GetMapping(ONE + "/fichiers/{file:[0-9a-f-]{36}}")
    @PreAuthorize(Allowed.REGISTER)
    public void read(@PathVariable UUID id, @PathVariable UUID file, HttpServletResponse response)
            throws IOException {
        var version = files.readable(id, file);
        inspection.announce(response, version.mediaType(), version.size(), version.name());
        try (var in = files.open(file)) {
            in.transferTo(response.getOutputStream());
        }
    }

    @PostMapping(LINE)
    @PreAuthorize(Allowed.REGISTER_KEEPERS)
    public String add(
            @PathVariable UUID id,
            @PathVariable String list,
            @PathVariable UUID line,
            Submission sent,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response) {
        var shape = shape(list, id);
        var form = sent.form();
        var heavy = inspection.tooLarge(request);
        if (heavy.isPresent()) {
            form.errors().add("file", heavy.get());
            response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
            return again(shape, id, line, sent, null);
        }
        return end(shape, id, line, sent, FileText.KEPT, _ -> keep(shape, id, line, form, file));
    }

    private void keep(Shape shape, UUID id, UUID line, Sent form, @Nullable MultipartFile file) {
        var today = LocalDate.now(clock);
        var dated = form.requiredDay("written_on", today);
        if (dated.isAfter(today)) form.errors().add("written_on", GovernanceText.FUTURE);
        var why = form.orNull("why", 500);
        var errors = form.errors();
        if (file == null) {
            errors.add("file", SheetText.REQUIRED);
            throw new FormRefused(errors);
        }
        try (var looked = inspection.look(file)) {
            FormRefused.unless(errors);
            files.add(shape, id, line, dated, why, looked);
        } catch (FormRefused refused) {
            // what is wrong with the words is said beside what is wrong with the file
            var both = new FormErrors();
            errors.all().forEach(e -> both.add(e.getKey(), e.getValue()));
            refused.errors().all().forEach(e -> both.add(e.getKey(), e.getValue()));
            throw new FormRefused(both);
        }
    }

    @PostMapping(LINE + "/{file:[0-9a-f-]{36}}/retirer")
    @PreAuthorize(Allowed.REGISTER_KEEPERS)
    public String withdraw(
            @PathVariable UUID id,
            @PathVariable String list,
            @PathVariable UUID line,
            @PathVariable UUID file,
            Submission sent) {
        var shape = shape(list, id);
        return end(
                shape,
                id,
                line,
                sent,
                FileText.WITHDRAWN,
                form -> {
                    var why = form.orNull("withdrawn_why", 500);
                    if (why == null) form.errors().add("withdrawn_why", FileText.WHY);
                    FormRefused.unless(form.errors());
                    files.withdraw(shape, id, file, why == null ? "" : why);
                });
    }

    private String end(
            Shape shape, UUID id, UUID line, Submission sent, String toast, Consumer<Sent> work) {
        return sent.end(
                Act.to(
                        "/registre/" + id + "/" + shape.key() + "/" + line + "#fichiers",
                        toast,
                        () -> work.accept(sent.form())),
                outcome -> {
                    SheetController.told(outcome, sent.form());
                    return again(shape, id, line, sent, outcome.conflict());
                });
    }

    private String again(
            Shape shape, UUID id, UUID line, Submission sent, @Nullable String conflict) {
        var standing = forms.standing(shape, id, line, "", LocalDate.now(clock));
        return sent.show(
                "registry/form", forms.line(shape, id, line, standing, conflict, sent.form()));
    }

    /// A list whose lines have files.
    private static Shape shape(String key, UUID id) {
        var shape = SheetController.shape(key, id);
        if (shape.files() == null) throw new NotFound("fichiers de liste", id);
        return shape;
    }
}
