package fr.maillage.desk.internal;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.careplan.CarePlans;
import fr.maillage.desk.internal.DayRows.Item;
import fr.maillage.followup.AlertRule;
import fr.maillage.followup.NotDone;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.network.Networks;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What « Ma journée » shows: one statement a block; its list is that of [DayRows].
@Component
@Transactional // not read-only: a list of persons leaves its line in the trail
class DayScreens {

    /// Rows shown before « Tout voir ».
    private static final int FIRST = 60;

    /// Days after a return during which what happened meanwhile is told.
    private static final int BACK_DAYS = 7;

    private final JdbcClient sql;
    private final Networks networks;
    private final CarePlans plans;
    private final DayRows rows;
    private final Trail trail;
    private final Clock clock;

    DayScreens(
            JdbcClient sql,
            Networks networks,
            CarePlans plans,
            DayRows rows,
            Trail trail,
            Clock clock) {
        this.sql = sql;
        this.networks = networks;
        this.plans = plans;
        this.rows = rows;
        this.trail = trail;
        this.clock = clock;
    }

    private enum Filter {
        TOUT("à faire", "clipboard-list", "", _ -> true),
        ALERTES("alertes", "alert-triangle", "is-late", Item::alert),
        BIENTOT("bientôt dues", "clock", "is-due", Item::soon),
        RAPPELS("rappels", "phone", "", i -> i.rule() == null && i.call()),
        TACHES("tâches", "list-check", "", i -> i.rule() == null && !i.call()),
        AVIS(
                "avis de MT en attente",
                "stethoscope",
                "",
                i -> i.rule() == AlertRule.MT_SILENCIEUX || i.rule() == AlertRule.PPS_SANS_ACCUSE);

        final String words;
        final String icon;
        final String severity;
        final Predicate<Item> keeps;

        Filter(String words, String icon, String severity, Predicate<Item> keeps) {
            this.words = words;
            this.icon = icon;
            this.severity = severity;
            this.keeps = keeps;
        }

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private DayOf dayOf(UUID me, LocalDate today) {
        var members = new HashMap<UUID, @Nullable String>();
        networks.replacedBy(me, today)
                .forEach(r -> members.put(r.member(), DayText.replaces(r.name())));
        members.put(me, null);
        var persons = new HashMap<UUID, String>();
        var away = new HashSet<UUID>();
        sql.sql(
                        """
                        select p.patient_id, p.coordinator_id, r.member_name from casefile.partner p
                          join network.replacement r on r.network_id = p.network_id and r.member_id = p.coordinator_id and :today between r.since and r.until
                         where p.partner_id = :me
                        """)
                .param("today", today)
                .param("me", me)
                .query((row, _) -> {
                    away.add(row.getObject("coordinator_id", UUID.class));
                    return persons.put(
                            row.getObject("patient_id", UUID.class),
                            DayText.partnerOf(row.getString("member_name")));
                })
                .list();
        return new DayOf(members, persons, away);
    }

    /// @param asked code of a filter; everything when unknown
    /// @param member the colleague whose day is looked at; the reader's own when null or unknown
    /// @param all every row of the list
    DayPage day(@Nullable String asked, @Nullable UUID member, boolean all) {
        var reader = SignedIn.current();
        var today = LocalDate.now(clock);
        var colleagues = networks.coordinators(today);
        var whose = colleagues.stream().filter(c -> c.id().equals(member)).findFirst();
        var me = whose.map(Networks.Member::id).orElse(reader.member());
        var secretary = reader.role() == Role.SECRETARY;
        var mine = dayOf(me, today);
        var items = rows.of(mine, reader.role(), whose.isEmpty(), today);
        var filter =
                Arrays.stream(Filter.values())
                        .filter(f -> f.code().equals(asked))
                        .findFirst()
                        .orElse(Filter.TOUT);
        var kept = items.stream().filter(filter.keeps).toList();
        var shown = all ? kept : kept.subList(0, Math.min(FIRST, kept.size()));
        var appointments = appointments(mine, today);
        var suffix = whose.map(m -> "&membre=" + m.id()).orElse("");
        var here = "/journee?filtre=" + filter.code() + suffix;
        trail.listed(
                "JOURNEE", shown.stream().flatMap(i -> Stream.ofNullable(i.patient())).toList());
        return new DayPage(
                FrenchDates.longDay(today)
                        + " · "
                        + DayText.counts(
                                (int) items.stream().filter(Item::alert).count(),
                                appointments.size(),
                                (int) items.stream().filter(Item::call).count()),
                whose.map(Networks.Member::name).orElse(null),
                Stream.concat(
                                Stream.of(new DayChoice("", "Ma journée", whose.isEmpty())),
                                colleagues.stream()
                                        .filter(c -> !c.id().equals(reader.memberId()))
                                        .map(c ->
                                                new DayChoice(
                                                        c.id().toString(),
                                                        c.name(),
                                                        c.id().equals(me))))
                        .toList(),
                Arrays.stream(Filter.values())
                        .filter(f ->
                                !secretary
                                        || f == Filter.TOUT
                                        || f == Filter.RAPPELS
                                        || f == Filter.TACHES)
                        .map(f -> tile(f, items, filter, suffix))
                        .toList(),
                filter == Filter.TOUT
                        ? "À faire maintenant"
                        : Character.toUpperCase(filter.words.charAt(0)) + filter.words.substring(1),
                shown.stream().map(Item::row).toList(),
                kept.size() - shown.size(),
                kept.size(),
                appointments,
                secretary ? requests(today) : List.of(),
                Arrays.stream(NotDone.values())
                        .map(r -> new DayChoice(r.name(), r.label(), false))
                        .toList(),
                here,
                here + "&tout=1",
                reader.role().clinical(),
                whose.isEmpty() ? meanwhile(me, today) : null,
                whose.isEmpty() && !secretary ? received(me) : List.of(),
                whose.isEmpty() && !secretary ? toMatch(me) : 0,
                reader.role().clinical() ? plans.toComplete(me, today) : 0,
                "/plans/a-completer?qui=" + me);
    }

    private int toMatch(UUID me) {
        return sql.sql(
                        """
                        select count(*) from followup.to_match i
                          left join casefile.open_support s on s.network_id = i.network_id and s.patient_id = i.patient_id
                         where s.coordinator_id = :me or i.account_id = :account
                        """)
                .param("me", me)
                .param("account", SignedIn.current().accountId())
                .query((row, _) -> row.getInt(1))
                .single();
    }

    private static DayPage.Tile tile(Filter f, List<Item> items, Filter chosen, String suffix) {
        var count = (int) items.stream().filter(f.keeps).count();
        return new DayPage.Tile(
                "/journee?filtre=" + f.code() + suffix,
                count,
                f.words,
                f.icon,
                count == 0 ? "" : f.severity,
                f == chosen);
    }

    /// What colleagues did for one's persons during one's leave, for some days after the return.
    private DayPage.@Nullable Meanwhile meanwhile(UUID me, LocalDate today) {
        var away = networks.backFrom(me, today, BACK_DAYS);
        if (away.isEmpty()) return null;
        var lines =
                sql.sql(
                                """
                                select l.patient_id, l.at, l.title, l.author, i.display_name
                                  from patient.line_of_life l
                                  join casefile.open_support s on s.network_id = l.network_id and s.patient_id = l.patient_id and s.coordinator_id = :me
                                  join patient.identity i on i.network_id = l.network_id and i.id = l.patient_id
                                 where l.at >= :from and l.at < :to order by l.at desc, l.id desc limit 60
                                """)
                        .param("me", me)
                        .param("from", start(away.get().since()))
                        .param("to", start(away.get().until().plusDays(1)))
                        .query((row, _) ->
                                new DayPage.Happened(
                                        row.getObject("patient_id", UUID.class),
                                        FrenchDates.relative(
                                                row.getTimestamp("at").toInstant(), today),
                                        row.getString("display_name"),
                                        row.getString("title"),
                                        row.getString("author") == null
                                                ? ""
                                                : row.getString("author")))
                        .list();
        trail.listed("RETOUR", lines.stream().map(DayPage.Happened::patient).distinct().toList());
        return new DayPage.Meanwhile(DayText.away(away.get(), today), lines);
    }

    private static Timestamp start(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(FrenchDates.PARIS).toInstant());
    }

    /// Files received from somebody who left, until their new référent says they have them.
    private List<DayPage.Received> received(UUID me) {
        var found =
                sql.sql(
                                """
                                select r.id, r.from_name, r.note, r.done_at, r.patient_id, i.display_name
                                  from casefile.received_file r
                                  join patient.identity i on i.network_id = r.network_id and i.id = r.patient_id
                                 where r.to_member = :me order by r.done_at, r.id, i.display_name collate "fr-x-icu" limit 500
                                """)
                        .param("me", me)
                        .query((row, _) ->
                                new ReceivedRow(
                                        row.getObject("id", UUID.class),
                                        row.getString("from_name"),
                                        row.getString("note"),
                                        row.getObject("patient_id", UUID.class),
                                        row.getString("display_name")))
                        .list();
        trail.listed("DOSSIERS_RECUS", found.stream().map(ReceivedRow::patient).toList());
        return found.stream()
                .collect(
                        Collectors.groupingBy(
                                ReceivedRow::id, java.util.LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(e ->
                        new DayPage.Received(
                                e.getKey().toString(),
                                e.getValue().getFirst().from(),
                                e.getValue().getFirst().note(),
                                e.getValue().stream()
                                        .map(r ->
                                                new DayPage.Person(
                                                        "/dossiers/" + r.patient(), r.name()))
                                        .toList()))
                .toList();
    }

    private record ReceivedRow(
            UUID id, String from, @Nullable String note, UUID patient, String name) {}

    private List<DayPage.Appointment> appointments(DayOf mine, LocalDate today) {
        return sql.sql(
                        """
                        select a.id, a.kind, a.starts_at, a.title, a.commune_name, a.patient_id, a.member_id as of, i.commune_name as lives_in,
                               i.display_name || coalesce((select string_agg(' et ' || o.display_name, '' order by o.display_name collate "fr-x-icu") from patient.identity o
                                                            where o.network_id = a.network_id and o.id = any (a.others)), '') as display_name
                        from agenda.planned a left join patient.identity i on i.network_id = a.network_id and i.id = a.patient_id
                        where (a.member_id = any (:mine) or a.member_id = any (:away) and a.patient_id = any (:shared)) and a.starts_at >= :from and a.starts_at < :to and (a.outcome is null or a.outcome = 'HONORE')
                        order by a.starts_at, a.id
                        """)
                .param("mine", mine.mine())
                .param("shared", mine.shared())
                .param("away", mine.absent())
                .param("from", Timestamp.from(today.atStartOfDay(FrenchDates.PARIS).toInstant()))
                .param(
                        "to",
                        Timestamp.from(
                                today.plusDays(1).atStartOfDay(FrenchDates.PARIS).toInstant()))
                .query((row, _) -> {
                    var at =
                            LocalDateTime.ofInstant(
                                    row.getTimestamp("starts_at").toInstant(), FrenchDates.PARIS);
                    var named = row.getString("display_name");
                    var place =
                            row.getString("commune_name") == null
                                    ? row.getString("lives_in")
                                    : row.getString("commune_name");
                    return new DayPage.Appointment(
                            FrenchDates.time(at),
                            DayText.appointment(row.getString("kind"))
                                    + (named == null ? "" : ", " + named),
                            Stream.of(
                                            mine.why(
                                                    row.getObject("of", UUID.class),
                                                    row.getObject("patient_id", UUID.class)),
                                            row.getString("title"),
                                            place)
                                    .filter(java.util.Objects::nonNull)
                                    .collect(Collectors.joining(" · ")),
                            row.getString("patient_id") == null
                                    ? null
                                    : "/dossiers/" + row.getString("patient_id"));
                })
                .list();
    }

    /// Requests not yet analysed, urgent first: what a secretary is asked about.
    private List<DayPage.Request> requests(LocalDate today) {
        return sql.sql(
                        """
                        select r.id, r.number, r.received_at, r.urgency, r.answer_due, i.display_name
                        from intake.open_referral r left join patient.identity i on i.network_id = r.network_id and i.id = r.patient_id
                        order by r.urgency = 'URGENTE' desc, r.received_at limit 100
                        """)
                .query((row, _) -> {
                    var answer = row.getObject("answer_due", LocalDate.class);
                    return new DayPage.Request(
                            "/demandes/" + row.getString("id"),
                            row.getInt("number"),
                            row.getString("display_name") == null
                                    ? "sans personne nommée"
                                    : row.getString("display_name"),
                            FrenchDates.relative(
                                    row.getTimestamp("received_at").toInstant(), today),
                            "URGENTE".equals(row.getString("urgency")),
                            answer != null && answer.isBefore(today));
                })
                .list();
    }
}
