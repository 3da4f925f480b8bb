package fr.maillage.followup.internal.realised;

import fr.maillage.kernel.Typography;

/// The French of « Prévu et réalisé ».
final class RealisedText {
    private static final String S = Typography.NBSP;

    static final String END_BEFORE =
            "La fin vient avant le début" + S + ": inversez les deux dates.";
    static final String TOO_LONG = "Deux ans au plus" + S + ": rapprochez les deux dates.";
    static final String NO_COORDINATOR = "Sans référent";
    static final String NO_UNIT = "Sans antenne";
    static final String NO_ACTOR = "Personne n’est nommé";
    static final String NO_PROTOCOL = "Hors protocole";
    static final String NO_TYPE = "Type non repris";
    static final String WHOLE = "Toute la structure";
    static final String ACT_RESERVED = "Acte du plan";
    static final String NAME_RESERVED = "Nom réservé à l’équipe clinique";
    static final String CLOSED = "Dossier qui ne s’ouvre plus";
    static final String NAMES_RESERVED =
            "La direction voit des noms et des états, pas de contenu de santé"
                    + S
                    + ": un nom dans la liste d’un protocole, d’un type d’acte ou d’un professionnel dirait de quoi la personne est soignée.";
    static final String DEFINITION =
            "Un acte compte dans la période où sa fenêtre se termine. Sans nouvelle"
                    + S
                    + ": sa tolérance est passée et personne n’a rien dit. Hors délai"
                    + S
                    + ": fait après sa fenêtre. L’antenne et le référent sont ceux de la personne aujourd’hui. Un acte que deux protocoles demandent compte dans chacun. Proposition Maillage.";

    private RealisedText() {}

    static String none(Axis axis) {
        return switch (axis) {
            case COORDONNATEUR -> NO_COORDINATOR;
            case ANTENNE -> NO_UNIT;
            case PROFESSIONNEL -> NO_ACTOR;
            case PROTOCOLE -> NO_PROTOCOL;
            case TYPE -> NO_TYPE;
            case PERSONNE -> CLOSED;
        };
    }
}
