package fr.maillage.followup.internal.situation;

import fr.maillage.kernel.Typography;
import java.util.List;

/// French sentences of one situation's figures and week.
final class SituationText {

    static final String SOURCE =
            "Suivre chaque situation par des indicateurs quantitatifs et qualitatifs\u00A0: guide DGOS 2012, fiche D3, schéma 1. Choix des indicateurs\u00A0: proposition Maillage.";
    static final String WEEK_SOURCE =
            "Coordonner l’action des professionnels qui interviennent à domicile\u00A0: guide DGOS 2012, fiche O1 §3 I-D. Un acte dont le lieu n’est pas dit est compté à domicile, sauf consultation, examen, hospitalisation, réunion, séance d’éducation ou démarche\u00A0: proposition Maillage.";

    private static final String S = Typography.NBSP;

    private SituationText() {}

    static String goals(String kind) {
        return kind.equals("QUALITATIF") ? "Objectifs qualitatifs" : "Objectifs biomédicaux";
    }

    static String nobodyComes(List<String> days, boolean alone) {
        return "Personne ne passe"
                + S
                + ": "
                + String.join(", ", days)
                + (alone ? ". Elle vit seule." : ".");
    }

    static String several(String day, int passages, List<String> who) {
        return Typography.capital(day)
                + S
                + ": "
                + passages
                + S
                + "passages ("
                + String.join(", ", who)
                + "), à répartir ou à regrouper.";
    }

    static String nobodyFor(String title) {
        return "«\u00A0" + title + "\u00A0» n’a pas d’acteur.";
    }

    static String anyDay(String title, String who) {
        return title + ", " + who + S + ": un jour de la semaine reste à choisir.";
    }

    static String twice(String title, String day, List<String> who) {
        return Typography.capital(day)
                + S
                + ": «\u00A0"
                + title
                + "\u00A0» est prévu deux fois ("
                + String.join(", ", who)
                + ").";
    }
}
