package fr.maillage.patient.internal;

import fr.maillage.patient.Consents.Act;
import fr.maillage.patient.Consents.Consent;
import fr.maillage.patient.Consents.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an act must say to be one: who, when, in what form, for what. Sources: CSP L.1110-4,
/// L.1110-12, D.1110-3-1 to -4; guide DGOS 2012, fiche D4 §4-1.
///
/// @param earlierGiven whether an earlier line of the same act says « donné »: only what was given
///   can be withdrawn
record ConsentRule(Consent consent, LocalDate today, boolean earlierGiven) {

    private static final Set<String> FORMS =
            Set.of("ORAL", "ECRIT", "TELEPHONE", "REPRESENTANT", "URGENCE");
    private static final Set<String> GIVERS =
            Set.of("PERSONNE", "REPRESENTANT", "PERSONNE_DE_CONFIANCE", "EQUIPE");

    /// States an act may take: inside the care team one is informed and may oppose at any time;
    /// elsewhere one agrees, refuses, or withdraws.
    static Set<State> states(Act act) {
        return switch (act) {
            case ACCOMPAGNEMENT ->
                    EnumSet.of(
                            State.DONNE,
                            State.A_CONFIRMER,
                            State.REFUSE,
                            State.HORS_D_ETAT,
                            State.RETIRE);
            case PARTAGE_EQUIPE ->
                    EnumSet.of(
                            State.DONNE,
                            State.A_CONFIRMER,
                            State.OPPOSITION,
                            State.OPPOSITION_PARTIELLE,
                            State.HORS_D_ETAT);
            case PARTAGE_HORS_EQUIPE ->
                    EnumSet.of(
                            State.DONNE,
                            State.A_CONFIRMER,
                            State.REFUSE,
                            State.HORS_D_ETAT,
                            State.RETIRE);
            case INFORMATION_DMP, PROTOCOLE_COOPERATION ->
                    EnumSet.of(State.DONNE, State.OPPOSITION, State.A_CONFIRMER, State.REFUSE);
        };
    }

    /// What is wrong, in the order of the form; empty when the act may be recorded.
    List<Flaw> flaws() {
        var found = new ArrayList<Flaw>();
        var state = consent.state();
        if (!states(consent.act()).contains(state)) found.add(Flaw.STATE_NOT_OF_ACT);
        if (consent.givenOn().isAfter(today)) found.add(Flaw.IN_THE_FUTURE);
        if (!FORMS.contains(consent.form())) found.add(Flaw.FORM_UNKNOWN);
        if (!GIVERS.contains(consent.givenBy())) found.add(Flaw.GIVER_UNKNOWN);
        var byAnother =
                consent.givenBy().equals("REPRESENTANT")
                        || consent.givenBy().equals("PERSONNE_DE_CONFIANCE");
        if (byAnother && blank(consent.representative())) found.add(Flaw.REPRESENTATIVE_MISSING);
        if (state == State.OPPOSITION_PARTIELLE && blank(consent.opposedTo()))
            found.add(Flaw.PROFESSIONAL_MISSING);
        if (state == State.HORS_D_ETAT && blank(consent.reason())) found.add(Flaw.REASON_MISSING);
        // an agreement nobody gave: the team acts for the person, and says why
        if (consent.givenBy().equals("EQUIPE") && state == State.DONNE && blank(consent.reason()))
            found.add(Flaw.REASON_MISSING);
        if (consent.form().equals("URGENCE") && blank(consent.reason()))
            found.add(Flaw.REASON_MISSING);
        if (consent.act() == Act.PARTAGE_HORS_EQUIPE
                && state == State.DONNE
                && blank(consent.scope())) found.add(Flaw.SCOPE_MISSING);
        if (state == State.RETIRE && !earlierGiven) found.add(Flaw.NOTHING_TO_WITHDRAW);
        return found.stream().distinct().toList();
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /// What may be wrong, with the field it stands beside.
    enum Flaw {
        STATE_NOT_OF_ACT("state"),
        IN_THE_FUTURE("givenOn"),
        FORM_UNKNOWN("form"),
        GIVER_UNKNOWN("givenBy"),
        REPRESENTATIVE_MISSING("representative"),
        PROFESSIONAL_MISSING("opposedTo"),
        REASON_MISSING("reason"),
        SCOPE_MISSING("scope"),
        NOTHING_TO_WITHDRAW("state");

        private final String field;

        Flaw(String field) {
            this.field = field;
        }

        String field() {
            return field;
        }
    }
}
