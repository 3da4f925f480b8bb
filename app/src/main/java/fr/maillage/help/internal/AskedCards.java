package fr.maillage.help.internal;

import fr.maillage.help.internal.Asked.Answer;
import fr.maillage.help.internal.Asked.Item;
import fr.maillage.help.internal.HelpPage.AskedCard;
import fr.maillage.help.internal.HelpPage.ItemLine;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormView;
import fr.maillage.web.Shown;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the attending doctor asked for, on the page of helps, and the forms in it.
///
/// @param here address of the page
record AskedCards(String here, Shown shown, LocalDate today) {

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
                                HelpFields.ticks(
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
