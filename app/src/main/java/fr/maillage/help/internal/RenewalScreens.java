package fr.maillage.help.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.help.internal.Renewal.Made;
import fr.maillage.help.internal.Renewal.Verdict;
import fr.maillage.help.internal.RenewalPage.CareLine;
import fr.maillage.help.internal.RenewalPage.Line;
import fr.maillage.help.internal.RenewalService.Care;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormView.Field;
import fr.maillage.web.FormView;
import fr.maillage.web.Shown;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The page of cares looked at again, for the team and for a professional.
@Component
class RenewalScreens {

    static final String ASK = "demande";

    private final RenewalService service;
    private final Clock clock;

    RenewalScreens(RenewalService service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    RenewalPage page(OpenFile file, Shown shown) {
        var today = LocalDate.now(clock);
        var me = SignedIn.current();
        var team = me.role().team();
        var here = "/dossiers/" + file.patient() + "/reevaluations";
        var typed =
                shown.in(ASK, new Typed(Map.of("dueOn", List.of(today.plusDays(15).toString()))));
        var cares = team ? service.cares(file.patient()) : List.<Care>of();
        return new RenewalPage(
                file.banner(),
                team,
                here,
                cares.stream().map(c -> care(c, shown.is(ASK) ? typed : null)).toList(),
                (int) cares.stream().filter(Care::old).count(),
                RenewalService.DAYS,
                typed.text("question"),
                typed.text("dueOn"),
                shown.is(ASK) ? shown.outcome().errors() : new FormErrors(),
                service.of(file.patient()).stream()
                        .filter(r -> team || me.accountId().equals(r.account()))
                        .map(r -> line(r, here, team, shown, today))
                        .toList());
    }

    private static CareLine care(Care care, @Nullable Typed typed) {
        var id = care.intervention().toString();
        return new CareLine(
                id,
                care.title(),
                care.actorName() + (care.profession() == null ? "" : ", " + care.profession()),
                "depuis le " + FrenchDates.date(care.last()),
                care.old(),
                typed == null ? care.old() : typed.all("care").contains(id));
    }

    private static Line line(Renewal one, String here, boolean team, Shown shown, LocalDate today) {
        var late = one.waits() && one.dueOn().isBefore(today);
        var verdict = one.verdict();
        var made = one.made();
        return new Line(
                one.title(),
                one.actor(),
                "Demandé le " + FrenchDates.date(one.askedOn()) + " par " + one.askedBy(),
                verdict != null
                        ? verdict.label
                        : !one.waits()
                                ? "Sans réponse, close"
                                : (late ? "En retard, attendue le " : "Attendue pour le ")
                                        + FrenchDates.date(one.dueOn()),
                verdict != null ? verdict.tone : !one.waits() ? "" : late ? "is-late" : "is-due",
                verdict != null ? verdict.icon : !one.waits() ? "circle-x" : "hourglass",
                one.question(),
                one.words(),
                one.givenOn() == null || made == null
                        ? null
                        : "Réévalué le "
                                + FrenchDates.date(one.givenOn())
                                + " "
                                + made.label
                                + Typography.NBSP
                                + ": "
                                + one.givenBy(),
                one.waits() ? forms(one, here, team, shown, today) : List.of());
    }

    private static List<FormView> forms(
            Renewal one, String here, boolean team, Shown shown, LocalDate today) {
        var forms = new ArrayList<FormView>();
        var to = here + "/" + one.id();
        forms.add(
                shown.form(
                        "reponse-" + one.id(),
                        to,
                        team ? "Noter sa réponse" : "Répondre",
                        new Typed(Map.of("givenOn", List.of(today.toString()))),
                        typed -> answer(typed, team),
                        one.version(),
                        team ? "Noter la réponse" : "Répondre à l’équipe"));
        if (team)
            forms.add(
                    shown.form(
                            "fin-" + one.id(),
                            to + "/fin",
                            "Clore sans réponse",
                            new Typed(Map.of()),
                            typed ->
                                    List.of(
                                            FormFields.field(
                                                    "why", "Pourquoi", null, "TEXT", typed, true)),
                            one.version(),
                            "Clore"));
        return forms;
    }

    private static List<Field> answer(Typed typed, boolean team) {
        var fields = new ArrayList<Field>();
        fields.add(
                HelpFields.choice("verdict", "Ce soin est", typed, Verdict.values(), v -> v.label));
        if (team) {
            fields.add(HelpFields.choice("made", "Réévalué", typed, Made.values(), m -> m.label));
            fields.add(FormFields.field("givenOn", "Le", null, "DATE", typed, false));
        }
        fields.add(
                FormFields.field(
                        "words",
                        "Ce qui change, ou ce qui a été vu",
                        "Nécessaire si le soin n’est plus adapté tel quel.",
                        "AREA",
                        typed,
                        true));
        return fields;
    }
}
