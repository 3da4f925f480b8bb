package fr.maillage.correspondence.internal;

import fr.maillage.web.FormErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A template, to read or to edit.
///
/// @param code « nouveau » for one being made
/// @param made of the structure's own making: when to use it and to whom are hers to say
/// @param purpose when to use it, as typed
/// @param after key of the version the edition follows
/// @param origin APPLICATION or FICHIER
/// @param notes what was in the file and is not in the text
/// @param offered newer shipped version, by key; null when there is none
/// @param sheet the letter on an invented person
public record TemplatePage(
        String code,
        String version,
        String usage,
        boolean mayEdit,
        boolean made,
        boolean retired,
        List<Recipient> recipients,
        String title,
        String purpose,
        String subject,
        String body,
        boolean clinical,
        String after,
        String origin,
        @Nullable String read,
        List<String> notes,
        @Nullable String offered,
        @Nullable String offeredLabel,
        List<Group> fields,
        List<Version> versions,
        @Nullable String conflict,
        FormErrors errors) {

    /// Whether it is being made, and has no version yet.
    public boolean fresh() {
        return versions.isEmpty();
    }

    /// Somebody it may usually go to.
    public record Recipient(String code, String label, boolean chosen) {}

    /// Fields of one subject.
    public record Group(String name, List<Field> fields) {}

    /// A field one may insert.
    public record Field(
            String written, String label, String example, boolean repeated, boolean clinical) {}

    /// A version.
    public record Version(
            String key, String label, @Nullable String detail, boolean current, boolean own) {}
}
