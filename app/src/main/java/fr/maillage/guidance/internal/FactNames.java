package fr.maillage.guidance.internal;

import fr.maillage.protocol.Findings.Fact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Every name a rule may use, what it means, and a value to try a condition with. A score is a fact
/// by the code its questionnaire gives it, written as one word: `mna-sf` is `mnaSf`.
final class FactNames {

    private static final List<Fact> ALL = new ArrayList<>();
    private static final Map<String, List<?>> SAMPLES = new LinkedHashMap<>();
    private static final Map<String, String> BY_SCORE = new LinkedHashMap<>();

    private FactNames() {}

    static {
        of("age", "âge, en années", 70);
        of("vitSeule", "true ou false, quand c’est noté", true);
        of("aidant", "true quand le cercle a un aidant principal", true);
        of("vulnerabilite", "true quand une vulnérabilité sociale est notée", true);
        of("sansMedecin", "true sans médecin traitant déclaré", true);
        of("themes", "codes des thèmes de l’accompagnement\u00A0: 'DIABETOLOGIE'", "GERONTOLOGIE");
        of("niveau", "niveau de l’accompagnement, de 0 à 3", 2);
        of("constats", "codes des problèmes ouverts\u00A0: 'chutes-repetees'", "chutes-repetees");
        of("constatsSeveres", "codes de ceux qui sont sévères", "chutes-repetees");
        of("maladies", "pathologies nommées, en minuscules sans accents", "diabete de type 2");
        of("pathologies", "nombre de pathologies", 2);
        of("pathologiesSeveres", "nombre de celles qui sont sévères", 1);
        of("ald", "nombre d’ALD ouvertes", 1);
        of("droits", "droits ouverts ou demandés\u00A0: 'APA', 'C2S', 'AEEH'", "ALD");
        of("droitsFinissant", "droits qui finissent bientôt sans renouvellement demandé", "ALD");
        of("intervenants", "professionnels du cercle", 3);
        of("sejoursNonProgrammes", "séjours non programmés en douze mois", 1);
        of("joursDepuisSortie", "jours depuis la dernière sortie d’hôpital, 90 au plus", 10);
        of("retine", "conclusion du dernier dépistage\u00A0: 'NORMAL', 'SUSPICION'", "NORMAL");
        of("moisDepuisRetine", "mois depuis le dernier dépistage de la rétine", 14);
        score("gir", "gir", "GIR, de 1 à 6", 4);
        score("katz", "katz", "Katz, sur 6", 5);
        score("lawton", "lawton", "Lawton, sur 8", 6);
        score("iadl4", "iadl4", "IADL à 4 items", 3);
        score("prisma-7", "prisma7", "PRISMA-7, sur 7", 2);
        score("fried", "fried", "Fried, sur 5", 2);
        score("sega-a", "segaA", "SEGA volet A, sur 26", 8);
        score("frat", "frat", "FRAT, sur 5", 2);
        score("tug", "tug", "Timed Up and Go, en secondes", 15);
        score("unipodal", "unipodal", "appui unipodal, en secondes", 6);
        score("minizarit", "minizarit", "mini-Zarit, sur 7", 3);
        score("zarit", "zarit", "Zarit, sur 88", 30);
        score("mna-sf", "mnaSf", "MNA-SF, sur 14", 12);
        score("braden", "braden", "Braden, de 6 à 23", 19);
        score("norton", "norton", "Norton, de 5 à 20", 16);
        score("douleur", "douleur", "échelle numérique, de 0 à 10", 3);
        score("douleur-eva", "douleurEva", "échelle visuelle, de 0 à 100", 30);
        score("algoplus", "algoplus", "Algoplus, sur 5", 1);
        score("doloplus-2", "doloplus2", "Doloplus-2, sur 30", 4);
        score("dn4", "dn4", "DN4, sur 10", 3);
        score("pallia-10", "pallia10", "Pallia-10, sur 10", 2);
        score("ecog", "ecog", "ECOG, de 0 à 4", 1);
        score("karnofsky", "karnofsky", "Karnofsky, de 10 à 100", 80);
        score("charlson", "charlson", "Charlson", 2);
        score("isar", "isar", "ISAR, sur 6", 1);
        score("trst", "trst", "TRST, sur 5", 1);
        score("gds15", "gds15", "GDS, sur 15", 4);
        score("minigds", "minigds", "mini-GDS, sur 4", 0);
        score("phq2", "phq2", "PHQ-2, sur 6", 2);
        score("observance", "observance", "observance, en % des prises faites", 90);
        score("epds", "epds", "EPDS, sur 30", 8);
        score("mmse", "mmse", "MMSE, sur 30", 26);
        score("moca", "moca", "MoCA, sur 30", 27);
        score("epices", "epices", "EPICES, sur 100", 20);
        score("audit-c", "auditC", "AUDIT-C, sur 12", 3);
        score("audit", "audit", "AUDIT, sur 40", 6);
        score("alcool", "alcool", "verres d’alcool par semaine", 8);
        score("crafft", "crafft", "CRAFFT, sur 6", 1);
        score("fagerstrom", "fagerstrom", "Fagerström, sur 10", 2);
        score("pied-diabetique", "piedDiabetique", "grade du pied diabétique, de 0 à 3", 1);
        score("gmfcs", "gmfcs", "GMFCS, de 1 à 5", 2);
        score("m-chat-r", "mChatR", "M-CHAT-R, sur 20", 2);
        score("mif", "mif", "MIF, de 18 à 126", 100);
        score("whodas-12", "whodas12", "WHODAS 2.0, sur 100", 20);
    }

    private static void of(String name, String meaning, Object sample) {
        ALL.add(new Fact(name, meaning));
        SAMPLES.put(name, List.of(sample));
    }

    private static void score(String code, String name, String meaning, int sample) {
        of(name, meaning, sample);
        BY_SCORE.put(code, name);
    }

    /// With what each means, in the order in which they are shown.
    static List<Fact> all() {
        return Collections.unmodifiableList(ALL);
    }

    static Set<String> names() {
        return Collections.unmodifiableSet(SAMPLES.keySet());
    }

    /// A value of each, to try a condition with.
    static Map<String, List<?>> samples() {
        return Collections.unmodifiableMap(SAMPLES);
    }

    /// The fact that a score is; empty for one that no rule may name.
    static Optional<String> ofScore(String code) {
        return Optional.ofNullable(BY_SCORE.get(code));
    }
}
