package fr.maillage.portability.internal;

/// What is done of a person who may be known already.
enum Decision {
    CREER,
    RATTACHER,
    ECARTER
}
