package fr.maillage.protocol.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rules of a protocol tried on a person: which hold, of what, and what they would propose.
/// Nothing is written.
///
/// @param version « version 2, en cours d’écriture »
/// @param persons who may be tried on
/// @param person who was chosen, or null
/// @param evaluated false when nothing was evaluated of the person
public record AttemptPage(
        String href,
        String title,
        String version,
        List<Person> persons,
        @Nullable Person person,
        boolean evaluated,
        List<Line> lines) {

    public record Person(String id, String name, boolean chosen) {}

    /// @param facts those that make it hold; empty when it does not
    public record Line(
            String title,
            String condition,
            String state,
            String tone,
            String icon,
            String facts,
            String lines) {}
}
