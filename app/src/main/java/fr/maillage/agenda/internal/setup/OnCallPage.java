package fr.maillage.agenda.internal.setup;

import fr.maillage.web.FormErrors;

import java.util.List;
import java.util.Map;

/// Permanences: who answers, when, and where calls are led.
///
/// @param typed what was typed, by field
/// @param opening hours of the structure, in its own words
public record OnCallPage(
        List<Line> lines,
        List<SetupPage.Option> members,
        Map<String, String> typed,
        FormErrors errors,
        String opening) {

    /// @param now whether it is going on
    public record Line(String id, String who, String when, String forward, boolean now) {}

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }
}
