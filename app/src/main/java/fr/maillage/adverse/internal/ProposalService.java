package fr.maillage.adverse.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.network.Networks;
import fr.maillage.network.Setting;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// Finds what may be an adverse event, each cause once for all: unplanned stays, breaks in care,
/// voluntary exits of persons and of professionals (guide DGOS 2012, fiche L1 §2).
@Service("adverseProposalService")
@Transactional
class ProposalService {

    /// How far back one looks; what is older was lived without the register.
    static final int DAYS = 90;

    /// One statement for the whole structure, which changes nothing when it is run again. What was
    /// declared by hand, the same day about the same person, is not proposed.
    private static final String FIND =
            """
            insert into adverse.proposal (cause, source_id, patient_id, professional, happened_on, words, found_at)
            with told as (
              select o.*, (o.status = 'NON_FAIT' and o.not_done_why <> 'PLUS_NECESSAIRE' or o.status = 'PREVU' and o.late_after < :today) as missed
                from followup.act_told o
               where o.status <> 'SUSPENDU' and (o.status <> 'PREVU' or o.late_after < :today)
            ), run as (
              select t.network_id, t.patient_id, t.intervention_id, min(t.title) as title, min(t.due_on) as since, max(t.due_on) as last, count(*) as acts,
                     array_agg(t.id order by t.due_on, t.id) as ids
                from (select told.*, sum(case when missed then 0 else 1 end)
                               over (partition by network_id, intervention_id order by due_on desc, id desc) as kept from told) t
               where t.kept = 0
               group by t.network_id, t.patient_id, t.intervention_id having count(*) >= :acts
            ), found (cause, type, source_id, patient_id, professional, happened_on, words) as (
              select 'SEJOUR', 'HOSPITALISATION', s.id, s.patient_id, null, s.admitted_on, s.hospital
                from casefile.hospital_stay s where s.kind = 'NON_PROGRAMME' and s.admitted_on between :since and :today
              union all
              select 'SORTIE_PERSONNE', 'SORTIE_PATIENT', p.id, p.patient_id, null, p.closed_on, ''
                from casefile.any_support p where p.exit_reason = 'SOUHAIT' and p.closed_on between :since and :today
              union all
              select 'SORTIE_PROFESSIONNEL', 'SORTIE_PROFESSIONNEL', a.id, null, a.name || ', ' || a.profession, a.left_on, coalesce(a.left_why, '')
                from network.affiliation a where a.left_how = 'VOLONTAIRE' and a.left_on between :since and :today
              union all
              select 'DEPART_SANS_RELAIS', 'RUPTURE', c.id, c.patient_id, c.name, c.until, coalesce(c.profession, c.name)
                from casefile.circle c join casefile.open_support s on s.network_id = c.network_id and s.patient_id = c.patient_id and s.status = 'ACTIF'
               where c.kind = 'PROFESSIONNEL' and c.until between :since and cast(:today as date) - 1
                 and not exists (select 1 from casefile.circle r where r.network_id = c.network_id and r.patient_id = c.patient_id and r.id <> c.id
                                    and r.profession is not distinct from c.profession and (r.until is null or r.until > c.until))
              union all
              select 'ACTES_MANQUES', 'RUPTURE', r.ids[1], r.patient_id, null, r.since, r.acts || '|' || r.title
                from run r join casefile.open_support s on s.network_id = r.network_id and s.patient_id = r.patient_id and s.status = 'ACTIF'
               where r.last >= :since
                 and not exists (select 1 from adverse.proposal p where p.cause = 'ACTES_MANQUES' and p.source_id = any (r.ids))
            )
            select f.cause, f.source_id, f.patient_id, f.professional, f.happened_on, f.words, :now
              from found f
             where not exists (select 1 from adverse.event e where e.type = f.type and e.patient_id = f.patient_id and e.happened_on = f.happened_on)
            on conflict (network_id, cause, source_id) do nothing
            """;

    /// Those who keep the register see all of them, a référent those that happened to their persons
    /// before they stopped following them.
    private static final String OPEN =
            """
             from adverse.proposal p left join patient.identity i on i.network_id = p.network_id and i.id = p.patient_id
             where p.decided_at is null
               and (:keeps or exists (select 1 from casefile.any_support s
                                       where s.network_id = p.network_id and s.patient_id = p.patient_id and s.coordinator_id = :member
                                          and (s.closed_on is null or s.closed_on >= p.happened_on)))
            """;

    private final JdbcClient sql;
    private final EventService events;
    private final Audience audience;
    private final Networks networks;
    private final Clock clock;

    ProposalService(
            JdbcClient sql,
            EventService events,
            Audience audience,
            Networks networks,
            Clock clock) {
        this.sql = sql;
        this.events = events;
        this.audience = audience;
        this.networks = networks;
        this.clock = clock;
    }

    /// Looks for more. Returns how many were found.
    int find() {
        var today = LocalDate.now(clock);
        return sql.sql(FIND)
                .param("today", today)
                .param("since", today.minusDays(DAYS))
                .param("acts", networks.setting(Setting.MISSED_ACTS, null))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /// How many who is signed in may decide about.
    @Transactional(readOnly = true)
    public int waiting() {
        var me = audience.me();
        return sql.sql("select count(*)" + OPEN)
                .param("keeps", me.keeps())
                .param("member", me.member(), Types.OTHER)
                .query((row, _) -> row.getInt(1))
                .single();
    }

    /// Those who is signed in may decide about, latest first.
    @Transactional(readOnly = true)
    public List<Proposal> waiting(int limit, int offset) {
        return read("", null, limit, offset);
    }

    private Proposal get(UUID id) {
        return read(" and p.id = :id", id, 1, 0).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("événement à qualifier", id));
    }

    private List<Proposal> read(String and, @Nullable UUID id, int limit, int offset) {
        var me = audience.me();
        var statement =
                sql.sql(
                                "select p.id, p.cause, p.patient_id, i.display_name, p.professional, p.happened_on, p.words"
                                        + OPEN
                                        + and
                                        + " order by p.happened_on desc, p.id limit :limit offset :offset")
                        .param("keeps", me.keeps())
                        .param("member", me.member(), Types.OTHER)
                        .param("limit", limit)
                        .param("offset", offset);
        if (id != null) statement = statement.param("id", id);
        return statement
                .query((row, _) -> {
                    var patient = row.getObject("patient_id", UUID.class);
                    return new Proposal(
                            row.getObject("id", UUID.class),
                            Proposal.Cause.valueOf(row.getString("cause")),
                            patient == null ? null : new PatientId(patient),
                            row.getString("display_name"),
                            row.getString("professional"),
                            row.getObject("happened_on", LocalDate.class),
                            row.getString("words"));
                })
                .list();
    }

    /// It is an adverse event: puts it in the register, to be rated. Returns the event. Throws
    /// `OptimisticLockingFailureException` when a colleague decided first.
    UUID declare(UUID id) {
        var proposal = get(id);
        var event =
                events.declare(
                        proposal.patient(),
                        new DeclarationForm.Read(
                                proposal.cause().type,
                                null,
                                null,
                                false,
                                proposal.happenedOn(),
                                proposal.professional(),
                                AdverseText.found(proposal),
                                null),
                        false);
        decided(id, event, null);
        return event;
    }

    /// It is none, and why. Throws `FormRefused`, and as [#declare].
    void setAside(UUID id, String why) {
        get(id);
        var errors = new FormErrors();
        if (why.isEmpty()) errors.add("why", AdverseText.WHY_SET_ASIDE);
        if (why.length() > 2_000) errors.add("why", AdverseText.LONG);
        FormRefused.unless(errors);
        decided(id, null, why);
    }

    private void decided(UUID id, @Nullable UUID event, @Nullable String why) {
        int decided =
                sql.sql(
                                """
                                update adverse.proposal set event_id = :event, set_aside = :why, decided_at = :now, decided_by = :by where id = :id and decided_at is null
                                """)
                        .param("event", event, Types.OTHER)
                        .param("why", why, Types.VARCHAR)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("by", SignedIn.current().displayName())
                        .param("id", id)
                        .update();
        // a colleague decided meanwhile: neither a second event nor a word that is lost
        if (decided == 0) throw new OptimisticLockingFailureException("proposal " + id);
    }
}
