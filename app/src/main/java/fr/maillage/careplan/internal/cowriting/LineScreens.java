package fr.maillage.careplan.internal.cowriting;

import fr.maillage.careplan.internal.LineRef;
import fr.maillage.careplan.internal.PlanLines;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormView.Field;
import fr.maillage.web.Shown;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The pages on which lines are spoken of, as far as each reader reads the plan. Call within the
/// structure of the file.
@Component
@Transactional(readOnly = true)
class LineScreens {

    private final PlanLines plan;
    private final Remarks remarks;
    private final SuggestionRepository suggestions;
    private final Clock clock;

    LineScreens(PlanLines plan, Remarks remarks, SuggestionRepository suggestions, Clock clock) {
        this.plan = plan;
        this.remarks = remarks;
        this.suggestions = suggestions;
        this.clock = clock;
    }

    /// Every line, and every suggestion the reader may read.
    public LinesPage lines(Voice voice) {
        var patient = voice.file().patient();
        var reading = plan.read(voice.file());
        var readable = readable(voice, reading);
        var said = said(patient, readable);
        var groups =
                Arrays.stream(LineRef.Kind.values())
                        .map(kind ->
                                new LinesPage.Group(
                                        CowritingText.group(kind),
                                        kind == LineRef.Kind.TEXTE || reading.lines().isEmpty()
                                                ? ""
                                                : voice.address() + "/proposer/" + kind.path(),
                                        reading.lines().stream()
                                                .filter(l -> l.ref().kind() == kind)
                                                .map(l ->
                                                        new LinesPage.Row(
                                                                voice.address()
                                                                        + "/lignes/"
                                                                        + l.ref(),
                                                                l.title(),
                                                                l.words(),
                                                                said.getOrDefault(l.ref(), "")))
                                                .toList()))
                        .toList();
        return new LinesPage(
                voice.file().banner(),
                voice.person(),
                voice.address(),
                back(voice),
                voice.team(),
                groups,
                readable.stream()
                        .filter(Suggestion::waits)
                        .map(s -> Cards.card(s, LocalDate.now(clock)))
                        .toList(),
                readable.stream()
                        .filter(s -> !s.waits())
                        .map(s -> Cards.card(s, LocalDate.now(clock)))
                        .toList());
    }

    /// One line. Throws `NotFound` for one that is not theirs to read.
    public LinePage line(Voice voice, LineRef ref, Shown shown) {
        var patient = voice.file().patient();
        var reading = plan.read(voice.file());
        var line = reading.line(ref).orElseThrow(() -> new NotFound("ligne", patient.value()));
        var here = voice.address() + "/lignes/" + ref;
        var thread = remarks.of(patient, ref);
        var open = (int) thread.stream().filter(r -> r.resolvedBy() == null).count();
        var text = ref.kind() == LineRef.Kind.TEXTE;
        return new LinePage(
                voice.file().banner(),
                voice.person(),
                voice.address(),
                ref.kind().label(),
                line.title(),
                line.words(),
                thread.stream().map(this::said).toList(),
                open,
                voice.team() && open > 0 ? here + "/traite" : null,
                shown.form(
                        "commentaire",
                        here + "/commentaires",
                        CowritingText.COMMENT,
                        new Typed(Map.of()),
                        typed ->
                                List.of(
                                        FormFields.field(
                                                "words",
                                                CowritingText.YOUR_WORDS,
                                                CowritingText.WHO_READS,
                                                "AREA",
                                                typed,
                                                true)),
                        0,
                        CowritingText.COMMENT),
                shown.form(
                        "proposition",
                        here + "/propositions",
                        CowritingText.PROPOSE,
                        new Typed(line.fields()),
                        typed -> with(plan.proposed(ref.kind(), ref, typed.values()), typed),
                        0,
                        CowritingText.PROPOSE),
                text
                        ? null
                        : shown.form(
                                "retrait",
                                here + "/retrait",
                                CowritingText.PROPOSE_REMOVAL,
                                new Typed(Map.of()),
                                typed -> List.of(why(typed)),
                                0,
                                CowritingText.PROPOSE_REMOVAL),
                suggestions.of(patient).stream()
                        .filter(s -> ref.equals(s.line()))
                        .map(s -> Cards.card(s, LocalDate.now(clock)))
                        .toList());
    }

    /// A new line, to be proposed. Throws `NotFound` where there is no plan to read.
    public NewLinePage added(Voice voice, LineRef.Kind kind, Shown shown) {
        if (plan.read(voice.file()).lines().isEmpty()) throw new NotFound("pps", null);
        return new NewLinePage(
                voice.file().banner(),
                voice.person(),
                voice.address(),
                CowritingText.of(Deed.AJOUTER, kind),
                shown.form(
                        "nouvelle",
                        voice.address() + "/proposer/" + kind.path(),
                        CowritingText.PROPOSE_LINE,
                        new Typed(plan.blank(kind)),
                        typed -> with(plan.proposed(kind, null, typed.values()), typed),
                        0,
                        CowritingText.PROPOSE_LINE));
    }

    private List<Suggestion> readable(Voice voice, PlanLines.Reading reading) {
        return suggestions.of(voice.file().patient()).stream()
                .filter(s -> Cards.reads(voice, s, reading))
                .toList();
    }

    private Map<LineRef, String> said(PatientId patient, List<Suggestion> readable) {
        var proposed =
                readable.stream()
                        .filter(s -> s.waits() && s.line() != null)
                        .collect(Collectors.groupingBy(Suggestion::line, Collectors.counting()));
        var said = new HashMap<LineRef, String>();
        var open = remarks.waiting(patient);
        open.forEach((line, n) ->
                said.put(line, PlanLines.discussed(n, proposed.getOrDefault(line, 0L).intValue())));
        proposed.forEach((line, n) -> said.putIfAbsent(line, PlanLines.discussed(0, n.intValue())));
        return said;
    }

    private LinePage.Said said(Remarks.Remark r) {
        var today = LocalDate.now(clock);
        return new LinePage.Said(
                r.author() + ", " + r.quality(),
                FrenchDates.relative(r.at(), today),
                r.words(),
                r.resolvedAt() == null
                        ? null
                        : CowritingText.resolved(
                                r.resolvedBy(), FrenchDates.relative(r.resolvedAt(), today)));
    }

    private static String back(Voice voice) {
        return voice.person()
                ? "/mon-plan"
                : voice.team()
                        ? base(voice.file().patient())
                        : "/mes-patients/" + voice.file().patient();
    }

    private static String base(PatientId patient) {
        return "/dossiers/" + patient + "/pps";
    }

    private static List<Field> with(List<Field> fields, Typed typed) {
        var all = new ArrayList<>(fields);
        all.add(why(typed));
        return all;
    }

    private static Field why(Typed typed) {
        return FormFields.field(
                "why", CowritingText.WHY_LABEL, CowritingText.WHY_HINT, "AREA", typed, true);
    }
}
