package fr.maillage.protocol.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.maillage.careplan.PlanDrafts.ActLine;
import fr.maillage.careplan.PlanDrafts.Draft;
import fr.maillage.careplan.PlanDrafts.Origin;
import fr.maillage.careplan.Recurrence;
import fr.maillage.kernel.PatientId;
import fr.maillage.protocol.internal.Document.Act;
import fr.maillage.protocol.internal.Document.Aim;
import fr.maillage.protocol.internal.Document.Source;
import fr.maillage.protocol.internal.Merge.Effect;
import fr.maillage.protocol.internal.Merge.Proposal;
import fr.maillage.protocol.internal.ProtocolRepository.Status;
import fr.maillage.protocol.internal.ProtocolRepository.Version;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MergeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 2);

    private static When every(int n, String unit) {
        return new When(n, unit, null, Set.of(), When.Origin.DEBUT, 0, null, null, null);
    }

    private static When home(int days) {
        return new When(null, null, null, Set.of(), When.Origin.SORTIE, days, "JOUR", null, null);
    }

    private static Act act(String key, @Nullable String code, String title, When when) {
        return new Act(key, code, title, "EXAMEN", "", "tous", null, when, 7, 15, Source.NONE);
    }

    private static Version version(String title, int number, Act... acts) {
        return new Version(
                uuid(title + number),
                uuid(title),
                number,
                Status.PUBLIE,
                new Document(
                        Document.Head.of(title, Document.Nature.REFERENTIEL),
                        new Document.Body(
                                List.of(),
                                List.of(
                                        new Aim(
                                                "G1",
                                                "Rester chez soi",
                                                "SOCIAL",
                                                "QUALITATIF",
                                                null,
                                                null,
                                                Source.NONE)),
                                List.of(acts),
                                List.of(),
                                List.of(),
                                List.of())),
                null,
                null,
                null,
                null,
                null);
    }

    private static Draft plan(ActLine... acts) {
        return new Draft(
                uuid("pps"),
                new PatientId(uuid("person")),
                1,
                true,
                "",
                List.of(),
                List.of(),
                List.of(acts));
    }

    private static ActLine held(String title, int months, Origin... origins) {
        return new ActLine(
                uuid(title),
                null,
                "EXAMEN",
                title,
                null,
                "Labo des Arts",
                null,
                new Recurrence(TODAY, TODAY.plusYears(1), months, "MOIS", null, Set.of()),
                0,
                7,
                null,
                List.of(origins));
    }

    private static Origin from(Version v, String key) {
        return new Origin(v.protocol(), v.id(), v.number(), v.document().title(), key, null);
    }

    private static List<Proposal> acts(Draft plan, Map<UUID, Version> former, Version... chosen) {
        return Merge.of(plan, List.of(chosen), former, TODAY, null, MergeTest::uuid).all().stream()
                .filter(p -> p.act() != null)
                .toList();
    }

    private static UUID uuid(String words) {
        return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void
            two_protocols_ask_for_the_same_coded_act_and_the_more_frequent_is_kept_with_both_origins() {
        var a = version("Diabète", 1, act("D3", "HBA1C", "HbA1c", every(6, "MOIS")));
        var b = version("Rein", 2, act("R1", "HBA1C", "Hémoglobine glyquée", every(3, "MOIS")));

        var one = acts(plan(), Map.of(), a, b);

        assertThat(one).hasSize(1);
        assertThat(one.getFirst().act().when().everyN()).isEqualTo(3);
        assertThat(one.getFirst().title()).isEqualTo("Hémoglobine glyquée");
        assertThat(one.getFirst().origins())
                .extracting(Origin::lineKey)
                .containsExactlyInAnyOrder("D3", "R1");
        assertThat(one.getFirst().because()).contains("Diabète");
        assertThat(acts(plan(), Map.of(), b, a).getFirst().act().when())
                .as("whatever the order")
                .isEqualTo(one.getFirst().act().when());
        assertThat(Merge.of(plan(), List.of(a, b), Map.of(), TODAY, null, MergeTest::uuid).all())
                .as("the goal both have, once")
                .filteredOn(p -> p.goal() != null)
                .hasSize(1)
                .allMatch(p -> p.origins().size() == 2);
    }

    @Test
    void what_the_plan_holds_as_often_stays_and_what_it_holds_less_often_takes_the_rhythm() {
        var protocol = version("Diabète", 1, act("D3", null, "HBA1C", every(3, "MOIS")));

        var kept = acts(plan(held("HbA1c", 2)), Map.of(), protocol).getFirst();
        assertThat(kept.effect()).as("told by its title, without case").isEqualTo(Effect.DEJA);
        assertThat(kept.act().when().everyN()).isEqualTo(2);

        var more = acts(plan(held("HbA1c", 6)), Map.of(), protocol).getFirst();
        assertThat(more.effect()).isEqualTo(Effect.RESSERRE);
        assertThat(more.act().when().everyN()).isEqualTo(3);
        assertThat(more.existing())
                .as("the same line: what was done stays")
                .isEqualTo(uuid("HbA1c"));
        assertThat(more.act().actor()).isEqualTo("Labo des Arts");
    }

    @Test
    void
            lines_that_wait_for_different_things_stay_apart_and_the_sooner_after_a_discharge_is_kept() {
        var a = version("Cœur", 1, act("C1", "MT", "Médecin traitant", home(7)));
        var b = version("Sortie", 1, act("S1", "MT", "Médecin traitant", home(5)));
        var c = version("Suivi", 1, act("M1", "MT", "Médecin traitant", every(3, "MOIS")));

        var lines = acts(plan(), Map.of(), a, b, c);

        assertThat(lines).hasSize(2);
        assertThat(lines)
                .extracting(p -> p.act().when().after() == null ? null : p.act().when().after().n())
                .containsExactlyInAnyOrder(5, null);
    }

    @Test
    void a_newer_version_proposes_what_changed_what_it_drops_and_what_it_adds_and_nothing_else() {
        var v1 =
                version(
                        "Diabète",
                        1,
                        act("D1", null, "Pieds", every(12, "MOIS")),
                        act("D2", null, "ECG", every(12, "MOIS")),
                        act("D3", null, "HbA1c", every(6, "MOIS")));
        var v2 =
                version(
                        "Diabète",
                        2,
                        act("D1", null, "Pieds", every(12, "MOIS")),
                        act("D3", null, "HbA1c", every(3, "MOIS")),
                        act("D4", null, "Dentiste", every(12, "MOIS")));
        var plan =
                plan(
                        held("Pieds", 12, from(v1, "D1")),
                        held("ECG", 12, from(v1, "D2")),
                        held("HbA1c", 6, from(v1, "D3")));

        var result = Merge.of(plan, List.of(v2), Map.of(v1.id(), v1), TODAY, null, MergeTest::uuid);

        assertThat(result.all())
                .filteredOn(p -> p.act() != null)
                .extracting(Proposal::effect, Proposal::title, Proposal::ticked)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Effect.CHANGE, "HbA1c", true),
                        org.assertj.core.groups.Tuple.tuple(Effect.RETIRE, "ECG", false),
                        org.assertj.core.groups.Tuple.tuple(Effect.AJOUTE, "Dentiste", true));
        assertThat(result.quiet())
                .as("what says the same moves on without a question")
                .extracting(Proposal::title)
                .contains("Pieds");
        assertThat(acts(plan, Map.of(v1.id(), v1), v1)).as("the same version again").isEmpty();
    }

    @Test
    void what_concerns_somebody_only_or_has_no_date_is_left_unticked() {
        var some =
                new Act(
                        "A",
                        null,
                        "INR",
                        "EXAMEN",
                        "",
                        "sous AVK",
                        null,
                        every(1, "MOIS"),
                        5,
                        3,
                        Source.NONE);
        var undated = act("B", null, "Poids à chaque visite", When.UNDATED);

        var lines = acts(plan(), Map.of(), version("Cœur", 1, some, undated));

        assertThat(lines).hasSize(2).noneMatch(Proposal::ticked);
        assertThat(lines.getLast().act().when().once()).isTrue();
    }

    @Test
    void targets_of_one_measure_are_to_be_chosen_among_and_none_is_ticked() {
        var diabetes =
                aims(
                        aim("G1", "Équilibre, cas général", "HbA1c"),
                        aim("G2", "Âgé dépendant", "HbA1c ; glycémie"),
                        aim("G3", "Poids", "IMC"),
                        aim("G4", "Bouger chaque jour", null));

        var goals = Merge.of(plan(), List.of(diabetes), Map.of(), TODAY, null, MergeTest::uuid);

        assertThat(goals.all())
                .extracting(Proposal::title, Proposal::ticked)
                .containsExactly(
                        tuple("Équilibre, cas général", false),
                        tuple("Âgé dépendant", false),
                        tuple("Poids", true),
                        tuple("Bouger chaque jour", true));
        assertThat(goals.all().getFirst().because()).contains("HbA1c", "celle de la personne");
    }

    private static Aim aim(String key, String title, @Nullable String indicator) {
        return new Aim(key, title, "MEDICAL", "BIOMEDICAL", indicator, null, Source.NONE);
    }

    private static Version aims(Aim... aims) {
        return new Version(
                uuid("diabète 1"),
                uuid("diabète"),
                1,
                Status.PUBLIE,
                new Document(
                        Document.Head.of("Diabète", Document.Nature.REFERENTIEL),
                        new Document.Body(
                                List.of(),
                                List.of(aims),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of())),
                null,
                null,
                null,
                null,
                null);
    }

    @Test
    void a_plan_ends_what_repeats_without_an_end_within_its_year() {
        var line =
                acts(plan(), Map.of(), version("P", 1, act("A", null, "X", every(3, "MOIS"))))
                        .getFirst();
        assertThat(line.act().when().endsOn()).isEqualTo(TODAY.plusYears(1).minusDays(1));
        assertThat(line.act().when().dates()).hasSize(4);
    }
}
