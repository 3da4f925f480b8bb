package fr.maillage.correspondence.internal;

import fr.maillage.kernel.Typography;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A version of a template.
///
/// @param made of the structure's own making: no shipped one stands behind it
/// @param retired offered no more
/// @param number from 1 on, among the structure's own or among the shipped ones
/// @param own a version of the structure's; else one that is shipped
/// @param usage when to use it
/// @param clinical whether its letters may hold health content
/// @param recipients to whom it usually goes; any other may be chosen
/// @param automatic the application writes its letters by itself, so that nobody is there to type
/// @param shipped of an own version, the latest shipped one when it was published
record LetterTemplate(
        String code,
        int number,
        boolean own,
        boolean made,
        boolean retired,
        String title,
        String usage,
        String subject,
        String body,
        boolean clinical,
        List<RecipientKind> recipients,
        boolean automatic,
        int shipped,
        @Nullable Origin origin,
        @Nullable Instant publishedAt,
        @Nullable String publishedBy) {

    /// Where an own version comes from.
    enum Origin {
        APPLICATION("écrite dans l’application"),
        FICHIER("reprise d’un fichier de traitement de texte"),
        MAILLAGE("version Maillage adoptée");

        private final String label;

        Origin(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /// « version 3 », « version Maillage 1 ».
    String label() {
        return (own ? "version" : "version Maillage") + Typography.NBSP + number;
    }

    /// Its address among the versions of its template: `3`, `m1`.
    String key() {
        return (own ? "" : "m") + number;
    }
}
