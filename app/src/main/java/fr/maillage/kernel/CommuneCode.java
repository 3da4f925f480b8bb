package fr.maillage.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/// Code of a place in INSEE’s Code officiel géographique, 5 characters: a commune of metropolitan
/// France (`59178`, `2A004`), of an overseas territory (`97411`), or a country for people born
/// abroad (`99109`; `99999` is « lieu inconnu »).
///
/// Not a postcode: commune numbers begin at 001, so `59000` is refused; other postcodes may look
/// like a code, and only the list of communes can tell. Source: INSEE, Code officiel géographique.
public record CommuneCode(String value) {
    // 20 was Corsica before 1976; 975, 977, 978 and 984, 986–989 are the overseas territories with
    // communes
    private static final Pattern SHAPE =
            Pattern.compile(
                    "(?:(?:0[1-9]|1\\d|2[1-9AB]|[3-8]\\d|9[0-5])(?!000)\\d{3}|97[1-8](?!00)\\d\\d|98[46-9](?!00)\\d\\d|99[1-9]\\d\\d)");

    /// @throws IllegalArgumentException when it has not the shape of a code
    public CommuneCode {
        if (!SHAPE.matcher(value).matches())
            throw new IllegalArgumentException("not a commune code");
    }

    /// Reads what a person or a file gave; empty when it has not the shape of a code. A code that
    /// exists is another matter.
    public static Optional<CommuneCode> parse(String typed) {
        var compact = Typed.compact(typed);
        return SHAPE.matcher(compact).matches()
                ? Optional.of(new CommuneCode(compact))
                : Optional.empty();
    }

    /// The département: `59`, `2A`, `974`; `99` for a country.
    public String departement() {
        return value.startsWith("97") || value.startsWith("98")
                ? value.substring(0, 3)
                : value.substring(0, 2);
    }

    /// Whether it is a country, not a commune.
    public boolean abroad() {
        return value.startsWith("99");
    }

    @Override
    public String toString() {
        return value;
    }
}
