package fr.maillage.careplan.internal;

/// The first axis: the life of a version. « À réévaluer » is a plan in force whose reassessment
/// date has come.
enum Status {
    BROUILLON,
    SOUMIS,
    EN_VIGUEUR,
    REMPLACE,
    CLOS
}
