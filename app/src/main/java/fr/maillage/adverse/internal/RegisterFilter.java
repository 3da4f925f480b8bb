package fr.maillage.adverse.internal;

import fr.maillage.kernel.FrenchDates;

import java.time.LocalDate;
import java.util.Map;

/// What one looks for in the register; anything that is not understood is left out.
///
/// @param type code, or empty
/// @param gravity code, `EIGS`, or empty
/// @param state `OUVERT`, `CLOS`, or empty
/// @param page from 1
record RegisterFilter(
        LocalDate from, LocalDate to, String type, String gravity, String state, int page) {

    static RegisterFilter of(Map<String, String> typed, LocalDate today) {
        var to = FrenchDates.read(typed.getOrDefault("au", "")).orElse(today);
        var from =
                FrenchDates.read(typed.getOrDefault("du", ""))
                        .orElse(LocalDate.of(to.getYear(), 1, 1));
        var page = typed.getOrDefault("page", "1");
        return new RegisterFilter(
                from.isAfter(to) ? to : from,
                to,
                typed.getOrDefault("type", ""),
                typed.getOrDefault("gravite", ""),
                typed.getOrDefault("etat", ""),
                page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1);
    }

    /// Its address, at another page.
    String href(String path, int other) {
        return path
                + "?du="
                + from
                + "&au="
                + to
                + "&type="
                + code(type)
                + "&gravite="
                + code(gravity)
                + "&etat="
                + code(state)
                + "&page="
                + other;
    }

    private static String code(String code) {
        return code.matches("[A-Z_]{1,30}") ? code : "";
    }

    /// The period of the same length just before.
    LocalDate before() {
        return from.minusDays(java.time.temporal.ChronoUnit.DAYS.between(from, to) + 1);
    }
}
