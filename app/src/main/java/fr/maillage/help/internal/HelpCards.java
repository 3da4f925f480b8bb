package fr.maillage.help.internal;

import fr.maillage.casefile.CaseFiles.Actor;
import fr.maillage.help.internal.HelpPage.Fact;
import fr.maillage.help.internal.HelpPage.GivenCard;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormView;
import fr.maillage.web.Shown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The helps given to a person and the missions, on the page of helps, and the forms in them.
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
            forms.add(
                    HelpFields.end(
                            shown,
                            today,
                            "fin-" + one.id(),
                            to + "/fin",
                            "N’est plus en place",
                            one.version()));
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

    FormView missions(MissionService.Tagged tagged) {
        return shown.form(
                "missions",
                here + "/missions",
                "Missions prioritaires",
                new Typed(Map.of("missions", tagged.missions().stream().map(Enum::name).toList())),
                typed ->
                        List.of(
                                HelpFields.ticks(
                                        "missions",
                                        "À quelles missions cet accompagnement prend part",
                                        typed,
                                        Mission.values(),
                                        m -> m.label)),
                0,
                tagged.said() ? "Enregistrer" : "Confirmer");
    }
}
