package fr.maillage.careplan.internal;

import fr.maillage.careplan.PlanSuggestions;
import fr.maillage.careplan.internal.PpsForms.Choices;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.kernel.NotFound;
import fr.maillage.web.FieldMerge;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.FormView.Field;
import fr.maillage.web.FormView;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The forms in which a draft is written: sections, and lines one by one.
@Component
class EditScreens {

    private final PpsService service;
    private final DraftChoices choices;
    private final Discussed discussed;
    private final PlanSuggestions suggestions;
    private final Clock clock;

    EditScreens(
            PpsService service,
            DraftChoices choices,
            Discussed discussed,
            PlanSuggestions suggestions,
            Clock clock) {
        this.service = service;
        this.choices = choices;
        this.discussed = discussed;
        this.suggestions = suggestions;
        this.clock = clock;
    }

    /// A form that was sent and refused, or that a colleague overtook.
    ///
    /// @param isNew a line that was not there yet
    record Again(Piece piece, boolean isNew, Typed typed, FormOutcome outcome) {}

    /// The draft's forms; the one of `again` stands in place of its own, with what was typed in it.
    ///
    /// @param others who else is in it now, in words
    @Transactional(readOnly = true)
    public EditPage edit(OpenFile file, Pps pps, @Nullable Again again, List<String> others) {
        var offered = choices.of(pps.patient(), pps.content());
        var c = pps.content();
        var href = href(pps);
        var sections = new ArrayList<FormView>();
        for (var section : Topic.Section.values())
            sections.add(form(pps, new Piece.Section(section), offered, again));
        return new EditPage(
                file.banner(),
                PpsScreens.base(pps.patient()),
                href,
                DraftText.writing(pps.number()),
                sections,
                lines(
                        pps,
                        LineKind.PATHOLOGY,
                        c.pathologies().stream().map(Content.Pathology::id),
                        offered,
                        again),
                lines(pps, LineKind.GOAL, c.goals().stream().map(Content.Goal::id), offered, again),
                lines(
                        pps,
                        LineKind.INTERVENTION,
                        c.interventions().stream().map(Content.Intervention::id),
                        offered,
                        again),
                lines(pps, LineKind.AID, c.aids().stream().map(Content.Aid::id), offered, again),
                offered.problems(),
                service.obstaclesToSubmission(pps).stream().map(PpsText::of).toList(),
                PpsText.missing(c),
                pps.previous() != null,
                suggestions.panel(pps.patient(), pps.id()).orElse(null),
                discussed.of(file, c).waiting(),
                others);
    }

    /// One form of a draft as it stands, by its anchor, for a page that saved it without leaving.
    /// Throws `NotFound`.
    @Transactional(readOnly = true)
    public FormView piece(Pps pps, String key) {
        var piece =
                Piece.of(key)
                        .filter(p -> p.in(pps.content()).isPresent())
                        .orElseThrow(() -> new NotFound("pps", pps.id()));
        return form(pps, piece, choices.of(pps.patient(), pps.content()), null);
    }

    /// A form for each line that is written, one for a line that was taken away while somebody
    /// wrote in it, then one to add another.
    private List<FormView> lines(
            Pps pps, LineKind kind, Stream<UUID> written, Choices offered, @Nullable Again again) {
        var forms = new ArrayList<FormView>();
        written.forEach(id -> forms.add(form(pps, new Piece.Line(kind, id), offered, again)));
        var mine =
                again != null && again.piece() instanceof Piece.Line line && line.kind() == kind
                        ? again
                        : null;
        if (mine != null
                && !mine.isNew()
                && forms.stream().noneMatch(f -> f.key().equals(mine.piece().key())))
            forms.add(again(pps, mine, offered));
        forms.add(
                mine != null && mine.isNew()
                        ? again(pps, mine, offered)
                        : blank(pps, kind, offered));
        return forms;
    }

    private FormView form(Pps pps, Piece piece, Choices offered, @Nullable Again again) {
        if (again != null && !again.isNew() && again.piece().key().equals(piece.key()))
            return again(pps, again, offered);
        var typed = piece.in(pps.content()).orElseThrow();
        return view(
                pps,
                piece,
                false,
                fields(piece, typed, offered),
                FieldMerge.seen(typed.values()),
                null,
                new FormErrors(),
                Map.of());
    }

    private FormView blank(Pps pps, LineKind kind, Choices offered) {
        var piece = new Piece.Line(kind, pps.id());
        var typed =
                kind == LineKind.INTERVENTION
                        ? InterventionForms.blank(LocalDate.now(clock))
                        : new Typed(Map.of());
        return view(
                pps,
                piece,
                true,
                fields(piece, typed, offered),
                "",
                null,
                new FormErrors(),
                Map.of());
    }

    /// What was typed; where a colleague changed the same fields, theirs beside.
    private static FormView again(Pps pps, Again again, Choices offered) {
        var piece = again.piece();
        if (again.outcome().conflict() == null)
            return view(
                    pps,
                    piece,
                    again.isNew(),
                    fields(piece, again.typed(), offered),
                    again.typed().text("_tag"),
                    null,
                    again.outcome().errors(),
                    Map.of());
        var beside = DraftService.merge(piece, pps.content(), again.typed());
        var fields = fields(piece, new Typed(beside.merge().fields()), offered);
        return view(
                pps,
                piece,
                false,
                fields,
                beside.gone() ? "" : FieldMerge.seen(beside.now()),
                beside.gone() ? DraftText.GONE : DraftText.CONFLICT,
                new FormErrors(),
                beside.gone()
                        ? Map.of()
                        : theirs(
                                beside.merge(),
                                fields,
                                fields(piece, new Typed(beside.now()), offered)));
    }

    /// What the colleague wrote in the fields both changed, in words, said once for fields that go
    /// together.
    private static Map<String, String> theirs(
            FieldMerge merge, List<Field> mine, List<Field> theirs) {
        var words = new LinkedHashMap<String, String>();
        for (var field : mine) {
            var group = FieldMerge.group(field.name(), Piece.TOGETHER);
            if (!merge.clashes().contains(field.name())
                    || words.keySet().stream().anyMatch(group::contains)) continue;
            words.put(
                    field.name(),
                    theirs.stream()
                            .filter(f -> group.contains(f.name()) && !f.words().isEmpty())
                            .map(f ->
                                    group.size() == 1
                                            ? f.words()
                                            : f.label() + PpsText.COLON + f.words())
                            .reduce((a, b) -> a + ", " + b)
                            .orElse(DraftText.NOTHING));
        }
        return words;
    }

    static List<Field> fields(Piece piece, Typed typed, Choices offered) {
        return switch (piece) {
            case Piece.Section(var section) -> PpsForms.fields(section, typed, offered);
            case Piece.Line(var kind, _) ->
                    switch (kind) {
                        case PATHOLOGY -> PpsForms.pathologyFields(typed);
                        case GOAL -> PpsForms.goalFields(typed);
                        case INTERVENTION -> InterventionForms.fields(typed, offered);
                        case AID -> AidForms.fields(typed, offered);
                    };
        };
    }

    private static FormView view(
            Pps pps,
            Piece piece,
            boolean isNew,
            List<Field> fields,
            String tag,
            @Nullable String conflict,
            FormErrors errors,
            Map<String, String> theirs) {
        var autosave = isNew ? null : href(pps) + "/formulaires/" + piece.key();
        return switch (piece) {
            case Piece.Section(var section) ->
                    new FormView(
                            piece.key(),
                            href(pps) + "/sections/" + section.name(),
                            PpsText.of(section),
                            null,
                            fields,
                            tag,
                            conflict,
                            errors,
                            "Enregistrer",
                            true,
                            null,
                            theirs,
                            autosave);
            case Piece.Line(var kind, var id) -> {
                var path = href(pps) + "/" + kind.path() + (isNew ? "" : "/" + id);
                yield new FormView(
                        isNew ? kind.path() + "-nouveau" : piece.key(),
                        path,
                        isNew ? DraftText.add(kind) : kind.title(),
                        isNew ? null : summary(kind, id, pps.content()),
                        fields,
                        tag,
                        conflict,
                        errors,
                        isNew ? "Ajouter" : "Enregistrer",
                        conflict != null || !errors.none(),
                        isNew ? null : path + "/retirer",
                        theirs,
                        autosave);
            }
        };
    }

    /// The line in words; null when it is no longer there.
    private static @Nullable String summary(LineKind kind, UUID id, Content c) {
        var line =
                switch (kind) {
                    case PATHOLOGY -> c.pathology(id).map(PpsText::pathology);
                    case GOAL -> c.goal(id).map(g -> g.title() + " · " + PpsText.goal(g));
                    case INTERVENTION ->
                            c.intervention(id)
                                    .map(i -> i.title() + " · " + PpsText.intervention(i));
                    case AID -> c.aid(id).map(a -> a.title() + " · " + AidText.line(a));
                };
        return line.orElse(null);
    }

    private static String href(Pps pps) {
        return PpsScreens.base(pps.patient()) + "/" + pps.id();
    }
}
