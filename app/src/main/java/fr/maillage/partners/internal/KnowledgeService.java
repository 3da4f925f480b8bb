package fr.maillage.partners.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.directory.Finder.Nature;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the team learns of a partner. Refuses by [FormRefused]; never writes in the directory.
@Service
@Transactional
class KnowledgeService {

    private final JdbcClient sql;
    private final Clock clock;

    KnowledgeService(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// How one works with them, whole. Throws `OptimisticLockingFailureException` when a colleague
    /// saved first.
    void describe(Partner partner, Sent form) {
        var hours = form.orNull("hours", 1000);
        var languages = languages(form.text("languages", 300));
        var visits = form.text("homeVisits");
        var callBy = form.orNull("callBy", 200);
        var callWhen = form.orNull("callWhen", 200);
        var skills = form.orNull("skills", 500);
        var fees = optional(form, "feeSector", PartnersText.FEES);
        var structure = partner.nature() == Nature.STRUCTURE;
        var since = structure ? form.day("partnerSince").orElse(null) : null;
        var until = structure ? form.day("partnerUntil").orElse(null) : null;
        var agreement = structure ? form.day("agreementOn").orElse(null) : null;
        var sector = structure ? optional(form, "sector", PartnersText.SECTORS) : null;
        if (since != null && sector == null)
            form.errors().add("sector", PartnersText.SECTOR_NEEDED);
        if (until != null && since == null)
            form.errors().add("partnerSince", PartnersText.SINCE_NEEDED);
        if (until != null && since != null && until.isBefore(since))
            form.errors().add("partnerUntil", PartnersText.PARTNER_DAYS);
        FormRefused.unless(form.errors());
        int written =
                sql.sql(
                                """
                                insert into partners.knowledge as k (kind, ref, hours, languages, home_visits, fee_sector, call_by, call_when, skills, sector,
                                                                     partner_since, partner_until, agreement_on, changed_at, changed_by)
                                values (:kind, :ref, :hours, :languages, :visits, :fees, :callBy, :callWhen, :skills, :sector, :since, :until, :agreement, :now, :by)
                                on conflict (network_id, kind, ref) do update
                                   set hours = excluded.hours, languages = excluded.languages, home_visits = excluded.home_visits, fee_sector = excluded.fee_sector,
                                       call_by = excluded.call_by, call_when = excluded.call_when, skills = excluded.skills, sector = excluded.sector,
                                       partner_since = excluded.partner_since, partner_until = excluded.partner_until, agreement_on = excluded.agreement_on,
                                       changed_at = excluded.changed_at, changed_by = excluded.changed_by, version = k.version + 1
                                 where k.version = :version
                                """)
                        .param("kind", partner.nature().name())
                        .param("ref", partner.ref())
                        .param("hours", hours, Types.VARCHAR)
                        .param("languages", languages)
                        .param(
                                "visits",
                                visits.isEmpty() ? null : visits.equals("oui"),
                                Types.BOOLEAN)
                        .param("fees", fees, Types.VARCHAR)
                        .param("callBy", callBy, Types.VARCHAR)
                        .param("callWhen", callWhen, Types.VARCHAR)
                        .param("skills", skills, Types.VARCHAR)
                        .param("sector", sector, Types.VARCHAR)
                        .param("since", since, Types.DATE)
                        .param("until", until, Types.DATE)
                        .param("agreement", agreement, Types.DATE)
                        .param("now", now())
                        .param("by", by())
                        .param("version", form.number("version"))
                        .update();
        if (written == 0) throw new OptimisticLockingFailureException("knowledge of a partner");
    }

    private static String[] languages(String typed) {
        return Arrays.stream(typed.split("[,;/]"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toArray(String[]::new);
    }

    private static @Nullable String optional(Sent form, String field, Map<String, String> among) {
        return form.text(field).isEmpty() ? null : form.choice(field, among.keySet());
    }

    /// Availability as somebody saw it: what was seen before stays.
    void see(Partner partner, Sent form) {
        var state = form.choice("state", PartnersText.STATES.keySet());
        var today = LocalDate.now(clock);
        var day = form.requiredDay("seenOn", today);
        if (day.isAfter(today)) form.errors().add("seenOn", PartnersText.FUTURE);
        var weeks = state.equals("ATTENTE") ? form.number("waitWeeks", 1, 104) : null;
        var words = form.orNull("seenWords", 300);
        FormRefused.unless(form.errors());
        sql.sql(
                        """
                        insert into partners.availability (id, kind, ref, state, wait_weeks, seen_on, words, noted_by, noted_at)
                        values (:id, :kind, :ref, :state, :weeks, :day, :words, :by, :now)
                        """)
                .param("id", Ids.next())
                .param("kind", partner.nature().name())
                .param("ref", partner.ref())
                .param("state", state)
                .param("weeks", weeks, Types.INTEGER)
                .param("day", day)
                .param("words", words, Types.VARCHAR)
                .param("by", by())
                .param("now", now())
                .update();
    }

    void note(Partner partner, Sent form) {
        var words = form.required("noteWords", 2000);
        var audience = form.choice("audience", PartnersText.AUDIENCES.keySet());
        FormRefused.unless(form.errors());
        sql.sql(
                        """
                        insert into partners.note (id, kind, ref, audience, words, noted_by, noted_at) values (:id, :kind, :ref, :audience, :words, :by, :now)
                        """)
                .param("id", Ids.next())
                .param("kind", partner.nature().name())
                .param("ref", partner.ref())
                .param("audience", audience)
                .param("words", words)
                .param("by", by())
                .param("now", now())
                .update();
    }

    void contact(Partner partner, Sent form) {
        var name = form.required("contactName", 200);
        var function = form.orNull("contactFunction", 200);
        var phone = form.phone("contactPhone");
        var email = form.email("contactEmail");
        FormRefused.unless(form.errors());
        sql.sql(
                        """
                        insert into partners.contact (id, kind, ref, name, function, phone, email, noted_by, noted_at)
                        values (:id, :kind, :ref, :name, :function, :phone, :email, :by, :now)
                        """)
                .param("id", Ids.next())
                .param("kind", partner.nature().name())
                .param("ref", partner.ref())
                .param("name", name)
                .param("function", function, Types.VARCHAR)
                .param("phone", phone, Types.VARCHAR)
                .param("email", email, Types.VARCHAR)
                .param("by", by())
                .param("now", now())
                .update();
    }

    /// Takes a note or a contact away. Throws `NotFound`.
    void remove(Partner partner, UUID id) {
        for (var statement :
                new String[] {
                    "update partners.note set removed_at = :now where id = :id and kind = :kind and ref = :ref and removed_at is null",
                    "update partners.contact set removed_at = :now where id = :id and kind = :kind and ref = :ref and removed_at is null"
                })
            if (sql.sql(statement)
                            .param("now", now())
                            .param("id", id)
                            .param("kind", partner.nature().name())
                            .param("ref", partner.ref())
                            .update()
                    > 0) return;
        throw new NotFound("note", id);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static String by() {
        return SignedIn.current().displayName();
    }
}
