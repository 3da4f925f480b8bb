package fr.maillage.demo.internal;

import fr.maillage.kernel.WorkingDays;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A living agenda for the team of the platform: visits and calls of every coordinator over three
/// weeks, the meeting of every Monday, an RCP and a training, rooms and cars, hours, a permanence.
/// Written after the persons, by statements; the ten people everybody meets keep their own
/// appointments. Past visits have no outcome yet or were missed: what took place is a contact, and
/// contacts are told by the lives.
final class AgendaPart {

    private static final int BEHIND = 6;
    static final int AHEAD = 12;

    private AgendaPart() {}

    static void write(Connection connection, UUID platform, LocalDate today) throws SQLException {
        for (var statement :
                new String[] {
                    RESOURCES, HOURS, VISITS, SERIES, MEETINGS, TOGETHER, EVENTS, COMERS, BOOKED,
                    ON_CALL
                }) {
            var dated =
                    statement
                            .replace(":network", "'" + platform + "'::uuid")
                            .replace(":today", "date '" + today + "'")
                            .replace(":days", days(today));
            try (var run = connection.createStatement()) {
                run.execute(dated);
            }
        }
    }

    /// Worked days around today, each with its rank: 0 for today or the next one.
    private static String days(LocalDate today) {
        var first = WorkingDays.FRANCE.onOrAfter(today);
        return IntStream.rangeClosed(-BEHIND, AHEAD)
                .mapToObj(k -> "(" + k + ", date '" + WorkingDays.FRANCE.plus(first, k) + "')")
                .collect(Collectors.joining(", ", "(values ", ") as d(k, day)"));
    }

    private static final String RESOURCES =
            """
            insert into agenda.resource (network_id, id, kind, name, note)
            select :network, md5('ressource' || name)::uuid, kind, name, note from (values
              ('SALLE', 'Salle de réunion', '12 places, écran'), ('SALLE', 'Bureau d’entretien', '3 places, rez-de-chaussée'),
              ('VEHICULE', 'Voiture 1', 'électrique, badge au secrétariat'), ('VEHICULE', 'Voiture 2', 'clés au secrétariat'),
              ('MATERIEL', 'Vidéoprojecteur', null)) as r(kind, name, note)
            """;

    private static final String HOURS =
            """
            insert into agenda.hours (network_id, id, weekday, opens, closes)
            select :network, md5('horaires' || d || o)::uuid, d, cast(o as time), cast(c as time)
              from generate_series(1, 5) d cross join (values ('09:00', '12:30'), ('13:30', '17:30')) as h(o, c)
            """;

    /// Two or three a day: a visit in the morning, a call before lunch, a visit or an interview in
    /// the afternoon; of the past, a few without an outcome and a few missed.
    private static final String VISITS =
            """
            insert into agenda.appointment (network_id, id, kind, patient_id, member_id, starts_at, ends_at, title, commune_name, outcome, created_by)
            select s.network_id, md5('agenda' || s.id)::uuid, v.kind, s.patient_id, s.coordinator_id,
                   (d.day + cast(v.at as time)) at time zone 'Europe/Paris', (d.day + cast(v.at as time) + make_interval(mins => v.minutes)) at time zone 'Europe/Paris',
                   v.title, case when v.kind = 'VISITE' then s.town end,
                   case when d.day < :today and s.rank % 4 = 1 then 'ABSENTE' when d.day < :today and s.rank % 4 = 3 then 'REPORTE' end, s.holder
              from (select s.network_id, s.id, s.patient_id, s.coordinator_id, p.commune_name as town, m.given_name || ' ' || upper(m.family_name) as holder,
                           row_number() over (partition by s.coordinator_id order by s.id) - 1 as rank
                      from casefile.support s join patient.patient p on p.network_id = s.network_id and p.id = s.patient_id
                      join network.team_member m on m.network_id = s.network_id and m.id = s.coordinator_id
                     where s.network_id = :network and s.status = 'ACTIF' and p.deceased_on is null
                       and upper(p.birth_name) not in ('LEROY','BAUDUIN','BENALI','DELATTRE','DIALLO','WIART','CARON','FLAMENT','VASSEUR','CHERIF','T.')
                       and not exists (select 1 from agenda.appointment a where a.network_id = s.network_id and a.patient_id = s.patient_id)) s
              join :days on d.k = s.rank / 3 - 3
              join (values (0, 'VISITE', '09:30', 75, 'Visite de suivi'), (1, 'TELEPHONE', '11:30', 20, 'Point avec l’aidant'),
                           (2, 'VISITE', '15:30', 60, 'Premier bilan')) as v(slot, kind, at, minutes, title) on v.slot = s.rank % 3
            """;

    private static final String SERIES =
            """
            insert into agenda.series (network_id, id, starts_on, ends_on, every_n, unit, weekdays, made_by, made_at)
            values (:network, md5('serie réunion')::uuid, :today - 28, :today + 56, 1, 'SEMAINE', '{1}', 'Hélène VANDAMME', :today - 40)
            """;

    private static final String MEETINGS =
            """
            insert into agenda.appointment (network_id, id, kind, member_id, starts_at, ends_at, title, outcome, created_by, series_id)
            select :network, md5('réunion' || day)::uuid, 'REUNION', m.id, (day + time '09:00') at time zone 'Europe/Paris', (day + time '10:30') at time zone 'Europe/Paris',
                   'Réunion d’équipe', case when day < :today then 'HONORE' end, 'Hélène VANDAMME', md5('serie réunion')::uuid
              from network.team_member m
              cross join (select g::date as day from generate_series(:today - 28, :today + 56, interval '1 day') g) days
             where m.network_id = :network and m.family_name = 'DUMONT' and extract(isodow from day) = 1
               and to_char(day, 'MMDD') not in ('0101','0501','0508','0714','0815','1101','1111','1225')
            """;

    private static final String TOGETHER =
            """
            insert into agenda.participant (network_id, appointment_id, member_id)
            select a.network_id, a.id, m.id from agenda.appointment a join network.team_member m on m.network_id = a.network_id and m.id <> a.member_id
             where a.network_id = :network and a.series_id = md5('serie réunion')::uuid and (m.until is null or m.until >= :today)
               and m.function in ('COORDINATOR','DOCTOR','SECRETARY') and m.since <= :today
            """;

    private static final String EVENTS =
            """
            insert into agenda.appointment (network_id, id, kind, member_id, starts_at, ends_at, title, commune_name, created_by)
            select :network, md5('moment' || e.title)::uuid, e.kind, m.id, (d.day + cast(e.at as time)) at time zone 'Europe/Paris',
                   (d.day + cast(e.at as time) + make_interval(mins => e.minutes)) at time zone 'Europe/Paris', e.title, e.place, 'Sophie LECLERC'
              from (values (1, 'RCP', '14:00', 90, 'RCP gérontologie, trois situations', 'DUMONT', null),
                           (2, 'SYNTHESE', '13:30', 60, 'Synthèse avec le service d’aide à domicile', 'DUMONT', 'Douai'),
                           (3, 'VISIO', '16:45', 30, 'Point avec l’équipe mobile', 'DUMONT', null),
                           (4, 'FORMATION', '13:30', 180, 'Repérer l’épuisement des aidants', 'BELKACEM', 'Lille'),
                           (0, 'BUREAU', '13:30', 30, 'Accueil d’une stagiaire', 'BELKACEM', null)) as e(k, kind, at, minutes, title, family, place)
              join :days on d.k = e.k
              join network.team_member m on m.network_id = :network and m.family_name = e.family
            """;

    private static final String COMERS =
            """
            insert into agenda.participant (network_id, appointment_id, member_id)
            select a.network_id, a.id, m.id from agenda.appointment a join network.team_member m on m.network_id = a.network_id
             where a.network_id = :network and a.id = md5('moment' || 'RCP gérontologie, trois situations')::uuid
               and m.family_name in ('BELKACEM', 'ROUSSEL') and m.id <> a.member_id
            """;

    private static final String BOOKED =
            """
            insert into agenda.booking (network_id, appointment_id, resource_id)
            select a.network_id, a.id, md5('ressource' || r.name)::uuid
              from agenda.appointment a join network.team_member m on m.network_id = a.network_id and m.id = a.member_id
              join (values ('REUNION', 'DUMONT', 'Salle de réunion'), ('RCP', 'DUMONT', 'Salle de réunion'), ('RCP', 'DUMONT', 'Vidéoprojecteur'),
                           ('BUREAU', 'BELKACEM', 'Bureau d’entretien'), ('VISITE', 'DUMONT', 'Voiture 1'), ('VISITE', 'BELKACEM', 'Voiture 2')) as r(kind, family, name)
                on r.kind = a.kind and r.family = m.family_name
             where a.network_id = :network and a.starts_at >= :today
            """;

    private static final String ON_CALL =
            """
            insert into agenda.on_call (network_id, id, member_id, starts_at, ends_at, forward_to, noted_by, noted_at)
            select :network, md5('permanence' || p.shift)::uuid, m.id, (:today + p.shift + time '17:30') at time zone 'Europe/Paris',
                   (:today + p.shift + 1 + time '09:00') at time zone 'Europe/Paris', p.forward, 'Hélène VANDAMME', :today - 10
              from (values (0, 'DUMONT', '06 39 98 00 01'), (1, 'BELKACEM', '06 39 98 00 02'), (2, 'DUMONT', '06 39 98 00 01')) as p(shift, family, forward)
              join network.team_member m on m.network_id = :network and m.family_name = p.family
            """;
}
