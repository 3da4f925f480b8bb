package fr.maillage.indicators.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.casefile.LevelAdvice.Advice;
import fr.maillage.kernel.PatientId;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.OwnStructure;
import fr.maillage.testing.PageTest;
import fr.maillage.testing.Proves;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The three classes of the guide, from what the evaluations of needs advised.
@IntegrationTest
class NeedClassTest extends PageTest {

    private void advised(
            OwnStructure here,
            PatientId patient,
            UUID support,
            String since,
            int level,
            String intensity) {
        cast.in(
                here.id,
                () ->
                        sql.sql(
                                        """
                                        insert into casefile.level_decision (support_id, patient_id, intensity, since, reason, advised_level, advised_intensity, advised_why)
                                        values (:s, :p, 'SOUTENU', cast(:since as date), 'essai', :level, :intensity, 'essai')
                                        """)
                                .param("s", support)
                                .param("p", patient.value())
                                .param("since", since)
                                .param("level", level)
                                .param("intensity", intensity)
                                .update());
    }

    @Test
    @Proves("REQ-INCLUSION-06")
    void persons_over_sixty_are_classed_by_the_evaluation_of_their_needs() throws Exception {
        assertThat(
                        List.of(
                                advice(0, "PONCTUEL"),
                                advice(1, "PONCTUEL"),
                                advice(2, "SOUTENU"),
                                advice(3, "SOUTENU"),
                                advice(3, "INTENSIF")))
                .extracting(a -> a.needs().label())
                .containsExactly(
                        "Soins primaires",
                        "Soins primaires",
                        "Coordination",
                        "Coordination",
                        "Gestion de cas");
        var here = new OwnStructure(cast, sql, "32");
        int[][] levels = {{1, 0}, {2, 0}, {3, 0}, {3, 1}};
        for (var one : levels) {
            var patient = here.patient();
            advised(
                    here,
                    patient,
                    here.open(patient, 2, "2026-01-10"),
                    "2026-02-01",
                    one[0],
                    one[1] == 1 ? "INTENSIF" : one[0] == 1 ? "PONCTUEL" : "SOUTENU");
        }
        // the latest advice counts; who was not evaluated, or is younger, stands apart
        var moved = here.patient();
        var support = here.open(moved, 2, "2026-01-10");
        advised(here, moved, support, "2026-02-01", 1, "PONCTUEL");
        advised(here, moved, support, "2026-04-01", 2, "SOUTENU");
        here.open(here.patient(), 2, "2026-01-10");
        var young = here.patient();
        advised(here, young, here.open(young, 2, "2026-01-10"), "2026-02-01", 3, "INTENSIF");
        cast.in(
                here.id,
                () ->
                        sql.sql(
                                        "update patient.patient set birth_date = '1980-01-01' where id = :p")
                                .param("p", young.value())
                                .update());
        var page = page(here.head, "/pilotage/besoins");
        assertThat(page.select("tbody tr").eachText())
                .containsExactly(
                        "Soins primaires 1 20 % 65 %",
                        "Coordination 3 60 % 30 %", "Gestion de cas 1 20 % 5 %");
        assertThat(page.select("main").text()).contains("1 personne n’est pas classée");
    }

    private static Advice advice(int level, String intensity) {
        return new Advice(level, intensity, "", "", List.of());
    }
}
