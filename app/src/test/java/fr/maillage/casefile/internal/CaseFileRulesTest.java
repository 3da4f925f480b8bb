package fr.maillage.casefile.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.Role;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.internal.Inclusion.Obstacle;
import fr.maillage.network.Networks.Theme;
import fr.maillage.patient.Consents.Act;
import fr.maillage.patient.Consents.Consent;
import fr.maillage.patient.Consents.State;
import fr.maillage.testing.Proves;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Who reaches what, what stands in the way of an inclusion, of a line of a circle, of a step.
class CaseFileRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 2);
    private static final Theme GERONTOLOGY =
            new Theme("GERONTOLOGIE", "Gérontologie", true, false, null);
    private static final Theme PALLIATIVE =
            new Theme("SOINS_PALLIATIFS", "Soins palliatifs", true, true, null);
    private static final Sharing NO_OPPOSITION = new Sharing(false, List.of(), List.of(), false);

    @Test
    @Proves("REQ-RIGHTS-04")
    void a_role_reaches_what_it_needs_and_no_more() {
        assertThat(Reach.of(Role.COORDINATOR).opens()).containsExactlyInAnyOrder(Part.values());
        assertThat(Reach.of(Role.SECRETARY).opens())
                .noneMatch(Part::clinical)
                .contains(Part.IDENTITE, Part.DROITS, Part.CERCLE);
        assertThat(Reach.of(Role.SECRETARY).clinical()).isFalse();
        assertThat(Reach.of(Role.HEAD)).isEqualTo(Reach.of(Role.SECRETARY));
        assertThat(Reach.of(Role.PATIENT).opens())
                .contains(Part.PPS)
                .doesNotContain(Part.CONTACTS, Part.LIGNE_DE_VIE);
        for (var none : List.of(Role.AGENCY, Role.NATIONAL, Role.ADMIN, Role.PROFESSIONAL))
            assertThat(Reach.of(none).opens()).isEmpty();
    }

    @Test
    void a_professional_sees_the_parts_they_were_given() {
        var nurse =
                Reach.of(List.of(member("Lucie PETIT", true, "SOINS", "EDUCATION")), NO_OPPOSITION);

        assertThat(nurse.parts()).containsExactlyInAnyOrder("SOINS", "EDUCATION");
        assertThat(nurse.clinical()).isTrue();
        assertThat(nurse.opens())
                .containsExactlyInAnyOrder(
                        Part.SYNTHESE, Part.SUIVI, Part.PPS, Part.CERCLE, Part.DOCUMENTS);
        assertThat(Reach.of(List.of(member("Lucie PETIT", true)), NO_OPPOSITION).opens()).isEmpty();
        assertThat(Reach.of(List.of(), NO_OPPOSITION).opens()).isEmpty();
    }

    @Test
    @Proves("REQ-RIGHTS-07")
    void a_home_help_paid_by_the_family_sees_their_tasks_and_no_health_content() {
        var help = Reach.of(List.of(member("Josiane LEMAIRE", false, "TACHES")), NO_OPPOSITION);

        assertThat(help.parts()).containsExactly("TACHES");
        assertThat(help.clinical()).isFalse();
        assertThat(help.opens()).containsExactlyInAnyOrder(Part.SYNTHESE, Part.SUIVI);
    }

    @Test
    void outside_the_care_team_sharing_asks_prior_agreement() {
        var outside = List.of(member("Marie BLANC", false, "SOCIAL", "TACHES"));

        assertThat(Reach.of(outside, NO_OPPOSITION).parts()).containsExactly("TACHES");
        assertThat(Reach.of(outside, new Sharing(false, List.of(), List.of(), true)).parts())
                .containsExactlyInAnyOrder("SOCIAL", "TACHES");
    }

    @Test
    void an_opposition_closes_the_file_to_whom_it_names_and_to_nobody_else() {
        var morel = member("Dr Anne MOREL", true, "MEDICAL");
        var petit = member("Lucie PETIT", true, "SOINS");

        for (var said : List.of("Dr Morel", "anne morel", "MOREL Anne", "Docteur Anne Morel")) {
            var sharing = new Sharing(false, List.of(said), List.of(), false);
            assertThat(Reach.of(List.of(morel), sharing).opens()).as(said).isEmpty();
            assertThat(Reach.of(List.of(petit), sharing).opens()).as(said).isNotEmpty();
        }
        assertThat(
                        Reach.of(
                                        List.of(morel),
                                        new Sharing(false, List.of(), List.of(morel.id()), false))
                                .opens())
                .isEmpty();
        assertThat(Reach.of(List.of(petit), new Sharing(true, List.of(), List.of(), false)).opens())
                .isEmpty();
    }

    @Test
    @Proves({"REQ-INCLUSION-05", "REQ-RIGHTS-01"})
    void everything_that_stands_in_the_way_of_an_inclusion_is_told_at_once() {
        var nothing =
                new Inclusion(
                        false, null, false, null, null, null, "", List.of(), null, "", null, null,
                        false, false, null, null, TODAY);

        assertThat(nothing.obstacles())
                .containsExactly(
                        new Obstacle.NeedNotValidated(),
                        new Obstacle.ThemeMissing(),
                        new Obstacle.LevelMissing(),
                        new Obstacle.DayMissing(),
                        new Obstacle.CommuneMissing(),
                        new Obstacle.CoordinatorMissing(),
                        new Obstacle.AgreementMissing(),
                        new Obstacle.SharingNotTold());
        assertThat(complete(GERONTOLOGY, 2, State.DONNE, null, null).obstacles()).isEmpty();
    }

    @Test
    @Proves("REQ-INCLUSION-11")
    void a_theme_that_asks_the_agreement_of_first_line_professionals_refuses_without_it() {
        assertThat(complete(PALLIATIVE, 3, State.DONNE, null, null).obstacles())
                .containsExactly(new Obstacle.FirstLineAgreementMissing("Soins palliatifs"));
        assertThat(complete(PALLIATIVE, 3, State.DONNE, null, TODAY.minusDays(1)).obstacles())
                .isEmpty();
        assertThat(complete(PALLIATIVE, 3, State.DONNE, null, TODAY.plusDays(1)).obstacles())
                .containsExactly(new Obstacle.FirstLineAgreementInFuture());
    }

    @Test
    void a_refusal_stops_the_inclusion_and_a_person_unable_to_speak_needs_a_reason() {
        assertThat(complete(GERONTOLOGY, 2, State.REFUSE, null, null).obstacles())
                .containsExactly(new Obstacle.AgreementRefused());
        assertThat(complete(GERONTOLOGY, 2, State.A_CONFIRMER, null, null).obstacles())
                .containsExactly(new Obstacle.AgreementToConfirm());
        assertThat(complete(GERONTOLOGY, 2, State.HORS_D_ETAT, null, null).obstacles())
                .containsExactly(new Obstacle.AgreementWithoutReason());
        assertThat(complete(GERONTOLOGY, 2, State.HORS_D_ETAT, "Coma", null).obstacles()).isEmpty();
    }

    @Test
    void somebody_who_refuses_may_be_watched_over_until_a_day_to_come() {
        var watch =
                new Inclusion(
                        false,
                        null,
                        false,
                        null,
                        GERONTOLOGY,
                        0,
                        "",
                        List.of(),
                        null,
                        "",
                        agreement(State.REFUSE, null),
                        null,
                        false,
                        true,
                        TODAY,
                        TODAY.plusMonths(3),
                        TODAY);
        assertThat(watch.obstacles()).isEmpty();
        var past =
                new Inclusion(
                        false,
                        null,
                        false,
                        null,
                        GERONTOLOGY,
                        0,
                        "",
                        List.of(),
                        null,
                        "",
                        null,
                        null,
                        false,
                        true,
                        TODAY,
                        TODAY,
                        TODAY);
        assertThat(past.obstacles()).containsExactly(new Obstacle.ReviewPast());
    }

    @Test
    void a_required_criterion_not_met_and_a_level_other_than_the_analysis_are_told() {
        var rule =
                new Inclusion(
                        false,
                        null,
                        true,
                        3,
                        GERONTOLOGY,
                        2,
                        "",
                        List.of(
                                new Inclusion.Check(
                                        UUID.randomUUID(), "Réside sur le territoire", true, false),
                                new Inclusion.Check(UUID.randomUUID(), "EGS prévue", false, false)),
                        null,
                        "",
                        agreement(State.DONNE, null),
                        agreement(State.DONNE, null),
                        true,
                        true,
                        TODAY,
                        null,
                        TODAY);

        assertThat(rule.obstacles())
                .containsExactly(
                        new Obstacle.ReasonMissing(3),
                        new Obstacle.CriterionNotMet("Réside sur le territoire"));
    }

    @Test
    @Proves({"REQ-LEVEL-03", "REQ-LEVEL-04", "REQ-LEVEL-05"})
    void the_steps_of_a_level_are_done_in_their_order() {
        assertThat(LevelSteps.of(1))
                .hasSize(5)
                .first()
                .extracting(LevelSteps.Step::title)
                .asString()
                .startsWith("Analyse");
        assertThat(LevelSteps.of(1).getLast().title()).isEqualTo("Veille");
        assertThat(LevelSteps.of(2))
                .hasSize(3)
                .last()
                .extracting(LevelSteps.Step::title)
                .asString()
                .contains("PPS et parcours");
        assertThat(LevelSteps.of(3)).hasSize(5);
        for (int level = 1; level <= 3; level++) {
            var steps = LevelSteps.of(level);
            assertThat(LevelSteps.refusal(level, 2, TODAY, Map.of(), TODAY))
                    .isEqualTo(new LevelSteps.Refusal.NotYet(steps.getFirst()));
            assertThat(LevelSteps.refusal(level, 1, TODAY, Map.of(), TODAY)).isNull();
            assertThat(
                            LevelSteps.refusal(
                                    level,
                                    2,
                                    TODAY.minusDays(3),
                                    Map.of(1, TODAY.minusDays(2)),
                                    TODAY))
                    .isEqualTo(new LevelSteps.Refusal.BeforePrevious(TODAY.minusDays(2)));
            assertThat(LevelSteps.refusal(level, 1, TODAY, Map.of(1, TODAY), TODAY))
                    .isEqualTo(new LevelSteps.Refusal.NoSuchStep());
        }
        assertThat(LevelSteps.refusal(2, 1, TODAY.plusDays(1), Map.of(), TODAY))
                .isEqualTo(new LevelSteps.Refusal.InFuture());
    }

    @Test
    void one_attending_doctor_at_a_time_and_no_end_before_the_start() {
        var morel =
                new Circle.Held(
                        UUID.randomUUID(),
                        "MEDECIN_TRAITANT",
                        "Dr Anne MOREL",
                        "10100000017",
                        TODAY.minusYears(1),
                        null);

        assertThat(
                        line(
                                        "MEDECIN_TRAITANT",
                                        "SOIGNANT",
                                        TODAY,
                                        null,
                                        Set.of("MEDICAL"),
                                        2,
                                        morel)
                                .obstacles())
                .containsExactly(new Circle.Obstacle.RoleHeld("MEDECIN_TRAITANT", "Dr Anne MOREL"));
        assertThat(
                        line(
                                        "MEDECIN_TRAITANT",
                                        "SOIGNANT",
                                        TODAY.minusYears(2),
                                        TODAY.minusYears(1).minusDays(1),
                                        Set.of("MEDICAL"),
                                        2,
                                        morel)
                                .obstacles())
                .isEmpty();
        assertThat(
                        line(
                                        "INTERVENANT",
                                        "SOIGNANT",
                                        TODAY,
                                        TODAY.minusDays(1),
                                        Set.of("SOINS"),
                                        2)
                                .obstacles())
                .containsExactly(new Circle.Obstacle.EndsBeforeStart());
    }

    @Test
    @Proves("REQ-LEVEL-06")
    void the_case_coordinator_belongs_to_level_3() {
        assertThat(
                        line("COORDONNATEUR_DE_CAS", "SOIGNANT", TODAY, null, Set.of("SOINS"), 2)
                                .obstacles())
                .containsExactly(new Circle.Obstacle.CaseCoordinatorOutsideLevel3());
        assertThat(
                        line("COORDONNATEUR_DE_CAS", "SOIGNANT", TODAY, null, Set.of("SOINS"), 3)
                                .obstacles())
                .isEmpty();
    }

    @Test
    void a_home_help_paid_by_the_family_is_given_tasks_only() {
        assertThat(
                        line("INTERVENANT", "HORS_LISTE", TODAY, null, Set.of("SOINS", "TACHES"), 2)
                                .obstacles())
                .containsExactly(new Circle.Obstacle.TasksOnly());
        assertThat(line("INTERVENANT", "HORS_LISTE", TODAY, null, Set.of("TACHES"), 2).obstacles())
                .isEmpty();
        assertThat(line("INTERVENANT", null, TODAY, null, Set.of(), 2).obstacles())
                .containsExactly(new Circle.Obstacle.StandingMissing());
    }

    private static Circle line(
            String role,
            @Nullable String standing,
            LocalDate since,
            @Nullable LocalDate until,
            Set<String> parts,
            int level,
            Circle.Held... others) {
        return new Circle(
                null,
                "PROFESSIONNEL",
                role,
                standing,
                null,
                "Dr Paul NOËL",
                null,
                since,
                until,
                parts,
                level,
                List.of(others));
    }

    private static Reach.Membership member(String name, boolean inCareTeam, String... parts) {
        return new Reach.Membership(UUID.randomUUID(), name, null, Set.of(parts), inCareTeam);
    }

    private static Inclusion complete(
            Theme theme,
            int level,
            State state,
            @Nullable String reason,
            @Nullable LocalDate firstLine) {
        return new Inclusion(
                false,
                null,
                true,
                level,
                theme,
                level,
                "",
                List.of(),
                firstLine,
                firstLine == null ? "" : "Dr Morel",
                agreement(state, reason),
                agreement(State.DONNE, null),
                true,
                true,
                TODAY,
                null,
                TODAY);
    }

    private static Consent agreement(State state, @Nullable String reason) {
        return new Consent(
                Act.ACCOMPAGNEMENT,
                state,
                TODAY,
                "ORAL",
                "PERSONNE",
                null,
                null,
                null,
                reason,
                null);
    }
}
