package fr.maillage.portability.internal.draft;

import fr.maillage.kernel.FrenchDates;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Every sentence about a line: what is wrong, what was assumed, what to do.
public final class LineText {

    static final String SPREADSHEET_ERROR =
            "C’est une erreur du tableur, pas une valeur\u00A0: corrigez la formule ou effacez la cellule.";
    static final String FORMULA =
            "La cellule contient une formule\u00A0: son dernier résultat est repris.";
    static final String MERGED =
            "La cellule est fusionnée\u00A0: la valeur du haut est reprise pour chaque ligne.";
    static final String IN_FUTURE = "Cette date est dans le futur.";
    static final String ENDS_BEFORE = "La fin est avant le début.";
    static final String TOO_LONG = "Ce texte est trop long.";
    static final String FULL_NAME =
            "Le nom et le prénom ne se distinguent pas\u00A0: écrivez le nom en capitales («\u00A0LEROY Odette\u00A0»), ou séparez-les en deux colonnes.";
    static final String GIVEN_MISSING = "Le prénom manque.";
    static final String BIRTH_NAME_UNKNOWN =
            "Pas de nom de naissance\u00A0: le nom d’usage en tient lieu, à vérifier sur l’identité.";
    static final String BIRTH_UNKNOWN = "Date de naissance inconnue, à compléter.";
    static final String SEX_UNKNOWN =
            "Sexe non précisé\u00A0: noté «\u00A0indéterminé\u00A0», à compléter.";
    static final String POSTCODE = "Le zéro du début est rétabli.";
    static final String PHONE =
            "Ce numéro n’est pas complet\u00A0: il est repris comme il est écrit.";
    static final String UNKNOWN_RPPS =
            "L’annuaire ne connaît pas ce RPPS\u00A0: le nom est repris sans le numéro.";
    static final String OUTSIDE =
            "Pas rapproché de l’annuaire\u00A0: gardé comme professionnel extérieur, sans accès au dossier.";
    static final String WATCHED = "En veille\u00A0: le niveau sera 0.";
    static final String LEVEL_MISSING =
            "Le niveau manque\u00A0: complétez la colonne, ou dites sur la page des valeurs ce que veut dire une cellule vide.";
    static final String THEME_MISSING =
            "Le thème manque, ou n’est pas de ceux de la structure\u00A0: précisez-le sur la page des valeurs.";
    static final String INCLUSION_UNKNOWN =
            "Date d’inclusion inconnue\u00A0: le jour de la reprise en tiendra lieu.";
    static final String NO_REFERENT = "Sans référent, à attribuer après la reprise.";
    static final String REASSESSMENT_PAST =
            "La réévaluation est dépassée. Antérieure à la date de reprise, elle ne lève pas d’alerte\u00A0: la liste des plans à réévaluer la montre.";
    static final String REFUSED =
            "La personne a refusé l’accompagnement\u00A0: elle n’est pas reprise.";
    static final String CONSENT_TO_ASK = "L’accord à l’accompagnement est à recueillir.";
    static final String CONSENT_WITHOUT_DATE =
            "L’accord est dit donné, sans date\u00A0: il est à recueillir.";
    static final String CONSENT_WITHOUT_FORM =
            "L’accord est dit donné, sans sa forme (écrit, oral…)\u00A0: il est à recueillir.";
    static final String REPRESENTATIVE_UNKNOWN =
            "L’accord vient du représentant, que le cercle ne nomme pas\u00A0: il est à recueillir.";
    static final String SHARING_WITHOUT_DATE =
            "L’information sur le partage est sans date ou sans forme\u00A0: elle est à refaire.";
    static final String OPPOSED =
            "La personne s’oppose au partage\u00A0: l’opposition est reprise et s’applique aussitôt.";
    static final String OPPOSITION_WITHOUT_DATE =
            "Reprise de l’ancien outil, qui ne dit ni la date ni la forme.";
    static final String TAKEN_OVER = "Repris de l’ancien outil.";
    static final String TO_ASK = "Reprise de l’existant\u00A0: à recueillir.";
    static final String MEMBER_WITHOUT_NAME = "Un intervenant sans nom n’est pas repris.";
    static final String ONE_OF_TRUST =
            "Une personne n’a qu’une personne de confiance\u00A0: celle-ci est reprise comme proche.";
    static final String ACT_WITHOUT_NAME = "Une intervention sans intitulé n’est pas reprise.";
    static final String ACT_TYPE =
            "La nature de l’intervention n’est pas dite\u00A0: notée «\u00A0évaluation\u00A0», à corriger au premier plan.";
    static final String ACT_WITHOUT_DATE =
            "Sans date\u00A0: attendue à partir du jour de la reprise.";
    static final String RHYTHM =
            "Ce rythme ne se lit pas\u00A0: écrivez par exemple «\u00A02 fois par semaine\u00A0», «\u00A0tous les 15 jours\u00A0», «\u00A0tous les 3 mois\u00A0».";
    static final String AFTER_ANOTHER =
            "Attend un autre acte\u00A0: repris une fois à cette date, à relier à l’autre acte dans le plan.";
    static final String SPREAD =
            "Plusieurs fois par semaine\u00A0: les jours sont répartis dans la semaine, à ajuster.";
    static final String TOO_OFTEN = "Plus de 400 dates\u00A0: donnez une fin plus proche.";
    static final String RIGHT_WITHOUT_KIND =
            "Des dates de droit sans le droit\u00A0: dites lequel.";
    static final String RIGHT_LEFT_OUT =
            "Ce droit n’est pas repris, comme choisi sur la page des valeurs.";
    static final String OTHER_WITHOUT_NAME = "Un autre droit doit avoir un nom.";
    static final String RIGHT_STATE_MISSING =
            "L’état du droit manque (accordé, demandé, à demander, refusé, recours).";
    static final String ASKED_MISSING = "La date de la demande manque.";
    static final String DECIDED_MISSING = "La date du refus manque.";
    static final String APPEALED_MISSING = "La date du recours manque.";
    static final String APPEAL_TOO_LATE =
            "Le recours est après son délai\u00A0: corrigez l’une des deux dates.";
    static final String APPEAL_BEFORE = "Le délai de recours finit avant la décision.";
    static final String RIGHT_TWICE =
            "Ce droit est deux fois pour la même personne\u00A0: gardez la ligne en cours.";
    static final String NOBODY_BEARS =
            "Aucune ligne de la feuille des personnes n’a ce numéro de dossier.";

    private LineText() {}

    static String of(Days.Doubt doubt, LocalDate day) {
        var read = FrenchDates.numeric(day);
        return switch (doubt) {
            case NONE -> read;
            case TWO_DIGITS -> "Année à deux chiffres, lue " + read + ".";
            case SERIAL -> "Nombre de jours d’un tableur, lu " + read + ".";
        };
    }

    static String of(Days.Fault fault) {
        return switch (fault) {
            case NOT_A_DAY -> "Ce n’est pas une date\u00A0: écrivez jj/mm/aaaa.";
            case YEAR_ALONE -> "C’est une année\u00A0: il faut le jour et le mois (jj/mm/aaaa).";
            case AMBIGUOUS_YEAR ->
                    "L’année à deux chiffres peut être de deux siècles\u00A0: écrivez-la avec quatre chiffres.";
            case BIRTH_IN_FUTURE -> "Une date de naissance n’est pas dans le futur.";
            case BIRTH_TOO_EARLY -> "Cette date de naissance est trop ancienne.";
        };
    }

    static String unknownPart(String word) {
        return "«\u00A0"
                + word.strip()
                + "\u00A0» n’est pas une partie du plan\u00A0: elle n’est pas reprise.";
    }

    static String insLeftOut(String why) {
        return "Matricule non repris. " + why;
    }

    static String twelveMonths(String day) {
        return "Plus de 12 mois\u00A0: la réévaluation est ramenée au " + day + ".";
    }

    static String until(String day) {
        return "Sans fin dans le fichier\u00A0: suivie jusqu’au " + day + ".";
    }

    static String startUnknown(String day) {
        return "Début inconnu\u00A0: noté au " + day + ", à corriger sur la notification.";
    }

    static String sameAs(int line) {
        return "C’est la même personne que la ligne " + line + "\u00A0: gardez une seule ligne.";
    }

    static String sameIns(int line) {
        return "La ligne " + line + " a le même matricule\u00A0: l’un des deux est faux.";
    }

    static String orphan(String number) {
        return "N° " + (number.isEmpty() ? "absent" : number);
    }

    /// Why a situation is not taken over, or null when it is.
    public static @Nullable String out(String situation) {
        return switch (situation) {
            case "CLOS" -> "Situation close dans l’ancien outil\u00A0: elle n’est pas reprise.";
            case "DECEDE" -> "Personne décédée\u00A0: elle n’est pas reprise.";
            default -> null;
        };
    }
}
