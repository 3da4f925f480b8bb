package fr.maillage.rcp.internal;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.network.Networks;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormView;
import fr.maillage.web.Shown;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The list of meetings: all of them for the team, for others those they take part in.
@Component
@Transactional // not read-only: a list of persons leaves its line in the trail
class MeetingsScreens {

    private static final int PAGE = 20;

    private final JdbcClient sql;
    private final ParticipantRepository participants;
    private final ExpertiseService expertise;
    private final WishService wishes;
    private final CaseFiles files;
    private final Networks networks;
    private final Trail trail;
    private final Clock clock;

    MeetingsScreens(
            JdbcClient sql,
            ParticipantRepository participants,
            ExpertiseService expertise,
            WishService wishes,
            CaseFiles files,
            Networks networks,
            Trail trail,
            Clock clock) {
        this.sql = sql;
        this.participants = participants;
        this.expertise = expertise;
        this.wishes = wishes;
        this.files = files;
        this.networks = networks;
        this.trail = trail;
        this.clock = clock;
    }

    /// @param asked page of those held, from 1
    MeetingsPage list(int asked, Shown shown) {
        var me = SignedIn.current();
        var account = me.role().team() ? null : me.accountId();
        var total = over(account);
        var page = Math.clamp(asked, 1, Math.max(1, (total + PAGE - 1) / PAGE));
        var clinical = me.role().clinical();
        return new MeetingsPage(
                lines(account, true, 60, 0),
                lines(account, false, PAGE, (page - 1) * PAGE),
                total,
                page == 1 ? null : "/rcp?page=" + (page - 1),
                page * PAGE >= total ? null : "/rcp?page=" + (page + 1),
                clinical ? proposed(shown) : List.of(),
                clinical ? waiting() : List.of(),
                "Temps passé en " + today().getYear(),
                me.role().team() ? spent() : List.of(),
                me.role().team(),
                me.role().team() && me.role() != Role.HEAD,
                clinical);
    }

    private int over(@Nullable UUID account) {
        return sql.sql(
                        """
                        select count(*) from rcp.meeting m where m.status <> 'PREVUE'
                           and (cast(:account as uuid) is null or exists (select 1 from rcp.participant p
                                 where p.network_id = m.network_id and p.meeting_id = m.id and p.account_id = :account))
                        """)
                .param("account", account, Types.OTHER)
                .query((row, _) -> row.getInt(1))
                .single();
    }

    private List<MeetingsPage.Line> lines(
            @Nullable UUID account, boolean coming, int limit, int offset) {
        return sql.sql(
                        "select "
                                + MeetingRepository.COLUMNS
                                + """
                                , (select count(*) from rcp.item t where t.network_id = m.network_id and t.meeting_id = m.id) as persons
                                 from rcp.meeting m where (m.status = 'PREVUE') = :coming
                                  and (cast(:account as uuid) is null or exists (select 1 from rcp.participant p
                                        where p.network_id = m.network_id and p.meeting_id = m.id and p.account_id = :account))
                                order by case when :coming then m.starts_at end, m.starts_at desc, m.id limit :limit offset :offset
                                """)
                .param("account", account, Types.OTHER)
                .param("coming", coming)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, _) -> line(row, account == null))
                .list();
    }

    private MeetingsPage.Line line(ResultSet row, boolean team) throws SQLException {
        var meeting = MeetingRepository.meeting(row, 0);
        var late = meeting.open() && meeting.starts().isBefore(clock.instant());
        return new MeetingsPage.Line(
                meeting.href(),
                FrenchDates.shortDay(meeting.day(), today()),
                FrenchDates.time(meeting.at()),
                FrenchDates.exact(meeting.starts()),
                meeting.kind().label + (meeting.subject() == null ? "" : ", " + meeting.subject()),
                Stream.of(
                                team ? RcpText.persons(row.getInt("persons")) : "",
                                RcpText.place(meeting))
                        .filter(w -> !w.isEmpty())
                        .collect(Collectors.joining(" · ")),
                late ? "À clôturer" : meeting.state().label,
                late ? "clock-exclamation" : meeting.state().icon,
                late ? "is-due" : meeting.state().tone);
    }

    private List<MeetingsPage.Proposed> proposed(Shown shown) {
        var all = wishes.waiting();
        var open = files.opening(all.stream().map(Wish::patient).distinct().toList(), Part.SUIVI);
        trail.listed("RCP", open.keySet().stream().map(p -> p.value()).toList());
        var coming = all.isEmpty() ? List.<FormView.Option>of() : coming();
        return all.stream()
                .filter(w -> open.containsKey(w.patient()))
                .map(w -> proposed(w, coming, shown))
                .toList();
    }

    private MeetingsPage.Proposed proposed(Wish wish, List<FormView.Option> coming, Shown shown) {
        var here = "/rcp/propositions/" + wish.id();
        return new MeetingsPage.Proposed(
                wish.id().toString(),
                "/dossiers/" + wish.patient() + "/rcp",
                wish.person(),
                wish.name() + ", " + wish.profession(),
                FrenchDates.relative(wish.wishedAt(), today()),
                wish.question(),
                wish.why(),
                wish.dates(),
                coming.isEmpty()
                        ? null
                        : shown.form(
                                wish.id() + "-oui",
                                here + "/acceptation",
                                "Inscrire à une réunion",
                                new FormFields.Typed(Map.of()),
                                typed -> {
                                    var fields = new ArrayList<FormView.Field>();
                                    fields.add(
                                            FormFields.select(
                                                    "meeting",
                                                    "Réunion",
                                                    typed,
                                                    List.of(new FormView.Group("", coming)),
                                                    true));
                                    fields.addAll(Agreement.fields(typed));
                                    return fields;
                                },
                                0,
                                "Inscrire et inviter"),
                shown.form(
                        wish.id() + "-non",
                        here + "/refus",
                        "Ne pas retenir",
                        new FormFields.Typed(Map.of()),
                        typed ->
                                List.of(
                                        FormFields.field(
                                                "why",
                                                "Pourquoi (le professionnel le lira)",
                                                null,
                                                "AREA",
                                                typed,
                                                true)),
                        0,
                        "Répondre non"));
    }

    /// Meetings to come, soonest first.
    private List<FormView.Option> coming() {
        return sql.sql(
                        "select "
                                + MeetingRepository.COLUMNS
                                + " from rcp.meeting m where m.status = 'PREVUE' and m.starts_at >= :now order by m.starts_at, m.id limit 30")
                .param("now", java.sql.Timestamp.from(clock.instant()))
                .query((row, _) -> {
                    var meeting = MeetingRepository.meeting(row, 0);
                    return new FormView.Option(
                            meeting.id().toString(),
                            RcpText.title(meeting)
                                    + (meeting.subject() == null ? "" : ", " + meeting.subject()),
                            false);
                })
                .list();
    }

    private List<MeetingsPage.Waiting> waiting() {
        var all = expertise.waiting();
        var open =
                files.opening(all.stream().map(Expertise::patient).distinct().toList(), Part.SUIVI);
        trail.listed("EXPERTISES", open.keySet().stream().map(p -> p.value()).toList());
        return all.stream()
                .filter(e -> open.containsKey(e.patient()))
                .map(e ->
                        new MeetingsPage.Waiting(
                                e.href(),
                                java.util.Objects.requireNonNull(open.get(e.patient()))
                                        .banner()
                                        .name(),
                                e.addressee(),
                                FrenchDates.shortDay(e.dueOn(), today()),
                                e.dueOn().isBefore(today()),
                                e.askedName()))
                .toList();
    }

    private List<MeetingsPage.Spent> spent() {
        var year = today().getYear();
        return participants
                .spent(start(LocalDate.of(year, 1, 1)), start(LocalDate.of(year + 1, 1, 1)))
                .stream()
                .map(s ->
                        new MeetingsPage.Spent(
                                s.profession(),
                                s.presences(),
                                RcpText.length(s.minutes()),
                                s.paid().signum() == 0 ? "–" : RcpText.euros(s.paid())))
                .toList();
    }

    private static java.time.Instant start(LocalDate day) {
        return day.atStartOfDay(FrenchDates.PARIS).toInstant();
    }

    /// The form of a new meeting.
    NewMeetingPage blank(Shown shown) {
        return new NewMeetingPage(
                shown.form(
                        "reunion",
                        "/rcp",
                        "Nouvelle réunion",
                        MeetingForm.blank(SignedIn.current().member()),
                        typed ->
                                MeetingForm.fields(
                                        typed, networks.themes(today()), networks.team(today())),
                        0,
                        "Créer la réunion"));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
