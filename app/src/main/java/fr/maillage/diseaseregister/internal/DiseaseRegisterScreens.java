package fr.maillage.diseaseregister.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.diseaseregister.internal.CasesScreens.Which;
import fr.maillage.diseaseregister.internal.RegisterPage.Fact;
import fr.maillage.diseaseregister.internal.RegisterPage.Line;
import fr.maillage.diseaseregister.internal.RegisterPage.Past;
import fr.maillage.diseaseregister.internal.RegisterPage.Tile;
import fr.maillage.diseaseregister.internal.RegisterStore.Status;
import fr.maillage.diseaseregister.internal.RegisterStore.Version;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Share;
import fr.maillage.kernel.Typography;
import fr.maillage.territory.Territories;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormView;
import fr.maillage.web.Shown;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The list of registers and the page of one: counts and rates, no name.
@Component
@Transactional(readOnly = true)
class DiseaseRegisterScreens {

    static final String HOME = "/registres-de-pathologie";

    /// Years of incidence shown, this one included.
    static final int YEARS = 5;

    private final RegisterStore registers;
    private final CaseStore cases;
    private final SourceService sources;
    private final Territories territories;
    private final Clock clock;

    DiseaseRegisterScreens(
            RegisterStore registers,
            CaseStore cases,
            SourceService sources,
            Territories territories,
            Clock clock) {
        this.registers = registers;
        this.cases = cases;
        this.sources = sources;
        this.territories = territories;
        this.clock = clock;
    }

    public RegistersPage list(Shown shown) {
        return new RegistersPage(
                registers.all().stream()
                        .map(r -> {
                            var serving = r.serving();
                            return new RegistersPage.Row(
                                    HOME + "/" + r.id(),
                                    r.title(),
                                    serving == null
                                            ? "Définition en cours d’écriture"
                                            : version(serving),
                                    r.cases(),
                                    r.objections(),
                                    r.removed());
                        })
                        .toList(),
                shown.form(
                        "nouveau",
                        HOME,
                        "Ouvrir un registre",
                        DefinitionForms.of(),
                        typed ->
                                List.of(
                                        FormFields.field(
                                                "title",
                                                "Nom du registre",
                                                null,
                                                "TEXT",
                                                typed,
                                                true)),
                        0,
                        "Ouvrir"));
    }

    static String version(Version version) {
        var at = version.publishedAt();
        return at == null
                ? "Version " + version.number() + ", en cours d’écriture"
                : RegisterText.version(
                        version.number(), LocalDate.ofInstant(at, FrenchDates.PARIS));
    }

    /// @param day of the prevalence
    public RegisterPage page(UUID register, LocalDate day, Shown shown) {
        var versions = registers.versions(register);
        var serving = RegisterStore.in(versions, Status.PUBLIE);
        var shownVersion = serving.orElse(versions.getFirst());
        var definition = shownVersion.definition();
        var head = definition.head();
        var today = LocalDate.now(clock);
        var held = cases.of(register);
        var tree = territories.tree(registers.region(head.area()), day);
        var figures = Figures.of(definition, held, tree, day.getYear() - YEARS + 1, day);
        var known = sources.lines(register, day.getYear() - YEARS + 1, day.getYear());
        var href = HOME + "/" + register;
        var drafting = RegisterStore.in(versions, Status.BROUILLON).isPresent();
        return new RegisterPage(
                href,
                head.title(),
                serving.map(DiseaseRegisterScreens::version).orElse(null),
                drafting,
                clinical(),
                facts(head, shownVersion),
                serving.isPresent() ? tiles(register, href, definition, held, today) : List.of(),
                figures.years().stream()
                        .map(y ->
                                new Line(
                                        String.valueOf(y.year()),
                                        Typography.number(y.incidence().cases()),
                                        y.incidence().formatted(),
                                        share(known, y.year())))
                        .toList(),
                figures.zones().stream()
                        .map(z ->
                                new Line(
                                        z.label(),
                                        Typography.number(z.prevalence().cases()),
                                        z.prevalence().formatted(),
                                        null))
                        .toList(),
                new Line(
                        "Ensemble",
                        Typography.number(figures.prevalence().cases()),
                        figures.prevalence().formatted(),
                        figures.elsewhere() == 0
                                ? null
                                : RegisterText.elsewhere(figures.elsewhere())),
                day.toString(),
                RegisterText.per(head.per()),
                RegisterText.RATES,
                tree.sources(),
                versions.stream()
                        .map(v ->
                                new Past(
                                        version(v),
                                        FormFields.text(v.answeredBy()),
                                        v.changeReason()))
                        .toList(),
                drafting ? publish(href, shown) : null,
                drafting ? null : next(href, shown));
    }

    private List<Fact> facts(Definition.Head head, Version version) {
        var facts = new ArrayList<Fact>();
        if (!head.caseDefinition().isEmpty()) facts.add(new Fact("Un cas", head.caseDefinition()));
        if (!head.exclusions().isEmpty()) facts.add(new Fact("N’en est pas un", head.exclusions()));
        if (!head.onset().isEmpty()) facts.add(new Fact("Date du cas", head.onset()));
        facts.add(new Fact("Population", "Habitants de " + registers.area(head.area())));
        facts.add(new Fact("Suivi", RegisterText.every(head.everyMonths(), head.toleranceDays())));
        if (!head.ground().isEmpty()) facts.add(new Fact("Repose sur", head.ground()));
        if (version.answeredBy() != null) facts.add(new Fact("En répond", version.answeredBy()));
        return facts;
    }

    private List<Tile> tiles(
            UUID register, String href, Definition definition, List<Case> held, LocalDate today) {
        var standings = Standing.of(held, definition, today);
        int due = Standing.count(standings, Which.ATTENDUS);
        int late = Standing.count(standings, Which.RETARD);
        int faulty = Standing.count(standings, Which.QUALITE);
        var list = href + "/cas?liste=";
        return List.of(
                tile("Cas", held.size(), "", list + "tous"),
                tile("Suivis attendus", due, due > 0 ? "is-due" : "", list + "attendus"),
                tile("Suivis en retard", late, late > 0 ? "is-late" : "", list + "retard"),
                tile("À corriger", faulty, faulty > 0 ? "is-due" : "", list + "qualite"),
                tile("Doublons possibles", cases.likelyDuplicates(register), "", list + "doublons"),
                tile(
                        "À examiner",
                        registers.countCandidates(register, definition.head().words()),
                        "",
                        list + "examiner"));
    }

    private static Tile tile(String label, int count, String tone, String href) {
        return new Tile(label, count, tone, clinical() ? href : null);
    }

    static boolean clinical() {
        return SignedIn.current().role().clinical();
    }

    /// Of the cases that sources say they have in a year, how many the register knows; null when no
    /// source says.
    private static @Nullable String share(List<SourceService.Line> lines, int year) {
        long expected = 0;
        long known = 0;
        var said = false;
        for (var line : lines)
            if (line.year() == year && line.expected() != null) {
                said = true;
                expected += line.expected();
                known += Math.min(line.known(), line.expected());
            }
        return said ? new Share(known, expected).formatted() : null;
    }

    private static FormView publish(String href, Shown shown) {
        return shown.form(
                "publier",
                href + "/publier",
                "Publier la version en cours",
                DefinitionForms.of(),
                typed ->
                        List.of(
                                FormFields.field(
                                        "answeredBy",
                                        "Qui en répond",
                                        "Responsable scientifique\u00A0: nom et fonction.",
                                        "TEXT",
                                        typed,
                                        true)),
                0,
                "Publier");
    }

    private static FormView next(String href, Shown shown) {
        return shown.form(
                "version",
                href + "/version",
                "Commencer la version suivante",
                DefinitionForms.of(),
                typed ->
                        List.of(
                                FormFields.field(
                                        "why", "Ce qui change", null, "TEXT", typed, true)),
                0,
                "Commencer");
    }
}
