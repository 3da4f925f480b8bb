package fr.maillage.steering.internal.national;

import fr.maillage.kernel.FrenchDates;
import java.time.LocalDate;

/// French sentences of the national follow-up of the guide.
final class NationalText {

    static final String UNKNOWN = "non renseigné";
    static final String NOTHING = "n’a rien publié";
    static final String PUBLISHED = "État de la région publié.";
    static final String TWICE = "L’état de ce jour est déjà publié\u00A0: il ne change plus.";
    static final String REGION = "Cette région n’est pas la vôtre.";

    private NationalText() {}

    static String asOf(LocalDate day) {
        return "au " + FrenchDates.date(day);
    }

    /// « 2 régions sur 18 ont publié ».
    static String published(long published, long all) {
        return published
                + (published < 2 ? " région sur " : " régions sur ")
                + all
                + (published < 2 ? " a publié" : " ont publié");
    }
}
