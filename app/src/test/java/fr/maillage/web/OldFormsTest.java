package fr.maillage.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.NetworkId;
import fr.maillage.platform.DailyWork;
import fr.maillage.platform.NightWork;
import fr.maillage.platform.Tenancy;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.TestWorld.Cast;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Tokens of forms sent and what was being typed are kept as long as a form may come again, and no
/// longer.
@IntegrationTest
class OldFormsTest {

    @Autowired Cast cast;
    @Autowired SentForms forms;
    @Autowired MovableClock clock;
    @Autowired JdbcClient sql;
    @Autowired List<NightWork> nights;
    @Autowired List<DailyWork> days;

    @BeforeEach
    @AfterEach
    void tuesday() {
        clock.reset();
    }

    @Test
    void a_token_is_forgotten_after_ninety_days_of_a_structure_and_of_an_account() {
        var officer = cast.newOfficer("32");
        for (var who : List.of(cast.helenHead, cast.calaisCoordinator, officer)) {
            var token = UUID.randomUUID().toString();
            assertThat(done(who, token)).isOne();
            clock.move(Duration.ofDays(89));
            night(cast.douai, cast.calais);
            assertThat(done(who, token)).as("still known").isZero();
            clock.move(Duration.ofDays(2));
            // neither the night of another structure nor one's own page forgets it
            night(who == cast.calaisCoordinator ? cast.douai : cast.calais);
            if (who != officer) assertThat(done(who, token)).isZero();
            night(cast.douai, cast.calais);
            assertThat(done(who, token)).as("forgotten").isOne();
            clock.reset();
        }
    }

    @Test
    void what_somebody_was_typing_is_forgotten_after_ninety_days() {
        var form = "essai-" + UUID.randomUUID();
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "insert into web.draft (account_id, form, fields, saved_at) values (:me, :form, '{}', :at)")
                                .param("me", cast.helenHead.accountId())
                                .param("form", form)
                                .param("at", Timestamp.from(clock.instant()))
                                .update());
        clock.move(Duration.ofDays(90));
        night(cast.douai);
        assertThat(drafts(form)).as("the ninetieth day").isOne();
        clock.move(Duration.ofDays(1));
        night(cast.douai);
        assertThat(drafts(form)).isZero();
    }

    private int drafts(String form) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql("select count(*) from web.draft where form = :form")
                                .param("form", form)
                                .query((row, _) -> row.getInt(1))
                                .single());
    }

    /// How often the act is done.
    private int done(SignedIn who, String token) {
        var times = new AtomicInteger();
        who.tenancy().run(() -> forms.once(token, () -> "/" + times.incrementAndGet()));
        return times.get();
    }

    private void night(NetworkId... structures) {
        for (var structure : structures)
            for (var work : nights)
                if (work.name().equals("formulaires anciens"))
                    Tenancy.of(structure).run(() -> work.forStructure(structure));
        for (var work : days) if (work.name().equals("formulaires anciens")) work.run();
    }
}
