package fr.maillage.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.PageTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A request that is not ours to take: the rule of the public counter says whose it is.
@IntegrationTest
class RightDoorTest extends PageTest {

    private final UUID ours = UUID.randomUUID();
    private final UUID theirs = UUID.randomUUID();

    @BeforeEach
    void two_entrances() {
        cast.in(
                cast.douai,
                () ->
                        sheet(
                                ours,
                                "Appui de Douai",
                                "PLATEFORME",
                                "GERONTOLOGIE",
                                "platform.acting()"));
        cast.as(
                cast.agencyOfficer,
                () -> sheet(theirs, "Réseau Reins", "RESEAU", "NEPHROLOGIE", "null"));
    }

    private int sheet(UUID id, String name, String type, String theme, String owner) {
        sql.sql(
                        "insert into registry.structure (id, owner_id, type_code, name, region_code, provenance, commune_code, phone, entrance, does) values (:id, "
                                + owner
                                + ", :type, :name, '32', 'FICTIVE', '59178', '03 27 44 55 66', true, 'Répond.')")
                .param("id", id)
                .param("type", type)
                .param("name", name)
                .update();
        sql.sql(
                        "insert into registry.structure_theme (structure_id, theme_code, since) values (:id, :theme, '2020-01-01')")
                .param("id", id)
                .param("theme", theme)
                .update();
        return sql.sql(
                        "insert into registry.declared_area (structure_id, zone_code, since) values (:id, 'AD-DO', '2020-01-01')")
                .param("id", id)
                .update();
    }

    @AfterEach
    void closed() {
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "update registry.structure set entrance = false, closed_on = coalesce(opened_on, '1990-01-01') where id = :id")
                                .param("id", ours)
                                .update());
        cast.as(
                cast.agencyOfficer,
                () ->
                        sql.sql(
                                        "update registry.structure set entrance = false, closed_on = coalesce(opened_on, '1990-01-01') where id = :id")
                                .param("id", theirs)
                                .update());
    }

    private UUID request(String theme) {
        var id = UUID.randomUUID();
        var patient = cast.newPatient(cast.douai);
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "insert into intake.referral (id, received_at, channel, patient_id, asker_quality, asker_name, urgency, theme_code, commune_code, motives) values (:id, '2026-06-02', 'TELEPHONE', :p, 'HOPITAL', 'Service social', 'NORMALE', :theme, '59178', '{ACCES_DROITS}')")
                                .param("id", id)
                                .param("p", patient.value())
                                .param("theme", theme)
                                .update());
        return id;
    }

    @Test
    void what_is_ours_is_proposed_to_nobody_else() throws Exception {
        var request = request("GERONTOLOGIE");
        assertThat(page(cast.claireCoordinator, "/demandes/" + request).text())
                .doesNotContain("Hors de ce que votre structure déclare");
        assertThat(
                        page(cast.claireCoordinator, "/demandes/" + request + "/orientation")
                                .select("#portes"))
                .isEmpty();
    }

    @Test
    void a_theme_we_do_not_declare_goes_to_who_does_in_one_key() throws Exception {
        var request = request("NEPHROLOGIE");
        var board =
                page(cast.claireCoordinator, "/demandes")
                        .select("article:has(a[href=/demandes/" + request + "]) [data-key=o]");
        assertThat(board.attr("href"))
                .isEqualTo("/demandes/" + request + "/orientation?vers=" + theirs);
        assertThat(page(cast.sophieSecretary, "/demandes").select("[data-key=o]"))
                .as("orienting is the coordinator's")
                .isEmpty();
        var sheet = page(cast.claireCoordinator, "/demandes/" + request);
        assertThat(sheet.text())
                .contains(
                        "la bonne porte est Réseau Reins",
                        "03 27 44 55 66",
                        "Son territoire déclaré comprend Douai");

        var form = page(cast.claireCoordinator, sheet.select("[data-key=o]").attr("href"));
        assertThat(form.select("#toName").attr("value")).isEqualTo("Réseau Reins");
        assertThat(form.select("#toKind option[selected]").attr("value")).isEqualTo("AUTRE");
        assertThat(form.select("#content").text()).contains("accès aux droits");
        assertThat(form.select("input[name=agreed]").hasAttr("checked"))
                .as("never presumed")
                .isFalse();
        refused(
                cast.claireCoordinator,
                "/demandes/" + request + "/orientation",
                "toKind",
                "AUTRE",
                "toName",
                "Réseau Reins",
                "content",
                "Demande d’appui");
        send(
                cast.claireCoordinator,
                "/demandes/" + request + "/orientation",
                "toKind",
                "AUTRE",
                "toName",
                "Réseau Reins",
                "content",
                "Demande d’appui",
                "agreed",
                "true");
        assertThat(page(cast.claireCoordinator, "/demandes/" + request).text())
                .contains("Réseau Reins", "Sans accusé de réception")
                .doesNotContain("Hors de ce que votre structure déclare");
    }
}
