package fr.maillage.protocol.internal;

import static fr.maillage.web.FormFields.LINE;
import static fr.maillage.web.FormFields.field;
import static fr.maillage.web.FormFields.select;
import static fr.maillage.web.FormFields.text;
import static fr.maillage.web.FormFields.title;
import static fr.maillage.web.FormFields.with;

import fr.maillage.network.Networks.Theme;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormView.Field;
import fr.maillage.web.FormView.Group;
import fr.maillage.web.FormView.Option;
import fr.maillage.web.WebText;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The form of the heading of a draft: to fields and back.
final class HeadForm {

    private HeadForm() {}

    static Typed typed(Document d) {
        return ProtocolForms.typed(
                "title", d.title(),
                "nature", d.nature().name(),
                "theme", text(d.theme()),
                "summary", d.summary(),
                "pathologies", String.join(", ", d.pathologies()),
                "checking", d.checking(),
                "delegated_by", d.delegation().from(),
                "delegated_to", d.delegation().to(),
                "basis", d.delegation().basis());
    }

    static List<Field> fields(Typed typed, List<Theme> themes) {
        return List.of(
                field("title", "Titre", null, "TEXT", typed, true),
                select(
                        "nature",
                        "Nature",
                        typed,
                        ProtocolForms.group(
                                Arrays.stream(Document.Nature.values())
                                        .map(n -> new Option(n.name(), n.label(), false))),
                        false),
                select("theme", "Thème", typed, themes(themes), false),
                field(
                        "pathologies",
                        "Proposé quand une pathologie du plan contient",
                        "Des mots séparés par des virgules.",
                        "TEXT",
                        typed,
                        true),
                field("summary", "À quoi il sert", null, "AREA", typed, true),
                field(
                        "checking",
                        "Comment son application est vérifiée",
                        "Qui relit quoi, quand. Demandé pour publier.",
                        "AREA",
                        typed,
                        true),
                field(
                        "delegated_by",
                        "Qui délègue",
                        ProtocolText.FOR_COOPERATION,
                        "TEXT",
                        typed,
                        false),
                field("delegated_to", "À qui", null, "TEXT", typed, false),
                field(
                        "basis",
                        "Base légale ou autorisation",
                        ProtocolText.BASIS,
                        "TEXT",
                        typed,
                        true));
    }

    static List<Group> themes(List<Theme> themes) {
        return List.of(
                new Group(
                        "",
                        with(
                                "",
                                ProtocolText.THEME_LABEL_NONE,
                                themes.stream()
                                        .map(t -> new Option(t.code(), t.label(), false))
                                        .toList())));
    }

    /// The heading as typed; sentences go to `errors`.
    static UnaryOperator<Document> read(Typed typed, List<Theme> themes, FormErrors errors) {
        var title = title(typed, "title", errors);
        var nature =
                Arrays.stream(Document.Nature.values())
                        .filter(n -> n.name().equals(typed.text("nature")))
                        .findFirst();
        if (nature.isEmpty()) errors.add("nature", WebText.CHOOSE);
        var theme = typed.orNull("theme");
        if (theme != null && themes.stream().noneMatch(t -> t.code().equals(theme)))
            errors.add("theme", WebText.CHOOSE);
        for (var name : List.of("summary", "checking"))
            if (typed.text(name).length() > 4000) errors.add(name, ProtocolText.TOO_LONG);
        for (var name : List.of("delegated_by", "delegated_to", "basis"))
            if (typed.text(name).length() > LINE) errors.add(name, WebText.LINE_TOO_LONG);
        var words =
                Stream.of(typed.text("pathologies").split(","))
                        .map(String::strip)
                        .filter(w -> !w.isEmpty())
                        .toList();
        if (words.size() > 50 || words.stream().anyMatch(w -> w.length() > 100))
            errors.add("pathologies", WebText.LINE_TOO_LONG);
        return d ->
                d.headed(
                        new Document.Head(
                                title,
                                nature.orElse(d.nature()),
                                theme,
                                typed.text("summary"),
                                words,
                                typed.text("checking"),
                                new Delegation(
                                        typed.text("delegated_by"),
                                        typed.text("delegated_to"),
                                        typed.text("basis"))));
    }
}
