package fr.maillage.followup.internal;

import fr.maillage.casefile.CaseFiles.Actor;
import fr.maillage.intake.AskerQuality;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Somebody of the circle of a person, or the person, with whom one speaks: chosen rather than
/// typed.
///
/// @param id line of the circle, or the person
/// @param quality « Infirmière », « Fille »
record Known(String id, String name, String quality, @Nullable String phone, AskerQuality caller) {

    /// @param relation what a relative is to the person, when it was said
    static Known of(Actor actor, @Nullable String relation) {
        return new Known(
                actor.id().toString(),
                actor.name(),
                relation == null ? actor.quality() : relation,
                actor.phone(),
                caller(actor));
    }

    private static AskerQuality caller(Actor actor) {
        if (actor.role().equals("MEDECIN_TRAITANT")) return AskerQuality.MEDECIN_TRAITANT;
        var profession =
                actor.profession() == null ? "" : actor.profession().toLowerCase(Locale.FRENCH);
        return switch (actor.group()) {
            case "PROCHE" -> AskerQuality.PROCHE;
            case "ETABLISSEMENT" -> AskerQuality.HOPITAL;
            case "PROFESSIONNEL_DE_SANTE" ->
                    profession.contains("médecin")
                            ? AskerQuality.MEDECIN
                            : profession.contains("infirmi")
                                    ? AskerQuality.INFIRMIER
                                    : AskerQuality.AUTRE_SOIGNANT;
            default ->
                    profession.contains("social") && !profession.contains("médico")
                            ? AskerQuality.SOCIAL
                            : AskerQuality.MEDICO_SOCIAL;
        };
    }
}
