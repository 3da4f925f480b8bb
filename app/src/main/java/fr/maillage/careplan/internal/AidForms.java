package fr.maillage.careplan.internal;

import static fr.maillage.web.FormFields.LINE;
import static fr.maillage.web.FormFields.date;
import static fr.maillage.web.FormFields.field;
import static fr.maillage.web.FormFields.oneOf;
import static fr.maillage.web.FormFields.optional;
import static fr.maillage.web.FormFields.options;
import static fr.maillage.web.FormFields.select;
import static fr.maillage.web.FormFields.text;
import static fr.maillage.web.FormFields.title;

import fr.maillage.careplan.internal.Content.Aid;
import fr.maillage.careplan.internal.PpsForms.Choices;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.Money;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormView.Field;
import fr.maillage.web.FormView.Group;
import fr.maillage.web.FormView.Option;
import fr.maillage.web.WebText;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The forms of an aid: its line in a draft, and a step of its life.
final class AidForms {

    private static final Money MOST = Money.euros(999_999_999);

    private AidForms() {}

    static Typed typed(Aid aid) {
        return new Typed(
                Map.of(
                        "title", List.of(aid.title()),
                        "kind", List.of(aid.kind().name()),
                        "body", List.of(text(aid.body())),
                        "asked_by", List.of(text(aid.askedBy())),
                        "right", List.of(aid.rightId() == null ? "" : aid.rightId().toString()),
                        "note", List.of(text(aid.note()))));
    }

    static List<Field> fields(Typed typed, Choices choices) {
        return List.of(
                field("title", "Aide", "Par exemple\u00A0: lit médicalisé.", "TEXT", typed, true),
                select(
                        "kind",
                        "Nature",
                        typed,
                        List.of(
                                new Group(
                                        "",
                                        Arrays.stream(AidKind.values())
                                                .map(k -> new Option(k.name(), k.label(), false))
                                                .toList())),
                        false),
                field("body", "Qui décide ou paie", null, "TEXT", typed, false),
                field("asked_by", "Qui fait la demande", null, "TEXT", typed, false),
                optional(
                        "right",
                        "Droit du dossier",
                        typed,
                        "aucun\u00A0: l’état se note ici",
                        choices.rights()),
                field("note", "Note", null, "TEXT", typed, true));
    }

    static Optional<Aid> read(UUID id, Typed typed, Choices choices, FormErrors errors) {
        var title = title(typed, "title", errors);
        for (var name : List.of("body", "asked_by", "note"))
            if (typed.text(name).length() > LINE) errors.add(name, WebText.LINE_TOO_LONG);
        var kind =
                oneOf(
                        typed,
                        "kind",
                        Arrays.stream(AidKind.values()).map(Enum::name).collect(Collectors.toSet()),
                        errors);
        var right = Ids.parse(typed.text("right")).orElse(null);
        if (!typed.text("right").isEmpty()
                && choices.rights().stream().noneMatch(o -> o.value().equals(typed.text("right"))))
            errors.add("right", WebText.CHOOSE);
        return errors.none()
                ? Optional.of(
                        new Aid(
                                id,
                                AidKind.valueOf(kind),
                                title,
                                typed.orNull("body"),
                                typed.orNull("asked_by"),
                                right,
                                typed.orNull("note")))
                : Optional.empty();
    }

    /// @param linked a right of the file tells where the request stands
    static List<Field> stepFields(Typed typed, boolean linked) {
        return List.of(
                select("state", "Où en est-on", typed, states(linked), false),
                field("on_date", "Le", null, "DATE", typed, false),
                field("amount", "Montant, en euros", null, "TEXT", typed, false),
                select(
                        "per",
                        "Ce montant est",
                        typed,
                        options(
                                "",
                                "",
                                "MOIS",
                                "par mois",
                                "AN",
                                "par an",
                                "UNIQUE",
                                "en une fois"),
                        false),
                field("starts_on", "Du", null, "DATE", typed, false),
                field("ends_on", "Au", null, "DATE", typed, false),
                field("words", "Précision (pourquoi, si refusé)", null, "TEXT", typed, true));
    }

    private static List<Group> states(boolean linked) {
        return List.of(
                new Group(
                        "",
                        Arrays.stream(AidState.values())
                                .filter(s -> !linked || told(s))
                                .map(s -> new Option(s.name(), s.label(), false))
                                .toList()));
    }

    /// What a right of the file does not tell.
    private static boolean told(AidState state) {
        return state == AidState.EN_PLACE || state == AidState.TERMINE;
    }

    static Optional<Aids.Step> readStep(
            UUID aid,
            Typed typed,
            boolean linked,
            LocalDate today,
            String author,
            FormErrors errors) {
        var state =
                oneOf(
                        typed,
                        "state",
                        Arrays.stream(AidState.values())
                                .map(Enum::name)
                                .collect(Collectors.toSet()),
                        errors);
        var on = date(typed, "on_date", true, errors);
        if (on != null && on.isAfter(today)) errors.add("on_date", AidText.FUTURE);
        var amount = amount(typed, errors);
        var per = amount == null ? "" : oneOfPeriods(typed, errors);
        var starts = date(typed, "starts_on", false, errors);
        var ends = date(typed, "ends_on", false, errors);
        if (starts != null && ends != null && ends.isBefore(starts))
            errors.add("ends_on", AidText.ENDS_BEFORE);
        if (typed.text("words").length() > LINE) errors.add("words", WebText.LINE_TOO_LONG);
        if (state.equals("REFUSE") && typed.text("words").isEmpty())
            errors.add("words", AidText.REFUSED_WHY);
        if (linked && errors.of("state") == null && !told(AidState.valueOf(state)))
            errors.add("state", AidText.BY_THE_RIGHT);
        if (!errors.none() || on == null) return Optional.empty();
        return Optional.of(
                new Aids.Step(
                        aid,
                        AidState.valueOf(state),
                        on,
                        amount,
                        amount == null ? null : per,
                        starts,
                        ends,
                        typed.orNull("words"),
                        author));
    }

    private static String oneOfPeriods(Typed typed, FormErrors errors) {
        var per = typed.text("per");
        if (!Set.of("MOIS", "AN", "UNIQUE").contains(per)) errors.add("per", AidText.PER_MISSING);
        return per;
    }

    private static @Nullable Money amount(Typed typed, FormErrors errors) {
        var text = typed.text("amount");
        if (text.isEmpty()) return null;
        var money = Money.parse(text).orElse(null);
        if (money == null) errors.add("amount", AidText.NOT_MONEY);
        else if (money.compareTo(Money.ZERO) < 0) errors.add("amount", AidText.NEGATIVE);
        else if (money.compareTo(MOST) > 0) errors.add("amount", AidText.TOO_MUCH);
        return money;
    }
}
