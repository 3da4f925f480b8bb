package fr.maillage.partners.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PhoneNumber;
import fr.maillage.partners.internal.CardPage.Line;
import fr.maillage.web.Sent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the structure knows of a partner, as their card shows it.
@Component
@Transactional(readOnly = true)
class KnowledgeScreens {

    /// Availabilities and errors shown, the last first.
    private static final int SHOWN = 5;

    private final JdbcClient sql;
    private final Clock clock;

    KnowledgeScreens(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// How one works with them: the form that changes it, what is known, who said it and when.
    record Described(Sent form, List<Line> facts, String changed) {}

    /// Null when nobody wrote anything.
    @Nullable Described described(Partner partner) {
        return sql.sql(
                        """
                        select hours, array_to_string(languages, ', ') as languages, home_visits, fee_sector, call_by, call_when, skills, sector, partner_since, partner_until,
                               agreement_on, changed_at, changed_by, version
                          from partners.knowledge where kind = :kind and ref = :ref order by changed_at desc limit 1
                        """)
                .param("kind", partner.nature().name())
                .param("ref", partner.ref())
                .query((row, _) -> new Described(form(row), facts(row), changed(row)))
                .optional()
                .orElse(null);
    }

    private static Sent form(ResultSet row) throws SQLException {
        var visits = row.getObject("home_visits", Boolean.class);
        return Sent.with(
                "hours", text(row, "hours"),
                "languages", text(row, "languages"),
                "homeVisits", visits == null ? "" : visits ? "oui" : "non",
                "feeSector", text(row, "fee_sector"),
                "callBy", text(row, "call_by"),
                "callWhen", text(row, "call_when"),
                "skills", text(row, "skills"),
                "sector", text(row, "sector"),
                "partnerSince", text(row, "partner_since"),
                "partnerUntil", text(row, "partner_until"),
                "agreementOn", text(row, "agreement_on"),
                "version", text(row, "version"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        var value = row.getString(column);
        return value == null ? "" : value;
    }

    private static List<Line> facts(ResultSet row) throws SQLException {
        var facts = new ArrayList<Line>();
        var since = row.getObject("partner_since", LocalDate.class);
        var sector = row.getString("sector");
        var agreement = row.getObject("agreement_on", LocalDate.class);
        var visits = row.getObject("home_visits", Boolean.class);
        var fees = row.getString("fee_sector");
        if (sector != null)
            facts.add(
                    new Line(
                            "Partenaire",
                            SearchPages.join(
                                    ", ",
                                    PartnersText.SECTORS.get(sector),
                                    since == null
                                            ? null
                                            : PartnersText.days(
                                                    since,
                                                    row.getObject(
                                                            "partner_until", LocalDate.class)))));
        if (agreement != null)
            facts.add(new Line("Convention signée le", FrenchDates.date(agreement)));
        add(facts, "Fait bien", row.getString("skills"));
        add(facts, "Préfère être appelé par", row.getString("call_by"));
        add(facts, "À quel moment", row.getString("call_when"));
        add(facts, "Horaires", row.getString("hours"));
        if (visits != null) facts.add(new Line("Visites à domicile", visits ? "Oui" : "Non"));
        add(facts, "Langues", row.getString("languages"));
        add(
                facts,
                "Secteur conventionnel",
                fees == null ? null : Objects.requireNonNull(PartnersText.FEES.get(fees)));
        return facts;
    }

    private static void add(List<Line> facts, String label, @Nullable String words) {
        if (words != null && !words.isBlank()) facts.add(new Line(label, words));
    }

    private String changed(ResultSet row) throws SQLException {
        return row.getString("changed_by")
                + ", "
                + FrenchDates.relative(
                        row.getTimestamp("changed_at").toInstant(), LocalDate.now(clock));
    }

    /// Availabilities, the last seen first.
    List<CardPage.Seen> seen(Partner partner) {
        var today = LocalDate.now(clock);
        return sql.sql(
                        """
                        select state, wait_weeks, seen_on, words, noted_by from partners.availability where kind = :kind and ref = :ref
                         order by seen_on desc, noted_at desc limit :most
                        """)
                .param("kind", partner.nature().name())
                .param("ref", partner.ref())
                .param("most", SHOWN)
                .query((row, _) ->
                        new CardPage.Seen(
                                row.getString("state").equals("DISPONIBLE") ? "is-done" : "is-due",
                                PartnersText.seen(
                                        row.getString("state"),
                                        row.getObject("wait_weeks", Integer.class),
                                        row.getObject("seen_on", LocalDate.class),
                                        today),
                                SearchPages.join(
                                        " · ", row.getString("words"), row.getString("noted_by"))))
                .list();
    }

    /// Persons to reach there.
    List<CardPage.Contact> contacts(Partner partner) {
        return sql.sql(
                        """
                        select id, name, function, phone, email from partners.contact where kind = :kind and ref = :ref and removed_at is null
                         order by name collate "fr-x-icu", id
                        """)
                .param("kind", partner.nature().name())
                .param("ref", partner.ref())
                .query((row, _) -> {
                    var phone = row.getString("phone");
                    return new CardPage.Contact(
                            row.getString("id"),
                            row.getString("name"),
                            text(row, "function"),
                            phone,
                            phone == null
                                    ? null
                                    : PhoneNumber.parse(phone).map(PhoneNumber::dial).orElse(null),
                            row.getString("email"));
                })
                .list();
    }

    /// Those the reader may read: members of circles, the ones for circles.
    List<CardPage.Note> notes(Partner partner) {
        var today = LocalDate.now(clock);
        return sql.sql(
                        """
                        select id, words, audience, noted_by, noted_at from partners.note
                         where kind = :kind and ref = :ref and removed_at is null and (:team or audience = 'CERCLES') order by noted_at desc, id
                        """)
                .param("kind", partner.nature().name())
                .param("ref", partner.ref())
                .param("team", SignedIn.current().role().team())
                .query((row, _) ->
                        new CardPage.Note(
                                row.getString("id"),
                                row.getString("words"),
                                Objects.requireNonNull(
                                        PartnersText.AUDIENCES.get(row.getString("audience"))),
                                row.getString("noted_by")
                                        + ", "
                                        + FrenchDates.relative(
                                                row.getTimestamp("noted_at").toInstant(), today)))
                .list();
    }

    /// National data found wrong.
    List<Line> mistakes(Partner partner) {
        return sql.sql(
                        """
                        select field, right_value, state from partners.mistake where kind = :kind and ref = :ref order by found_at desc limit :most
                        """)
                .param("kind", partner.nature().name())
                .param("ref", partner.ref())
                .param("most", SHOWN)
                .query((row, _) ->
                        new Line(
                                Objects.requireNonNull(
                                        PartnersText.FIELDS.get(row.getString("field"))),
                                "devrait être «\u00A0"
                                        + row.getString("right_value")
                                        + "\u00A0» ("
                                        + Objects.requireNonNull(
                                                        PartnersText.MISTAKE_STATES.get(
                                                                row.getString("state")))
                                                .toLowerCase(Locale.FRENCH)
                                        + ")"))
                .list();
    }

    /// Where they stand in the network.
    ///
    /// @param member whether they belong to it today
    record Membership(String words, boolean member) {}

    /// Null when nothing is noted of it.
    @Nullable Membership membership(String rpps) {
        return sql.sql(
                        """
                        select joined_on, left_on, left_why, status, agreement_on from network.affiliation where rpps = :rpps
                         order by left_on desc nulls first, joined_on desc nulls last limit 1
                        """)
                .param("rpps", rpps)
                .query((row, _) ->
                        new Membership(
                                PartnersText.membership(
                                        row.getObject("joined_on", LocalDate.class),
                                        row.getObject("left_on", LocalDate.class),
                                        row.getString("left_why"),
                                        row.getObject("agreement_on", LocalDate.class)),
                                row.getObject("joined_on") != null
                                        && row.getObject("left_on") == null))
                .optional()
                .orElse(null);
    }

    /// Of somebody the file no longer has: as it was last written here.
    String name(Partner partner) {
        return sql.sql(
                        """
                        select n.name from (select name, 1 as rank from network.affiliation where rpps = :ref
                                            union all select name, 2 from partners.agreement where ref = :ref
                                            union all select name, 3 from partners.mistake where ref = :ref) n order by n.rank limit 1
                        """)
                .param("ref", partner.ref())
                .query((row, _) -> row.getString(1))
                .optional()
                .orElse(PartnersText.number(partner));
    }
}
