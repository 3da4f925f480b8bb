package fr.maillage.patient;

import fr.maillage.kernel.PatientId;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Ligne de vie: one line, in French words, for everything that happens to a person. Written in the
/// transaction of the act, dated now by the clock, signed by who is signed in.
public interface Timeline {

    /// @param title « PPS v2 en vigueur »; no name of the person
    /// @param detail more words, or null
    /// @param link path of the page that shows it, or null; ids only
    /// @param clinical health content, not shown to those who see names and status only
    void add(
            PatientId patient,
            Kind kind,
            String title,
            @Nullable String detail,
            @Nullable String link,
            boolean clinical);

    /// The same, for several persons at once.
    void add(List<Entry> entries);

    /// One line, in the terms of [#add].
    record Entry(
            PatientId patient,
            Kind kind,
            String title,
            @Nullable String detail,
            @Nullable String link,
            boolean clinical) {}

    /// What it is about; the filter of the line of life.
    enum Kind {
        DEMANDE,
        INCLUSION,
        NIVEAU,
        DROITS,
        EVALUATION,
        PPS,
        SUIVI,
        ALERTE,
        CONTACT,
        VISITE,
        SEJOUR,
        COURRIER,
        CERCLE,
        SORTIE,
        RCP,
        DOCUMENT,
        IDENTITE
    }
}
