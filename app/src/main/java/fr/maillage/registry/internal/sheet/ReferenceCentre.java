package fr.maillage.registry.internal.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whether what a very specialised network does belongs to a reference centre: three criteria, and
/// two « dans une moindre mesure ». Source: guide DGOS 2012, fiche O2 §2.
///
/// @param met criteria met, in words
/// @param unmet those that are not
/// @param unknown those nobody answered
record ReferenceCentre(
        Verdict verdict, List<String> met, List<String> unmet, List<String> unknown) {

    /// Under 1 for 2,000, that is 50 for 100,000.
    private static final BigDecimal LOW_PREVALENCE = BigDecimal.valueOf(50);

    enum Verdict {
        /// The three main criteria are met.
        MET,
        /// One of the three is not.
        NOT_MET,
        /// None is refused, one at least is not known.
        UNKNOWN
    }

    static ReferenceCentre of(Map<String, @Nullable Object> values) {
        var met = new ArrayList<String>();
        var unmet = new ArrayList<String>();
        var unknown = new ArrayList<String>();
        var main =
                List.of(
                        sort(
                                (Boolean) values.get("rare_expertise"),
                                "expertise rare, errance constatée",
                                met,
                                unmet,
                                unknown),
                        sort(
                                (Boolean) values.get("complex_care"),
                                "prise en charge complexe",
                                met,
                                unmet,
                                unknown),
                        sort(
                                (Boolean) values.get("skills_exist"),
                                "compétences et équipements préexistants",
                                met,
                                unmet,
                                unknown));
        sort(
                rare((BigDecimal) values.get("prevalence"), (Boolean) values.get("rare_form")),
                "prévalence faible (moins de 1/2000) ou forme rare d’une maladie fréquente",
                met,
                unmet,
                unknown);
        sort((Boolean) values.get("dedicated_plan"), "plan de santé dédié", met, unmet, unknown);
        var verdict =
                main.contains(Verdict.NOT_MET)
                        ? Verdict.NOT_MET
                        : main.contains(Verdict.UNKNOWN) ? Verdict.UNKNOWN : Verdict.MET;
        return new ReferenceCentre(
                verdict, List.copyOf(met), List.copyOf(unmet), List.copyOf(unknown));
    }

    private static @Nullable Boolean rare(
            @Nullable BigDecimal prevalence, @Nullable Boolean rareForm) {
        if (Boolean.TRUE.equals(rareForm)) return true;
        if (prevalence != null) return prevalence.compareTo(LOW_PREVALENCE) < 0;
        return rareForm == null ? null : false;
    }

    private static Verdict sort(
            @Nullable Boolean answer,
            String words,
            List<String> met,
            List<String> unmet,
            List<String> unknown) {
        (answer == null ? unknown : answer ? met : unmet).add(words);
        return answer == null ? Verdict.UNKNOWN : answer ? Verdict.MET : Verdict.NOT_MET;
    }
}
