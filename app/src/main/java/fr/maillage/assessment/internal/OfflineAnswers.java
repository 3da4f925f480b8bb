package fr.maillage.assessment.internal;

import fr.maillage.assessment.OfflineForms;
import fr.maillage.assessment.internal.AssessmentService.Outcome;
import fr.maillage.assessment.internal.AssessmentService.Sent;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.PersonName;
import fr.maillage.web.Shell;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The door of the questionnaires that leave on a telephone: the form is the one of the screen, the
/// rules are those of [AssessmentService].
@Component
class OfflineAnswers implements OfflineForms {

    private final Questionnaires questionnaires;
    private final AssessmentRepository repository;
    private final AssessmentService service;
    private final Beginnings beginnings;
    private final AssessmentFormScreens screens;
    private final TemplateEngine templates;
    private final Shell.Assets assets;
    private final JsonMapper json;

    OfflineAnswers(
            Questionnaires questionnaires,
            AssessmentRepository repository,
            AssessmentService service,
            Beginnings beginnings,
            AssessmentFormScreens screens,
            TemplateEngine templates,
            Shell.Assets assets,
            JsonMapper json) {
        this.questionnaires = questionnaires;
        this.repository = repository;
        this.service = service;
        this.beginnings = beginnings;
        this.screens = screens;
        this.templates = templates;
        this.assets = assets;
        this.json = json;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Known> known() {
        var engine = questionnaires.engine();
        // the result of a paper form is typed where the paper is, not at somebody's home
        return questionnaires.startable().stream()
                .filter(one -> !engine.definition(one.canonical()).card.resultOnly())
                .sorted(Comparator.comparing(one -> PersonName.searchKey(one.title())))
                .map(one -> new Known(one.code(), one.title()))
                .toList();
    }

    @Override
    @Transactional
    public Begun begin(PatientId patient, String code) {
        return repository
                .openDraft(patient, code)
                .map(draft -> new Begun(draft, false))
                .orElseGet(() -> new Begun(beginnings.start(patient, code), true));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Form> forms(PatientId patient, List<UUID> drafts) {
        return drafts.stream()
                .map(draft -> form(patient, draft))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Form> form(PatientId patient, UUID draft) {
        var held = repository.get(patient, draft);
        if (!held.draft() || !known(held.canonical())) return Optional.empty();
        var engine = questionnaires.engine();
        var definition = engine.definition(held.canonical());
        var html = new StringOutput();
        templates.render(
                "assessment/_offline.jte",
                Map.of(
                        "shell",
                        Shell.bare(assets),
                        "form",
                        engine.form(engine.evaluate(held.canonical(), held.answers()))),
                html);
        return Optional.of(
                new Form(
                        held.id(),
                        held.code(),
                        held.canonical(),
                        held.title(),
                        held.version(),
                        AssessmentContext.askedBy(definition) ? "" : held.onDate().toString(),
                        html.toString(),
                        json.writeValueAsString(new Conditions(definition).rules())));
    }

    private boolean known(String canonical) {
        return questionnaires.engine().known(canonical).isPresent();
    }

    @Override
    @Transactional
    public Received receive(PatientId patient, Typed typed) {
        var held = find(patient, typed.draft());
        if (held == null) return new Received.Refused(AssessmentText.DRAFT_GONE);
        if (!known(typed.canonical()) || !held.canonical().equals(typed.canonical()))
            return new Received.Refused(AssessmentText.VERSION_GONE);
        if (typed.another()) {
            var fresh = repository.lock(patient, beginnings.start(patient, held.code()));
            return fresh.canonical().equals(typed.canonical())
                    ? save(patient, fresh, typed, fresh.version())
                    : new Received.Refused(AssessmentText.VERSION_GONE);
        }
        if (held.status().equals("ANNULEE")) return new Received.Refused(AssessmentText.DRAFT_GONE);
        return save(patient, held, typed, typed.version());
    }

    private @Nullable Held find(PatientId patient, UUID draft) {
        try {
            return repository.lock(patient, draft);
        } catch (NotFound _) {
            return null;
        }
    }

    private Received save(PatientId patient, Held held, Typed typed, int version) {
        var sent =
                new Sent(
                        typed.answers(),
                        typed.day().isEmpty() ? held.onDate().toString() : typed.day(),
                        held.setting(),
                        held.participants(),
                        version,
                        typed.tab(),
                        false);
        repository.typedOffline(held.id());
        var outcome =
                typed.complete()
                        ? service.complete(patient, held.id(), sent)
                        : service.save(patient, held.id(), sent);
        return switch (outcome) {
            case Outcome.Completed(var kept, var evaluation) ->
                    new Received.Kept(
                            AssessmentText.completed(
                                            kept.title(),
                                            evaluation.scores().stream()
                                                    .filter(score ->
                                                            score.state() == Score.State.DONE)
                                                    .toList())
                                    + ".",
                            kept.version());
            case Outcome.Saved(var kept, var evaluation, var errors) when errors.none() ->
                    new Received.Kept(
                            AssessmentText.keptAsDraft(evaluation.errors().size(), 0),
                            kept.version());
            case Outcome.Saved(_, _, var errors) ->
                    new Received.Refused(errors.all().getFirst().getValue());
            case Outcome.NotComplete(_, _, var errors, _) when !errors.none() ->
                    new Received.Refused(errors.all().getFirst().getValue());
            case Outcome.NotComplete(var kept, var evaluation, _, var missing) ->
                    new Received.Kept(
                            AssessmentText.keptAsDraft(evaluation.errors().size(), missing.size()),
                            kept.version());
            case Outcome.Overtaken(var theirs, var yours, var conflict) ->
                    new Received.Overtaken(
                            AssessmentText.overtakenOffline(conflict),
                            screens.differences(theirs, yours).stream()
                                    .map(line ->
                                            new Difference(
                                                    line.question(), line.theirs(), line.yours()))
                                    .toList(),
                            theirs.version(),
                            theirs.completed());
        };
    }

    @Override
    @Transactional
    public void forget(PatientId patient, UUID draft) {
        var held = find(patient, draft);
        if (held != null && held.draft() && held.version() == 0) service.cancel(patient, draft);
    }
}
