package fr.maillage.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.intake.internal.Codes.ClosedReason;
import fr.maillage.intake.internal.Codes.Degree;
import fr.maillage.intake.internal.Codes.Status;
import fr.maillage.intake.internal.Codes.Subsidiarity;
import fr.maillage.intake.internal.Codes.ToKind;
import fr.maillage.intake.internal.Decision.Obstacle;
import fr.maillage.intake.internal.Decision.Situation;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.WorkingDays;
import fr.maillage.network.Networks.GridItem;
import fr.maillage.testing.Proves;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntakeRulesTest {

    private static final GridItem COGNITION =
            new GridItem("P3", "PERSONNE", "Troubles cognitifs ou du comportement", 3, true);
    private static final GridItem CARER =
            new GridItem("E2", "ENTOURAGE", "Aidant épuisé ou lui-même malade", 2, false);
    private static final GridItem HOUSING =
            new GridItem("S2", "ENVIRONNEMENT_SOCIAL", "Logement inadapté ou insalubre", 2, false);
    private static final GridItem REFUSAL =
            new GridItem("P4", "PERSONNE", "Refus de soins ou éloignement du soin", 2, false);
    private static final GridItem RIGHTS =
            new GridItem("S1", "ENVIRONNEMENT_SOCIAL", "Précarité, droits non ouverts", 2, false);

    private static LevelProposal propose(GridItem... holding) {
        return LevelProposal.of(List.of(holding), 1, 3, 8);
    }

    private static Instant paris(int month, int day, int hour, int minute) {
        return LocalDateTime.of(2026, month, day, hour, minute)
                .atZone(FrenchDates.PARIS)
                .toInstant();
    }

    @Test
    @Proves("REQ-LEVEL-01")
    void the_grid_proposes_a_level_by_its_thresholds_and_by_what_lasts() {
        assertThat(propose().level()).isZero();
        assertThat(propose(CARER).level()).as("2 points").isZero();
        assertThat(propose(COGNITION).level()).as("3 points: the threshold itself").isEqualTo(1);
        assertThat(propose(COGNITION, CARER, HOUSING).level())
                .as("7 points, though one lasts")
                .isEqualTo(1);
        assertThat(propose(CARER, HOUSING, REFUSAL, RIGHTS).level())
                .as("8 points, nothing lasts")
                .isEqualTo(2);
        assertThat(propose(COGNITION, CARER, HOUSING, REFUSAL).level())
                .as("9 points, one lasts")
                .isEqualTo(3);
        assertThat(LevelProposal.of(List.of(COGNITION), 1, 1, 3).level())
                .as("thresholds are the structure's")
                .isEqualTo(3);
    }

    @Test
    void a_proposal_gives_its_reasons_the_deciding_one_first() {
        var proposal = propose(COGNITION, CARER, HOUSING, REFUSAL);
        assertThat(proposal.points()).isEqualTo(9);
        assertThat(proposal.because())
                .containsExactly(
                        "9\u00A0points\u00A0: à partir de 8, situation complexe.",
                        "S’inscrit dans la durée\u00A0: Troubles cognitifs ou du comportement.",
                        "Troubles cognitifs ou du comportement (3)",
                        "Aidant épuisé ou lui-même malade (2)",
                        "Logement inadapté ou insalubre (2)",
                        "Refus de soins ou éloignement du soin (2)");
        assertThat(LevelProposal.of(List.of(COGNITION, CARER, HOUSING, REFUSAL), 0, 3, 8).because())
                .as("complex without any of the guide's six criteria: told")
                .contains(IntakeText.NO_CRITERION);
    }

    @Test
    @Proves("REQ-LEVEL-08")
    void
            an_urgency_of_friday_16_40_is_evaluated_at_24_and_48_hours_exactly_on_days_the_team_does_not_work() {
        var friday = paris(6, 5, 16, 40);
        var first = Deadline.after(friday, 24, WorkingDays.FRANCE);
        var second = Deadline.after(friday, 48, WorkingDays.FRANCE);

        assertThat(first).isEqualTo(new Deadline(paris(6, 6, 16, 40), false));
        assertThat(second).isEqualTo(new Deadline(paris(6, 7, 16, 40), false));
        assertThat(second.by(true)).isEqualTo(Deadline.By.ON_CALL);
        assertThat(second.by(false)).isEqualTo(Deadline.By.NAMED_RELAY);
        assertThat(IntakeText.who(second, null))
                .contains("L’équipe ne travaille pas ce jour-là (dim.")
                .contains("un relais doit être nommé");
        assertThat(IntakeText.who(second, "HAD du Douaisis")).contains("HAD du Douaisis évalue");
    }

    @Test
    void holidays_and_the_change_of_hour_are_reckoned_with() {
        // 13 July 2026 + 24 h is Bastille Day, a Tuesday; 48 h is a worked Wednesday
        assertThat(Deadline.after(paris(7, 13, 9, 0), 24, WorkingDays.FRANCE).worked()).isFalse();
        assertThat(Deadline.after(paris(7, 13, 9, 0), 48, WorkingDays.FRANCE).by(false))
                .isEqualTo(Deadline.By.TEAM);
        // the night of 28 to 29 March has 23 hours: 48 true hours later it is 17:40
        assertThat(Deadline.after(paris(3, 27, 16, 40), 48, WorkingDays.FRANCE).at())
                .isEqualTo(paris(3, 29, 17, 40));
        // 23:30 in Paris is still that day
        assertThat(Deadline.after(paris(6, 4, 23, 30), 24, WorkingDays.FRANCE).day())
                .isEqualTo(LocalDate.of(2026, 6, 5));
    }

    @Test
    @Proves({"REQ-LEVEL-07", "REQ-LEVEL-09"})
    void an_urgency_ends_in_level_1_2_or_3_once_answered_and_evaluated() {
        var opened = paris(6, 2, 9, 0);
        var fresh =
                new UrgencyState(
                        opened,
                        null,
                        paris(6, 3, 9, 0),
                        null,
                        null,
                        paris(6, 4, 9, 0),
                        null,
                        null,
                        null);
        assertThat(fresh.obstaclesToLevel(0))
                .containsExactly(
                        new UrgencyState.Obstacle.NoImmediateAnswer(),
                        new UrgencyState.Obstacle.NotEvaluated(true),
                        new UrgencyState.Obstacle.LevelOutOfCircuit());
        assertThat(fresh.next()).isEqualTo(paris(6, 3, 9, 0));
        assertThat(fresh.late(paris(6, 3, 9, 1))).isTrue();
        assertThat(fresh.late(paris(6, 3, 9, 0))).isFalse();

        var done =
                new UrgencyState(
                        opened,
                        opened,
                        paris(6, 3, 9, 0),
                        null,
                        paris(6, 3, 8, 0),
                        paris(6, 4, 9, 0),
                        null,
                        paris(6, 4, 9, 0),
                        null);
        assertThat(done.obstaclesToLevel(4))
                .containsExactly(new UrgencyState.Obstacle.LevelOutOfCircuit());
        for (var level = 1; level <= 3; level++) assertThat(done.obstaclesToLevel(level)).isEmpty();
        assertThat(done.next()).isNull();
        assertThat(IntakeText.of(new UrgencyState.Obstacle.NotEvaluated(true)))
                .contains("24 h")
                .contains("48 h");
    }

    @Test
    @Proves("REQ-INCLUSION-05")
    void support_is_not_proposed_before_the_need_is_validated() {
        var analysed =
                new Situation(Status.A_ANALYSER, true, true, Subsidiarity.NON_COUVERT, false);
        assertThat(Decision.obstacles(new Decision.Propose(), analysed)).isEmpty();
        assertThat(
                        Decision.obstacles(
                                new Decision.Propose(),
                                new Situation(Status.A_ANALYSER, true, false, null, false)))
                .containsExactly(new Obstacle.NeedNotValidated());
        assertThat(
                        Decision.obstacles(
                                new Decision.Propose(),
                                new Situation(
                                        Status.A_ANALYSER,
                                        true,
                                        true,
                                        Subsidiarity.COUVERT_SERVICE,
                                        false)))
                .containsExactly(new Obstacle.AlreadyCovered());
        assertThat(
                        Decision.obstacles(
                                new Decision.Propose(),
                                new Situation(Status.A_ANALYSER, false, false, null, false)))
                .containsExactly(new Obstacle.AboutNobody());
    }

    @Test
    void every_answer_says_all_that_stops_it() {
        var open = new Situation(Status.EN_ATTENTE, true, false, null, false);
        assertThat(Decision.obstacles(new Decision.Advise(" "), open))
                .containsExactly(new Obstacle.Missing("advice"));
        assertThat(Decision.obstacles(new Decision.Await("l’accord de la fille"), open)).isEmpty();
        assertThat(Decision.obstacles(new Decision.Close(ClosedReason.HORS_TERRITOIRE, ""), open))
                .containsExactly(new Obstacle.Missing("note"));
        assertThat(Decision.obstacles(new Decision.Close(ClosedReason.REFUS, ""), open)).isEmpty();
        assertThat(
                        Decision.obstacles(
                                new Decision.Close(null, ""),
                                new Situation(Status.CONSEIL, true, false, null, true)))
                .containsExactly(
                        new Obstacle.AlreadyAnswered(Status.CONSEIL),
                        new Obstacle.Missing("reason"),
                        new Obstacle.UrgencyRuns());
        assertThat(
                        Decision.obstacles(
                                new Decision.Orient(
                                        ToKind.HAD,
                                        "HAD du Douaisis",
                                        "Fin de vie à domicile",
                                        false),
                                open))
                .containsExactly(new Obstacle.PersonHasNotAgreed());
    }

    @Test
    void an_answer_is_due_today_in_two_or_in_five_working_days() {
        var friday = LocalDate.of(2026, 6, 5);
        assertThat(ReferralService.answerDue(Degree.URGENTE, friday, 5)).isEqualTo(friday);
        assertThat(ReferralService.answerDue(Degree.RAPIDE, friday, 5))
                .isEqualTo(LocalDate.of(2026, 6, 9));
        assertThat(ReferralService.answerDue(Degree.NORMALE, friday, 5))
                .isEqualTo(LocalDate.of(2026, 6, 12));
        assertThat(ReferralService.answerDue(Degree.RAPIDE, friday, 1))
                .isEqualTo(LocalDate.of(2026, 6, 8));
    }
}
