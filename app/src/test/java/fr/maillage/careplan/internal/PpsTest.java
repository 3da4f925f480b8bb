package fr.maillage.careplan.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.careplan.Recurrence;
import fr.maillage.careplan.internal.Content.Goal;
import fr.maillage.careplan.internal.Content.Intervention;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import fr.maillage.testing.Proves;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PpsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 2);
    private static final LocalDate LATEST = LocalDate.of(2027, 6, 2);
    private static final Instant NOW = TODAY.atTime(9, 0).atZone(FrenchDates.PARIS).toInstant();
    private static final Doctor DR_MOREL = new Doctor.Known("Dr Anne MOREL", "10100000017", null);
    private static final Doctor NOBODY = new Doctor.None(Doctor.Why.A_RECHERCHER);
    private static final UUID ID = UUID.randomUUID();

    @Test
    void every_obstacle_to_submission_is_told_at_once() {
        var empty = draft(new Content(Map.of(), null, null, null, List.of(), List.of(), List.of()));

        assertThat(empty.submit(DR_MOREL, TODAY, LATEST, null, NOW, "Claire"))
                .isEqualTo(
                        new Pps.Submission.Refused(
                                List.of(
                                        new Obstacle.NoGoal(),
                                        new Obstacle.NoIntervention(),
                                        new Obstacle.NoReassessmentDate())));
    }

    @Test
    @Proves("REQ-PPS-03")
    void an_education_plan_alone_is_not_a_pps() {
        var education = draft(content(TODAY.plusMonths(6), InterventionType.SEANCE_EDUCATION));
        var withCare =
                draft(
                        content(
                                TODAY.plusMonths(6),
                                InterventionType.SEANCE_EDUCATION,
                                InterventionType.CONSULTATION));

        assertThat(education.obstaclesToSubmission(TODAY, LATEST, null))
                .containsExactly(new Obstacle.EducationAlone());
        assertThat(PpsText.of(new Obstacle.EducationAlone()))
                .startsWith("Un plan d’éducation thérapeutique ne constitue pas à lui seul un PPS");
        assertThat(withCare.obstaclesToSubmission(TODAY, LATEST, null)).isEmpty();
    }

    @Test
    @Proves("REQ-PPS-17")
    void the_reassessment_is_within_the_year_and_ahead() {
        assertThat(
                        draft(content(LATEST, InterventionType.EXAMEN))
                                .obstaclesToSubmission(TODAY, LATEST, null))
                .isEmpty();
        assertThat(
                        draft(content(LATEST.plusDays(1), InterventionType.EXAMEN))
                                .obstaclesToSubmission(TODAY, LATEST, null))
                .containsExactly(new Obstacle.ReassessmentTooFar(LATEST));
        assertThat(
                        draft(content(TODAY, InterventionType.EXAMEN))
                                .obstaclesToSubmission(TODAY, LATEST, null))
                .containsExactly(new Obstacle.ReassessmentNotAhead());
    }

    @Test
    void without_a_doctor_to_ask_the_plan_is_in_force_at_once_and_does_not_count_as_validated() {
        var submission =
                draft(content(LATEST, InterventionType.EXAMEN))
                        .submit(NOBODY, TODAY, LATEST, null, NOW, "Claire");

        var pps = ((Pps.Submission.InForce) submission).pps();
        assertThat(pps.status()).isEqualTo(Status.EN_VIGUEUR);
        assertThat(pps.inForceWhy()).isEqualTo(Pps.ForceBy.SANS_MT);
        assertThat(pps.opinion()).isEqualTo(Opinion.SANS_OBJET);
        assertThat(pps.opinion().validates()).isFalse();
    }

    @Test
    void silence_puts_a_plan_in_force_only_after_the_days_and_with_a_reason() {
        var submitted = submitted();

        assertThat(
                        submitted.obstaclesToForce(
                                DR_MOREL, TODAY.plusDays(14), 15, "deux appels sans réponse"))
                .containsExactly(new Obstacle.TooSoon(15, TODAY.plusDays(15)));
        assertThat(submitted.obstaclesToForce(DR_MOREL, TODAY.plusDays(15), 15, "  "))
                .containsExactly(new Obstacle.NoReason());
        var decision =
                submitted.force(
                        DR_MOREL,
                        TODAY.plusDays(15),
                        15,
                        "deux appels sans réponse",
                        NOW,
                        "Claire");
        var pps = ((Pps.Decision.InForce) decision).pps();
        assertThat(pps.status()).isEqualTo(Status.EN_VIGUEUR);
        assertThat(pps.inForceWhy()).isEqualTo(Pps.ForceBy.SILENCE);
        assertThat(pps.opinion()).isEqualTo(Opinion.ATTENDU);
        assertThat(pps.opinion().validates()).isFalse();
        assertThat(pps.silence(TODAY.plusDays(16))).isEqualTo(16);
    }

    @Test
    @Proves({"REQ-PPS-13", "REQ-PPS-15"})
    void an_opinion_validates_as_it_is_or_after_an_amendment_in_words() {
        var asIs = submitted().answer(given(Opinion.VALIDE, null), TODAY, NOW);
        var amendedWithoutWords =
                submitted().answer(given(Opinion.VALIDE_APRES_AMENDEMENT, " "), TODAY, NOW);
        var amended =
                submitted()
                        .answer(
                                given(Opinion.VALIDE_APRES_AMENDEMENT, "HbA1c tous les 3 mois"),
                                TODAY,
                                NOW);

        assertThat(((Pps.Answer.InForce) asIs).pps().inForceWhy()).isEqualTo(Pps.ForceBy.AVIS);
        assertThat(amendedWithoutWords)
                .isEqualTo(
                        new Pps.Answer.Refused(
                                List.of(
                                        new Obstacle.WordsNeeded(
                                                Opinion.VALIDE_APRES_AMENDEMENT))));
        assertThat(((Pps.Answer.InForce) amended).pps().opinion())
                .isEqualTo(Opinion.VALIDE_APRES_AMENDEMENT);
        assertThat(((Pps.Answer.InForce) amended).pps().inForceBy())
                .isEqualTo("Dr Paul REMPLAÇANT");
    }

    @Test
    void a_modification_asked_sends_a_submitted_plan_back_to_its_draft_with_the_opinion_kept() {
        var answer =
                submitted()
                        .answer(
                                given(Opinion.MODIFICATION_DEMANDEE, "trop de passages"),
                                TODAY,
                                NOW);

        var pps = ((Pps.Answer.BackToDraft) answer).pps();
        assertThat(pps.status()).isEqualTo(Status.BROUILLON);
        assertThat(pps.opinion()).isEqualTo(Opinion.MODIFICATION_DEMANDEE);
    }

    @Test
    void a_late_opinion_makes_a_plan_in_force_by_silence_count() {
        var inForce =
                ((Pps.Decision.InForce)
                                submitted()
                                        .force(
                                                DR_MOREL,
                                                TODAY.plusDays(20),
                                                15,
                                                "silence",
                                                NOW,
                                                "Claire"))
                        .pps();

        var late =
                inForce.answer(
                        new Pps.Given(
                                Opinion.VALIDE,
                                TODAY.plusDays(25),
                                "Dr Morel",
                                null,
                                "COURRIER",
                                null),
                        TODAY.plusDays(26),
                        NOW);

        assertThat(((Pps.Answer.Validated) late).pps().opinion().validates()).isTrue();
        assertThat(((Pps.Answer.Validated) late).pps().inForceWhy()).isEqualTo(Pps.ForceBy.SILENCE);
    }

    @Test
    void an_opinion_is_neither_of_tomorrow_nor_older_than_the_question_nor_given_twice() {
        assertThat(
                        submitted()
                                .obstaclesToOpinion(
                                        new Pps.Given(
                                                Opinion.VALIDE,
                                                TODAY.plusDays(1),
                                                "x",
                                                null,
                                                "COURRIER",
                                                null),
                                        TODAY))
                .containsExactly(new Obstacle.GivenInTheFuture());
        assertThat(
                        submitted()
                                .obstaclesToOpinion(
                                        new Pps.Given(
                                                Opinion.VALIDE,
                                                TODAY.minusDays(1),
                                                "x",
                                                null,
                                                "COURRIER",
                                                null),
                                        TODAY))
                .containsExactly(new Obstacle.GivenBeforeAsked(TODAY));
        var inForce =
                ((Pps.Answer.InForce) submitted().answer(given(Opinion.VALIDE, null), TODAY, NOW))
                        .pps();
        assertThat(inForce.obstaclesToOpinion(given(Opinion.VALIDE, null), TODAY))
                .containsExactly(new Obstacle.AlreadyGiven(Opinion.VALIDE));
    }

    @Test
    @Proves("REQ-PPS-07")
    void a_recurrence_ends_and_gives_its_dates() {
        assertThatThrownBy(() -> new Recurrence(TODAY, null, 1, "JOUR", null, Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(
                        new Recurrence(TODAY, TODAY.plusDays(14), 1, "SEMAINE", null, Set.of(2, 4))
                                .dates())
                .containsExactly(
                        TODAY,
                        TODAY.plusDays(2),
                        TODAY.plusDays(7),
                        TODAY.plusDays(9),
                        TODAY.plusDays(14));
        assertThat(new Recurrence(LocalDate.of(2026, 1, 31), null, 1, "MOIS", 3, Set.of()).dates())
                .containsExactly(
                        LocalDate.of(2026, 1, 31),
                        LocalDate.of(2026, 2, 28),
                        LocalDate.of(2026, 3, 31));
        assertThat(
                        PpsText.when(
                                new Recurrence(
                                        TODAY,
                                        TODAY.plusDays(14),
                                        1,
                                        "SEMAINE",
                                        null,
                                        Set.of(2, 4)),
                                0))
                .isEqualTo(
                        "2\u00A0fois par semaine (mar., jeu.), du 2\u00A0juin\u00A02026 au 16\u00A0juin\u00A02026");
    }

    @Test
    @Proves("REQ-PPS-18")
    void what_changed_is_followed_by_stable_ids_and_marked_where_it_differs() {
        var goal = UUID.randomUUID();
        var physio = UUID.randomUUID();
        var before =
                new Content(
                        Map.of(Topic.PHASES, "deux"),
                        TODAY,
                        null,
                        null,
                        List.of(),
                        List.of(goal(goal, "Ne plus tomber", TODAY.plusDays(30))),
                        List.of(
                                task(
                                        physio,
                                        "Kiné",
                                        InterventionType.PRESCRIPTION_NON_MEDICAMENTEUSE,
                                        1)));
        var after =
                new Content(
                        Map.of(Topic.PHASES, "deux"),
                        TODAY,
                        null,
                        null,
                        List.of(),
                        List.of(goal(goal, "Ne plus tomber", TODAY.plusDays(60))),
                        List.of(
                                task(
                                        physio,
                                        "Kiné à domicile",
                                        InterventionType.PRESCRIPTION_NON_MEDICAMENTEUSE,
                                        2),
                                task(
                                        UUID.randomUUID(),
                                        "Visite du domicile",
                                        InterventionType.EVALUATION,
                                        1)));

        var changes = PpsDiff.between(before, after);

        assertThat(changes)
                .extracting(PpsDiff.Change::what)
                .containsExactly("Ne plus tomber", "Kiné à domicile", "Visite du domicile");
        assertThat(changes.get(1).before()).startsWith("Kiné\u00A0: ");
        assertThat(changes.get(2).before()).isNull();
        assertThat(PpsDiff.between(after, after)).isEmpty();
        assertThat(
                        PpsDiff.Marked.of(
                                "M. Roche, 1 fois par semaine", "M. Roche, 2 fois par semaine"))
                .isEqualTo(new PpsDiff.Marked("M. Roche, ", "1 ", "fois par semaine"));
    }

    @Test
    void a_member_of_the_circle_reads_their_parts_and_their_own_tasks_with_the_goals_these_serve() {
        var me = UUID.randomUUID();
        var goal = UUID.randomUUID();
        var mine =
                new Intervention(
                        UUID.randomUUID(),
                        goal,
                        InterventionType.SERVICE_A_LA_PERSONNE,
                        "Toilette",
                        me,
                        "J. Lemaire",
                        null,
                        null,
                        false,
                        null,
                        Recurrence.once(TODAY),
                        0,
                        7,
                        null);
        var content =
                new Content(
                        Map.of(Topic.MT_PROBLEMS, "cirrhose", Topic.CRISIS, "appeler le 15"),
                        TODAY,
                        null,
                        null,
                        List.of(
                                new Content.Pathology(
                                        UUID.randomUUID(), "Cirrhose", "SEVERE", true, true)),
                        List.of(
                                goal(goal, "Rester propre", null),
                                goal(UUID.randomUUID(), "Sevrage", null)),
                        List.of(
                                mine,
                                task(
                                        UUID.randomUUID(),
                                        "CSAPA",
                                        InterventionType.CONSULTATION,
                                        1)));

        var read = PpsScreens.readable(content, Set.of("TACHES"), Set.of(me));

        assertThat(read.texts()).containsOnlyKeys(Topic.CRISIS);
        assertThat(read.pathologies()).isEmpty();
        assertThat(read.goals()).extracting(Goal::title).containsExactly("Rester propre");
        assertThat(read.interventions()).containsExactly(mine);
    }

    private static Pps submitted() {
        return ((Pps.Submission.Asked)
                        draft(content(LATEST, InterventionType.EXAMEN))
                                .submit(DR_MOREL, TODAY, LATEST, null, NOW, "Claire"))
                .pps();
    }

    private static Pps.Given given(
            Opinion opinion, @org.jspecify.annotations.Nullable String words) {
        return new Pps.Given(opinion, TODAY, "Dr Paul REMPLAÇANT", null, "TELEPHONE", words);
    }

    private static Pps draft(Content content) {
        return new Pps(
                ID,
                new PatientId(UUID.randomUUID()),
                UUID.randomUUID(),
                1,
                null,
                Status.BROUILLON,
                Opinion.ATTENDU,
                NOW,
                "Claire",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                content,
                0);
    }

    private static Content content(LocalDate reassess, InterventionType... types) {
        return new Content(
                Map.of(),
                reassess,
                null,
                null,
                List.of(),
                List.of(goal(UUID.randomUUID(), "Rester chez elle", null)),
                java.util.Arrays.stream(types)
                        .map(t -> task(UUID.randomUUID(), t.name(), t, 1))
                        .toList());
    }

    private static Goal goal(
            UUID id, String title, @org.jspecify.annotations.Nullable LocalDate due) {
        return new Goal(
                id, null, null, "MEDICAL", "QUALITATIF", title, null, null, due, "EN_COURS", null);
    }

    private static Intervention task(UUID id, String title, InterventionType type, int timesAWeek) {
        return new Intervention(
                id,
                null,
                type,
                title,
                null,
                null,
                null,
                null,
                false,
                null,
                timesAWeek == 1
                        ? Recurrence.once(TODAY)
                        : new Recurrence(TODAY, null, 1, "SEMAINE", 18, Set.of(1, 4)),
                0,
                7,
                null);
    }
}
