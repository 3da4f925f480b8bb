package fr.maillage.assessment.internal;

import fr.maillage.web.Sent;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a structure declares when it publishes a questionnaire: whose it is, and by what right it
/// uses it.
final class RightForm {

    private static final int LONGEST = 300;

    private RightForm() {}

    /// @param kind LIBRE, PROPRE or AUTORISATION
    record Right(
            String kind,
            @Nullable String holder,
            @Nullable String reference,
            @Nullable LocalDate onDate) {}

    /// What was declared; `errors` of the form say what is missing.
    ///
    /// @param protectedTool the tool whose owner keeps the rights; null when it is none
    static Right read(Sent form, @Nullable RestrictedTool protectedTool, LocalDate today) {
        var errors = form.errors();
        var kind = form.text("droit");
        if (!ImportText.RIGHTS.containsKey(kind)) errors.add("droit", ImportText.RIGHT_NEEDED);
        var owned = kind.equals("AUTORISATION");
        if (!owned && protectedTool != null)
            errors.add("droit", ImportText.restricted(protectedTool.tool(), protectedTool.owner()));
        var holder = form.orNull("titulaire", LONGEST);
        var reference = form.orNull("reference", LONGEST);
        var day = form.day("jour").orElse(null);
        if (owned && holder == null) errors.add("titulaire", ImportText.HOLDER_NEEDED);
        if (!kind.equals("PROPRE") && reference == null)
            errors.add("reference", ImportText.REFERENCE_NEEDED);
        if (owned && day == null && errors.of("jour") == null)
            errors.add("jour", ImportText.DAY_NEEDED);
        if (day != null && day.isAfter(today)) errors.add("jour", ImportText.DAY_AHEAD);
        return new Right(kind, holder, reference, day);
    }

    /// Why a questionnaire is withdrawn.
    static String why(Sent form) {
        var why = form.text("pourquoi", LONGEST);
        if (why.isEmpty()) form.errors().add("pourquoi", ImportText.WHY_NEEDED);
        return why;
    }
}
