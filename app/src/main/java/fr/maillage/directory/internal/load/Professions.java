package fr.maillage.directory.internal.load;

import java.util.HashMap;
import java.sql.SQLException;
import java.sql.Connection;
import java.util.Map;
import java.util.Set;

/// The profession as Maillage speaks of it, from the national codes.
public final class Professions {

    /// General medicine, in the nomenclature of specialties: qualified, specialist, médecine
    /// générale.
    private static final Set<String> GENERAL = Set.of("SM26", "SM53", "SM54");

    private Professions() {}

    /// Our code for each national one.
    public static Map<String, String> known(Connection connection) throws SQLException {
        var known = new HashMap<String, String>();
        try (var statement = connection.createStatement();
                var found =
                        statement.executeQuery(
                                "select national, code from directory.profession_code")) {
            while (found.next()) known.put(found.getString(1), found.getString(2));
        }
        return known;
    }

    /// @param known our code for each national one (`directory.profession_code`)
    /// @param profession TRE_G15 or TRE_R94; "" for none
    /// @param expertise savoir-faire; "" for none
    public static String of(Map<String, String> known, String profession, String expertise) {
        var code = known.getOrDefault(profession, "AUTRE");
        if (!code.equals("MEDECIN")) return code;
        if (GENERAL.contains(expertise)) return "MEDECIN_GENERALISTE";
        return expertise.startsWith("SM") ? "MEDECIN_SPECIALISTE" : "MEDECIN";
    }
}
