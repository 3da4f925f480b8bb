package fr.maillage.directory.internal;

import fr.maillage.directory.Finder.Sort;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Words of the one box that are neither names nor places, comparable
/// ([fr.maillage.kernel.SearchKey]).
final class Vocabulary {

    private static final Set<String> LITTLE =
            Set.of(
                    "a",
                    "au",
                    "aux",
                    "de",
                    "du",
                    "des",
                    "d",
                    "la",
                    "le",
                    "les",
                    "l",
                    "en",
                    "un",
                    "une",
                    "pour",
                    "avec",
                    "dans",
                    "et",
                    "qui",
                    "chez",
                    "moins",
                    "rayon",
                    "autour",
                    "pres",
                    "vers",
                    "sur",
                    "proche",
                    "km",
                    "kilometres",
                    "kilometre",
                    "se",
                    "deplace",
                    "nom",
                    "numero",
                    "ayant",
                    "rue",
                    "ville",
                    "commune");

    private static final Set<String> ANNOUNCING =
            Set.of("a", "au", "aux", "vers", "pres", "autour", "sur", "km", "commune", "ville");

    private static final Set<String> ARTICLES = Set.of("de", "du", "d", "la", "le", "les", "l");

    private static final Set<String> KILOMETRES = Set.of("km", "kilometres", "kilometre");

    /// Phrases with what they ask.
    private static final Map<String, Sort> SAID =
            Map.ofEntries(
                    Map.entry("cette personne", Sort.PERSON),
                    Map.entry("la personne", Sort.PERSON),
                    Map.entry("chez elle", Sort.PERSON),
                    Map.entry("chez lui", Sort.PERSON),
                    Map.entry("son domicile", Sort.PERSON),
                    Map.entry("libre", Sort.FREE),
                    Map.entry("libres", Sort.FREE),
                    Map.entry("place libre", Sort.FREE),
                    Map.entry("places libres", Sort.FREE),
                    Map.entry("disponible", Sort.FREE),
                    Map.entry("disponibles", Sort.FREE),
                    Map.entry("deja dans notre reseau", Sort.OURS),
                    Map.entry("dans notre reseau", Sort.OURS),
                    Map.entry("notre reseau", Sort.OURS),
                    Map.entry("du reseau", Sort.OURS),
                    Map.entry("adherent", Sort.OURS),
                    Map.entry("adherents", Sort.OURS),
                    Map.entry("a domicile", Sort.HOME),
                    Map.entry("visites a domicile", Sort.HOME),
                    Map.entry("visite a domicile", Sort.HOME),
                    Map.entry("liberal", Sort.MODE),
                    Map.entry("liberale", Sort.MODE),
                    Map.entry("liberaux", Sort.MODE),
                    Map.entry("salarie", Sort.MODE),
                    Map.entry("salariee", Sort.MODE),
                    Map.entry("salaries", Sort.MODE));

    private Vocabulary() {}

    /// A word that says nothing by itself.
    static boolean little(String word) {
        return LITTLE.contains(word);
    }

    /// Whether a place follows: « à », « près de », « 15 km de ».
    static boolean announces(String word) {
        return ANNOUNCING.contains(word);
    }

    static boolean article(String word) {
        return ARTICLES.contains(word);
    }

    static boolean kilometres(String word) {
        return KILOMETRES.contains(word);
    }

    /// What a phrase asks; null for most.
    static @Nullable Sort said(String phrase) {
        return SAID.get(phrase);
    }
}
