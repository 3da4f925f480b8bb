package fr.maillage.careplan.internal.cowriting;

import static fr.maillage.kernel.Typography.NBSP;

import fr.maillage.careplan.internal.LineRef;
import org.jspecify.annotations.Nullable;

/// French sentences of comments and suggestions.
final class CowritingText {

    static final String COLON = NBSP + ": ";
    static final String WORDS = "Écrivez votre commentaire.";
    static final String WHY =
            "Dites pourquoi" + COLON + "la coordination décide avec votre raison.";
    static final String REASON =
            "Dites pourquoi vous refusez" + COLON + "la personne qui propose lira votre réponse.";
    static final String SAME = "Rien ne change" + COLON + "modifiez au moins un champ.";
    static final String NOT_YOUR_PART =
            "Cette partie du plan ne vous est pas confiée"
                    + COLON
                    + "écrivez dans le cahier de liaison.";
    static final String TEXT_STAYS =
            "Un texte du plan ne se retire pas" + COLON + "proposez ce qu’il doit dire.";
    static final String ALREADY = "Cette proposition a déjà reçu sa réponse.";
    static final String GONE =
            "La ligne n’est plus dans le plan"
                    + COLON
                    + "la proposition ne peut qu’être refusée, ou refaite.";
    static final String WAITS =
            "Une proposition de votre part attend déjà une réponse sur cette ligne.";
    static final String SAID = "Commentaire ajouté.";
    static final String RESOLVED = "Fil marqué comme traité.";
    static final String PROPOSED = "Proposition envoyée à la coordination.";
    static final String WITHDRAWN = "Proposition retirée.";
    static final String ACCEPTED = "Proposition acceptée" + COLON + "le brouillon est à jour.";
    static final String REFUSED = "Proposition refusée, avec votre réponse.";
    static final String EMPTY = "(rien)";
    static final String NEXT_VERSION =
            "Le plan en vigueur ne change pas"
                    + COLON
                    + "accepter commence la version suivante, qui ira à l’avis du médecin traitant.";
    static final String COMMENT = "Commenter";
    static final String YOUR_WORDS = "Votre commentaire";
    static final String WHO_READS = "Ceux qui lisent cette ligne le lisent.";
    static final String PROPOSE = "Proposer ce changement";
    static final String PROPOSE_LINE = "Proposer cette ligne";
    static final String PROPOSE_REMOVAL = "Proposer de retirer";
    static final String WHY_LABEL = "Pourquoi";
    static final String WHY_HINT = "La coordination décide avec votre raison.";
    static final String YOUR_ANSWER = "Votre réponse";
    static final String ANSWER_IS_READ = "L’auteur de la proposition la lira.";
    static final String ACCEPT = "Accepter ainsi";
    static final String ACCEPT_REMOVAL = "Retirer du brouillon";
    static final String PERSON = "la personne";
    static final String TEAM = "coordination";
    static final String AROUND = "entourage";

    private CowritingText() {}

    static String of(Deed deed, LineRef.Kind kind) {
        var what = kind.label().toLowerCase(java.util.Locale.FRENCH);
        return switch (deed) {
            case CHANGER -> "Changer" + COLON + what;
            case AJOUTER -> "Ajouter" + COLON + what;
            case RETIRER -> "Retirer" + COLON + what;
        };
    }

    /// Lines of a kind, together.
    static String group(LineRef.Kind kind) {
        return switch (kind) {
            case OBJECTIF -> "Objectifs";
            case INTERVENTION -> "Interventions";
            case AIDE -> "Plan d’aide";
            case TEXTE -> "Textes du plan";
        };
    }

    /// « par Claire DUMONT, hier ».
    static String decided(@Nullable String by, String when) {
        return "par " + by + ", " + when;
    }

    static String resolved(@Nullable String by, String when) {
        return "Traité par " + by + ", " + when;
    }

    /// Why the next version, when accepting begins it.
    static String reason(String author, String why) {
        var reason = "Proposition de " + author + COLON + why;
        return reason.length() <= 2000 ? reason : reason.substring(0, 1999) + "…";
    }

    /// A line of life; nothing of what the line says.
    static String accepted(String author, boolean amended) {
        return "Proposition de "
                + author
                + (amended ? " acceptée dans le PPS, modifiée" : " acceptée dans le PPS");
    }

    /// « Échéance disait 30 septembre 2026, dit maintenant 15 octobre 2026 ».
    static String moved(String label, String was, String now) {
        return label
                + " disait «"
                + NBSP
                + was
                + NBSP
                + "», dit maintenant «"
                + NBSP
                + now
                + NBSP
                + "».";
    }
}
