package fr.maillage.casefile.internal;

import static fr.maillage.kernel.Typography.NBSP;

/// What is said when two files of one person are joined, and of several teams around one file.
final class MergedFilesText {

    static final String SUPPORTS = "Deux accompagnements ouverts";
    static final String SUPPORTS_DONE =
            "Celui que vous choisissez continue, avec son plan en vigueur. L’autre est clos au jour de la fusion, sans compter comme une sortie"
                    + NBSP
                    + "; son équipe reste autour de la personne, avec son référent.";
    static final String ROLES = "Un rôle unique tenu dans les deux cercles aux mêmes dates";
    static final String ROLES_DONE =
            "Médecin traitant, coordonnateur de cas et personne de confiance restent ceux du dossier qui continue"
                    + NBSP
                    + "; les autres restent au cercle comme intervenants ou proches.";
    static final String RIGHTS = "Un même droit suivi dans les deux fiches";
    static final String RIGHTS_DONE =
            "La ligne du dossier qui continue reste ouverte, l’autre est close avec ce motif.";
    static final String RIGHT_CLOSED =
            "Fusion de deux fiches" + NBSP + ": droit déjà suivi dans l’autre";
    static final String CONCERN = "Une préoccupation à accès restreint";
    static final String CONCERN_DONE =
            "Elle garde ses lecteurs nommés. Le référent de la personne, après la fusion, la lira aussi"
                    + NBSP
                    + ": c’est la règle de son audience.";
    static final String FROM_OTHER_FILE = "Fusion de deux fiches de la personne";
    static final String MERGED = "poursuivi dans la fiche de la même personne";

    static final String NO_SUPPORT =
            "Aucun accompagnement n’est ouvert" + NBSP + ": incluez d’abord la personne.";
    static final String WHO = "Choisissez le référent de cette équipe.";
    static final String ALREADY_THERE = "Ce collègue est déjà référent de la personne.";
    static final String PARTNER = "Un second coordonnateur suit la personne avec le référent";
    static final String TEAM_JOINS =
            "Une autre équipe de la structure accompagne aussi la personne";
    static final String TEAM_LEAVES = "Une équipe de la structure n’accompagne plus la personne";

    private MergedFilesText() {}
}
