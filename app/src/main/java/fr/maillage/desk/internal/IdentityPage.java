package fr.maillage.desk.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.patient.Identities.Difference;
import fr.maillage.patient.IdentityForm;
import fr.maillage.web.FormErrors;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The identity page: what is known, or what was typed and refused.
///
/// @param addressDoubt a letter came back from the address kept; null when none did
/// @param grounds on what a changed trait may rest
/// @param stale a colleague saved first; `differences` tells what they wrote
/// @param version the version the next saving goes over
public record IdentityPage(
        Banner banner,
        IdentityForm form,
        String statusWords,
        int version,
        FormErrors errors,
        boolean stale,
        List<Difference> differences,
        boolean mayWrite,
        boolean team,
        Map<String, String> grounds,
        @Nullable String addressDoubt) {

    /// Where one may be with an attending doctor: « no doctor » is a state, not a gap.
    public List<Choice> doctorStates() {
        return List.of(
                new Choice("DECLARE", "Déclaré"),
                new Choice("A_DECLARER", "À déclarer"),
                new Choice("A_RECHERCHER", "À rechercher"),
                new Choice("NE_PARTICIPE_PAS", "Ne souhaite pas participer"));
    }
}
