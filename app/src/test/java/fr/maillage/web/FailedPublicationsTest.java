package fr.maillage.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.casefile.SupportOpened;
import fr.maillage.kernel.NetworkId;
import fr.maillage.platform.FailedPublications;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.TestWorld.Cast;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/// A listener that fails, then succeeds: what it left undone is seen, tried again by itself later
/// and later, and by hand at once.
@IntegrationTest
class FailedPublicationsTest {

    @Autowired Cast cast;

    @Autowired JdbcClient sql;

    @Autowired MockMvc mvc;

    @Autowired MovableClock clock;

    @Autowired FailedPublications publications;

    @Autowired ApplicationEventPublisher events;

    private NetworkId network = NetworkId.next();

    @BeforeEach
    void aStructureWhoseSweepFails() {
        clock.reset();
        network = NetworkId.next();
        cast.in(
                network,
                () ->
                        sql.sql(
                                        "insert into network.network (id, name, short_name, kind, legal_form, region_code, commune_code, commune_name, phone, opening_hours) values (:id, 'x', 'x', 'PLATEFORME', 'x', '32', '59178', 'Douai', '0327000000', 'x')")
                                .param("id", network.value())
                                .update());
        setting("ce n’est pas un nombre");
    }

    @AfterEach
    void mended() {
        mend();
        clock.reset();
    }

    @Test
    void a_failure_is_shown_without_anything_about_the_person_and_goes_once_relaunched()
            throws Exception {
        var person = fails();
        var page = page(head(network, Role.HEAD));
        assertThat(page.select("tbody tr")).hasSize(1);
        assertThat(page.text())
                .contains("Un accompagnement a commencé", "Actes datés et alertes", "aujourd’hui")
                .doesNotContain(person.toString(), "serialized");
        assertThat(page.select("tbody td.num").text()).isEqualTo("1");
        assertThat(page(head(network, Role.ADMIN)).select("tbody tr")).hasSize(1);
        assertThat(page(cast.helenHead).text()).as("another structure").contains("Tout a abouti");
        mvc.perform(get("/reglages/traitements").with(user(cast.claireCoordinator)))
                .andExpect(status().isNotFound());

        var relaunch = page.select("tbody form").attr("action");
        mvc.perform(post(relaunch).with(csrf()).with(user(cast.helenHead)))
                .andExpect(status().is3xxRedirection());
        assertThat(publications.of(network)).as("not theirs to relaunch").hasSize(1);

        relaunch(relaunch);
        await(() -> !publications.of(network).isEmpty() && attempts() == 2);
        mend();
        relaunch(relaunch);
        await(() -> stored().equals(List.of("COMPLETED")));
        assertThat(page(head(network, Role.HEAD)).text()).contains("Tout a abouti");
    }

    @Test
    void it_is_tried_again_by_itself_later_and_later_then_left_to_somebody() throws Exception {
        fails();
        for (int attempt = 1; attempt < FailedPublications.MOST_ATTEMPTS; attempt++) {
            var wait = FailedPublications.wait(attempt);
            assertThat(wait).isEqualTo(Duration.ofMinutes(1L << (attempt - 1)));
            clock.move(wait.minusSeconds(1));
            publications.retryDue();
            assertThat(attempts()).as("too early").isEqualTo(attempt);
            clock.move(Duration.ofSeconds(1));
            publications.retryDue();
            var next = attempt + 1;
            await(() -> !publications.of(network).isEmpty() && attempts() == next);
        }
        assertThat(publications.of(network).getFirst().next()).isNull();
        mend();
        clock.move(Duration.ofDays(30));
        publications.retryDue();
        assertThat(page(head(network, Role.HEAD)).text()).contains("Plus de reprise automatique");
        assertThat(publications.retry(network, publications.of(network).getFirst().id())).isTrue();
        await(() -> stored().equals(List.of("COMPLETED")));
        clock.move(Duration.ofDays(8));
        publications.forgetOld();
        assertThat(stored()).isEmpty();
    }

    private List<String> stored() {
        return sql.sql(
                        "select status from platform.event_publication where serialized_event like :n")
                .param("n", "%" + network.value() + "%")
                .query((row, _) -> row.getString(1))
                .list();
    }

    /// An accompaniment begins, and the listener that sweeps fails.
    private UUID fails() throws InterruptedException {
        var person = cast.newPatient(network).value();
        cast.in(
                network,
                () ->
                        sql.sql(
                                        """
                                        insert into casefile.support (patient_id, theme_code, status, opened_on, included_on, level, commune_code)
                                        values (:patient, 'GERONTOLOGIE', 'ACTIF', '2026-01-05', '2026-01-05', 2, '59178')
                                        """)
                                .param("patient", person)
                                .update());
        cast.in(
                network,
                () -> {
                    events.publishEvent(
                            new SupportOpened(
                                    network,
                                    UUID.randomUUID(),
                                    new fr.maillage.kernel.PatientId(person),
                                    clock.instant()));
                    return null;
                });
        await(() -> !publications.of(network).isEmpty());
        return person;
    }

    private int attempts() {
        return publications.of(network).getFirst().attempts();
    }

    private void relaunch(String address) throws Exception {
        mvc.perform(post(address).with(csrf()).with(user(head(network, Role.HEAD))))
                .andExpect(status().is3xxRedirection());
    }

    private void setting(String value) {
        cast.in(
                network,
                () ->
                        sql.sql(
                                        "insert into network.setting (key, level, value) values ('NO_CONTACT_DAYS', -1, :value)")
                                .param("value", value)
                                .update());
    }

    private void mend() {
        cast.in(network, () -> sql.sql("delete from network.setting").update());
    }

    private SignedIn head(NetworkId network, Role role) {
        return cast.register(
                new SignedIn(
                        UUID.randomUUID(),
                        "x",
                        "",
                        "Une responsable",
                        role,
                        Set.of(network.value()),
                        Set.of(),
                        null,
                        null,
                        null));
    }

    private Document page(SignedIn who) {
        try {
            return Jsoup.parse(
                    mvc.perform(get("/reglages/traitements").with(user(who)))
                            .andExpect(status().isOk())
                            .andReturn()
                            .getResponse()
                            .getContentAsString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            if (done.getAsBoolean()) return;
            Thread.sleep(25);
        }
        assertThat(done.getAsBoolean()).isTrue();
    }
}
