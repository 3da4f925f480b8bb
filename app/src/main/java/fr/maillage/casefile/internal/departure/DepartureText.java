package fr.maillage.casefile.internal.departure;

/// Sentences of the departure of a member.
final class DepartureText {

    static final String TAKEN_OVER = "Reprend au départ d’un collègue";
    static final String LAST_DAY = "Donnez le dernier jour\u00A0: aujourd’hui ou plus tard.";
    static final String NO_SUCCESSOR = "Choisissez qui suit cette personne.";
    static final String NO_REST =
            "Choisissez qui reçoit le reste\u00A0: tâches sans personne, demandes, rendez-vous.";
    static final String SUCCESSOR_LEFT = "Ce collègue quitte l’équipe, ou l’a quittée.";
    static final String SUCCESSOR_AWAY =
            "Ce collègue est absent ce jour-là\u00A0: choisissez quelqu’un qui est là, ou changez la"
                    + " date.";
    static final String SUCCESSOR_SELF = "C’est la personne qui part.";
    static final String LAST_HEAD =
            "C’est la dernière personne de direction qui peut se connecter\u00A0: nommez d’abord"
                    + " quelqu’un d’autre.";
    static final String PREPARED = "Départ préparé. Rien n’a encore changé pour les dossiers.";
    static final String DONE =
            "Dossiers transmis. Chaque successeur les voit dans Ma journée jusqu’à ce qu’il en"
                    + " prenne connaissance.";
    static final String ACKNOWLEDGED = "C’est noté\u00A0: vous avez reçu ces dossiers.";

    private DepartureText() {}

    /// The line of life of each person.
    static String newReferent(String name, String before) {
        return "Référent\u00A0: " + name + ", à la suite de " + before;
    }
}
