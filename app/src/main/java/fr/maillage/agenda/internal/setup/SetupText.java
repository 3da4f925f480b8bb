package fr.maillage.agenda.internal.setup;

import fr.maillage.kernel.Typography;

import java.util.List;

/// The French of hours, rooms and permanences.
final class SetupText {

    private static final String S = Typography.NBSP;

    static final List<String> DAYS =
            List.of("Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi", "Dimanche");
    static final String STRUCTURE = "Toute la structure";
    static final String HOURS_SAVED = "Horaires enregistrés.";
    static final String ADDED = "Ajouté.";
    static final String RETIRED = "Retiré" + S + ": ce qui est réservé reste écrit.";
    static final String NAME = "Donnez un nom, de 80 caractères au plus.";
    static final String SAME_NAME = "Ce nom existe déjà.";
    static final String HOURS =
            "Écrivez des heures comme 9:00-12:30, 13:30-17:00, dans l’ordre et sans chevauchement.";
    static final String WHO = "Choisissez quelqu’un de l’équipe.";
    static final String WHEN = "Cette date ou cette heure n’existe pas.";
    static final String ENDS_BEFORE = "La fin vient avant le début.";
    static final String TOO_LONG = "Une permanence dure quatorze jours au plus.";
    static final String PHONE = "Ce numéro n’est pas un téléphone.";
    static final String ON_CALL_NOTED = "Permanence notée.";
    static final String ON_CALL_ENDED = "Permanence retirée.";

    private SetupText() {}
}
