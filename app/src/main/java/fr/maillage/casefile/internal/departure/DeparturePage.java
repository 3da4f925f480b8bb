package fr.maillage.casefile.internal.departure;

import fr.maillage.web.FormErrors;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// Preparing somebody's departure.
///
/// @param typed what was typed or kept, by field
/// @param done when it was handed over, null before
/// @param communes where their persons live, to choose a successor for all of one
/// @param successors who may follow persons
/// @param team who may receive the rest
/// @param written those already chosen, to whom a note may be written
public record DeparturePage(
        String member,
        String name,
        @Nullable String prepared,
        Map<String, String> typed,
        FormErrors errors,
        List<Person> persons,
        List<Choice> communes,
        List<Choice> successors,
        List<Choice> team,
        List<Choice> written,
        @Nullable String lastDone) {

    /// What a field holds, or "".
    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    /// @param sector who covers their commune, null when nobody does
    public record Person(
            String id, String name, String commune, String level, @Nullable String sector) {}

    public record Choice(String value, String label) {}
}
