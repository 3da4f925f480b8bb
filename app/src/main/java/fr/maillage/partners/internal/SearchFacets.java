package fr.maillage.partners.internal;

import fr.maillage.directory.Finder.Hit;
import fr.maillage.directory.Finder.Nature;
import fr.maillage.partners.internal.Search.Answers;
import fr.maillage.partners.internal.Search.Asked;
import fr.maillage.partners.internal.SearchPage.Choice;
import fr.maillage.partners.internal.SearchPage.Facet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The counts beside the answers of the one box.
final class SearchFacets {

    /// Professions offered to be ticked.
    private static final int PROFESSIONS = 8;

    private SearchFacets() {}

    /// Every group of choices somebody answers to, with how many do.
    static List<Facet> of(Asked asked, Answers found) {
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
}
