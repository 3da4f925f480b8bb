package fr.maillage.patient.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.patient.Consents.Act;
import fr.maillage.patient.Consents.Consent;
import fr.maillage.patient.Consents.State;
import fr.maillage.patient.internal.ConsentRule.Flaw;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConsentRuleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 2);

    @Test
    void an_agreement_given_by_the_person_today_may_be_recorded() {
        assertThat(
                        flaws(
                                said(
                                        Act.ACCOMPAGNEMENT,
                                        State.DONNE,
                                        TODAY,
                                        "ORAL",
                                        "PERSONNE",
                                        null,
                                        null,
                                        null,
                                        null)))
                .isEmpty();
    }

    @Test
    void an_agreement_is_not_given_tomorrow() {
        assertThat(
                        flaws(
                                said(
                                        Act.ACCOMPAGNEMENT,
                                        State.DONNE,
                                        TODAY.plusDays(1),
                                        "ORAL",
                                        "PERSONNE",
                                        null,
                                        null,
                                        null,
                                        null)))
                .containsExactly(Flaw.IN_THE_FUTURE);
    }

    @Test
    void a_representative_is_named() {
        assertThat(
                        flaws(
                                said(
                                        Act.ACCOMPAGNEMENT,
                                        State.DONNE,
                                        TODAY,
                                        "ECRIT",
                                        "REPRESENTANT",
                                        " ",
                                        null,
                                        null,
                                        null)))
                .containsExactly(Flaw.REPRESENTATIVE_MISSING);
    }

    @Test
    void urgency_and_somebody_unable_to_say_have_a_reason() {
        assertThat(
                        flaws(
                                said(
                                        Act.ACCOMPAGNEMENT,
                                        State.HORS_D_ETAT,
                                        TODAY,
                                        "URGENCE",
                                        "EQUIPE",
                                        null,
                                        null,
                                        null,
                                        null)))
                .containsExactly(Flaw.REASON_MISSING);
        assertThat(
                        flaws(
                                said(
                                        Act.ACCOMPAGNEMENT,
                                        State.HORS_D_ETAT,
                                        TODAY,
                                        "URGENCE",
                                        "EQUIPE",
                                        null,
                                        null,
                                        null,
                                        "Confusion aiguë")))
                .isEmpty();
    }

    @Test
    void an_opposition_to_one_professional_says_to_whom() {
        assertThat(
                        flaws(
                                said(
                                        Act.PARTAGE_EQUIPE,
                                        State.OPPOSITION_PARTIELLE,
                                        TODAY,
                                        "ORAL",
                                        "PERSONNE",
                                        null,
                                        null,
                                        null,
                                        null)))
                .containsExactly(Flaw.PROFESSIONAL_MISSING);
    }

    @Test
    void sharing_outside_the_care_team_says_with_whom_and_can_be_withdrawn_only_once_given() {
        assertThat(
                        flaws(
                                said(
                                        Act.PARTAGE_HORS_EQUIPE,
                                        State.DONNE,
                                        TODAY,
                                        "ECRIT",
                                        "PERSONNE",
                                        null,
                                        null,
                                        null,
                                        null)))
                .containsExactly(Flaw.SCOPE_MISSING);
        var withdrawal =
                said(
                        Act.PARTAGE_HORS_EQUIPE,
                        State.RETIRE,
                        TODAY,
                        "ORAL",
                        "PERSONNE",
                        null,
                        null,
                        null,
                        null);
        assertThat(flaws(withdrawal)).containsExactly(Flaw.NOTHING_TO_WITHDRAW);
        assertThat(new ConsentRule(withdrawal, TODAY, true).flaws()).isEmpty();
    }

    @Test
    void inside_the_care_team_one_opposes_and_does_not_refuse() {
        assertThat(
                        flaws(
                                said(
                                        Act.PARTAGE_EQUIPE,
                                        State.REFUSE,
                                        TODAY,
                                        "ORAL",
                                        "PERSONNE",
                                        null,
                                        null,
                                        null,
                                        null)))
                .containsExactly(Flaw.STATE_NOT_OF_ACT);
        assertThat(
                        flaws(
                                said(
                                        Act.ACCOMPAGNEMENT,
                                        State.OPPOSITION,
                                        TODAY,
                                        "ORAL",
                                        "PERSONNE",
                                        null,
                                        null,
                                        null,
                                        null)))
                .containsExactly(Flaw.STATE_NOT_OF_ACT);
    }

    private static List<Flaw> flaws(Consent consent) {
        return new ConsentRule(consent, TODAY, false).flaws();
    }

    private static Consent said(
            Act act,
            State state,
            LocalDate on,
            String form,
            String by,
            @Nullable String representative,
            @Nullable String scope,
            @Nullable String opposedTo,
            @Nullable String reason) {
        return new Consent(act, state, on, form, by, representative, scope, opposedTo, reason);
    }
}
