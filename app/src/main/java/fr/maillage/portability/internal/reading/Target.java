package fr.maillage.portability.internal.reading;

import java.util.Arrays;
import java.util.Optional;

/// What a column is: a field, and on a flat sheet which of the repeated groups (« Droit 2 »). Its
/// code is what forms and the database hold.
///
/// @param rank from 1 for a repeated group; 0 otherwise
public record Target(Field field, int rank) {

    /// Repeated groups of a flat sheet.
    public static final int MOST = 9;

    public String code() {
        return rank == 0 ? field.name() : field.name() + ":" + rank;
    }

    /// « Droit 2 · Fin ».
    public String words() {
        return rank == 0 ? field.label() : field.part().one() + " " + rank + " · " + field.label();
    }

    public static Optional<Target> of(String code) {
        var pieces = code.split(":");
        if (pieces.length > 2 || pieces.length == 2 && !pieces[1].matches("[1-9]"))
            return Optional.empty();
        return Arrays.stream(Field.values())
                .filter(f -> f.name().equals(pieces[0]))
                .findFirst()
                .map(f -> new Target(f, pieces.length == 2 ? Integer.parseInt(pieces[1]) : 0));
    }
}
