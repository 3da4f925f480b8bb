package fr.maillage.protocol.internal;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A line that findings proposed to somebody and that was set aside. It is a trace: it stays when
/// somebody reconsiders it, and when the facts changed since.
///
/// @param version that proposed it, where its words are read
/// @param words why, besides the reason; null when nothing was added
/// @param because the rules and the facts as they were read
/// @param facts the same facts, to be compared
record SetAside(
        UUID id,
        UUID protocol,
        UUID version,
        String lineKey,
        Reason reason,
        @Nullable String words,
        String because,
        String facts,
        Instant at,
        String by,
        @Nullable Instant reconsideredAt,
        @Nullable String reconsideredBy) {

    /// Why one sets a proposal aside. « Proposition Maillage ».
    enum Reason {
        REFUS("La personne ne le souhaite pas"),
        DEJA_ORGANISE("Déjà fait, ou organisé autrement"),
        NE_CONVIENT_PAS("Ne convient pas à sa situation"),
        PAS_MAINTENANT("Pas maintenant, une autre priorité"),
        INDISPONIBLE("N’existe pas ou n’est pas disponible ici"),
        AVIS_MEDICAL("Avis contraire du médecin"),
        AUTRE("Autre raison");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        static Optional<Reason> of(String code) {
            return Arrays.stream(values()).filter(r -> r.name().equals(code)).findFirst();
        }
    }

    /// The line among those of all protocols, as [Merge#id].
    String line() {
        return Merge.id(protocol, lineKey);
    }

    boolean reconsidered() {
        return reconsideredAt != null;
    }

    @Override
    public String toString() {
        return "SetAside[" + id + "]";
    }
}
