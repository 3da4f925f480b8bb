package fr.maillage.patient.internal;

import static fr.maillage.kernel.Typography.NBSP;

import fr.maillage.patient.PersonalRecords.Clash;

/// The French sentences of joining and parting files.
final class MergeText {

    static final String WHY = "Dites pourquoi ces fiches sont celles d’une même personne.";
    static final String WHY_PART = "Dites pourquoi ces fiches se séparent.";
    static final String SUPPORT =
            "Choisissez l’accompagnement qui continue"
                    + NBSP
                    + ": une fiche n’en a qu’un d’ouvert.";
    static final String ALREADY = "Cette fiche a déjà été fusionnée avec une autre.";
    static final String TWO_INS = "Deux matricules INS venus d’INSi, différents";
    static final String TWO_INS_DONE =
            "Deux INS vérifiées désignent deux personnes"
                    + NBSP
                    + ": les fiches ne se fusionnent pas. Si l’une est fausse, corrigez d’abord son identité.";
    static final String SEXES = "Deux sexes différents";
    static final String SEXES_DONE =
            "Choisissez avec soin"
                    + NBSP
                    + ": ce désaccord est souvent celui de deux personnes. L’identité redevient provisoire si les traits gardés viennent des deux fiches.";
    static final String DIED = "Une fiche dit la personne décédée, l’autre non";
    static final String DIED_DONE = "La date de décès est gardée.";
    static final String NOT_TOLD =
            "Une des fiches porte une opposition à l’information du médecin traitant";
    static final String NOT_TOLD_DONE = "L’opposition est gardée, quel que soit le médecin choisi.";
    static final String CONSENTS = "Les deux fiches ne disent pas la même chose des accords";
    static final String CONSENTS_DONE =
            "Toutes les lignes sont gardées. Le refus ou l’opposition l’emporte"
                    + NBSP
                    + ": il est noté à nouveau, jusqu’à ce que la personne en dise autrement.";
    static final String CONSENT_KEPT =
            "Fusion de deux fiches qui ne disaient pas la même chose"
                    + NBSP
                    + ": ce qui protège le plus est gardé.";
    static final String LINK_ENDED = "Fusion de deux fiches";
    static final String NOT_LATEST =
            "Une fusion plus récente a été faite dans cette fiche" + NBSP + ": annulez-la d’abord.";
    static final String INS_TAKEN =
            "Le matricule INS de la fiche à rétablir est maintenant celui d’une autre personne"
                    + NBSP
                    + ": corrigez-la d’abord.";
    static final String BETWEEN =
            "Une ligne écrite depuis la fusion ne peut pas aller où vous l’avez mise"
                    + NBSP
                    + ": l’autre fiche a déjà une ligne de ce genre à ces dates. Laissez-la à l’autre personne, ou modifiez-la d’abord.";
    static final String UNDONE_CHANGE = "Fusion annulée";
    static final String MERGED_CHANGE = "Fusion de deux fiches";
    static final String JOINED = "Fiche fusionnée avec une autre fiche de la même personne";
    static final String PARTED = "Fusion annulée" + NBSP + ": les deux fiches sont rétablies";
    static final String SAME_TRAITS = "Mêmes noms, même date de naissance";
    static final String NEAR_NAMES = "Noms qui se ressemblent, même date de naissance";
    static final String OTHER_NAME =
            "Mêmes prénoms et date de naissance, autre nom, même commune ou téléphone";
    static final String NEAR_DATE =
            "Mêmes noms, dates de naissance proches ou jour et mois inversés";
    static final String NO_DATE = "Mêmes noms, date de naissance inconnue dans une fiche";
    static final String INS_SAYS =
            "Le matricule INS de l’une dit le sexe, l’année et le mois de naissance de l’autre";
    static final String SAME_PHONE = "Même téléphone";

    private MergeText() {}

    static String choose(String label) {
        return "Choisissez quelle fiche dit juste" + NBSP + ": " + label + ".";
    }

    static String changed(String label) {
        return label + " (modifié depuis, reste à cette fiche)";
    }

    static Clash clash(String what, String done, boolean blocking) {
        return new Clash(what, done, blocking);
    }
}
