package fr.maillage.rcp.internal;

import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormFields.Typed;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// The person's agreement to be spoken of in front of participants of outside; nothing of it when
/// none was asked.
///
/// @param how ORAL, ECRIT, TELEPHONE or REPRESENTANT
record Agreement(@Nullable LocalDate on, @Nullable String how) {

    private static final Set<String> HOW = Set.of("ORAL", "ECRIT", "TELEPHONE", "REPRESENTANT");

    boolean given() {
        return on != null;
    }

    static Agreement read(Typed typed, LocalDate today, FormErrors errors) {
        var on = FormFields.date(typed, "agreedOn", false, errors);
        var how = typed.text("agreedHow");
        if (on != null && on.isAfter(today)) errors.add("agreedOn", RcpText.DAY_TO_COME);
        if (on == null) {
            if (!how.isEmpty()) errors.add("agreedOn", RcpText.AGREED_WHEN);
            return new Agreement(null, null);
        }
        if (!HOW.contains(how)) errors.add("agreedHow", RcpText.AGREED_HOW);
        return new Agreement(on, how);
    }

    static List<fr.maillage.web.FormView.Field> fields(Typed typed) {
        return List.of(
                FormFields.field(
                        "agreedOn",
                        "Son accord devant les participants extérieurs, le",
                        "Nécessaire si elle s’oppose au partage, ou si quelqu’un n’est pas de son"
                                + " équipe de soins.",
                        "DATE",
                        typed,
                        false),
                FormFields.select(
                        "agreedHow",
                        "Accord donné",
                        typed,
                        FormFields.options(
                                "",
                                "Non demandé",
                                "ORAL",
                                "De vive voix",
                                "ECRIT",
                                "Par écrit",
                                "TELEPHONE",
                                "Par téléphone",
                                "REPRESENTANT",
                                "Par son représentant"),
                        false));
    }
}
