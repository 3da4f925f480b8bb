package fr.maillage.diseaseregister.internal;

import fr.maillage.diseaseregister.internal.ExtractsPage.Row;
import fr.maillage.diseaseregister.internal.ExtractsPage.Taken;
import fr.maillage.diseaseregister.internal.RegisterStore.Status;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.web.FormFields;
import fr.maillage.web.Shown;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The page of the extracts of a register: the trail of what went out, and the documentation of the
/// lines.
@Component
@Transactional(readOnly = true)
class ExtractScreens {

    static final Map<String, String> KINDS =
            CaseForms.ordered(
                    ExtractService.LINES, "Lignes pseudonymisées, un cas par ligne",
                    ExtractService.COUNTS, "Effectifs masqués\u00A0: incidence et prévalence");

    private final RegisterStore registers;
    private final ExtractService service;

    ExtractScreens(RegisterStore registers, ExtractService service) {
        this.registers = registers;
        this.service = service;
    }

    public ExtractsPage page(UUID register, Shown shown) {
        var versions = registers.versions(register);
        var definition =
                RegisterStore.in(versions, Status.PUBLIE).orElse(versions.getFirst()).definition();
        var href = DiseaseRegisterScreens.HOME + "/" + register;
        var clinical = DiseaseRegisterScreens.clinical();
        return new ExtractsPage(
                href,
                definition.head().title(),
                service.of(register).stream()
                        .map(e -> row(href + "/extraits/" + e.id(), e, clinical))
                        .toList(),
                clinical
                        ? shown.form(
                                "extrait",
                                href + "/extraits",
                                "Préparer un extrait",
                                DefinitionForms.of(),
                                typed ->
                                        List.of(
                                                CaseForms.choice("kind", "Quoi", typed, KINDS),
                                                FormFields.field(
                                                        "recipient",
                                                        "Pour qui",
                                                        null,
                                                        "TEXT",
                                                        typed,
                                                        true),
                                                FormFields.field(
                                                        "purpose",
                                                        "Pour quoi",
                                                        null,
                                                        "TEXT",
                                                        typed,
                                                        true),
                                                FormFields.field(
                                                        "ground",
                                                        "Ce qui permet de le remettre",
                                                        "Accord, convention, avis d’un comité.",
                                                        "TEXT",
                                                        typed,
                                                        true)),
                                0,
                                "Préparer")
                        : null,
                List.of(
                        RegisterText.PSEUDONYMISED,
                        RegisterText.LEFT_OUT,
                        RegisterText.COARSE,
                        RegisterText.MASKED),
                ExtractFiles.DICTIONARY,
                ExtractFiles.dictionary(definition));
    }

    private static Row row(String href, ExtractService.Extract e, boolean clinical) {
        var lines = e.kind().equals(ExtractService.LINES);
        return new Row(
                KINDS.getOrDefault(e.kind(), ""),
                e.recipient(),
                e.purpose(),
                e.ground(),
                e.by() + ", " + FrenchDates.exact(e.at()),
                clinical ? href + "/registre.xlsx" : null,
                clinical && lines ? href + "/registre.csv" : null,
                e.takings().stream()
                        .map(t ->
                                new Taken(
                                        FrenchDates.exact(t.at()) + ", " + t.by(),
                                        t.format()
                                                + ", "
                                                + RegisterText.cases(t.cases())
                                                + ", définition v"
                                                + t.version(),
                                        t.sha256()))
                        .toList());
    }
}
