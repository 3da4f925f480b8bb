package fr.maillage.casefile.internal.concern;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import java.util.ArrayList;

/// The French sentences about addressees of concerns.
final class AddresseeText {

    private static final String S = Typography.NBSP;

    static final String SAVED = "Destinataire enregistré.";
    static final String REMOVED = "Destinataire retiré. Les transmissions gardent son nom.";
    static final String TO_CHECK = "source à vérifier";
    static final String DEPARTMENT =
            "Écrivez le numéro du département (59, 2A, 974), ou rien pour tous.";
    static final String NAME = "Donnez son nom.";
    static final String PHONE = "Ce numéro de téléphone n’est pas lisible.";
    static final String EMAIL = "Cette adresse électronique n’est pas lisible.";
    static final String NO_WAY = "Donnez au moins un téléphone, un courriel ou une adresse.";

    private AddresseeText() {}

    /// « vérifié le 4 mai 2026 par Claire DUMONT », or that it is to be checked.
    static String checked(Contact contact) {
        var on = contact.checkedOn();
        return on == null
                ? TO_CHECK
                : "vérifié le " + FrenchDates.date(on) + " par " + contact.checkedBy();
    }

    /// How to reach it, in one line; "" when nobody wrote it down.
    static String ways(Contact contact) {
        var ways = new ArrayList<String>();
        if (contact.phone() != null) ways.add(contact.phone());
        if (contact.email() != null) ways.add(contact.email());
        if (contact.address() != null) ways.add(contact.address());
        if (contact.hours() != null) ways.add(contact.hours());
        return String.join(" · ", ways);
    }

    static String where(Contact contact) {
        return contact.department() == null
                ? "tous départements"
                : "département" + S + contact.department();
    }

    /// As the list of a form names it.
    static String option(Contact contact) {
        return contact.id() == null
                ? contact.kind().label()
                : contact.name() + " (" + where(contact) + ")";
    }
}
