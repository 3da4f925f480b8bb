package fr.maillage.network.internal.competence;

/// French sentences of the framework of competences.
final class CompetenceText {

    static final String MARK = "Dites où en est cette compétence.";
    static final String SAVED = "Regard noté.";
    static final String SOURCE =
            "Référentiel des compétences du métier de coordonnateur institutionnel\u00A0: guide DGOS 2012, annexe 2 (trois axes, chacun en savoirs, savoir-faire et savoir-être). Échelle\u00A0: proposition Maillage.";
    static final String MINE = "Votre regard";
    static final String OF_THE_HEAD = "Le regard de la direction";

    private CompetenceText() {}

    static String acquired(long acquired, int of) {
        return acquired + " sur " + of;
    }
}
