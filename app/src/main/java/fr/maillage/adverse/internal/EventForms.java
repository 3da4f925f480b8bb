package fr.maillage.adverse.internal;

import fr.maillage.casefile.CaseFiles;
import fr.maillage.network.Networks;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormView;
import fr.maillage.web.FormView.Field;
import fr.maillage.web.FormView.Group;
import fr.maillage.web.FormView.Option;
import fr.maillage.web.Shown;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Forms of the page of an event.
@Component
class EventForms {

    private final Networks networks;
    private final CaseFiles files;
    private final Clock clock;

    EventForms(Networks networks, CaseFiles files, Clock clock) {
        this.networks = networks;
        this.files = files;
        this.clock = clock;
    }

    FormView end(AdverseEvent event, CorrectiveAction action, Shown shown) {
        return shown.form(
                "fin-" + action.id(),
                event.href() + "/actions/" + action.id() + "/fin",
                "Dire ce qu’il en est",
                new Typed(Map.of("endedOn", List.of(today().toString()))),
                typed ->
                        List.of(
                                FormFields.select(
                                        "state",
                                        "Où en est-elle",
                                        typed,
                                        FormFields.options(
                                                "FAITE", "Faite", "ABANDONNEE", "Abandonnée"),
                                        false),
                                FormFields.field("endedOn", "Le", null, "DATE", typed, false),
                                FormFields.field(
                                        "words",
                                        "En une ligne (pourquoi, si elle est abandonnée)",
                                        null,
                                        "TEXT",
                                        typed,
                                        true)),
                0,
                "Enregistrer");
    }

    FormView evaluate(AdverseEvent event, CorrectiveAction action, Shown shown) {
        return shown.form(
                "evaluation-" + action.id(),
                event.href() + "/actions/" + action.id() + "/evaluation",
                "Évaluer cette action",
                new Typed(Map.of("evaluatedOn", List.of(today().toString()))),
                typed ->
                        List.of(
                                FormFields.select(
                                        "effect",
                                        "A-t-elle servi\u00A0?",
                                        typed,
                                        DeclarationForm.choices("Choisir…", Effect.options()),
                                        false),
                                FormFields.field(
                                        "evaluatedOn", "Évaluée le", null, "DATE", typed, false),
                                FormFields.field(
                                        "evaluation",
                                        "À quoi cela se voit",
                                        null,
                                        "AREA",
                                        typed,
                                        true)),
                0,
                "Enregistrer l’évaluation");
    }

    FormView edit(AdverseEvent event, Shown shown) {
        return shown.form(
                "evenement",
                event.href(),
                "Qualifier ou corriger",
                DeclarationForm.of(event),
                typed -> DeclarationForm.fields(typed, true),
                event.version(),
                "Enregistrer");
    }

    FormView analyse(AdverseEvent event, Shown shown) {
        var before = new LinkedHashMap<String, List<String>>();
        before.put(
                "analysedOn",
                List.of((event.analysedOn() == null ? today() : event.analysedOn()).toString()));
        before.put("analysedBy", List.of(FormFields.text(event.analysedBy())));
        before.put("method", List.of(event.method() == null ? "" : event.method().name()));
        before.put("families", event.families().stream().map(Enum::name).toList());
        before.put("causes", List.of(FormFields.text(event.causes())));
        return shown.form(
                "analyse",
                event.href() + "/analyse",
                event.analysedOn() == null ? "Analyser" : "Revoir l’analyse",
                new Typed(before),
                typed ->
                        List.of(
                                FormFields.field("analysedOn", "Le", null, "DATE", typed, false),
                                FormFields.select(
                                        "method",
                                        "Méthode",
                                        typed,
                                        DeclarationForm.choices("Choisir…", Method.options()),
                                        false),
                                FormFields.field(
                                        "analysedBy",
                                        "Par qui",
                                        "Ceux qui ont participé, par leur fonction si le nom n’est pas utile.",
                                        "TEXT",
                                        typed,
                                        true),
                                new Field(
                                        "families",
                                        "Familles de causes",
                                        null,
                                        "DAYS",
                                        "",
                                        typed.all("families"),
                                        List.of(
                                                new Group(
                                                        "",
                                                        CauseFamily.options(
                                                                typed.all("families")))),
                                        true,
                                        null),
                                FormFields.field(
                                        "causes",
                                        "Ce qui a été trouvé",
                                        null,
                                        "AREA",
                                        typed,
                                        true)),
                event.version(),
                "Enregistrer l’analyse");
    }

    FormView arsForm(AdverseEvent event, Shown shown) {
        var before = new LinkedHashMap<String, List<String>>();
        before.put("arsOn", List.of(event.arsOn() == null ? "" : event.arsOn().toString()));
        before.put("arsNumber", List.of(FormFields.text(event.arsNumber())));
        before.put(
                "arsPart2On",
                List.of(event.arsPart2On() == null ? "" : event.arsPart2On().toString()));
        return shown.form(
                "ars",
                event.href() + "/ars",
                "Noter la déclaration à l’ARS",
                new Typed(before),
                typed ->
                        List.of(
                                FormFields.field(
                                        "arsOn", "Premier volet le", null, "DATE", typed, false),
                                FormFields.field(
                                        "arsNumber",
                                        "Numéro du portail",
                                        null,
                                        "TEXT",
                                        typed,
                                        false),
                                FormFields.field(
                                        "arsPart2On",
                                        "Second volet le (une fois fait)",
                                        null,
                                        "DATE",
                                        typed,
                                        false)),
                event.version(),
                "Enregistrer");
    }

    FormView act(AdverseEvent event, Shown shown) {
        var team =
                networks.team(today()).stream()
                        .map(m -> new Option(m.id().toString(), m.name(), false))
                        .toList();
        return shown.form(
                "action",
                event.href() + "/actions",
                "Ajouter une action corrective",
                new Typed(Map.of()),
                typed ->
                        List.of(
                                FormFields.field("title", "Quoi", null, "TEXT", typed, true),
                                FormFields.select(
                                        "owner",
                                        "Qui s’en charge",
                                        typed,
                                        DeclarationForm.choices("Choisir…", team),
                                        false),
                                FormFields.field("dueOn", "Pour le", null, "DATE", typed, false)),
                0,
                "Ajouter l’action");
    }

    FormView readers(AdverseEvent event, Shown shown) {
        var named = event.readers().stream().map(UUID::toString).toList();
        return shown.form(
                "lecteurs",
                event.href() + "/lecteurs",
                "Personnes concernées qui peuvent lire",
                new Typed(Map.of("readers", named)),
                typed ->
                        List.of(
                                new Field(
                                        "readers",
                                        "En plus des responsables qualité, du référent, de qui s’est nommé en déclarant et de qui mène une action",
                                        null,
                                        "DAYS",
                                        "",
                                        typed.all("readers"),
                                        List.of(new Group("", mayRead(event, typed))),
                                        true,
                                        null)),
                event.version(),
                "Enregistrer les lecteurs");
    }

    /// The team, and the professionals of the circle who have an account.
    private List<Option> mayRead(AdverseEvent event, Typed typed) {
        var all = new LinkedHashMap<String, String>();
        for (var member : networks.team(today()))
            if (member.accountId() != null && !member.function().equals("HEAD"))
                all.put(member.accountId().toString(), member.name());
        if (event.patient() != null)
            for (var actor : files.circle(event.patient(), today()))
                if (actor.accountId() != null && !actor.kind().equals("PROCHE"))
                    all.putIfAbsent(actor.accountId().toString(), actor.name() + " (cercle)");
        var chosen = typed.all("readers");
        var options = new ArrayList<Option>();
        all.forEach((id, name) -> options.add(new Option(id, name, chosen.contains(id))));
        return options;
    }

    FormView close(AdverseEvent event, Shown shown) {
        return shown.form(
                "cloture",
                event.href() + "/cloture",
                "Clore l’événement",
                new Typed(Map.of()),
                typed ->
                        List.of(
                                FormFields.field(
                                        "closedWords", "Conclusion", null, "AREA", typed, true)),
                event.version(),
                "Clore");
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
