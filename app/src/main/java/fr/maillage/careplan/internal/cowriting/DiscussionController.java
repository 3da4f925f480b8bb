package fr.maillage.careplan.internal.cowriting;

import fr.maillage.access.Allowed;
import fr.maillage.access.SignedIn;
import fr.maillage.careplan.internal.LineRef;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.Shown;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.Submission;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// The lines of a plan, spoken of by those around a person: the team, the professionals of the
/// circle, the person and the relative who reads with them, each as far as they read the plan.
@Controller
@RequestMapping("/dossiers/{patient}/plan")
@PreAuthorize(DiscussionController.AROUND)
class DiscussionController {

    /// Those around a person; the file itself decides.
    static final String AROUND = "hasAnyRole('COORDINATOR','DOCTOR','PROFESSIONAL','PATIENT')";

    private final DiscussionService service;
    private final DecisionService decisions;
    private final LineScreens lines;
    private final DecisionScreens suggestions;
    private final CaseFiles files;

    DiscussionController(
            DiscussionService service,
            DecisionService decisions,
            LineScreens lines,
            DecisionScreens suggestions,
            CaseFiles files) {
        this.service = service;
        this.decisions = decisions;
        this.lines = lines;
        this.suggestions = suggestions;
        this.files = files;
    }

    @GetMapping("/lignes")
    @PreAuthorize(AROUND)
    String lines(@PathVariable UUID patient, Submission sent) {
        return read(patient, voice -> sent.show("careplan/lines", lines.lines(voice)));
    }

    @GetMapping("/lignes/{line}")
    @PreAuthorize(AROUND)
    String line(@PathVariable UUID patient, @PathVariable String line, Submission sent) {
        return read(
                patient,
                voice -> sent.show("careplan/line", lines.line(voice, ref(line), Shown.none())));
    }

    @PostMapping("/lignes/{line}/commentaires")
    @PreAuthorize(AROUND)
    String say(@PathVariable UUID patient, @PathVariable String line, Submission sent) {
        return onLine(
                patient,
                line,
                "commentaire",
                sent,
                CowritingText.SAID,
                (voice, ref) -> {
                    service.say(voice, ref, sent.form());
                    return here(voice, line);
                });
    }

    @PostMapping("/lignes/{line}/traite")
    @PreAuthorize(Allowed.CLINICAL)
    String resolve(@PathVariable UUID patient, @PathVariable String line, Submission sent) {
        return onLine(
                patient,
                line,
                "traite",
                sent,
                CowritingText.RESOLVED,
                (voice, ref) -> {
                    service.resolve(voice, ref);
                    return here(voice, line);
                });
    }

    @PostMapping("/lignes/{line}/propositions")
    @PreAuthorize(AROUND)
    String change(@PathVariable UUID patient, @PathVariable String line, Submission sent) {
        return onLine(
                patient,
                line,
                "proposition",
                sent,
                CowritingText.PROPOSED,
                (voice, ref) -> suggestion(voice, service.change(voice, ref, sent.form())));
    }

    @PostMapping("/lignes/{line}/retrait")
    @PreAuthorize(AROUND)
    String remove(@PathVariable UUID patient, @PathVariable String line, Submission sent) {
        return onLine(
                patient,
                line,
                "retrait",
                sent,
                CowritingText.PROPOSED,
                (voice, ref) -> suggestion(voice, service.remove(voice, ref, sent.form())));
    }

    @GetMapping("/proposer/{kind}")
    @PreAuthorize(AROUND)
    String add(@PathVariable UUID patient, @PathVariable String kind, Submission sent) {
        return read(
                patient,
                voice ->
                        sent.show(
                                "careplan/new-line", lines.added(voice, kind(kind), Shown.none())));
    }

    @PostMapping("/proposer/{kind}")
    @PreAuthorize(AROUND)
    String added(@PathVariable UUID patient, @PathVariable String kind, Submission sent) {
        return end(
                patient,
                sent,
                voice ->
                        new Act(
                                CowritingText.PROPOSED,
                                () ->
                                        suggestion(
                                                voice,
                                                service.add(voice, kind(kind), sent.form()))),
                (voice, outcome) ->
                        sent.show(
                                "careplan/new-line",
                                lines.added(voice, kind(kind), sent.shown("nouvelle", outcome))));
    }

    @GetMapping("/propositions/{id}")
    @PreAuthorize(AROUND)
    String suggestion(@PathVariable UUID patient, @PathVariable UUID id, Submission sent) {
        return read(
                patient,
                voice ->
                        sent.show(
                                "careplan/suggestion",
                                suggestions.suggestion(voice, id, Shown.none())));
    }

    @PostMapping("/propositions/{id}/accepter")
    @PreAuthorize(Allowed.CLINICAL)
    String accept(@PathVariable UUID patient, @PathVariable UUID id, Submission sent) {
        return onSuggestion(
                patient,
                id,
                "accepter",
                sent,
                CowritingText.ACCEPTED,
                voice -> decisions.accept(voice, id, sent.form()));
    }

    @PostMapping("/propositions/{id}/refuser")
    @PreAuthorize(Allowed.CLINICAL)
    String refuse(@PathVariable UUID patient, @PathVariable UUID id, Submission sent) {
        return onSuggestion(
                patient,
                id,
                "refuser",
                sent,
                CowritingText.REFUSED,
                voice -> decisions.refuse(voice, id, sent.form()));
    }

    @PostMapping("/propositions/{id}/reprendre")
    @PreAuthorize(AROUND)
    String withdraw(@PathVariable UUID patient, @PathVariable UUID id, Submission sent) {
        return onSuggestion(
                patient,
                id,
                "reprendre",
                sent,
                CowritingText.WITHDRAWN,
                voice -> service.withdraw(voice, id));
    }

    /// What is done on a line; answers where it leads.
    private interface Deed {
        String of(Voice voice, LineRef line);
    }

    private String onLine(
            UUID patient, String line, String form, Submission sent, String toast, Deed deed) {
        return end(
                patient,
                sent,
                voice -> new Act(toast, () -> deed.of(voice, ref(line))),
                (voice, outcome) ->
                        sent.show(
                                "careplan/line",
                                lines.line(voice, ref(line), sent.shown(form, outcome))));
    }

    /// What is done of a proposal, which is read again afterwards.
    private String onSuggestion(
            UUID patient,
            UUID id,
            String form,
            Submission sent,
            String toast,
            Consumer<Voice> deed) {
        return end(
                patient,
                sent,
                voice -> Act.to(suggestion(voice, id), toast, () -> deed.accept(voice)),
                (voice, outcome) ->
                        sent.show(
                                "careplan/suggestion",
                                suggestions.suggestion(voice, id, sent.shown(form, outcome))));
    }

    private interface Again {
        String of(Voice voice, FormOutcome outcome);
    }

    private String end(UUID patient, Submission sent, Function<Voice, Act> act, Again again) {
        var voice = voice(files.openToWrite(new PatientId(patient), Part.PPS));
        return within(voice, () -> sent.end(act.apply(voice), outcome -> again.of(voice, outcome)));
    }

    private static LineRef ref(String line) {
        return LineRef.parse(line).orElseThrow(() -> new NotFound("ligne", null));
    }

    private static LineRef.Kind kind(String path) {
        return Arrays.stream(LineRef.Kind.values())
                .filter(k -> k != LineRef.Kind.TEXTE && k.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new NotFound("ligne", null));
    }

    private static String here(Voice voice, String line) {
        return voice.address() + "/lignes/" + line;
    }

    private static String suggestion(Voice voice, UUID id) {
        return voice.address() + "/propositions/" + id;
    }

    private String read(UUID patient, Function<Voice, String> page) {
        var voice = voice(files.open(new PatientId(patient), Part.PPS));
        return within(voice, () -> page.apply(voice));
    }

    private Voice voice(OpenFile file) {
        return SignedIn.current()
                .tenancy()
                .actingFor(file.network())
                .call(() -> service.voice(file));
    }

    /// In the structure of the file, for who works with several.
    private static <T> T within(Voice voice, Supplier<T> work) {
        return voice.who().tenancy().actingFor(voice.file().network()).call(work);
    }
}
