package fr.maillage.help.internal;

import fr.maillage.casefile.CaseFiles.Actor;
import fr.maillage.help.internal.Asked.Answer;
import fr.maillage.help.internal.Asked.Item;
import fr.maillage.help.internal.Course.Place;
import fr.maillage.help.internal.Course.State;
import fr.maillage.help.internal.HelpPage.AskedCard;
import fr.maillage.help.internal.HelpPage.CourseCard;
import fr.maillage.help.internal.HelpPage.Fact;
import fr.maillage.help.internal.HelpPage.GivenCard;
import fr.maillage.help.internal.HelpPage.ItemLine;
import fr.maillage.help.internal.HelpPage.SessionLine;
import fr.maillage.help.internal.PsychologyService.Agreement;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormView.Field;
import fr.maillage.web.FormView.Group;
import fr.maillage.web.FormView.Option;
import fr.maillage.web.FormView;
import fr.maillage.web.Shown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The cards of the page of helps, and the forms in them.
///
/// @param here address of the page
/// @param cancer followed for a theme that cannot do without the attending doctor
record HelpCards(String here, List<Actor> relatives, boolean cancer, Shown shown, LocalDate today) {

    private static final String S = Typography.NBSP;

    FormView note() {
        return shown.form(
                "aide",
                here + "/aides",
                "Noter une aide",
                GivenForm.blank(today),
                typed -> GivenForm.fields(relatives, cancer, typed),
                0,
                "Noter l’aide");
    }

    GivenCard given(Given one) {
        var facts = new ArrayList<Fact>();
        if (one.relativeName() != null) facts.add(new Fact("Pour", one.relativeName()));
        if (one.partner() != null) facts.add(new Fact("Avec", one.partner()));
        if (one.resultWhy() != null) facts.add(new Fact("Pourquoi", one.resultWhy()));
        if (one.doctor() != null)
            facts.add(
                    new Fact(
                            "Médecin traitant",
                            switch (one.doctor()) {
                                case INFORME -> "Informé";
                                case A_INFORMER -> "Courrier préparé";
                                case SANS -> "Sans lui" + S + ": " + one.doctorWords();
                            }));
        if (one.minutes() != null) facts.add(new Fact("Temps", one.minutes() + S + "min"));
        if (one.endedOn() != null)
            facts.add(new Fact("Fin", FrenchDates.date(one.endedOn()) + S + ": " + one.endedWhy()));
        facts.add(new Fact("Noté par", one.notedBy()));
        var review = one.lasts() ? one.reviewOn() : null;
        return new GivenCard(
                one.kind().label,
                one.kind().family.label,
                (one.lasts() ? "en place depuis le " : "le ") + FrenchDates.date(one.on()),
                one.result().label,
                one.result().tone,
                one.result().icon,
                review == null
                        ? null
                        : (review.isBefore(today) ? "À revoir depuis le " : "À revoir le ")
                                + FrenchDates.date(review),
                review != null && review.isBefore(today) ? "is-late" : "",
                one.words().lines().filter(l -> !l.isBlank()).toList(),
                facts,
                one.reviews().stream()
                        .map(r ->
                                new Fact(
                                        FrenchDates.date(r.on()),
                                        r.words() + " (" + r.author() + ")"))
                        .toList(),
                one.endedOn() == null ? forms(one) : List.of());
    }

    private List<FormView> forms(Given one) {
        var forms = new ArrayList<FormView>();
        var to = here + "/aides/" + one.id();
        if (one.lasts()) {
            forms.add(
                    shown.form(
                            "revue-" + one.id(),
                            to + "/revue",
                            "Revu",
                            new Typed(Map.of()),
                            typed ->
                                    List.of(
                                            FormFields.field(
                                                    "words",
                                                    "Ce qui a été vu",
                                                    null,
                                                    "AREA",
                                                    typed,
                                                    true),
                                            FormFields.field(
                                                    "nextOn",
                                                    "À revoir ensuite le",
                                                    null,
                                                    "DATE",
                                                    typed,
                                                    false)),
                            one.version(),
                            "Noter la revue"));
            forms.add(end("fin-" + one.id(), to + "/fin", "N’est plus en place", one.version()));
        }
        forms.add(
                shown.form(
                        "aide-" + one.id(),
                        to,
                        "Corriger",
                        GivenForm.of(one),
                        typed -> GivenForm.fields(relatives, cancer, typed),
                        one.version(),
                        "Enregistrer"));
        return forms;
    }

    private FormView end(String key, String to, String title, int version) {
        return shown.form(
                key,
                to,
                title,
                new Typed(Map.of("endedOn", List.of(today.toString()))),
                typed ->
                        List.of(
                                FormFields.field("endedOn", "Le", null, "DATE", typed, false),
                                FormFields.field(
                                        "endedWhy", "Pourquoi", null, "TEXT", typed, false)),
                version,
                "Terminer");
    }

    FormView grant(List<Agreement> agreements) {
        return shown.form(
                "soutien",
                here + "/psychologie",
                "Accorder des séances",
                new Typed(Map.of("startsOn", List.of(today.toString()))),
                typed -> {
                    var fields = new ArrayList<Field>();
                    fields.add(
                            FormFields.optional(
                                    "ref",
                                    "Psychologue, sous convention",
                                    typed,
                                    "Choisir…",
                                    agreements.stream()
                                            .map(a -> new Option(a.ref(), agreement(a), false))
                                            .toList()));
                    fields.addAll(Relatives.fields(relatives, typed));
                    fields.add(
                            FormFields.field(
                                    "granted", "Séances accordées", null, "NUMBER", typed, false));
                    fields.add(
                            FormFields.field(
                                    "startsOn", "À partir du", null, "DATE", typed, false));
                    fields.add(
                            FormFields.field(
                                    "reason",
                                    "Pourquoi (facultatif)",
                                    "Ce qui se dit en séance ne s’écrit pas ici.",
                                    "AREA",
                                    typed,
                                    true));
                    return fields;
                },
                0,
                "Accorder");
    }

    private static String agreement(Agreement one) {
        return one.name()
                + ", "
                + one.amount().formatted()
                + " la séance"
                + (one.most() == null ? "" : ", " + one.most() + S + "au plus par personne");
    }

    CourseCard course(Course one) {
        int done = one.done();
        return new CourseCard(
                one.psychologist(),
                one.relativeName() == null ? "Pour la personne" : "Pour " + one.relativeName(),
                one.reason(),
                done + S + (done > 1 ? "séances faites sur " : "séance faite sur ") + one.granted(),
                "Pris en charge" + S + ": " + one.cost().formatted(),
                done,
                one.granted(),
                one.endedOn() == null
                        ? null
                        : "Terminé le "
                                + FrenchDates.date(one.endedOn())
                                + S
                                + ": "
                                + one.endedWhy(),
                one.sessions().stream()
                        .map(s ->
                                new SessionLine(
                                        FrenchDates.shortDay(s.on(), today),
                                        s.place().label,
                                        s.state().label,
                                        s.state().tone,
                                        s.state().icon,
                                        s.state() == State.FAITE ? s.amount().formatted() : ""))
                        .toList(),
                one.runs() ? forms(one) : List.of());
    }

    private List<FormView> forms(Course one) {
        var to = here + "/psychologie/" + one.id();
        return List.of(
                shown.form(
                        "seance-" + one.id(),
                        to + "/seances",
                        "Noter une séance",
                        new Typed(
                                Map.of(
                                        "onDate", List.of(today.toString()),
                                        "place", List.of(Place.DOMICILE.name()),
                                        "state", List.of(State.FAITE.name()))),
                        typed ->
                                List.of(
                                        FormFields.field(
                                                "onDate", "Le", null, "DATE", typed, false),
                                        choice("place", "Où", typed, Place.values(), p -> p.label),
                                        choice(
                                                "state",
                                                "État",
                                                typed,
                                                State.values(),
                                                s -> s.label)),
                        one.version(),
                        "Noter la séance"),
                shown.form(
                        "plus-" + one.id(),
                        to + "/plus",
                        "Accorder d’autres séances",
                        new Typed(Map.of()),
                        typed ->
                                List.of(
                                        FormFields.field(
                                                "more",
                                                "Séances en plus",
                                                null,
                                                "NUMBER",
                                                typed,
                                                false)),
                        one.version(),
                        "Accorder"),
                end("arret-" + one.id(), to + "/fin", "Terminer ce soutien", one.version()));
    }

    static <E extends Enum<E>> Field choice(
            String name, String label, Typed typed, E[] values, Function<E, String> words) {
        return FormFields.select(
                name,
                label,
                typed,
                List.of(
                        new Group(
                                "",
                                Arrays.stream(values)
                                        .map(v -> new Option(v.name(), words.apply(v), false))
                                        .toList())),
                false);
    }

    FormView missions(MissionService.Tagged tagged) {
        return shown.form(
                "missions",
                here + "/missions",
                "Missions prioritaires",
                new Typed(Map.of("missions", tagged.missions().stream().map(Enum::name).toList())),
                typed ->
                        List.of(
                                ticks(
                                        "missions",
                                        "À quelles missions cet accompagnement prend part",
                                        typed,
                                        Mission.values(),
                                        m -> m.label)),
                0,
                tagged.said() ? "Enregistrer" : "Confirmer");
    }

    private static <E extends Enum<E>> Field ticks(
            String name, String label, Typed typed, E[] values, Function<E, String> words) {
        return new Field(
                name,
                label,
                null,
                "DAYS",
                "",
                typed.all(name),
                List.of(
                        new Group(
                                "",
                                Arrays.stream(values)
                                        .map(v ->
                                                new Option(
                                                        v.name(),
                                                        words.apply(v),
                                                        typed.all(name).contains(v.name())))
                                        .toList())),
                true,
                null);
    }

    FormView ask(String doctor) {
        return shown.form(
                "appui",
                here + "/medecin",
                "Noter une demande du médecin",
                new Typed(
                        Map.of(
                                "askedOn", List.of(today.toString()),
                                "askedBy", List.of(doctor),
                                "dueOn", List.of(today.plusDays(15).toString()))),
                typed ->
                        List.of(
                                FormFields.field(
                                        "askedOn", "Demandé le", null, "DATE", typed, false),
                                FormFields.field("askedBy", "Par", null, "TEXT", typed, false),
                                ticks(
                                        "items",
                                        "Ce qui est demandé",
                                        typed,
                                        Item.values(),
                                        item -> item.label),
                                FormFields.field(
                                        "words",
                                        "En quels mots (facultatif)",
                                        null,
                                        "AREA",
                                        typed,
                                        true),
                                FormFields.field(
                                        "dueOn", "Réponse pour le", null, "DATE", typed, false)),
                0,
                "Noter la demande");
    }

    AskedCard asked(Asked one) {
        var waits = one.waits();
        var late = waits && one.dueOn().isBefore(today);
        return new AskedCard(
                "Demandé le " + FrenchDates.date(one.askedOn()) + " par " + one.askedBy(),
                one.words(),
                !waits
                        ? one.told() ? "Répondu au médecin" : "Répondu, sans courrier au médecin"
                        : (late ? "En retard, attendu le " : "Réponse pour le ")
                                + FrenchDates.date(one.dueOn()),
                !waits ? "is-done" : late ? "is-late" : "is-due",
                !waits ? "circle-check" : "hourglass",
                one.items().stream().map(i -> item(one, i)).toList());
    }

    private ItemLine item(Asked asked, Answer one) {
        var key = "reponse-" + asked.id() + "-" + one.item().name();
        return new ItemLine(
                one.item().label,
                here.replace("/appuis", one.item().path),
                one.conclusion(),
                one.on() == null ? null : one.by() + ", le " + FrenchDates.date(one.on()),
                one.conclusion() != null ? null : answer(key, asked, one.item()));
    }

    private @Nullable FormView answer(String key, Asked asked, Item item) {
        return shown.form(
                key,
                here + "/medecin/" + asked.id() + "/" + item.name(),
                "Répondre",
                new Typed(Map.of("on", List.of(today.toString()))),
                typed ->
                        List.of(
                                FormFields.field(
                                        "conclusion",
                                        "Ce qui est conclu",
                                        null,
                                        "AREA",
                                        typed,
                                        true),
                                FormFields.field(
                                        "by",
                                        "Par qui (ergothérapeute, gériatre…)",
                                        null,
                                        "TEXT",
                                        typed,
                                        false),
                                FormFields.field("on", "Le", null, "DATE", typed, false)),
                0,
                "Noter la réponse");
    }
}
