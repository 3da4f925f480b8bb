package fr.maillage.correspondence.internal;

import fr.maillage.web.FormErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A template, to read or to edit.
///
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
        String title,
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

    /// Fields of one subject.
    public record Group(String name, List<Field> fields) {}

    /// A field one may insert.
    public record Field(
            String written, String label, String example, boolean repeated, boolean clinical) {}

    /// A version.
    public record Version(
            String key, String label, @Nullable String detail, boolean current, boolean own) {}
}
