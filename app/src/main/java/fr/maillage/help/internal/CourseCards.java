package fr.maillage.help.internal;

import fr.maillage.casefile.CaseFiles.Actor;
import fr.maillage.help.internal.Course.Place;
import fr.maillage.help.internal.Course.State;
import fr.maillage.help.internal.HelpPage.CourseCard;
import fr.maillage.help.internal.HelpPage.SessionLine;
import fr.maillage.help.internal.PsychologyService.Agreement;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormView.Field;
import fr.maillage.web.FormView.Option;
import fr.maillage.web.FormView;
import fr.maillage.web.Shown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The sessions of a psychologist, on the page of helps, and the forms in them.
///
/// @param here address of the page
record CourseCards(String here, List<Actor> relatives, Shown shown, LocalDate today) {

    private static final String S = Typography.NBSP;

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
                                        HelpFields.choice(
                                                "place", "Où", typed, Place.values(), p -> p.label),
                                        HelpFields.choice(
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
                HelpFields.end(
                        shown,
                        today,
                        "arret-" + one.id(),
                        to + "/fin",
                        "Terminer ce soutien",
                        one.version()));
    }
}
