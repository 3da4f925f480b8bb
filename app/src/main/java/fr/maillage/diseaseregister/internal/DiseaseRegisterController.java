package fr.maillage.diseaseregister.internal;

import fr.maillage.access.Allowed;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.web.Shown;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Registers of a disease: the list, each one, its definition, its lists of persons.
@Controller
@RequestMapping(DiseaseRegisterScreens.HOME)
@PreAuthorize(Allowed.STEERING)
class DiseaseRegisterController {

    private final DiseaseRegisterScreens screens;
    private final DefinitionScreens definitions;
    private final DefinitionService service;
    private final CasesScreens cases;
    private final Clock clock;

    DiseaseRegisterController(
            DiseaseRegisterScreens screens,
            DefinitionScreens definitions,
            DefinitionService service,
            CasesScreens cases,
            Clock clock) {
        this.screens = screens;
        this.definitions = definitions;
        this.service = service;
        this.cases = cases;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize(Allowed.STEERING)
    String list(Submission sent) {
        return sent.show("diseaseregister/list", screens.list(Shown.none()));
    }

    @PostMapping
    @PreAuthorize(Allowed.TEMPLATES)
    String begin(Submission sent) {
        return sent.end(
                new Act(
                        RegisterText.BEGUN,
                        () ->
                                DiseaseRegisterScreens.HOME
                                        + "/"
                                        + service.begin(sent.typed())
                                        + "/definition"),
                "nouveau",
                "diseaseregister/list",
                screens::list);
    }

    /// @param au day of the prevalence; today for none, nonsense or a day to come
    @GetMapping("/{id}")
    @PreAuthorize(Allowed.STEERING)
    String show(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String au, Submission sent) {
        return sent.show("diseaseregister/register", screens.page(id, day(au), Shown.none()));
    }

    private LocalDate day(String typed) {
        var today = LocalDate.now(clock);
        return FrenchDates.read(typed)
                .filter(d -> !d.isAfter(today) && d.getYear() >= 1990)
                .orElse(today);
    }

    // ── its definition ──

    @GetMapping("/{id}/definition")
    @PreAuthorize(Allowed.TEMPLATES)
    String definition(@PathVariable UUID id, Submission sent) {
        return sent.show("diseaseregister/definition", definitions.page(id, Shown.none()));
    }

    @PostMapping("/{id}/definition")
    @PreAuthorize(Allowed.TEMPLATES)
    String head(@PathVariable UUID id, Submission sent) {
        return written(
                id, "entete", RegisterText.SAVED, () -> service.head(id, sent.typed()), sent);
    }

    @PostMapping("/{id}/donnees")
    @PreAuthorize(Allowed.TEMPLATES)
    String add(@PathVariable UUID id, Submission sent) {
        return written(
                id,
                "donnee-nouvelle",
                RegisterText.SAVED,
                () -> service.field(id, null, sent.typed()),
                sent);
    }

    @PostMapping("/{id}/donnees/{code:[a-z0-9_]{1,40}}")
    @PreAuthorize(Allowed.TEMPLATES)
    String change(@PathVariable UUID id, @PathVariable String code, Submission sent) {
        return written(
                id,
                "donnee-" + code,
                RegisterText.SAVED,
                () -> service.field(id, code, sent.typed()),
                sent);
    }

    @PostMapping("/{id}/donnees/{code:[a-z0-9_]{1,40}}/retirer")
    @PreAuthorize(Allowed.TEMPLATES)
    String remove(@PathVariable UUID id, @PathVariable String code, Submission sent) {
        return sent.end(
                Act.to(
                        DiseaseRegisterScreens.HOME + "/" + id + "/definition#donnees",
                        RegisterText.FIELD_REMOVED,
                        () -> service.remove(id, code)),
                outcome ->
                        sent.show(
                                "diseaseregister/definition", definitions.kept(id, code, outcome)));
    }

    private String written(UUID id, String form, String toast, Runnable work, Submission sent) {
        return sent.end(
                Act.to(DiseaseRegisterScreens.HOME + "/" + id + "/definition#" + form, toast, work),
                form,
                "diseaseregister/definition",
                shown -> definitions.page(id, shown));
    }

    @PostMapping("/{id}/publier")
    @PreAuthorize(Allowed.TEMPLATES)
    String publish(@PathVariable UUID id, Submission sent) {
        return lived(
                id,
                "publier",
                "",
                RegisterText.PUBLISHED,
                () -> service.publish(id, sent.typed()),
                sent);
    }

    @PostMapping("/{id}/version")
    @PreAuthorize(Allowed.TEMPLATES)
    String next(@PathVariable UUID id, Submission sent) {
        return lived(
                id,
                "version",
                "/definition",
                RegisterText.NEXT_BEGUN,
                () -> service.next(id, sent.typed()),
                sent);
    }

    private String lived(
            UUID id, String form, String then, String toast, Runnable work, Submission sent) {
        return sent.end(
                Act.to(DiseaseRegisterScreens.HOME + "/" + id + then, toast, work),
                form,
                "diseaseregister/register",
                shown -> screens.page(id, LocalDate.now(clock), shown));
    }

    // ── its persons ──

    /// @param liste which list; everybody for nonsense
    @GetMapping("/{id}/cas")
    @PreAuthorize(Allowed.CLINICAL)
    String cases(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String liste, Submission sent) {
        return sent.show("diseaseregister/cases", cases.page(id, CasesScreens.Which.of(liste)));
    }
}
