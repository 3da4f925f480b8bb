package fr.maillage.partners.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Role;
import fr.maillage.directory.Finder;
import fr.maillage.directory.Finder.Hit;
import fr.maillage.directory.Finder.Nature;
import fr.maillage.directory.Finder.Wanted;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PhoneNumber;
import fr.maillage.kernel.SearchKey;
import fr.maillage.partners.internal.CardPage.Line;
import fr.maillage.web.Sent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Cards: the national file and the local knowledge, each in its place.
@Component
@Transactional(readOnly = true)
class CardScreens {

    /// Availabilities shown, the last first.
    private static final int SEEN = 5;

    private final JdbcClient sql;
    private final Finder finder;
    private final LocalPeople people;
    private final AgreementService agreements;
    private final Clock clock;

    CardScreens(
            JdbcClient sql,
            Finder finder,
            LocalPeople people,
            AgreementService agreements,
            Clock clock) {
        this.sql = sql;
        this.finder = finder;
        this.people = people;
        this.agreements = agreements;
        this.clock = clock;
    }

    /// Where somebody added here is now: their national card once they were joined to it.
    Partner present(Partner partner) {
        var joined = partner.local() ? people.joinedTo(partner.id()) : null;
        return joined == null ? partner : new Partner(partner.nature(), joined);
    }

    /// What the file, or the structure's own, says of them: each place of work. Empty for somebody
    /// the file no longer has.
    List<Hit> places(Partner partner) {
        return switch (partner.nature()) {
            case PROFESSIONNEL ->
                    partner.local()
                            ? people.hit(partner.id()).stream().toList()
                            : finder.activities(partner.ref());
            case STRUCTURE, OFFRE -> finder.one(partner.nature(), partner.ref()).stream().toList();
        };
    }

    /// The first place. Throws `NotFound`.
    Hit get(Partner partner) {
        return places(partner).stream().findFirst().orElseThrow(() -> unknown());
    }

    private static NotFound unknown() {
        return new NotFound("annuaire", null);
    }

    /// Throws `NotFound` when neither the file nor the structure knows them.
    void check(Partner partner) {
        if (places(partner).isEmpty() && row(partner) == null && notes(partner).isEmpty())
            throw unknown();
    }

    /// @param failed name of the form shown again with what was typed, "" for none
    CardPage card(Partner partner, String failed, @Nullable Sent typed, @Nullable String conflict) {
        var places = places(partner);
        var row = row(partner);
        var notes = notes(partner);
        if (places.isEmpty() && row == null && notes.isEmpty()) throw unknown();
        var first = places.isEmpty() ? null : places.getFirst();
        var today = LocalDate.now(clock);
        var role = SignedIn.current().role();
        var seen = seen(partner, today);
        var forms = new HashMap<String, Sent>();
        forms.put("fiche", row == null ? Sent.with("version", "0") : row.form());
        forms.put("disponibilite", Sent.with("seenOn", today.toString(), "state", "DISPONIBLE"));
        forms.put("note", Sent.with("audience", "EQUIPE"));
        forms.put("contact", Sent.with());
        forms.put("erreur", Sent.with());
        forms.put(
                "convention",
                Sent.with("signedOn", today.toString(), "startsOn", today.toString()));
        forms.put("rapprochement", Sent.with());
        if (typed != null) forms.put(failed, typed);
        var membership =
                partner.nature() == Nature.PROFESSIONNEL ? membership(partner.ref()) : null;
        return new CardPage(
                partner.address(),
                partner.nature().name(),
                first == null ? name(partner) : first.name(),
                first == null ? "" : SearchPages.join(" · ", first.kindLabel(), first.specialty()),
                PartnersText.number(partner),
                partner.local() ? PartnersText.OWN : PartnersText.NATIONAL,
                places.stream().map(p -> place(p, partner)).toList(),
                places.isEmpty() ? PartnersText.GONE : "",
                membership == null ? "" : membership,
                role == Role.HEAD
                                && membership == null
                                && first != null
                                && partner.nature() == Nature.PROFESSIONNEL
                        ? new CardPage.Joining(
                                first.name(),
                                first.kindLabel(),
                                partner.local() ? null : partner.ref(),
                                PartnersText.STATUSES)
                        : null,
                partner.local() && first != null ? new CardPage.Local(candidates(first)) : null,
                row == null ? List.of() : row.facts(),
                row == null ? "" : row.changed(),
                seen,
                contacts(partner),
                notes,
                partner.nature() == Nature.PROFESSIONNEL
                        ? agreements.all(partner.ref()).stream()
                                .map(a ->
                                        new Line(
                                                a.state(),
                                                SearchPages.join(
                                                        ". ", a.days(), a.terms(), a.ended())))
                                .toList()
                        : List.of(),
                mistakes(partner),
                Map.copyOf(forms),
                conflict,
                PartnersText.CHOICES,
                role.team(),
                role == Role.HEAD && first != null && first.kind().equals("PSYCHOLOGUE"));
    }

    private CardPage.Place place(Hit hit, Partner partner) {
        var phone = hit.phone() == null ? null : PhoneNumber.parse(hit.phone()).orElse(null);
        return new CardPage.Place(
                hit.organization() == null ? hit.name() : hit.organization(),
                SearchPages.join(
                        " · ",
                        hit.mode() == null ? null : PartnersText.mode(hit.mode()),
                        hit.specialty(),
                        hit.placesFree() == null ? null : PartnersText.places(hit.placesFree())),
                SearchPages.join(
                        ", ",
                        hit.address(),
                        SearchPages.join(" ", hit.postcode(), hit.communeName())),
                hit.phone() == null ? null : PhoneNumber.written(hit.phone()),
                phone == null ? null : phone.dial(),
                hit.email(),
                hit.mssante(),
                hit.structure() == null || partner.nature() == Nature.STRUCTURE
                        ? null
                        : new Partner(Nature.STRUCTURE, hit.structure()).address());
    }

    /// National lines that may be theirs.
    private Map<String, String> candidates(Hit person) {
        var found = new LinkedHashMap<String, String>();
        finder
                .find(
                        new Wanted(
                                EnumSet.of(Nature.PROFESSIONNEL),
                                SearchKey.of(person.name().replaceFirst("^Dr ", "")),
                                null,
                                Set.of(),
                                Set.of(),
                                Set.of(),
                                null,
                                null,
                                0,
                                null,
                                false,
                                null),
                        5)
                .stream()
                .filter(h -> h.ref().length() == 11)
                .forEach(h ->
                        found.put(
                                h.ref(),
                                SearchPages.join(" · ", h.name(), h.kindLabel(), h.communeName())));
        return found;
    }

    private record Row(Sent form, List<Line> facts, String changed) {}

    private @Nullable Row row(Partner partner) {
        return sql.sql(
                        """
                        select hours, array_to_string(languages, ', ') as languages, home_visits, fee_sector, call_by, call_when, skills, sector, partner_since, partner_until,
                               agreement_on, changed_at, changed_by, version
                          from partners.knowledge where kind = :kind and ref = :ref order by changed_at desc limit 1
                        """)
                .param("kind", partner.nature().name())
                .param("ref", partner.ref())
                .query((row, _) -> new Row(form(row), facts(row), changed(row)))
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

    private List<CardPage.Seen> seen(Partner partner, LocalDate today) {
        return sql.sql(
                        """
                        select state, wait_weeks, seen_on, words, noted_by from partners.availability where kind = :kind and ref = :ref
                         order by seen_on desc, noted_at desc limit :most
                        """)
                .param("kind", partner.nature().name())
                .param("ref", partner.ref())
                .param("most", SEEN)
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

    private List<CardPage.Contact> contacts(Partner partner) {
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
    private List<CardPage.Note> notes(Partner partner) {
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

    private List<Line> mistakes(Partner partner) {
        return sql.sql(
                        """
                        select field, right_value, state from partners.mistake where kind = :kind and ref = :ref order by found_at desc limit :most
                        """)
                .param("kind", partner.nature().name())
                .param("ref", partner.ref())
                .param("most", SEEN)
                .query((row, _) ->
                        new Line(
                                Objects.requireNonNull(
                                        PartnersText.FIELDS.get(row.getString("field"))),
                                "devrait être « "
                                        + row.getString("right_value")
                                        + " » ("
                                        + Objects.requireNonNull(
                                                        PartnersText.MISTAKE_STATES.get(
                                                                row.getString("state")))
                                                .toLowerCase(java.util.Locale.FRENCH)
                                        + ")"))
                .list();
    }

    /// Where they stand in the network; null when nothing is noted of it.
    private @Nullable String membership(String rpps) {
        return sql.sql(
                        """
                        select joined_on, left_on, left_why, status, agreement_on from network.affiliation where rpps = :rpps
                         order by left_on desc nulls first, joined_on desc nulls last limit 1
                        """)
                .param("rpps", rpps)
                .query((row, _) ->
                        PartnersText.membership(
                                row.getObject("joined_on", LocalDate.class),
                                row.getObject("left_on", LocalDate.class),
                                row.getString("left_why"),
                                row.getObject("agreement_on", LocalDate.class)))
                .optional()
                .orElse(null);
    }

    /// Of somebody the file no longer has: as it was last written here.
    private String name(Partner partner) {
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
