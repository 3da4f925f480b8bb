package fr.maillage.coverage.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Masked;
import fr.maillage.kernel.Share;
import fr.maillage.kernel.Typography;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// French sentences of the module.
final class CoverageText {

    static final String ALL_THEMES = "Tous les thèmes";
    static final String SAVED = "Thème prioritaire enregistré.";
    static final String REMOVED = "Thème retiré des priorités.";
    static final String PROPOSED = "Proposition gardée, avec les chiffres de ce jour.";
    static final String WITHDRAWN = "Proposition retirée.";
    static final String THERE_ALREADY = "Ce thème est déjà prioritaire.";
    static final String NOT_HERE = "Choisissez une zone de la région.";
    static final String STRATEGY =
            "Dites par quelle stratégie\u00a0: une extension attendue sans stratégie ne se finance pas.";
    static final String ILLEGIBLE = "Source illisible";

    private CoverageText() {}

    static String share(long part, long whole) {
        return whole == 0 ? "–" : new Share(Math.min(part, whole), whole).formatted();
    }

    static String interval(long least, long most, long whole) {
        var low = share(least, whole);
        var high = share(most, whole);
        return low.equals(high) ? low : "de " + low + " à " + high;
    }

    /// The same in a cell of a table: « 21 à 84 % ».
    static String within(long least, long most, long whole) {
        var low = share(least, whole);
        var high = share(most, whole);
        return low.equals(high)
                ? low
                : low.replace(Typography.NBSP + "%", "") + Typography.NBSP + "à " + high;
    }

    /// « 42 », « 12 à 40 », « 12 ou plus ».
    static String within(long least, long most) {
        if (most >= Survey.UNBOUNDED) return Typography.number(least) + " ou plus";
        return least == most
                ? Typography.number(least)
                : Typography.number(least) + Typography.NBSP + "à " + Typography.number(most);
    }

    /// « 494 », and what masking may hide besides.
    static String followed(long said, long most) {
        return Typography.number(said)
                + (most == 0
                        ? ""
                        : most == Survey.UNBOUNDED
                                ? " ou plus"
                                : " (+" + Typography.NBSP + "0 à " + Typography.number(most) + ")");
    }

    static String count(Material.Count count) {
        if (count.value() != null) return Typography.number(count.value());
        return count.withheld()
                ? new Masked.Withheld().formatted()
                : new Masked.TooSmall().formatted();
    }

    static String between(long most) {
        return most == Survey.UNBOUNDED
                ? "0 ou plus, sans borne"
                : most <= 0 ? "0" : "0 à " + Typography.number(most);
    }

    static String communes(long communes) {
        return Typography.number(communes) + (communes > 1 ? " communes" : " commune");
    }

    static String names(List<Survey.Structure> structures) {
        return structures.stream().map(Survey.Structure::name).collect(Collectors.joining(", "));
    }

    /// What the map says of a commune: « Douai : déclarée et suivie ; Appui Scarpe-Hainaut ; 41
    /// personnes ».
    static String commune(Survey.Line line) {
        var words = new ArrayList<String>();
        if (!line.declaring().isEmpty()) words.add("déclarée par " + names(line.declaring()));
        else if (!line.soon().isEmpty()) words.add("bientôt\u00a0: " + names(line.soon()));
        line.followed()
                .forEach((publication, value) ->
                        words.add(Typography.number(value) + " suivis par " + publication.name()));
        line.masked()
                .forEach(p -> words.add(new Masked.TooSmall().formatted() + " par " + p.name()));
        line.unsaid()
                .forEach(p -> words.add(new Masked.Withheld().formatted() + " par " + p.name()));
        if (line.people() > 0) words.add(Typography.number(line.people()) + " habitants");
        return line.commune().name()
                + Typography.NBSP
                + ": "
                + Typography.inSentence(line.state().label())
                + (words.isEmpty() ? "" : "\u00A0; " + String.join("\u00A0; ", words));
    }

    /// Communes a publication follows and does not declare, and those it may not name.
    static String beyond(Survey.Hidden hidden) {
        var words =
                hidden.beyond().stream()
                        .map(l ->
                                l.commune().name()
                                        + " ("
                                        + Typography.number(
                                                l.followed().getOrDefault(hidden.publication(), 0))
                                        + ")")
                        .collect(Collectors.toCollection(ArrayList::new));
        if (hidden.elsewhere() > 0)
            words.add(
                    "au moins "
                            + Typography.number(hidden.elsewhere())
                            + " dans des communes que rien ne nomme");
        return words.isEmpty() ? "–" : String.join(", ", words);
    }

    /// The zones of Nord–Pas-de-Calais are those of a document that does not list their communes.
    static String zonesAre(String region) {
        return region.equals("32")
                ? "Zones"
                        + Typography.NBSP
                        + ": approximation par les arrondissements, Lille et Dunkerque partagés à la main."
                : "";
    }

    static String publications(Material material) {
        if (material.publications().isEmpty())
            return "Aucune structure n’a publié en " + material.year() + ".";
        return "Publié\u00a0: "
                + material.publications().stream()
                        .map(p -> p.name() + " (au " + FrenchDates.date(p.asOf()) + ")")
                        .collect(Collectors.joining(", "))
                + ".";
    }

    /// Why a structure's perimeter is warned of. Source: guide DGOS 2012, partie 1 §2 C.
    static String perimeter(String structure, List<String> territories) {
        return structure
                + " déclare des communes de "
                + territories.size()
                + " territoires de santé ("
                + String.join(", ", territories)
                + ")\u00a0: un service d’appui n’en dépasse pas un (guide DGOS 2012, partie 1 §2 C).";
    }

    static String distance(double computed, double printed) {
        var points = computed - printed;
        return (points >= 0 ? "+" : "−")
                + String.format(java.util.Locale.FRENCH, "%.1f", Math.abs(points))
                + Typography.NBSP
                + (Math.abs(points) >= 2 ? "points" : "point");
    }

    static String percent(double percent) {
        return String.format(java.util.Locale.FRENCH, "%.1f", percent) + Typography.NBSP + "%";
    }

    static String figures(String zone, long people, String share, int year) {
        return zone
                + Typography.NBSP
                + ": "
                + Typography.number(people)
                + " habitants, dont "
                + share
                + " sur une commune déclarée ("
                + year
                + ")";
    }
}
