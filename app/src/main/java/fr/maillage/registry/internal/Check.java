package fr.maillage.registry.internal;

import org.jspecify.annotations.Nullable;

/// Something a source expects of a structure or a body, as it stands.
///
/// @param met null when it is not known, or only said
public record Check(@Nullable Boolean met, String words) {

    public static Check of(boolean met, String yes, String no) {
        return new Check(met, met ? yes : no);
    }

    public static Check said(String words) {
        return new Check(null, words);
    }
}
