package fr.maillage.patient;

import java.util.Map;

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
    public static IdentityForm of(Map<String, String> sent) {
        return new IdentityForm(
                text(sent, "birthName"),
                text(sent, "usedName"),
                text(sent, "givenNames"),
                text(sent, "sex"),
                text(sent, "birthDate"),
                sent.containsKey("birthDateEstimated"),
                text(sent, "birthPlace"),
                text(sent, "ins"),
                sent.containsKey("document"),
                text(sent, "phone"),
                text(sent, "mobile"),
                text(sent, "email"),
                text(sent, "address"),
                text(sent, "commune"),
                text(sent, "language"),
                sent.containsKey("interpreter"),
                text(sent, "livesAlone"),
                sent.containsKey("vulnerable"),
                text(sent, "mtState"),
                text(sent, "mtRpps"),
                text(sent, "mtName"),
                text(sent, "mtPhone"),
                sent.containsKey("mtOpposed"),
                text(sent, "mtOpposition"),
                text(sent, "notes"),
                text(sent, "changeGround"),
                text(sent, "changeWhy"));
    }

    private static String text(Map<String, String> sent, String field) {
        return sent.getOrDefault(field, "").replace("\u0000", "").strip();
    }

    @Override
    public String toString() {
        return "IdentityForm[…]";
    }
}
