package fr.maillage.casefile.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Entry in the circle, or change of a line.
///
/// @param action address the form is sent to
/// @param isNew an entry: the directory may be searched first
/// @param found answers of the directory, null when it was not asked
/// @param unknown sentence when the directory does not know what was typed
/// @param askKeep whether a number unknown to the directory may be kept as text
public record MemberPage(
        Banner banner,
        String title,
        String action,
        Sent form,
        FormErrors errors,
        @Nullable String conflict,
        boolean isNew,
        String kind,
        @Nullable List<Found> found,
        @Nullable String unknown,
        boolean askKeep,
        List<Option> roles,
        List<Option> standings,
        List<Option> measures,
        List<Option> groups,
        List<Option> parts,
        int version) {

    /// An answer of the directory.
    public record Found(String href, String name, String detail) {}
}
