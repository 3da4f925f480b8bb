package fr.maillage.careplan.internal.cowriting;

import fr.maillage.careplan.internal.PlanLines;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FieldMerge;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormView;
import fr.maillage.web.Shown;
import fr.maillage.web.WebText;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// One suggestion: what would change, what changed since, and for who writes the plan what to
/// decide. Call within the structure of the file.
@Component
@Transactional(readOnly = true)
class DecisionScreens {

    private final PlanLines plan;
    private final SuggestionRepository suggestions;
    private final Clock clock;

    DecisionScreens(PlanLines plan, SuggestionRepository suggestions, Clock clock) {
        this.plan = plan;
        this.suggestions = suggestions;
        this.clock = clock;
    }

    /// One suggestion. Throws `NotFound` for who may not read its line and did not write it.
    public SuggestionPage suggestion(Voice voice, UUID id, Shown shown) {
        var s = suggestions.get(voice.file().patient(), id);
        var reading = plan.read(voice.file());
        if (!Cards.reads(voice, s, reading)) throw new NotFound("proposition", id);
        var ref = s.line();
        var target = ref == null ? null : reading.target().get(ref.toString());
        var gone = s.deed() != Deed.AJOUTER && target == null;
        var decides = voice.team() && s.waits();
        var notice =
                !decides
                        ? null
                        : gone
                                ? CowritingText.GONE
                                : reading.closed() != null
                                        ? reading.closed()
                                        : reading.draft() == null
                                                ? CowritingText.NEXT_VERSION
                                                : null;
        var accepts = decides && !gone && reading.closed() == null;
        return new SuggestionPage(
                voice.file().banner(),
                voice.person(),
                voice.address(),
                s.href(),
                Cards.card(s, LocalDate.now(clock)),
                changes(s),
                s.waits() && target != null ? moved(s, target) : List.of(),
                notice,
                accepts ? accept(voice, s, target == null ? Map.of() : target, shown) : null,
                decides
                        ? shown.form(
                                "refuser",
                                s.href() + "/refuser",
                                "Refuser",
                                new Typed(Map.of()),
                                typed ->
                                        List.of(
                                                FormFields.field(
                                                        "answer",
                                                        CowritingText.YOUR_ANSWER,
                                                        CowritingText.ANSWER_IS_READ,
                                                        "AREA",
                                                        typed,
                                                        true)),
                                0,
                                "Refuser")
                        : null,
                s.waits() && s.authorId().equals(voice.who().accountId()),
                ref == null || reading.line(ref).isEmpty()
                        ? null
                        : voice.address() + "/lignes/" + ref,
                s.pps() == null || voice.person() ? null : base(s.patient()) + "/" + s.pps());
    }

    /// The line as it would stand: what was proposed, over what the plan says today.
    private FormView accept(Voice voice, Suggestion s, Map<String, List<String>> now, Shown shown) {
        var key = "accepter";
        var again = shown.is(key);
        var conflict = again ? shown.outcome().conflict() : null;
        var typed =
                again
                        ? shown.typed()
                        : new Typed(
                                s.deed() == Deed.AJOUTER
                                        ? with(plan.blank(s.kind()), s.wanted())
                                        : with(now, s.wanted()));
        return new FormView(
                key,
                s.href() + "/accepter",
                "Accepter",
                null,
                s.deed() == Deed.RETIRER
                        ? List.of()
                        : plan.all(voice.file(), s.kind(), s.line(), typed.values()),
                again && conflict == null
                        ? typed.text("_tag")
                        : now.isEmpty() ? "" : FieldMerge.seen(now),
                conflict == null ? null : WebText.CONFLICT,
                again ? shown.outcome().errors() : new FormErrors(),
                s.deed() == Deed.RETIRER ? CowritingText.ACCEPT_REMOVAL : CowritingText.ACCEPT,
                true,
                null);
    }

    private static Map<String, List<String>> with(
            Map<String, List<String>> fields, Map<String, List<String>> over) {
        var all = new LinkedHashMap<>(fields);
        all.putAll(over);
        return all;
    }

    private List<SuggestionPage.Change> changes(Suggestion s) {
        if (s.deed() == Deed.RETIRER) return List.of();
        var was = words(s, s.was());
        return words(s, s.wanted()).entrySet().stream()
                .filter(e -> s.deed() != Deed.AJOUTER || !e.getValue().isEmpty())
                .map(e ->
                        new SuggestionPage.Change(
                                e.getKey(),
                                s.deed() == Deed.AJOUTER
                                        ? null
                                        : said(was.getOrDefault(e.getKey(), "")),
                                said(e.getValue())))
                .toList();
    }

    private static String said(String words) {
        return words.isEmpty() ? CowritingText.EMPTY : words;
    }

    /// Label and words of each field that was concerned.
    private Map<String, String> words(Suggestion s, Map<String, List<String>> values) {
        var words = new LinkedHashMap<String, String>();
        for (var field : plan.proposed(s.kind(), s.line(), values))
            if (s.wanted().containsKey(field.name())) words.put(field.label(), field.words());
        if (s.deed() == Deed.AJOUTER && s.line() != null)
            for (var field : plan.proposed(s.kind(), null, values))
                if (s.wanted().containsKey(field.name()))
                    words.putIfAbsent(field.label(), field.words());
        return words;
    }

    /// What changed in the plan since, in the fields it concerns.
    private List<String> moved(Suggestion s, Map<String, List<String>> now) {
        var was = words(s, s.was());
        var is = words(s, now);
        var moved = new ArrayList<String>();
        for (var field : plan.proposed(s.kind(), s.line(), now)) {
            if (!s.was().containsKey(field.name())
                    || !FieldMerge.differs(Set.of(field.name()), s.was(), now)) continue;
            moved.add(
                    CowritingText.moved(
                            field.label(),
                            said(was.getOrDefault(field.label(), "")),
                            said(is.getOrDefault(field.label(), field.words()))));
        }
        return moved;
    }

    private static String base(PatientId patient) {
        return "/dossiers/" + patient + "/pps";
    }
}
