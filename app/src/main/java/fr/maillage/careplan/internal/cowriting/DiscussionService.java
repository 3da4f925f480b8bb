package fr.maillage.careplan.internal.cowriting;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.careplan.PlanDiscussed;
import fr.maillage.careplan.internal.LineRef;
import fr.maillage.careplan.internal.PlanLines;
import fr.maillage.careplan.internal.PlanLines.Line;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.web.FieldMerge;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Comments on the lines of a plan, and the changes proposed of them. Whoever reads a line may
/// speak of it; who writes the plan decides ([DecisionService]). Call within the structure of the
/// file.
@Service
@Transactional
class DiscussionService {

    private static final int LONGEST = 5_000;

    private final PlanLines plan;
    private final Remarks remarks;
    private final SuggestionRepository suggestions;
    private final CaseFiles files;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DiscussionService(
            PlanLines plan,
            Remarks remarks,
            SuggestionRepository suggestions,
            CaseFiles files,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.plan = plan;
        this.remarks = remarks;
        this.suggestions = suggestions;
        this.files = files;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /// Who is signed in, as they speak of this file.
    @Transactional(readOnly = true)
    public Voice voice(OpenFile file) {
        var who = SignedIn.current();
        var voice = new Voice(file, who, CowritingText.TEAM);
        if (voice.team()) return voice;
        var quality =
                files.circle(file.patient(), LocalDate.now(clock)).stream()
                        .filter(a ->
                                who.accountId().equals(a.accountId())
                                        || a.rpps() != null && a.rpps().equals(who.rpps()))
                        .map(CaseFiles.Actor::quality)
                        .findFirst()
                        .orElse(voice.person() ? CowritingText.PERSON : CowritingText.AROUND);
        return new Voice(file, who, quality);
    }

    /// Adds a comment to the thread of a line. Throws `NotFound` for a line that is not theirs to
    /// read, `FormRefused`.
    public void say(Voice voice, LineRef ref, Sent form) {
        line(voice, ref);
        var words = form.text("words", LONGEST);
        if (words.isEmpty()) form.errors().add("words", CowritingText.WORDS);
        FormRefused.unless(form.errors());
        var patient = voice.file().patient();
        var id = remarks.add(patient, ref, words, voice, clock.instant());
        trail.wrote(Trail.Action.CREATE, patient, "COMMENTAIRE", id);
        told(voice);
    }

    /// Ends the thread of a line: what it asked was seen to. By who writes the plan.
    public void resolve(Voice voice, LineRef ref) {
        line(voice, ref);
        var patient = voice.file().patient();
        if (remarks.resolve(patient, ref, voice.who().displayName(), clock.instant()) == 0) return;
        trail.wrote(Trail.Action.UPDATE, patient, "COMMENTAIRE", null);
        told(voice);
    }

    /// Proposes a change of a line, field by field. Throws `NotFound`, `FormRefused`.
    public UUID change(Voice voice, LineRef ref, Sent form) {
        var line = line(voice, ref);
        alone(voice, ref, form);
        var names = plan.names(ref.kind(), ref);
        var typed = only(form.values(), names);
        var was = only(line.fields(), names);
        var changed = changed(names, was, typed);
        var whole = new LinkedHashMap<>(line.fields());
        whole.putAll(typed);
        if (changed.isEmpty()) form.errors().add("why", CowritingText.SAME);
        wrong(form, names, plan.check(voice.file(), ref.kind(), ref, whole));
        return add(
                voice,
                Deed.CHANGER,
                ref.kind(),
                ref,
                line.part(),
                line.title(),
                only(was, changed),
                only(typed, changed),
                form);
    }

    /// Proposes that a line leaves the plan. Throws `NotFound`, `FormRefused`.
    public UUID remove(Voice voice, LineRef ref, Sent form) {
        var line = line(voice, ref);
        alone(voice, ref, form);
        if (ref.kind() == LineRef.Kind.TEXTE) form.errors().add("why", CowritingText.TEXT_STAYS);
        return add(
                voice,
                Deed.RETIRER,
                ref.kind(),
                ref,
                line.part(),
                line.title(),
                only(line.fields(), plan.names(ref.kind(), ref)),
                Map.of(),
                form);
    }

    /// Proposes a new line. Throws `FormRefused`.
    public UUID add(Voice voice, LineRef.Kind kind, Sent form) {
        if (kind == LineRef.Kind.TEXTE) throw new NotFound("ligne", null);
        var typed = only(form.values(), plan.names(kind, null));
        wrong(form, plan.names(kind, null), plan.check(voice.file(), kind, null, typed));
        var part = plan.part(kind, typed).orElse("");
        if (!part.isEmpty() && !voice.file().parts().contains(part))
            form.errors().add("why", CowritingText.NOT_YOUR_PART);
        return add(
                voice, Deed.AJOUTER, kind, null, part, form.text("title"), Map.of(), typed, form);
    }

    /// Its author takes back a suggestion that waits. Throws `NotFound` for anybody else.
    public void withdraw(Voice voice, UUID id) {
        var s = suggestions.get(voice.file().patient(), id);
        if (!s.authorId().equals(voice.who().accountId())) throw new NotFound("proposition", id);
        suggestions.decide(
                id, State.RETIREE, null, null, null, voice.who().displayName(), clock.instant());
        trail.wrote(Trail.Action.UPDATE, s.patient(), "PROPOSITION", id);
        told(voice);
    }

    private UUID add(
            Voice voice,
            Deed deed,
            LineRef.Kind kind,
            @Nullable LineRef ref,
            String part,
            String title,
            Map<String, List<String>> was,
            Map<String, List<String>> wanted,
            Sent form) {
        var why = form.text("why", LONGEST);
        if (why.isEmpty() && form.errors().of("why") == null)
            form.errors().add("why", CowritingText.WHY);
        FormRefused.unless(form.errors());
        var patient = voice.file().patient();
        var id = Ids.next();
        suggestions.add(
                new Suggestion(
                        id,
                        patient,
                        deed,
                        kind,
                        ref,
                        part,
                        title,
                        was,
                        wanted,
                        why,
                        voice.who().accountId(),
                        voice.who().displayName(),
                        voice.quality(),
                        clock.instant(),
                        State.ATTEND,
                        null,
                        null,
                        null,
                        null));
        trail.wrote(Trail.Action.CREATE, patient, "PROPOSITION", id);
        told(voice);
        return id;
    }

    /// One author says one thing at a time of a line.
    private void alone(Voice voice, LineRef ref, Sent form) {
        if (suggestions.waiting(voice.file().patient(), ref, voice.who().accountId()).isPresent())
            form.errors().add("why", CowritingText.WAITS);
    }

    private Line line(Voice voice, LineRef ref) {
        return plan.read(voice.file())
                .line(ref)
                .orElseThrow(() -> new NotFound("ligne", voice.file().patient().value()));
    }

    private void told(Voice voice) {
        events.publishEvent(
                new PlanDiscussed(voice.file().network(), voice.file().patient(), clock.instant()));
    }

    /// What is wrong with the fields proposed; what stands wrong elsewhere in the line is not the
    /// author's to mend.
    private static void wrong(Sent form, List<String> names, FormErrors found) {
        found.all().stream()
                .filter(e -> names.contains(e.getKey()))
                .forEach(e -> form.errors().add(e.getKey(), e.getValue()));
    }

    /// The names whose group says something else.
    private static List<String> changed(
            List<String> names, Map<String, List<String>> was, Map<String, List<String>> typed) {
        var among = Set.copyOf(names);
        return names.stream()
                .filter(name -> {
                    var group =
                            new java.util.HashSet<>(FieldMerge.group(name, PlanLines.together()));
                    group.retainAll(among);
                    return FieldMerge.differs(group, was, typed);
                })
                .toList();
    }

    private static Map<String, List<String>> only(
            Map<String, List<String>> fields, List<String> names) {
        var kept = new LinkedHashMap<String, List<String>>();
        for (var name : names)
            kept.put(
                    name,
                    fields.getOrDefault(name, List.of()).stream()
                            .map(v -> v.replace("\0", "").replace("\r\n", "\n"))
                            .toList());
        return kept;
    }
}
