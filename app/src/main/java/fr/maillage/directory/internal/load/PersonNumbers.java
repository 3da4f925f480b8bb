package fr.maillage.directory.internal.load;

import fr.maillage.kernel.Rpps;
import org.jspecify.annotations.Nullable;

/// Numbers of professionals in the extractions of the Annuaire Santé: type 8 is an RPPS (11
/// digits), type 0 an ADELI (9, with a letter in Corsica).
final class PersonNumbers {

    private PersonNumbers() {}

    /// Why a line that bears it is left out; null when it is not.
    static @Nullable Reason wrong(String type, String number) {
        if (!type.equals("8") && !type.equals("0")) return Reason.IDENTIFIER_TYPE;
        return identifies(number, type.equals("8") ? 11 : 9) ? null : Reason.IDENTIFIER;
    }

    /// Says that the check digit of an RPPS fails, which the national files hold themselves.
    static void remark(String type, String number, Line line) {
        if (type.equals("8") && Rpps.doubtful(number)) line.remark(Reason.RPPS_KEY, number);
    }

    private static boolean identifies(String number, int length) {
        if (number.length() != length) return false;
        for (int i = 0; i < length; i++) {
            char c = number.charAt(i);
            if ((c < '0' || c > '9') && (length != 9 || i != 1 || c != 'A' && c != 'B'))
                return false;
        }
        return true;
    }
}
