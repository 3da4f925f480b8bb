package fr.maillage.kernel;

/// The check digit of RPPS and FINESS numbers: from the right, every second digit doubled (minus 9
/// above 9), sum a multiple of 10.
final class Luhn {
    private Luhn() {}

    /// Whether `digits` (ASCII digits only) satisfies the rule.
    static boolean holds(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
