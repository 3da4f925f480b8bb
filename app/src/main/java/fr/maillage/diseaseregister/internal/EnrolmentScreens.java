package fr.maillage.diseaseregister.internal;

import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.diseaseregister.internal.CaseStore.Objection;
import fr.maillage.diseaseregister.internal.EnrolmentPage.Card;
import fr.maillage.diseaseregister.internal.EnrolmentPage.Done;
import fr.maillage.diseaseregister.internal.RegisterStore.Listed;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormView;
import fr.maillage.web.FormView.Group;
import fr.maillage.web.FormView.Option;
import fr.maillage.web.Shown;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The page of the registers for one person: whether she is in, what her case says, what may be
/// done.
@Component
@Transactional(readOnly = true)
class EnrolmentScreens {

    private final RegisterStore registers;
    private final CaseStore cases;
    private final SourceService sources;
    private final FileFacts facts;
    private final Clock clock;

    EnrolmentScreens(
            RegisterStore registers,
            CaseStore cases,
            SourceService sources,
            FileFacts facts,
            Clock clock) {
        this.registers = registers;
        this.cases = cases;
        this.sources = sources;
        this.facts = facts;
        this.clock = clock;
    }

    public EnrolmentPage page(OpenFile file, Shown shown) {
        var patient = file.patient();
        var here = "/dossiers/" + patient + "/registres";
        var held = cases.ofPerson(patient.value());
        var objections = cases.objections(patient.value());
        var said = facts.of(patient);
        var all = registers.all().stream().filter(r -> r.serving() != null).toList();
        var sourcesOf = sources.byRegister();
        var cards = new ArrayList<Card>();
        for (var one : all)
            cards.add(
                    card(
                            here + "/" + one.id(),
                            one,
                            held.get(one.id()),
                            objections,
                            said,
                            groups(sourcesOf.getOrDefault(one.id(), List.of())),
                            shown));
        var everywhere = objections.stream().anyMatch(o -> o.register() == null);
        return new EnrolmentPage(
                file.banner(),
                objections.stream()
                        .map(o ->
                                new EnrolmentPage.Objection(
                                        RegisterText.objection(o, title(all, o)),
                                        here + "/oppositions/" + o.id() + "/lever"))
                        .toList(),
                cards,
                shown.why(forms(cards, everywhere)),
                everywhere
                        ? null
                        : object(
                                "opposition", here + "/opposition", RegisterText.OBJECT_ALL, shown),
                RegisterText.LAW);
    }

    /// Keys of the forms the page shows.
    private static List<String> forms(List<Card> cards, boolean everywhere) {
        var keys = new ArrayList<String>();
        if (!everywhere) keys.add("opposition");
        for (var card : cards) {
            if (card.due() != null) keys.add(card.due().key());
            card.forms().forEach(form -> keys.add(form.key()));
            card.followUps().forEach(done -> keys.add(done.form().key()));
        }
        return keys;
    }

    private static @Nullable String title(List<Listed> all, Objection objection) {
        return all.stream()
                .filter(r -> r.id().equals(objection.register()))
                .map(Listed::title)
                .findFirst()
                .orElse(null);
    }

    private static List<Group> groups(List<SourceService.Source> sources) {
        return List.of(
                new Group(
                        "",
                        Stream.concat(
                                        Stream.of(new Option("", "Le réseau lui-même", false)),
                                        sources.stream()
                                                .map(s ->
                                                        new Option(
                                                                s.id().toString(),
                                                                s.name(),
                                                                false)))
                                .toList()));
    }

    private Card card(
            String href,
            Listed register,
            @Nullable Case one,
            List<Objection> objections,
            Map<String, String> file,
            List<Group> groups,
            Shown shown) {
        var version = Objects.requireNonNull(register.serving());
        var definition = version.definition();
        var id = register.id();
        var today = LocalDate.now(clock);
        var opposed =
                objections.stream().anyMatch(o -> o.register() == null || id.equals(o.register()));
        var forms = new ArrayList<FormView>();
        if (one == null && !opposed) {
            forms.add(
                    shown.form(
                            "inclure-" + id,
                            href,
                            "Inclure",
                            CaseForms.typed(
                                    definition.asked(false),
                                    Map.of(),
                                    file,
                                    "informedOn",
                                    today.toString()),
                            typed ->
                                    both(
                                            CaseForms.inclusion(definition, typed, groups),
                                            CaseForms.fields(definition.asked(false), file, typed)),
                            0,
                            "Inclure dans le registre"));
        }
        if (one != null) forms.addAll(forms(href, id, definition, one, file, groups, shown, today));
        if (!opposed)
            forms.add(
                    object(
                            "opposition-" + id,
                            href + "/opposition",
                            RegisterText.OBJECT_ONE,
                            shown));
        return new Card(
                "registre-" + id,
                href,
                register.title(),
                definition.head().caseDefinition(),
                opposed
                        ? "S’y oppose"
                        : one == null
                                ? "N’y est pas"
                                : "Cas n° " + one.number() + ", " + state(one, definition, today),
                opposed ? "is-due" : one == null ? "" : "is-info",
                opposed ? "shield-lock" : one == null ? "circle" : "clipboard-check",
                one == null ? null : RegisterText.told(one),
                one == null ? List.of() : answers(definition.fields(), one.answers()),
                one == null
                        ? List.of()
                        : Quality.of(definition, one, today).stream()
                                .map(f -> f.field() + RegisterText.S + ": " + f.sentence())
                                .toList(),
                one == null ? List.of() : followUps(href, definition, one, file, shown),
                one == null ? null : due(href, definition, one, file, shown, today),
                forms);
    }

    private static String state(Case one, Definition definition, LocalDate today) {
        var due = one.due(definition, today);
        if (!due.isEmpty()) return RegisterText.due(due.getFirst());
        return one.next(definition, today)
                .map(day -> "prochain suivi le " + FrenchDates.date(day))
                .orElse("suivi terminé");
    }

    private static List<FormView.Field> both(
            List<FormView.Field> first, List<FormView.Field> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    /// The first follow-up that is awaited, what the file knows standing in it; null when none is.
    private static @Nullable FormView due(
            String href,
            Definition definition,
            Case one,
            Map<String, String> file,
            Shown shown,
            LocalDate today) {
        return one.due(definition, today).stream()
                .findFirst()
                .map(due ->
                        followUp(
                                href,
                                definition,
                                due.rank(),
                                RegisterText.due(due),
                                CaseForms.typed(
                                        definition.asked(true),
                                        Map.of(),
                                        file,
                                        "onDate",
                                        today.toString()),
                                file,
                                0,
                                shown))
                .orElse(null);
    }

    private static List<FormView> forms(
            String href,
            UUID id,
            Definition definition,
            Case one,
            Map<String, String> file,
            List<Group> groups,
            Shown shown,
            LocalDate today) {
        var forms = new ArrayList<FormView>();
        forms.add(
                shown.form(
                        "cas-" + id,
                        href + "/completer",
                        "Compléter, corriger",
                        CaseForms.typed(
                                definition.asked(false),
                                one.answers(),
                                file,
                                "incidentOn",
                                one.incidentOn().toString()),
                        typed ->
                                both(
                                        List.of(
                                                FormFields.field(
                                                        "incidentOn",
                                                        definition.head().onset() + " *",
                                                        null,
                                                        "DATE",
                                                        typed,
                                                        false),
                                                FormFields.select(
                                                        "source",
                                                        "Signalé aussi par",
                                                        typed,
                                                        groups,
                                                        false)),
                                        CaseForms.fields(definition.asked(false), file, typed)),
                        one.version(),
                        "Enregistrer"));
        if (one.over().isEmpty())
            forms.add(
                    shown.form(
                            "fin-" + id,
                            href + "/fin",
                            "Fin du suivi",
                            DefinitionForms.of("endedOn", today.toString()),
                            typed ->
                                    List.of(
                                            FormFields.field(
                                                    "endedOn", "Le", null, "DATE", typed, false),
                                            CaseForms.choice(
                                                    "endedWhy",
                                                    "Pourquoi",
                                                    typed,
                                                    CaseForms.endings())),
                            one.version(),
                            "Terminer le suivi"));
        forms.add(
                shown.form(
                        "retrait-" + id,
                        href + "/retirer",
                        "Retirer ce cas (erreur, doublon)",
                        DefinitionForms.of(),
                        typed -> List.of(CaseForms.choice("why", "Pourquoi", typed, CaseForms.OUT)),
                        0,
                        "Retirer le cas"));
        return forms;
    }

    private static FormView followUp(
            String href,
            Definition definition,
            int rank,
            String title,
            Typed stands,
            Map<String, String> file,
            int version,
            Shown shown) {
        return shown.form(
                "suivi-" + rank + "-" + href.substring(href.lastIndexOf('/') + 1),
                href + "/suivis/" + rank,
                title,
                stands,
                typed ->
                        both(
                                List.of(
                                        FormFields.field(
                                                "onDate", "Vu le", null, "DATE", typed, false)),
                                CaseForms.fields(definition.asked(true), file, typed)),
                version,
                "Enregistrer le suivi");
    }

    private static List<Done> followUps(
            String href, Definition definition, Case one, Map<String, String> file, Shown shown) {
        return one.followUps().stream()
                .sorted(Comparator.comparing(Case.FollowUp::rank).reversed())
                .map(f ->
                        new Done(
                                RegisterText.atFollowUp(f.rank())
                                        + ", le "
                                        + FrenchDates.date(f.on()),
                                answers(definition.fields(), f.answers()),
                                followUp(
                                        href,
                                        definition,
                                        f.rank(),
                                        "Corriger",
                                        CaseForms.typed(
                                                definition.asked(true),
                                                f.answers(),
                                                Map.of(),
                                                "onDate",
                                                f.on().toString()),
                                        file,
                                        f.version(),
                                        shown)))
                .toList();
    }

    private static List<EnrolmentPage.Answer> answers(
            List<Field> fields, Map<String, Case.Answer> answers) {
        var shown = new ArrayList<EnrolmentPage.Answer>();
        for (var field : fields) {
            var answer = answers.get(field.code());
            if (answer != null)
                shown.add(
                        new EnrolmentPage.Answer(
                                field.label(), field.words(answer.value()), answer.fromFile()));
        }
        return shown;
    }

    private FormView object(String key, String to, String title, Shown shown) {
        return shown.form(
                key,
                to,
                title,
                DefinitionForms.of("onDate", LocalDate.now(clock).toString()),
                typed ->
                        List.of(
                                FormFields.field("onDate", "Le", null, "DATE", typed, false),
                                CaseForms.choice("saidBy", "Dite par", typed, CaseForms.WHO),
                                FormFields.field(
                                        "words", "En ses mots", null, "TEXT", typed, true)),
                0,
                "Noter l’opposition");
    }
}
