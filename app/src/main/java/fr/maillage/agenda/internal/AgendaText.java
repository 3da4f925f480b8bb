package fr.maillage.agenda.internal;

import fr.maillage.agenda.Outcome;
import fr.maillage.kernel.Typography;

/// The French of the module.
final class AgendaText {
    private static final String S = Typography.NBSP;

    static final String NOT_A_DAY =
            "Cette date n’existe pas" + S + ": écrivez le jour, le mois et l’année.";
    static final String NOT_A_TIME =
            "Cette heure n’existe pas" + S + ": écrivez par exemple 14:05.";
    static final String MINUTES = "Une durée va de 5 à 600 minutes.";
    static final String CHOOSE = "Choisissez l’une des propositions.";
    static final String TOO_LONG = "500 caractères au plus.";
    static final String NOTHING = "Dites pour qui, ou de quoi il s’agit.";
    static final String WHO = "Choisissez la personne ci-dessous, ou videz ce champ.";
    static final String NOBODY =
            "Personne ne porte un nom proche ici"
                    + S
                    + ": corrigez-le, ou videz ce champ et donnez un titre.";

    static final String NOTED = "Rendez-vous noté.";

    private AgendaText() {}

    static String closed(Outcome outcome) {
        return "C’est noté" + S + ": " + outcome.label().toLowerCase(java.util.Locale.FRENCH) + ".";
    }

    /// The line of life; `corrected` when something else had been said before.
    static String line(Kind kind, Outcome outcome, boolean corrected) {
        return kind.label
                + ", "
                + outcome.label().toLowerCase(java.util.Locale.FRENCH)
                + (corrected ? " (issue corrigée)" : "");
    }

    static String alreadyClosed(Outcome outcome) {
        return "L’issue de ce rendez-vous était déjà notée"
                + S
                + ": "
                + outcome.label().toLowerCase(java.util.Locale.FRENCH)
                + ". Rien n’a changé.";
    }

    static String conflict(String when, String what) {
        return "Déjà pris"
                + S
                + ": "
                + what
                + ", "
                + when
                + ". Changez l’heure, ou cochez « garder quand même ».";
    }
}
