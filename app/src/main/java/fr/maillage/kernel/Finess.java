package fr.maillage.kernel;

import java.util.Optional;

/// Number of a health or social establishment in FINESS, of the legal entity (EJ) or of the place
/// (ET): 9 characters.
///
/// All digits: the last is a Luhn digit and is enforced. In Corsica the first two are `2A` or `2B`:
/// the shape alone is checked, since no published rule says how the letter enters the sum. Source:
/// FINESS, extraction des établissements.
public record Finess(String value) {
    /// @throws IllegalArgumentException when it is not a FINESS number
    public Finess {
        if (!isFiness(value)) throw new IllegalArgumentException("not a FINESS number");
    }

    /// Reads what a person typed, spaces allowed; empty when it is not a FINESS number.
    public static Optional<Finess> parse(String typed) {
        var compact = Typed.compact(typed);
        return isFiness(compact) ? Optional.of(new Finess(compact)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isFiness(String s) {
        return s.matches("2[AB][0-9]{7}")
                || s.matches("[0-9]{9}") && !s.equals("000000000") && Luhn.holds(s);
    }
}
