package fr.maillage.careplan.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.PageTest;
import fr.maillage.testing.TestWorld.Cast.Followed;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// « Accusé de réception » of a plan: sent, received, opinion.
@IntegrationTest
class ReceiptTest extends PageTest {

    @Test
    void a_plan_is_sent_then_received_by_one_way_or_another_then_answered() throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        var pps = submitted(odette);
        var plan = "/dossiers/" + odette.patient() + "/pps/" + pps;
        assertThat(steps(plan))
                .isEqualTo(
                        "Envoyé au médecin traitant le 2 juin 2026 | Reçu Pas d’accusé de réception * | Avis attendu");
        clock.move(Duration.ofDays(8));
        assertThat(steps(plan))
                .as("seven days: another way is suggested")
                .contains("Pas d’accusé de réception depuis 8 jours : appeler le 03 27 00 00 02 *");

        var refused =
                refused(
                        cast.claireCoordinator,
                        plan + "/recu",
                        "on",
                        "2026-06-01",
                        "way",
                        "PAGE",
                        "by",
                        "",
                        "words",
                        "Le fax est passé");
        assertThat(refused.select("#on-error").text()).contains("envoyé que le 2 juin 2026");
        assertThat(refused.select("#way-error, #by-error")).hasSize(2);
        assertThat(refused.select("textarea[name=words]").text()).isEqualTo("Le fax est passé");
        assertThat(
                        refused(cast.claireCoordinator, plan + "/recu", "on", "2026-06-11")
                                .select("#on-error")
                                .text())
                .contains("pas encore venu");

        send(
                cast.claireCoordinator,
                plan + "/recu",
                "on",
                "2026-06-09",
                "way",
                "TELEPHONE",
                "by",
                "Secrétariat du Dr MOREL",
                "words",
                "Bien arrivé");
        assertThat(steps(plan))
                .contains(
                        "Reçu le 9 juin 2026, confirmé par téléphone, Secrétariat du Dr MOREL | Avis attendu *");
        assertThat(received(odette)).isEqualTo("2026-06-09");

        var mistaken =
                page(cast.claireCoordinator, plan + "/recu")
                        .select("form[action$=/retirer]")
                        .attr("action");
        send(cast.claireCoordinator, mistaken);
        form(cast.claireCoordinator, mistaken, 404);
        assertThat(steps(plan)).contains("Pas d’accusé de réception depuis 8 jours");
        assertThat(page(cast.claireCoordinator, plan + "/recu").text())
                .as("the line stays")
                .contains("Secrétariat du Dr MOREL", "Bien arrivé", "retiré par Claire DUMONT");

        // the doctor opens the page: once is enough
        for (int k = 0; k < 2; k++) page(cast.drMorel, "/avis/" + pps);
        assertThat(steps(plan)).contains("Reçu le 10 juin 2026, page du plan ouverte");
        assertThat(
                        value(
                                "select count(*) from careplan.receipt where way = 'PAGE' and pps_id = '"
                                        + pps
                                        + "'"))
                .isEqualTo("1");
        send(
                cast.claireCoordinator,
                plan + "/avis",
                "opinion",
                "VALIDE",
                "given_by",
                "Dr Anne MOREL",
                "given_on",
                "2026-06-10",
                "channel",
                "TELEPHONE");
        assertThat(steps(plan)).endsWith("Avis " + PpsText.of(Opinion.VALIDE));
        assertThat(
                        refused(
                                        cast.claireCoordinator,
                                        plan + "/recu",
                                        "on",
                                        "2026-06-10",
                                        "way",
                                        "COURRIER",
                                        "by",
                                        "Dr X")
                                .text())
                .contains("Aucun avis n’est attendu");

        for (var other : java.util.List.of(cast.sophieSecretary, cast.calaisCoordinator))
            mvc.perform(get(plan + "/recu").with(user(other)))
                    .andExpect(status().is4xxClientError());
    }

    @Test
    void a_request_read_out_on_the_telephone_is_received_and_a_new_sending_is_not_yet()
            throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        var pps = submitted(odette);
        var plan = "/dossiers/" + odette.patient() + "/pps/" + pps;
        var letter = letter(odette, pps, "AVIS_PPS");
        var other = letter(odette, pps, "CHANGEMENT");
        for (var id : java.util.List.of(other, letter)) {
            send(
                    cast.claireCoordinator,
                    "/courriers/" + id + "/autrement",
                    "voie",
                    "TELEPHONE",
                    "le",
                    "2026-06-02");
            if (id.equals(other))
                assertThat(steps(plan))
                        .as("another letter says nothing")
                        .contains("Reçu Pas d’acc");
        }
        assertThat(steps(plan)).contains("Reçu le 2 juin 2026, confirmé par téléphone");

        clock.move(Duration.ofDays(3));
        send(cast.claireCoordinator, plan + "/reprendre");
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "update careplan.pps set status = 'SOUMIS', submitted_at = :at where id = :id")
                                .param("at", Timestamp.from(clock.instant()))
                                .param("id", pps)
                                .update());
        assertThat(steps(plan))
                .as("the new version of the text was not received by anybody")
                .startsWith("Envoyé au médecin traitant le 5 juin 2026 | Reçu Pas d’accusé");
        assertThat(page(cast.claireCoordinator, plan + "/recu").text())
                .contains("avant le dernier envoi");
    }

    private UUID submitted(Followed followed) {
        var id = UUID.randomUUID();
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        insert into careplan.pps (id, patient_id, support_id, number, status, created_at, created_by, submitted_at, reassess_on)
                                        values (:id, :patient, :support, 1, 'SOUMIS', :now, 'Claire DUMONT', :now, '2027-01-01')
                                        """)
                                .param("id", id)
                                .param("patient", followed.patient().value())
                                .param("support", followed.support())
                                .param("now", Timestamp.from(clock.instant()))
                                .update());
        return id;
    }

    private UUID letter(Followed followed, UUID pps, String kind) {
        var id = UUID.randomUUID();
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        insert into correspondence.outgoing_message (id, patient_id, recipient_kind, recipient_name, kind, subject, body, about_id, created_at)
                                        values (:id, :patient, 'MEDECIN_TRAITANT', 'Dr Anne MOREL', :kind, 'Votre avis', 'Docteur,', :pps, :now)
                                        """)
                                .param("id", id)
                                .param("patient", followed.patient().value())
                                .param("kind", kind)
                                .param("pps", pps)
                                .param("now", Timestamp.from(clock.instant()))
                                .update());
        return id;
    }

    /// The three steps, the current one with a star.
    private String steps(String plan) throws Exception {
        return String.join(
                " | ",
                page(cast.claireCoordinator, plan).select(".stepper > li").stream()
                        .map(li ->
                                li.selectFirst("b").text()
                                        + " "
                                        + li.ownText()
                                        + (li.hasAttr("aria-current") ? " *" : ""))
                        .toList());
    }

    private String received(Followed followed) {
        return value(
                "select received_on from careplan.awaited_opinion where patient_id = '"
                        + followed.patient()
                        + "'");
    }
}
