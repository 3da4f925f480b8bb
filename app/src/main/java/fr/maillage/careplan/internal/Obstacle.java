package fr.maillage.careplan.internal;

import java.time.LocalDate;
import java.util.List;

/// What stops an act on a plan. Its French is in [PpsText#of(Obstacle)].
sealed interface Obstacle {
    /// Only a draft is submitted, written in, or put in force.
    record NotDraft(Status status) implements Obstacle {}

    record NoGoal() implements Obstacle {}

    record NoIntervention() implements Obstacle {}

    /// REQ-PPS-03: an education plan alone is not a PPS.
    record EducationAlone() implements Obstacle {}

    record NoReassessmentDate() implements Obstacle {}

    record ReassessmentTooFar(LocalDate latest) implements Obstacle {}

    record ReassessmentNotAhead() implements Obstacle {}

    /// Goals of the former version that nobody graded.
    record GoalsToGrade(List<String> titles) implements Obstacle {}

    /// A goal that was aimed at is graded, not removed.
    record GoalIsKept() implements Obstacle {}

    /// Not submitted, or no longer.
    record NotSubmitted(Status status) implements Obstacle {}

    /// The doctor still has time to answer.
    record TooSoon(int days, LocalDate from) implements Obstacle {}

    record NoReason() implements Obstacle {}

    /// Nothing is asked of the doctor on this version.
    record NotAsked(Status status) implements Obstacle {}

    record AlreadyGiven(Opinion opinion) implements Obstacle {}

    record WordsNeeded(Opinion opinion) implements Obstacle {}

    record GivenInTheFuture() implements Obstacle {}

    record GivenBeforeAsked(LocalDate askedOn) implements Obstacle {}

    record NobodySaid() implements Obstacle {}

    /// There is already a version in preparation.
    record InPreparation(int number) implements Obstacle {}

    /// A change needs its reason.
    record NoChangeReason() implements Obstacle {}

    /// No accompaniment, or one of level 0 or 1: no PPS there.
    record NoSupport() implements Obstacle {}

    record NoPlanAtThisLevel(int level) implements Obstacle {}

    /// Only a plan in force is handed over.
    record NotInForce(Status status) implements Obstacle {}
}
