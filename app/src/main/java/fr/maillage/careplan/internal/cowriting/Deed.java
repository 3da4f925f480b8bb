package fr.maillage.careplan.internal.cowriting;

/// What is proposed of a line.
enum Deed {
    CHANGER,
    AJOUTER,
    RETIRER
}
