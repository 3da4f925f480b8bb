package fr.maillage.steering.internal.survey;

import fr.maillage.kernel.Ids;
import fr.maillage.steering.internal.Leaders;
import fr.maillage.web.Sent;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.WorkbookOut;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What a survey says: figures, texts, waves, the workbook. For who leads it.
@Controller
@PreAuthorize(Leaders.LEADERS)
class ResultController {

    private static final String ONE = "/enquetes/{id:[0-9a-f-]{36}}";
    private static final String TEXTS = ONE + "/textes/{question:[0-9a-f-]{36}}";

    private final ResultScreens screens;
    private final ResultBook book;
    private final Coding coding;

    ResultController(ResultScreens screens, ResultBook book, Coding coding) {
        this.screens = screens;
        this.book = book;
        this.coding = coding;
    }

    @GetMapping(ONE + "/resultats")
    @PreAuthorize(Leaders.LEADERS)
    String results(@PathVariable UUID id, Submission sent) {
        return sent.show("steering/results", screens.page(id));
    }

    @GetMapping(ONE + "/resultats.xlsx")
    @PreAuthorize(Leaders.LEADERS)
    ResponseEntity<byte[]> workbook(@PathVariable UUID id) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, WorkbookOut.TYPE)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("Enquête.xlsx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(book.of(id));
    }

    /// @param avec the other wave
    @GetMapping(ONE + "/comparaison")
    @PreAuthorize(Leaders.LEADERS)
    String compare(@PathVariable UUID id, @RequestParam UUID avec, Submission sent) {
        return sent.show("steering/compare", screens.compared(id, avec));
    }

    @GetMapping(TEXTS)
    @PreAuthorize(Leaders.LEADERS)
    String texts(@PathVariable UUID id, @PathVariable UUID question, Submission sent) {
        return sent.show("steering/texts", screens.texts(id, question, Sent.with()));
    }

    private static String here(UUID id, UUID question) {
        return "/enquetes/" + id + "/textes/" + question;
    }

    @PostMapping(TEXTS + "/themes")
    @PreAuthorize(Leaders.LEADERS)
    String addCode(@PathVariable UUID id, @PathVariable UUID question, Submission sent) {
        return onCodes(
                id,
                question,
                SurveyText.CODE_ADDED,
                sent,
                () -> coding.add(id, question, sent.form()));
    }

    @PostMapping(TEXTS + "/themes/{code:[0-9a-f-]{36}}/retirer")
    @PreAuthorize(Leaders.LEADERS)
    String removeCode(
            @PathVariable UUID id,
            @PathVariable UUID question,
            @PathVariable UUID code,
            Submission sent) {
        return onCodes(id, question, SurveyText.CODE_REMOVED, sent, () -> coding.remove(id, code));
    }

    /// The codes of one text.
    @PostMapping(TEXTS + "/{answer:[0-9a-f-]{36}}")
    @PreAuthorize(Leaders.LEADERS)
    String mark(
            @PathVariable UUID id,
            @PathVariable UUID question,
            @PathVariable UUID answer,
            Submission sent) {
        return sent.end(
                Act.to(
                        here(id, question) + "#t-" + answer,
                        SurveyText.MARKED,
                        () ->
                                coding.mark(
                                        id,
                                        question,
                                        answer,
                                        sent.form().all("codes").stream()
                                                .map(Ids::parse)
                                                .flatMap(Optional::stream)
                                                .toList())),
                _ -> sent.show("steering/texts", screens.texts(id, question, sent.form())));
    }

    private String onCodes(UUID id, UUID question, String toast, Submission sent, Runnable work) {
        return sent.end(
                Act.to(here(id, question), toast, work),
                outcome -> {
                    outcome.errors()
                            .all()
                            .forEach(e -> sent.form().errors().add(e.getKey(), e.getValue()));
                    return sent.show("steering/texts", screens.texts(id, question, sent.form()));
                });
    }
}
