package fr.maillage.kernel;

import java.util.Optional;

/// Number of a health professional in the shared national register (RPPS): 11 digits.
///
/// The last is a Luhn digit, but numbers that fail it are in circulation: [#doubtful()] is a
/// warning kept with the number, never a refusal. The number is public, so it may be shown and
/// logged. Source: Annuaire Santé, extraction en libre accès.
public record Rpps(String value) {
    /// @throws IllegalArgumentException when it is not 11 digits
    public Rpps {
        if (!value.matches("[0-9]{11}")) throw new IllegalArgumentException("not an RPPS number");
    }

    /// Reads what a person typed, spaces allowed; also the 12-digit national form (`8` then the
    /// number). Empty otherwise.
    public static Optional<Rpps> parse(String typed) {
        var compact = Typed.compact(typed);
        if (compact.matches("8[0-9]{11}")) compact = compact.substring(1);
        return compact.matches("[0-9]{11}") ? Optional.of(new Rpps(compact)) : Optional.empty();
    }

    /// Whether the check digit fails: « à vérifier » beside the number.
    public boolean doubtful() {
        return doubtful(value);
    }

    /// The same of eleven digits read from a file of millions.
    public static boolean doubtful(String digits) {
        return !Luhn.holds(digits);
    }

    /// PS_IdNat: `8` then the number, the form of Pro Santé Connect, CDA and the directory.
    public String nationalId() {
        return "8" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
