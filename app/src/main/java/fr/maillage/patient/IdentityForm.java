package fr.maillage.patient;

import fr.maillage.web.Sent;

/// The identity form as typed, every field a text; empty when nothing was. Shown again as it was
/// when it is refused.
///
/// @param birthDate `14/05/1942`
/// @param livesAlone OUI, NON, or empty when unknown
/// @param commune « Douai (59500) », « Douai » or another commune with its postcode
/// @param document the identity document was checked today
/// @param changeGround on what a changed trait rests: DECLARATION, SAISIE, JUGEMENT, MARIAGE or
///   INSI
/// @param mtOpposed the person opposes the doctor being told; `mtOpposition` says of what
public record IdentityForm(
        String birthName,
        String usedName,
        String givenNames,
        String sex,
        String birthDate,
        boolean birthDateEstimated,
        String birthPlace,
        String ins,
        boolean document,
        String phone,
        String mobile,
        String email,
        String address,
        String commune,
        String language,
        boolean interpreter,
        String livesAlone,
        boolean vulnerable,
        String mtState,
        String mtRpps,
        String mtName,
        String mtPhone,
        boolean mtOpposed,
        String mtOpposition,
        String notes,
        String changeGround,
        String changeWhy) {

    /// Reads what a browser sent; a box not ticked is not sent.
    public static IdentityForm of(Sent sent) {
        return new IdentityForm(
                sent.text("birthName"),
                sent.text("usedName"),
                sent.text("givenNames"),
                sent.text("sex"),
                sent.text("birthDate"),
                sent.values().containsKey("birthDateEstimated"),
                sent.text("birthPlace"),
                sent.text("ins"),
                sent.values().containsKey("document"),
                sent.text("phone"),
                sent.text("mobile"),
                sent.text("email"),
                sent.text("address"),
                sent.text("commune"),
                sent.text("language"),
                sent.values().containsKey("interpreter"),
                sent.text("livesAlone"),
                sent.values().containsKey("vulnerable"),
                sent.text("mtState"),
                sent.text("mtRpps"),
                sent.text("mtName"),
                sent.text("mtPhone"),
                sent.values().containsKey("mtOpposed"),
                sent.text("mtOpposition"),
                sent.text("notes"),
                sent.text("changeGround"),
                sent.text("changeWhy"));
    }

    @Override
    public String toString() {
        return "IdentityForm[…]";
    }
}
