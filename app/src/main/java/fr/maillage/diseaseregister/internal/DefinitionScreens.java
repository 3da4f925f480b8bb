package fr.maillage.diseaseregister.internal;

import fr.maillage.kernel.NotFound;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.FormView;
import fr.maillage.web.FormView.Option;
import fr.maillage.web.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The page on which a definition is written.
@Component
@Transactional(readOnly = true)
class DefinitionScreens {

    private final DefinitionService service;
    private final FileFacts facts;

    DefinitionScreens(DefinitionService service, FileFacts facts) {
        this.service = service;
        this.facts = facts;
    }

    /// The version being written, one form shown again when it was refused.
    public DefinitionPage page(UUID register, Shown shown) {
        var draft = service.draft(register);
        var definition = draft.definition();
        var href = DiseaseRegisterScreens.HOME + "/" + register;
        var areas = service.areas();
        var origins = facts.origins();
        var fields = new ArrayList<FormView>();
        for (var field : definition.fields())
            fields.add(
                    form(
                            "donnee-" + field.code(),
                            href + "/donnees/" + field.code(),
                            field.label(),
                            summary(field),
                            DefinitionForms.typed(field),
                            definition,
                            origins,
                            DefinitionService.tag(definition, field.code()),
                            shown,
                            "Enregistrer",
                            href + "/donnees/" + field.code() + "/retirer"));
        fields.add(
                form(
                        "donnee-nouvelle",
                        href + "/donnees",
                        "Ajouter une donnée",
                        null,
                        DefinitionForms.blank(),
                        definition,
                        origins,
                        "",
                        shown,
                        "Ajouter",
                        null));
        var head = shown.in("entete", DefinitionForms.typed(definition.head()));
        return new DefinitionPage(
                href,
                definition.head().title() + ", version " + draft.number(),
                view(
                        "entete",
                        href + "/definition",
                        "Ce qu’est le registre",
                        null,
                        DefinitionForms.fields(head, areas),
                        DefinitionService.headTag(definition),
                        shown,
                        "Enregistrer",
                        null),
                fields,
                definition.gaps());
    }

    /// The page with the form of a field that could not be taken away, and why.
    public DefinitionPage kept(UUID register, String code, FormOutcome outcome) {
        var stands =
                service.draft(register)
                        .definition()
                        .field(code)
                        .map(DefinitionForms::typed)
                        .orElseThrow(() -> new NotFound("donnée", register));
        return page(register, new Shown("donnee-" + code, stands, outcome));
    }

    private static FormView form(
            String key,
            String action,
            String title,
            @Nullable String summary,
            Typed stands,
            Definition definition,
            List<Option> origins,
            String tag,
            Shown shown,
            String submit,
            @Nullable String remove) {
        return view(
                key,
                action,
                title,
                summary,
                DefinitionForms.fields(shown.in(key, stands), definition, origins),
                tag,
                shown,
                submit,
                remove);
    }

    private static FormView view(
            String key,
            String action,
            String title,
            @Nullable String summary,
            List<FormView.Field> fields,
            String tag,
            Shown shown,
            String submit,
            @Nullable String remove) {
        var is = shown.is(key);
        return new FormView(
                key,
                action,
                title,
                summary,
                fields,
                tag,
                is ? shown.outcome().conflict() : null,
                is ? shown.outcome().errors() : new FormErrors(),
                submit,
                is,
                remove);
    }

    /// « Hémoglobine : nombre, g/dL, à chaque suivi, exigée, reprise du dossier ».
    static String summary(Field field) {
        return field.label()
                + RegisterText.S
                + ": "
                + Stream.of(
                                field.type().label,
                                field.unit(),
                                field.moment().label,
                                field.mandatory() ? "exigée" : "",
                                field.origin() == null ? "" : "reprise du dossier",
                                field.leaves() ? "" : "ne sort pas")
                        .filter(w -> !w.isEmpty())
                        .map(w -> Character.toLowerCase(w.charAt(0)) + w.substring(1))
                        .collect(Collectors.joining(", "));
    }
}
