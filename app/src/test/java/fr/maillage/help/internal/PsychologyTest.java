package fr.maillage.help.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.Proves;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import static org.assertj.core.api.Assertions.assertThat;

/// Sessions paid to a psychologist, under an agreement.
@IntegrationTest
class PsychologyTest extends HelpPages {

    private String agreement(SignedIn who, int most) {
        var ref = "99" + UUID.randomUUID().toString().replaceAll("\\D", "1").substring(0, 9);
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        insert into partners.agreement (id, ref, name, signed_on, starts_on, ends_on, amount, sessions, noted_by, noted_at)
                                        values (gen_random_uuid(), :ref, 'Mme Psy ESSAI', '2025-12-01', '2026-01-01', '2026-06-30', 62.50, :most, :by, now())
                                        """)
                                .param("ref", ref)
                                .param("most", most)
                                .param("by", who.displayName())
                                .update());
        return ref;
    }

    @Test
    @Proves("REQ-FOLLOWUP-16")
    void
            sessions_of_a_psychologist_are_granted_to_the_person_or_a_relative_and_paid_as_they_take_place()
                    throws Exception {
        var followed = followed("CANCEROLOGIE");
        var here = here(followed) + "/psychologie";
        var husband = relative(followed, "Paul DURAND");
        var ref = agreement(cast.claireCoordinator, 3);
        refused(
                cast.claireCoordinator,
                here,
                "ref",
                "10000000000",
                "granted",
                "2",
                "startsOn",
                "2026-05-01");
        assertThat(
                        refused(
                                        cast.claireCoordinator,
                                        here,
                                        "ref",
                                        ref,
                                        "granted",
                                        "4",
                                        "startsOn",
                                        "2026-05-01")
                                .select("#soutien-granted-error")
                                .text())
                .contains("3 séances au plus par personne");
        send(cast.claireCoordinator, here, "ref", ref, "granted", "2", "startsOn", "2026-05-01");
        // the relative has their own, up to the same number
        send(
                cast.claireCoordinator,
                here,
                "ref",
                ref,
                "granted",
                "3",
                "startsOn",
                "2026-05-01",
                "forWhom",
                husband.toString());
        var course =
                value(
                        "select id from help.psychology where for_whom = 'PERSONNE' and patient_id = '"
                                + followed.patient()
                                + "'");
        var sessions = here + "/" + course + "/seances";
        refused(
                cast.claireCoordinator,
                sessions,
                "onDate",
                "2026-06-03",
                "place",
                "DOMICILE",
                "state",
                "FAITE");
        send(
                cast.claireCoordinator,
                sessions,
                "onDate",
                "2026-05-12",
                "place",
                "DOMICILE",
                "state",
                "FAITE");
        assertThat(
                        refused(
                                        cast.claireCoordinator,
                                        sessions,
                                        "onDate",
                                        "2026-05-12",
                                        "place",
                                        "CABINET",
                                        "state",
                                        "FAITE")
                                .text())
                .contains(HelpText.SESSION_THERE);
        send(
                cast.claireCoordinator,
                sessions,
                "onDate",
                "2026-05-19",
                "place",
                "DOMICILE",
                "state",
                "ABSENCE");
        send(
                cast.claireCoordinator,
                sessions,
                "onDate",
                "2026-05-26",
                "place",
                "VISIO",
                "state",
                "FAITE");
        // as many as were granted, an absence not being one
        assertThat(
                        refused(
                                        cast.claireCoordinator,
                                        sessions,
                                        "onDate",
                                        "2026-06-01",
                                        "place",
                                        "DOMICILE",
                                        "state",
                                        "FAITE")
                                .text())
                .contains("Les 2 séances accordées sont faites");
        var card =
                page(cast.claireCoordinator, here(followed))
                        .select("#psychologie .card:contains(Pour la personne)")
                        .text();
        assertThat(card)
                .contains("2 séances faites sur 2", "À domicile", "Absence")
                .contains("Pris en charge : 125,00 €");
        var theirs =
                value(
                        "select id from help.psychology where for_whom <> 'PERSONNE' and patient_id = '"
                                + followed.patient()
                                + "'");
        send(
                cast.claireCoordinator,
                here + "/" + theirs + "/seances",
                "onDate",
                "2026-05-12",
                "place",
                "DOMICILE",
                "state",
                "FAITE");
        assertThat(
                        page(cast.claireCoordinator, here(followed))
                                .select("#psychologie .card:contains(Paul DURAND)")
                                .text())
                .as("the relative is supported at home too, and apart")
                .contains("1 séance faite sur 3", "À domicile", "Pris en charge : 62,50 €");
        refused(cast.claireCoordinator, here + "/" + course + "/plus", "_tag", "0", "more", "2");
        send(cast.claireCoordinator, here + "/" + course + "/plus", "_tag", "0", "more", "1");
        form(cast.claireCoordinator, here + "/" + course + "/plus", 422, "_tag", "0", "more", "1");
        form(
                cast.claireCoordinator,
                here + "/" + course + "/fin",
                409,
                "_tag",
                "0",
                "endedOn",
                "2026-06-02",
                "endedWhy",
                "Va mieux");
        // the agreement ends: nothing more is paid under it
        clock.move(Duration.ofDays(40));
        assertThat(
                        refused(
                                        cast.claireCoordinator,
                                        sessions,
                                        "onDate",
                                        "2026-07-05",
                                        "place",
                                        "DOMICILE",
                                        "state",
                                        "FAITE")
                                .text())
                .contains(HelpText.NO_AGREEMENT);
        send(
                cast.claireCoordinator,
                here + "/" + course + "/fin",
                "_tag",
                "1",
                "endedOn",
                "2026-06-02",
                "endedWhy",
                "Va mieux");
        refused(
                cast.claireCoordinator,
                sessions,
                "onDate",
                "2026-06-10",
                "place",
                "DOMICILE",
                "state",
                "FAITE");
        assertThat(
                        page(cast.helenHead, "/appuis")
                                .select("section[aria-labelledby=psy] tbody tr")
                                .eachText())
                .anySatisfy(line -> assertThat(line).contains("Mme Psy ESSAI", "3", "187,50 €"));
    }
}
