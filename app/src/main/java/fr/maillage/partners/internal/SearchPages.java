package fr.maillage.partners.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.directory.Finder.Hit;
import fr.maillage.directory.Finder.Nature;
import fr.maillage.directory.Finder.Sort;
import fr.maillage.kernel.PhoneNumber;
import fr.maillage.partners.internal.Search.Answers;
import fr.maillage.partners.internal.Search.Asked;
import fr.maillage.partners.internal.SearchPage.Chip;
import fr.maillage.partners.internal.SearchPage.Choice;
import fr.maillage.partners.internal.SearchPage.Facet;
import fr.maillage.partners.internal.SearchPage.Row;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the one box shows: what was understood, the answers, and the counts beside.
@Component
class SearchPages {

    private static final int SHOWN = 30;

    /// Professions offered to be ticked.
    private static final int PROFESSIONS = 8;

    private final Clock clock;

    SearchPages(Clock clock) {
        this.clock = clock;
    }

    /// @param found null when too little was typed
    SearchPage page(Asked asked, @Nullable Answers found) {
        var file = asked.file();
        var action = file == null ? SearchController.HERE : SearchController.of(file.patient());
        var team = SignedIn.current().role().team();
        if (found == null)
            return new SearchPage(
                    action,
                    file == null ? null : file.banner(),
                    asked.form().typed(),
                    false,
                    chips(asked),
                    List.of(),
                    List.of(),
                    "",
                    "",
                    null,
                    Search.mayWrite(),
                    team);
        var natures = found.hits().stream().map(Hit::nature).distinct().count();
        var rows =
                found.hits().stream()
                        .limit(SHOWN)
                        .map(hit -> row(asked, hit, found.facts(), natures > 1))
                        .toList();
        return new SearchPage(
                action,
                file == null ? null : file.banner(),
                asked.form().typed(),
                true,
                chips(asked),
                facets(asked, found),
                rows,
                PartnersText.found(found.hits().size(), rows.size(), found.more(), asked),
                PartnersText.aside(asked, found),
                team && rows.isEmpty() ? need(asked) : null,
                Search.mayWrite(),
                team);
    }

    /// Where what was not found is noted, filled with what was understood; codes only. Null when no
    /// need was named.
    private static @Nullable String need(Asked asked) {
        if (asked.typed().need() == null) return null;
        return "/besoins-non-couverts/nouveau?besoin="
                + asked.typed().need()
                + (asked.around() == null ? "" : "&commune=" + asked.around().code());
    }

    private static List<Chip> chips(Asked asked) {
        var chips = new ArrayList<Chip>();
        var pieces = asked.typed().pieces();
        for (int i = 0; i < pieces.size(); i++)
            chips.add(new Chip(i, pieces.get(i).words(), pieces.get(i).sort() == Sort.PLACE));
        return chips;
    }

    private Row row(Asked asked, Hit hit, Map<String, Known.Facts> facts, boolean told) {
        var partner = new Partner(hit.nature(), hit.ref());
        var phone = hit.phone() == null ? null : PhoneNumber.parse(hit.phone()).orElse(null);
        return new Row(
                told ? PartnersText.nature(hit.nature()) : null,
                hit.name(),
                join(" · ", hit.kindLabel(), hit.specialty(), hit.organization()),
                join(", ", hit.address(), hit.communeName()),
                hit.metres() == null ? "" : PartnersText.metres(hit.metres()),
                partner.address(),
                asked.file() == null || !Search.mayWrite() ? null : add(asked, hit),
                hit.phone() == null ? null : PhoneNumber.written(hit.phone()),
                phone == null ? null : phone.dial(),
                hit.mssante(),
                PartnersText.marks(
                        hit,
                        facts.getOrDefault(hit.ref(), Known.Facts.NONE),
                        LocalDate.now(clock)));
    }

    /// The form of the circle, filled by the directory.
    private static @Nullable String add(Asked asked, Hit hit) {
        var circle =
                "/dossiers/" + Objects.requireNonNull(asked.file()).patient() + "/cercle/ajouter";
        return switch (hit.nature()) {
            case PROFESSIONNEL ->
                    Partner.local(hit.ref())
                            ? circle + "?carnet=" + hit.ref()
                            : circle + "?type=PROFESSIONNEL&rpps=" + hit.ref();
            case STRUCTURE, OFFRE ->
                    hit.structure() == null
                            ? null
                            : circle + "?type=STRUCTURE&finess=" + hit.structure();
        };
    }

    private static List<Facet> facets(Asked asked, Answers found) {
        var form = asked.form();
        var all = found.all();
        var facets = new ArrayList<Facet>();
        facets.add(
                facet(
                        "nature",
                        "Qui",
                        Stream.of(Nature.values())
                                .map(n ->
                                        choice(
                                                n.name(),
                                                PartnersText.nature(n),
                                                all,
                                                h -> h.nature() == n,
                                                form.natures().contains(n)))
                                .toList()));
        var professions = new LinkedHashMap<String, String>();
        var counts = new LinkedHashMap<String, Integer>();
        for (var hit : all)
            if (hit.nature() == Nature.PROFESSIONNEL) {
                professions.putIfAbsent(hit.kind(), hit.kindLabel());
                counts.merge(hit.kind(), 1, Integer::sum);
            }
        facets.add(
                facet(
                        "profession",
                        "Profession",
                        professions.entrySet().stream()
                                .map(p ->
                                        new Choice(
                                                p.getKey(),
                                                p.getValue(),
                                                counts.get(p.getKey()),
                                                form.professions().contains(p.getKey())))
                                .sorted(
                                        Comparator.comparing((Choice c) -> !c.chosen())
                                                .thenComparing(
                                                        c -> -Objects.requireNonNull(c.count())))
                                .limit(PROFESSIONS)
                                .toList()));
        if (asked.around() != null)
            facets.add(
                    new Facet(
                            "km",
                            "Distance",
                            true,
                            SearchForm.DISTANCES.stream()
                                    .map(km ->
                                            new Choice(
                                                    String.valueOf(km),
                                                    PartnersText.within(km),
                                                    km > asked.km() || found.more()
                                                            ? null
                                                            : count(
                                                                    all,
                                                                    h ->
                                                                            h.metres() != null
                                                                                    && h.metres()
                                                                                            <= km
                                                                                                    * 1000),
                                                    km == asked.km()))
                                    .toList()));
        facets.add(
                facet(
                        "mode",
                        "Exercice",
                        List.of(
                                choice(
                                        "L",
                                        "Libéral",
                                        all,
                                        h -> "L".equals(h.mode()),
                                        form.modes().contains("L")),
                                choice(
                                        "S",
                                        "Salarié",
                                        all,
                                        h -> "S".equals(h.mode()),
                                        form.modes().contains("S")))));
        facets.add(
                facet(
                        "libre",
                        "Disponibilité",
                        List.of(
                                choice(
                                        "oui",
                                        "Place libre, ou vu disponible",
                                        all,
                                        h -> open(h, found),
                                        form.free()))));
        facets.add(
                facet(
                        "reseau",
                        "Réseau",
                        List.of(
                                choice(
                                        "oui",
                                        "Déjà dans notre réseau",
                                        all,
                                        h -> fact(h, found).joined() != null,
                                        form.ours()))));
        facets.add(
                facet(
                        "secteur",
                        "Secteur conventionnel (noté par l’équipe)",
                        PartnersText.FEES.entrySet().stream()
                                .map(f ->
                                        choice(
                                                f.getKey(),
                                                f.getValue(),
                                                all,
                                                h -> f.getKey().equals(fact(h, found).feeSector()),
                                                form.fees().contains(f.getKey())))
                                .toList()));
        return facets.stream().filter(f -> !f.choices().isEmpty()).toList();
    }

    private static boolean open(Hit hit, Answers found) {
        return hit.placesFree() != null && hit.placesFree() > 0
                || "DISPONIBLE".equals(fact(hit, found).state());
    }

    private static Known.Facts fact(Hit hit, Answers found) {
        return found.facts().getOrDefault(hit.ref(), Known.Facts.NONE);
    }

    /// A facet without the choices nobody answers to, unless made.
    private static Facet facet(String field, String label, List<Choice> choices) {
        return new Facet(
                field,
                label,
                false,
                choices.stream()
                        .filter(c -> c.chosen() || c.count() == null || c.count() > 0)
                        .toList());
    }

    private static Choice choice(
            String value, String label, List<Hit> all, Predicate<Hit> which, boolean chosen) {
        return new Choice(value, label, count(all, which), chosen);
    }

    private static int count(List<Hit> all, Predicate<Hit> which) {
        return (int) all.stream().filter(which).count();
    }

    static String join(String between, @Nullable String... parts) {
        return String.join(
                between,
                Stream.of(parts).filter(Objects::nonNull).filter(p -> !p.isBlank()).toList());
    }
}
