package fr.maillage.intake.internal.outreach;

/// French sentences of actions that go to people.
final class OutreachText {

    static final String NOTED = "Action notée.";
    static final String RELAY_ADDED = "Relais ajouté.";
    static final String RELAY_LEFT = "Relais retiré.";
    static final String TO_COME = "Ce jour n’est pas encore venu.";
    static final String PARTNERS =
            "Un repérage se fait avec au moins un partenaire social\u00A0: lequel\u00A0?";
    static final String RELAYS =
            "Un dépistage organisé s’appuie sur au moins un relais de population formé ce jour-là.";
    static final String TOPIC = "Chiffrez au moins un sujet.";
    static final String ORGANISED =
            "Le dépistage organisé est celui des cancers du sein, colorectal et du col.";
    static final String MORE_THAN_MET = "Pas plus que de personnes rencontrées.";
    static final String MORE_THAN_SCREENED = "Pas plus que de personnes dépistées.";
    static final String MORE_THAN_FOUND = "Pas plus que de personnes repérées.";
    static final String SOURCE =
            "Actions de repérage, de dépistage et d’orientation avec les partenaires sociaux, réseau de relais de population pour les dépistages organisés\u00A0: guide DGOS 2012, fiche D2 §3. Publics\u00A0: proposition Maillage. Aucune personne rencontrée n’est nommée ici\u00A0; qui souhaite un accompagnement devient une demande.";

    private OutreachText() {}
}
