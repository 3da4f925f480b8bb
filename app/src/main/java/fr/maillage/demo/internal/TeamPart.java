package fr.maillage.demo.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/// Life of the team of the platform: sectors by commune with some that nobody covers, somebody on
/// leave and replaced by Claire, a departure prepared, invitations that wait, an account with a
/// passkey and one nobody uses. Written after the persons, by statements: it is a handful of lines.
final class TeamPart {

    private static final String TEAM =
            "(select id from network.team_member where network_id = ?::uuid and family_name ="
                    + " '%s')";

    private TeamPart() {}

    static void write(Connection connection, UUID platform, LocalDate today) throws SQLException {
        run(connection, today, SECTORS, platform);
        run(
                connection,
                today,
                ABSENCE.formatted(of("FLORENT"), of("BELKACEM")),
                platform,
                platform,
                platform);
        run(connection, today, PARTNER.formatted(of("BELKACEM")), platform, platform);
        run(
                connection,
                today,
                DEPARTURE.formatted(of("WALLET"), of("MARÉCHAL")),
                platform,
                platform,
                platform);
        run(
                connection,
                today,
                DEPARTURE_FILES.formatted(of("MARÉCHAL"), of("WALLET")),
                platform,
                platform,
                platform);
        run(
                connection,
                today,
                DEPARTURE_NOTE.formatted(of("MARÉCHAL")),
                platform,
                platform,
                platform);
        run(connection, today, INVITED_MEMBER, platform);
        run(connection, today, INVITATION.formatted(of("MARTIN")), platform, platform);
        run(connection, today, LATE_INVITATION, platform);
        run(connection, today, SIGN_INS);
        run(connection, today, PASSKEY, platform);
        run(connection, today, AFFILIATIONS, platform, platform);
        run(
                connection,
                today,
                BINOMES.formatted(of("DUMONT"), of("FLORENT")),
                platform,
                platform,
                platform);
        run(connection, today, POSTINGS.formatted(of("BELKACEM")), platform, platform, platform);
        run(connection, today, LOCUM, platform);
    }

    private static String of(String family) {
        return TEAM.formatted(family);
    }

    private static void run(
            Connection connection, LocalDate today, String statement, UUID... networks)
            throws SQLException {
        // the days of the demonstration, not the machine's
        var dated =
                statement
                        .replace("current_date", "date '" + today + "'")
                        .replace("now()", "timestamptz '" + today + " 08:00 Europe/Paris'");
        try (var prepared = connection.prepareStatement(dated)) {
            for (int i = 0; i < networks.length; i++)
                prepared.setString(i + 1, networks[i].toString());
            prepared.execute();
        }
    }

    /// Every coordinator covers communes of their zones in turn; one commune in fifteen is
    /// nobody's.
    private static final String SECTORS =
            """
            with holders as (
              select m.id, z.code as zone, row_number() over (partition by z.code order by m.family_name collate "fr-x-icu") - 1 as rank,
                     count(*) over (partition by z.code) as holders
                from network.team_member m join territory.zone z on z.code = any (m.sectors)
               where m.network_id = ?::uuid and m.function = 'COORDINATOR'),
            communes as (
              select c.code, c.zone_code, row_number() over (partition by c.zone_code order by c.name) as rank from territory.commune c),
            shared as (
              select h.id, array_agg(c.code order by c.code) as sectors
                from holders h join communes c on c.zone_code = h.zone and c.rank % 15 <> 7 and c.rank % h.holders = h.rank
               group by h.id)
            update network.team_member m set sectors = s.sectors from shared s where s.id = m.id
            """;

    private static final String ABSENCE =
            """
            insert into network.absence (network_id, id, member_id, replacement_id, reason, since, until, noted_by, noted_at)
            values (?::uuid, gen_random_uuid(), %s, %s, 'CONGE', current_date - 3, current_date + 11, 'Hélène VANDAMME', now() - interval '20 days')
            """;

    private static final String PARTNER =
            "update network.team_member set partner_id = %s where network_id = ?::uuid and"
                    + " family_name = 'DUMONT'";

    private static final String DEPARTURE =
            """
            insert into casefile.departure (network_id, id, member_id, last_day, rest_to, prepared_by, prepared_at)
            values (?::uuid, gen_random_uuid(), %s, current_date + 24, %s, 'Hélène VANDAMME', now() - interval '2 days')
            """;

    private static final String DEPARTURE_FILES =
            """
            insert into casefile.departure_file (network_id, departure_id, patient_id, to_member)
            select s.network_id, d.id, s.patient_id, %s from casefile.support s
              join casefile.departure d on d.network_id = s.network_id and d.member_id = s.coordinator_id
             where s.status <> 'CLOS' and s.coordinator_id = %s and s.network_id = ?::uuid order by s.id limit 30
            """;

    private static final String DEPARTURE_NOTE =
            """
            insert into casefile.departure_note (network_id, departure_id, to_member, note)
            select network_id, id, %s, 'Les visites du mardi se font à deux avec l’infirmière du secteur. Trois situations sont à revoir avant la fin du mois.'
              from casefile.departure where network_id = ?::uuid and exists (select 1 where ?::uuid is not null)
            """;

    private static final String INVITED_MEMBER =
            """
            insert into network.team_member (network_id, id, family_name, given_name, function, profile, experience_years, email, fte, sectors, since)
            values (?::uuid, md5('Léa MARTIN')::uuid, 'MARTIN', 'Léa', 'COORDINATOR', 'Infirmière', 11, 'lea.martin@appui.example', 0.80, '{59178}', current_date)
            """;

    private static final String INVITATION =
            """
            insert into access.invitation (network_id, id, role, display_name, email, member_id, since, token_hash, invited_by, invited_at, sent_at, expires_at)
            values (?::uuid, gen_random_uuid(), 'COORDINATOR', 'Léa MARTIN', 'lea.martin@appui.example', %s, current_date,
                    sha256(gen_random_uuid()::text::bytea), 'Hélène VANDAMME', now() - interval '1 day', now() - interval '1 day', now() + interval '6 days')
            """;

    private static final String LATE_INVITATION =
            """
            insert into access.invitation (network_id, id, role, display_name, since, token_hash, invited_by, invited_at, sent_at, expires_at)
            values (?::uuid, gen_random_uuid(), 'PROFESSIONAL', 'Dr Hugo BLONDEL', current_date - 12,
                    sha256(gen_random_uuid()::text::bytea), 'Claire DUMONT', now() - interval '12 days', now() - interval '12 days', now() - interval '5 days')
            """;

    /// Days without a sign-in: few for most, many for one in nine, never for one in thirteen.
    private static final String SIGN_INS =
            """
            update access.account a set created_at = least(a.created_at, now() - interval '200 days'),
                   last_sign_in_at = case when r.known is null and r.rank % 13 = 7 then null when r.known is null and r.rank % 5 = 4 then now() - interval '130 days'
                                          else now() - make_interval(days => (r.rank % 6)::int, hours => 3) end
              from (select id, demonstration_note as known, row_number() over (order by login) as rank from access.account where demonstration) r
             where r.id = a.id
            """;

    /// Professionals of the circles: most joined, one in nine works from outside, some left.
    private static final String AFFILIATIONS =
            """
            insert into network.affiliation (network_id, id, name, profession, rpps, status, joined_on, left_on, left_how, left_why, noted_by)
            select ?::uuid, md5('adhesion ' || d.rpps)::uuid, d.name, d.profession, d.rpps,
                   case when d.rank % 7 = 0 then 'HOSPITALIER' when d.rank % 5 = 0 then 'SALARIE' else 'LIBERAL' end,
                   case when d.rank % 9 <> 4 then current_date - (200 + 11 * d.rank)::int end,
                   case when d.rank % 9 <> 4 and d.rank % 17 = 3 then current_date - d.rank::int end,
                   case when d.rank % 9 <> 4 and d.rank % 17 = 3 then (array['VOLONTAIRE', 'RETRAITE', 'DEMENAGEMENT'])[(1 + d.rank % 3)::int] end,
                   case when d.rank % 9 <> 4 and d.rank % 17 = 3 and d.rank % 3 = 0 then 'Les réunions tombent pendant ses consultations' end, 'Hélène VANDAMME'
              from (select c.rpps, min(c.name) as name, coalesce(min(c.profession), 'Professionnel de santé') as profession, row_number() over (order by c.rpps) as rank
                      from casefile.care_team c where c.network_id = ?::uuid and c.kind = 'PROFESSIONNEL' and c.rpps is not null group by c.rpps) d
             where d.rank <= 140
            """;

    /// Two persons whose référent is on leave, followed with Claire.
    private static final String BINOMES =
            """
            insert into casefile.support_team (network_id, id, support_id, coordinator_id, kind, since, added_by)
            select s.network_id, md5('binome ' || s.id)::uuid, s.id, %s, 'BINOME', current_date - 40, 'Hélène VANDAMME'
              from casefile.support s where s.network_id = ?::uuid and s.status <> 'CLOS' and s.coordinator_id = %s
             order by (select count(*) from agenda.appointment a where a.network_id = s.network_id and a.patient_id = s.patient_id and a.member_id = s.coordinator_id
                                and a.starts_at >= current_date and a.starts_at < current_date + 1) desc,
                      (select count(*) from followup.task t where t.network_id = s.network_id and t.patient_id = s.patient_id and t.done_at is null) desc, s.id limit 2
            """;

    /// Karim works from two places, and from another before.
    private static final String POSTINGS =
            """
            insert into network.posting (network_id, id, member_id, unit_id, sectors, since, until, noted_by, noted_at)
            select m.network_id, md5('affectation ' || v.rank)::uuid, m.id, u.id, v.sectors, current_date - v.begun, current_date - v.ended, 'Hélène VANDAMME', now() - interval '120 days'
              from (select id, network_id from network.team_member where id = %s and network_id = ?::uuid) m,
                   (values (1, 90, cast(null as int), array['59509']), (2, 800, 91, array['59414', '59501'])) as v(rank, begun, ended, sectors),
                   lateral (select id from network.unit where network_id = ?::uuid order by kind, name offset v.rank - 1 limit 1) u
            """;

    /// A doctor of many circles will be away next week.
    private static final String LOCUM =
            """
            insert into casefile.succession (network_id, id, name, rpps, phone, by_name, by_phone, kind, since, until, noted_by, noted_at)
            select c.network_id, md5('remplacement')::uuid, min(c.name), c.rpps, min(c.phone), 'Dr Camille TAVERNE', '0327009900', 'REMPLACANT', current_date + 6, current_date + 20,
                   'Claire DUMONT', now() - interval '1 day'
              from casefile.care_team c where c.network_id = ?::uuid and c.role = 'MEDECIN_TRAITANT' and c.rpps is not null and c.until is null
             group by c.network_id, c.rpps order by count(*) desc, c.rpps limit 1
            """;

    /// A public key of nobody: this account is not among those a click enters.
    private static final String PASSKEY =
            """
            insert into access.passkey (credential_id, account_id, public_key, signature_count, uv_initialized, transports, backup_eligible, backup_state, label, created_at, last_used_at)
            select sha256(account_id::text::bytea), account_id, sha256(id::text::bytea), 12, true, '{internal}', true, true, 'Téléphone', now() - interval '90 days', now() - interval '1 day'
              from network.team_member where network_id = ?::uuid and family_name = 'MARÉCHAL'
            """;
}
