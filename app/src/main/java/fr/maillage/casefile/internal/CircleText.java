package fr.maillage.casefile.internal;

import fr.maillage.kernel.Typography;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// The French sentences of the circle of care.
final class CircleText {

    static final String COMPLETED = "Le cercle est complété.";
    static final String CHANGED = "Modification enregistrée.";
    static final String ENDED = "Fin notée.";
    static final String CASE_COORDINATOR_CHOSEN = "Coordonnateur de cas désigné.";
    static final String COORDINATOR_CHANGED = "Référent changé.";
    static final Map<String, String> KINDS =
            CaseFileText.ordered(
                    "PROFESSIONNEL",
                    "Un professionnel",
                    "STRUCTURE",
                    "Une structure",
                    "PROCHE",
                    "Un proche ou un représentant");
    static final Map<String, String> ROLES =
            CaseFileText.ordered(
                    "INTERVENANT",
                    "Intervenant",
                    "MEDECIN_TRAITANT",
                    "Médecin traitant",
                    "COORDONNATEUR_DE_CAS",
                    "Coordonnateur de cas",
                    "AIDANT_PRINCIPAL",
                    "Aidant principal",
                    "PERSONNE_A_PREVENIR",
                    "Personne à prévenir",
                    "PERSONNE_DE_CONFIANCE",
                    "Personne de confiance",
                    "REPRESENTANT_LEGAL",
                    "Représentant légal",
                    "PROCHE",
                    "Proche");
    static final Map<String, String> STANDINGS =
            CaseFileText.ordered(
                    "SOIGNANT", "Professionnel de santé",
                    "LISTE", "Professionnel du social ou du médico-social qui partage (R.1110-2)",
                    "HORS_LISTE",
                            "Aide à domicile payée en CESU, bénévole\u00A0: hors de cette liste");
    static final Map<String, String> MEASURES =
            CaseFileText.ordered(
                    "TUTELLE",
                    "Tutelle",
                    "CURATELLE",
                    "Curatelle",
                    "HABILITATION_FAMILIALE",
                    "Habilitation familiale",
                    "AUTORITE_PARENTALE",
                    "Autorité parentale",
                    "MANDAT",
                    "Mandat de protection future");
    static final Map<String, String> PARTS =
            CaseFileText.ordered(
                    "SOINS",
                    "Soins",
                    "MEDICAL",
                    "Médical",
                    "PSYCHOLOGIQUE",
                    "Psychologique",
                    "SOCIAL",
                    "Social",
                    "EDUCATION",
                    "Éducation thérapeutique",
                    "AIDE",
                    "Plan d’aide",
                    "TACHES",
                    "Ses tâches et les numéros de crise");
    static final Map<String, String> GROUPS =
            CaseFileText.ordered(
                    "ETABLISSEMENT",
                    "Établissement de santé",
                    "MEDICO_SOCIAL",
                    "Service social ou médico-social",
                    "CLIC",
                    "CLIC",
                    "RESEAU",
                    "Réseau",
                    "MAIA",
                    "MAIA",
                    "PROFESSIONNEL_DE_SANTE",
                    "Cabinet, maison ou centre de santé");
    static final String NO_LONGER_ATTENDING = "N’est plus le médecin traitant déclaré";
    static final String ATTENDING_ENDS_LATER =
            "Un médecin traitant ne se retire pas à l’avance\u00A0: notez sa fin le jour venu, ou"
                    + " déclarez le suivant sur la page Identité.";
    static final String KIND =
            "Dites qui entre dans le cercle\u00A0: un professionnel, une structure ou un proche.";
    static final String ROLE = "Choisissez le rôle.";
    static final String ACTOR = "Choisissez un professionnel présent dans le cercle.";
    static final String LEFT_REASON = "Dites pourquoi.";
    static final String BECAME_CASE_COORDINATOR = "Devient coordonnateur de cas";
    static final String NOT_AN_RPPS =
            "Un numéro RPPS compte 11 chiffres. Corrigez-le, effacez-le, ou cochez «\u00A0Garder ce"
                    + " numéro comme simple texte\u00A0».";
    static final String UNKNOWN_RPPS =
            "Ce RPPS n’est pas dans l’annuaire. Vérifiez-le, ou cochez «\u00A0Garder ce numéro"
                    + " comme simple texte\u00A0»\u00A0: il ne donnera alors aucun accès.";

    private static final String S = Typography.NBSP;

    static final String NOT_INVITED =
            "Seul un professionnel présent aujourd’hui dans le cercle peut être invité.";
    static final String HAS_ACCOUNT =
            "Ce professionnel a déjà un compte\u00A0: ce dossier lui est ouvert, selon ses parts.";
    static final String LINK =
            "Remettez ce lien au professionnel, et à lui seul. Son accès se limitera aux personnes"
                    + " dont il est du cercle.";

    private CircleText() {}

    /// The field of the circle's form an obstacle stands beside.
    static String field(Circle.Obstacle obstacle) {
        return switch (obstacle) {
            case Circle.Obstacle.NameMissing _ -> "name";
            case Circle.Obstacle.RoleNotOfKind _,
                    Circle.Obstacle.RoleHeld _,
                    Circle.Obstacle.CaseCoordinatorOutsideLevel3 _ ->
                    "role";
            case Circle.Obstacle.MeasureMissing _ -> "measure";
            case Circle.Obstacle.StandingMissing _ -> "standing";
            case Circle.Obstacle.TasksOnly _, Circle.Obstacle.NoPartsForRelatives _ -> "part";
            case Circle.Obstacle.SinceMissing _ -> "since";
            case Circle.Obstacle.EndsBeforeStart _ -> "until";
        };
    }

    static String of(Circle.Obstacle obstacle) {
        return switch (obstacle) {
            case Circle.Obstacle.NameMissing _ -> "Donnez le nom.";
            case Circle.Obstacle.RoleNotOfKind _ ->
                    "Ce rôle ne convient pas\u00A0: un proche n’est pas un intervenant, et un"
                            + " professionnel n’est pas un proche.";
            case Circle.Obstacle.MeasureMissing _ ->
                    "Dites quelle mesure de protection fait de cette personne le représentant.";
            case Circle.Obstacle.StandingMissing _ ->
                    "Dites à quel titre ce professionnel intervient\u00A0: ce qu’il peut voir en"
                            + " dépend.";
            case Circle.Obstacle.TasksOnly _ ->
                    "Une aide à domicile payée en CESU ou un bénévole ne fait pas partie de"
                            + " l’équipe de soins\u00A0: ses tâches et les numéros de crise, rien"
                            + " d’autre.";
            case Circle.Obstacle.NoPartsForRelatives _ ->
                    "Un proche ne lit pas le plan des professionnels\u00A0: il passe par l’espace"
                            + " de la personne.";
            case Circle.Obstacle.CaseCoordinatorOutsideLevel3 _ ->
                    "Le coordonnateur de cas se choisit au niveau\u00A03.";
            case Circle.Obstacle.SinceMissing _ -> CaseFileText.DAY_MISSING;
            case Circle.Obstacle.EndsBeforeStart _ -> fr.maillage.kernel.KernelText.PERIOD;
            case Circle.Obstacle.RoleHeld(var role, var by) -> roleHeld(role, by);
        };
    }

    /// @param by who holds the role, null when it is not known
    static String roleHeld(String role, @Nullable String by) {
        var who = by == null ? "Quelqu’un" : by;
        return switch (role) {
            case "MEDECIN_TRAITANT" ->
                    who
                            + " est déjà médecin traitant à ces dates\u00A0: il n’y en a qu’un à la"
                            + " fois, mettez d’abord fin au sien.";
            case "COORDONNATEUR_DE_CAS" ->
                    who
                            + " est déjà coordonnateur de cas à ces dates\u00A0: mettez d’abord fin"
                            + " à ce rôle.";
            case "PERSONNE_DE_CONFIANCE" ->
                    who
                            + " est déjà la personne de confiance à ces dates\u00A0: la personne"
                            + " n’en désigne qu’une.";
            default -> who + " tient déjà ce rôle à ces dates.";
        };
    }

    static String unknownRppsKept(String typed) {
        return "RPPS donné, absent de l’annuaire" + S + ": " + typed + ".";
    }

    static String circleTitle(boolean entry, String role) {
        return "Cercle"
                + S
                + ": "
                + ROLES.getOrDefault(role, "").toLowerCase(java.util.Locale.FRENCH)
                + (entry ? " ajouté" : " modifié");
    }

    static String left(String role) {
        return "Cercle"
                + S
                + ": fin, "
                + ROLES.getOrDefault(role, "").toLowerCase(java.util.Locale.FRENCH);
    }

    /// « Ce que voit ce membre » in words.
    static String visible(List<String> parts, boolean relative) {
        if (relative) return "";
        if (parts.isEmpty()) return "Ne voit rien du dossier";
        if (parts.containsAll(PARTS.keySet())) return "Voit tout le plan";
        return PARTS.entrySet().stream()
                .filter(e -> parts.contains(e.getKey()))
                .map(Map.Entry::getValue)
                .collect(java.util.stream.Collectors.joining(" · "));
    }

    static String noDoctor(String mtState) {
        return switch (mtState) {
            case "A_RECHERCHER" -> "Pas de médecin traitant\u00A0: à rechercher.";
            case "NE_PARTICIPE_PAS" -> "Le médecin traitant ne souhaite pas participer.";
            case "A_DECLARER" -> "Médecin traitant à déclarer.";
            default -> "Médecin traitant déclaré, pas encore dans le cercle.";
        };
    }
}
