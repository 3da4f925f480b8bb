package fr.maillage.indicators.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The figures, version « definitions-1 ». A definition is never changed once figures were
/// published under it: a new set is a new class, with its own version, and old publications keep
/// saying which one they were counted by.
///
/// Readings chosen where the sources leave room:
/// - a situation is *en cours* while its accompaniment is active; a person only watched (level 0, «
///   veille ») is counted apart;
/// - closed on 1 January still counts in the year: the person was followed that day;
/// - followed means included: a request, or a watch that never led to an inclusion, does not enter
///   the file active;
/// - a coordinator is credited with a person by the last référent of each accompaniment.
final class Definitions1 {

    static final String VERSION = "definitions-1";

    /// What people are told instead of the version.
    static final LocalDate SINCE = LocalDate.of(2026, 1, 1);

    private static final String GUIDE_19 = "guide DGOS 2012, fiche L1, note 19";
    private static final String OURS = "définition Maillage";

    // Was followed at least one day of the year: included before today, not closed before 1
    // January, and not merely
    // watched since before 1 January.
    private static final String FOLLOWED_IN_THE_YEAR =
            """
             from casefile.any_support s
            where s.included_on <= :day and (s.closed_on is null or s.closed_on >= :year)
              and (s.level > 0 or greatest(s.included_on,
                     (select max(l.since) from casefile.level_history l
                       where l.network_id = s.network_id and l.support_id = s.id and l.level = 0)) >= :year)
            """;

    private static final String SUPPORT_STATE =
            "case s.status when 'ACTIF' then 'EN_COURS' when 'VEILLE' then 'EN_VEILLE' else 'SORTIE' end";

    static final Indicator FILE_ACTIVE =
            new Indicator(
                    "file-active",
                    "File active de l’année",
                    "Personnes différentes suivies au moins une fois depuis le 1er janvier, y compris celles dont l’accompagnement, ouvert une année"
                            + " précédente, l’était encore au 1er janvier. Chacune est comptée une fois, quels que soient les coordonnateurs, pôles et"
                            + " accompagnements\u00A0; elle est rattachée à son accompagnement ouvert, à défaut au dernier.",
                    GUIDE_19,
                    "repère du guide",
                    "select distinct on (s.patient_id) s.network_id, s.id, s.patient_id, s.theme_code, s.level, s.commune_code, s.coordinator_id, "
                            + SUPPORT_STATE
                            + " as reason, "
                            + SUPPORT_STATE
                            + " as state, s.included_on as since"
                            + FOLLOWED_IN_THE_YEAR
                            + " order by s.patient_id, (s.closed_on is null) desc, s.included_on desc, s.id desc");

    static final Indicator FILE_ACTIVE_BY_COORDINATOR =
            new Indicator(
                    "file-active-par-referent",
                    "File active de l’année par référent",
                    "Personnes différentes suivies dans l’année, comptées une fois par référent\u00A0: une personne qui a eu deux accompagnements sous deux"
                            + " référents compte pour chacun, et une seule fois dans la file active de la structure.",
                    "guide DGOS 2012, partie 1 §2 C et fiche O1 §3\u00A0; note 19 de la fiche L1 pour le compte",
                    "repère du guide",
                    "select distinct on (s.patient_id, s.coordinator_id) s.network_id, s.id, s.patient_id, s.theme_code, s.level, s.commune_code, s.coordinator_id, "
                            + SUPPORT_STATE
                            + " as reason, "
                            + SUPPORT_STATE
                            + " as state, s.included_on as since"
                            + FOLLOWED_IN_THE_YEAR
                            + " order by s.patient_id, s.coordinator_id, (s.closed_on is null) desc, s.included_on desc, s.id desc");

    static final Indicator SITUATIONS =
            new Indicator(
                    "situations-en-cours",
                    "Situations en cours",
                    "Accompagnements actifs ce jour, en pause compris\u00A0; les personnes en veille (niveau 0) sont comptées à part. Ce n’est pas la file"
                            + " active, qui porte sur l’année.",
                    OURS,
                    "",
                    """
                    select s.network_id, s.id, s.patient_id, s.theme_code, s.level, s.commune_code, s.coordinator_id, s.level::text as reason,
                           case when :day between s.paused_from and s.paused_until then 'EN_PAUSE' else 'EN_COURS' end as state,
                           s.included_on as since
                      from casefile.open_support s where s.status = 'ACTIF' and s.included_on <= :day
                    """);

    static final Indicator WATCHED =
            new Indicator(
                    "en-veille",
                    "Personnes en veille",
                    "Personnes de niveau 0, suivies de loin avec une date de revue\u00A0; hors situations en cours et hors dénominateur des taux de PPS.",
                    "guide DGOS 2012, fiche D3, schéma 2",
                    "",
                    """
                    select s.network_id, s.id, s.patient_id, s.theme_code, s.level, s.commune_code, s.coordinator_id,
                           case when s.watch_review_on < :day then 'REVUE_EN_RETARD' else 'EN_VEILLE' end as reason,
                           case when s.watch_review_on < :day then 'REVUE_EN_RETARD' else 'EN_VEILLE' end as state, s.opened_on as since
                      from casefile.open_support s where s.status = 'VEILLE'
                    """);

    static final Indicator INCLUDED =
            new Indicator(
                    "inclusions",
                    "Personnes incluses dans l’année",
                    "Personnes différentes dont une inclusion date de l’année, qu’elles soient encore suivies ou non.",
                    "guide DGOS 2012, fiche O2 §2",
                    "",
                    """
                    select distinct on (s.patient_id) s.network_id, s.id, s.patient_id, s.theme_code, s.level, s.commune_code, s.coordinator_id,
                           to_char(s.included_on, 'MM') as reason,
                           case s.status when 'ACTIF' then 'EN_COURS' when 'VEILLE' then 'EN_VEILLE' else 'SORTIE' end as state, s.included_on as since
                      from casefile.any_support s where s.included_on between :year and :day
                     order by s.patient_id, s.included_on desc, s.id desc
                    """);

    static final Indicator LEVELS_2_AND_3 =
            new Indicator(
                    "niveaux-2-et-3",
                    "Situations de niveaux 2 et 3",
                    "Situations en cours de niveau 2 ou 3, pour lesquelles un PPS est attendu. Les niveaux 0 et 1 n’ont pas de PPS et sont hors du dénominateur.",
                    "guide DGOS 2012, fiche D3, schéma 2",
                    "",
                    """
                    select s.network_id, s.id, s.patient_id, s.theme_code, s.level, s.commune_code, s.coordinator_id, s.level::text as reason,
                           'EN_COURS' as state, s.included_on as since
                      from casefile.open_support s where s.status = 'ACTIF' and s.included_on <= :day and s.level >= 2
                    """);

    static final Indicator WITH_PPS =
            new Indicator(
                    "avec-pps",
                    "Avec un PPS en vigueur",
                    "Situations de niveaux 2 et 3 dont le PPS est en vigueur et porte un plan de soins ou un plan d’aide\u00A0: un plan d’éducation seul n’est pas un PPS.",
                    "guide DGOS 2012, fiche O1 §3\u00A0; circulaire du 2 mars 2007 (pas de réseau sans PPS)",
                    "",
                    """
                    select s.network_id, s.id, s.patient_id, s.theme_code, s.level, s.commune_code, s.coordinator_id, c.opinion as reason,
                           'PPS_EN_VIGUEUR' as state, (c.in_force_at at time zone 'Europe/Paris')::date as since
                      from casefile.open_support s join careplan.current_pps c on c.network_id = s.network_id and c.support_id = s.id and c.counts
                     where s.status = 'ACTIF' and s.included_on <= :day and s.level >= 2
                    """);

    static final Indicator WITHOUT_PPS =
            new Indicator(
                    "sans-pps",
                    "Sans PPS en vigueur",
                    "Situations de niveaux 2 et 3 qui n’ont pas de PPS en vigueur\u00A0: aucun plan, plan en préparation, ou plan d’éducation seul.",
                    "complément de «\u00A0Avec un PPS en vigueur\u00A0»",
                    "",
                    """
                    select s.network_id, s.id, s.patient_id, s.theme_code, s.level, s.commune_code, s.coordinator_id,
                           coalesce(case when c.in_force_why = 'REPRISE' then 'SUIVI_REPRIS' when c.id is not null then 'EDUCATION_SEULE' end, p.status, 'AUCUN_PPS') as reason,
                           coalesce(case when c.in_force_why = 'REPRISE' then 'SUIVI_REPRIS' when c.id is not null then 'EDUCATION_SEULE' end, p.status, 'AUCUN_PPS') as state, s.included_on as since
                      from casefile.open_support s
                      left join careplan.current_pps c on c.network_id = s.network_id and c.support_id = s.id
                      left join careplan.pending_pps p on p.network_id = s.network_id and p.patient_id = s.patient_id
                     where s.status = 'ACTIF' and s.included_on <= :day and s.level >= 2 and c.counts is not true
                    """);

    static final Indicator WITH_OPINION =
            new Indicator(
                    "avec-avis",
                    "Avec l’avis du médecin traitant",
                    "Situations de niveaux 2 et 3 dont le PPS en vigueur a été validé par le médecin traitant, en l’état ou après amendement. Un plan mis en"
                            + " vigueur faute de réponse, ou sans médecin traitant, ne compte pas comme validé.",
                    "guide DGOS 2012, fiche O1 §3\u00A0; lecture «\u00A0deux axes\u00A0» de Maillage",
                    "",
                    """
                    select s.network_id, s.id, s.patient_id, s.theme_code, s.level, s.commune_code, s.coordinator_id, c.opinion as reason,
                           c.opinion as state, (c.in_force_at at time zone 'Europe/Paris')::date as since
                      from casefile.open_support s join careplan.current_pps c on c.network_id = s.network_id and c.support_id = s.id and c.counts
                     where s.status = 'ACTIF' and s.included_on <= :day and s.level >= 2 and c.validated
                    """);

    static final Indicator WITHOUT_OPINION =
            new Indicator(
                    "sans-avis",
                    "Sans l’avis du médecin traitant",
                    "Situations de niveaux 2 et 3 dont aucun PPS en vigueur n’est validé par le médecin traitant\u00A0: avis attendu, modification demandée, pas de"
                            + " médecin traitant, ou pas de PPS.",
                    "complément de «\u00A0Avec l’avis du médecin traitant\u00A0»",
                    "",
                    """
                    select s.network_id, s.id, s.patient_id, s.theme_code, s.level, s.commune_code, s.coordinator_id,
                           coalesce(case when c.counts then c.opinion end, 'AUCUN_PPS') as reason,
                           coalesce(case when c.counts then c.opinion end, 'AUCUN_PPS') as state, s.included_on as since
                      from casefile.open_support s left join careplan.current_pps c on c.network_id = s.network_id and c.support_id = s.id
                     where s.status = 'ACTIF' and s.included_on <= :day and s.level >= 2 and (c.counts and c.validated) is not true
                    """);

    static final Indicator REQUESTS =
            new Indicator(
                    "demandes-en-attente",
                    "Demandes en attente",
                    "Demandes à analyser ou en attente d’informations, selon leur âge depuis la réception\u00A0; une demande peut être sans usager désigné.",
                    OURS,
                    "",
                    """
                    select r.network_id, r.id, r.patient_id, r.theme_code, r.level, null as commune_code, r.assigned_to as coordinator_id,
                           case when :day - d.day < 2 then 'A1' when :day - d.day <= 5 then 'A2' when :day - d.day <= 15 then 'A3' else 'A4' end as reason,
                           r.status as state, d.day as since
                      from intake.open_referral r cross join lateral (select (r.received_at at time zone 'Europe/Paris')::date as day) d
                    """);

    static final Indicator ALERTS =
            new Indicator(
                    "alertes-ouvertes",
                    "Alertes ouvertes",
                    "Alertes ni closes ni résolues, en pause comprises, selon leur âge depuis qu’elles ont été levées.",
                    OURS,
                    "",
                    """
                    select a.network_id, a.id, a.patient_id, null as theme_code, null::smallint as level, null as commune_code, a.coordinator_id,
                           case when :day - d.day < 3 then 'B1' when :day - d.day <= 7 then 'B2' when :day - d.day <= 15 then 'B3' else 'B4' end as reason,
                           a.rule as state, d.day as since
                      from followup.open_alert a cross join lateral (select (a.raised_at at time zone 'Europe/Paris')::date as day) d
                    """);

    static final Indicator EXITS =
            new Indicator(
                    "sorties",
                    "Sorties de l’année",
                    "Accompagnements d’une personne incluse, clos depuis le 1er janvier, par motif. Une personne sortie deux fois dans l’année compte deux fois.",
                    OURS,
                    "",
                    """
                    select s.network_id, s.id, s.patient_id, s.theme_code, s.level, s.commune_code, s.coordinator_id, s.exit_reason as reason,
                           s.exit_reason as state, s.closed_on as since
                      from casefile.any_support s where s.included_on is not null and s.closed_on between :year and :day
                        and s.exit_reason <> 'FUSION' -- the same person goes on being followed
                    """);

    static final Indicator NOT_INCLUDED =
            new Indicator(
                    "reperees-non-incluses",
                    "Personnes repérées, non incluses",
                    "Personnes différentes dont la dernière demande reçue dans l’année est terminée sans accompagnement, et qui n’étaient ni ne sont suivies"
                            + " depuis, par motif.",
                    "guide DGOS 2012, fiche O1 §2 (déduit)",
                    "",
                    """
                    select distinct on (r.patient_id) r.network_id, r.id, r.patient_id, r.theme_code, r.level, r.commune_code,
                           r.assigned_to as coordinator_id, coalesce(r.closed_reason, r.status) as reason, coalesce(r.closed_reason, r.status) as state,
                           (r.received_at at time zone 'Europe/Paris')::date as since
                      from intake.any_referral r
                     where r.patient_id is not null and r.status in ('SANS_SUITE', 'CONSEIL', 'ORIENTEE')
                       and (r.received_at at time zone 'Europe/Paris')::date between :year and :day
                       and not exists (select 1 from intake.any_referral later
                                        where later.network_id = r.network_id and later.patient_id = r.patient_id
                                          and (later.received_at, later.id) > (r.received_at, r.id))
                       and not exists (select 1 from casefile.any_support s
                                        where s.network_id = r.network_id and s.patient_id = r.patient_id and s.included_on is not null
                                          and (s.closed_on is null or s.closed_on >= (r.received_at at time zone 'Europe/Paris')::date))
                     order by r.patient_id, r.received_at desc, r.id desc
                    """);

    static final Indicator UNMET_NEEDS = unmet("u.need");

    /// The same, by zone de proximité.
    static final Indicator UNMET_NEEDS_BY_ZONE = unmet("c.zone_code");

    private static Indicator unmet(String reason) {
        return new Indicator(
                "besoins-non-couverts",
                "Besoins non couverts notés dans l’année",
                "Ce que l’équipe a cherché sans le trouver, noté depuis le 1er janvier\u00A0: encore ouvert, couvert depuis ou abandonné. Un besoin compte"
                        + " une fois, où qu’il ait été cherché, dans la commune où il est apparu.",
                "guide DGOS 2012, fiche O1 §3\u00A0; période et compte\u00A0: définition Maillage",
                "",
                """
                select u.network_id, u.id, u.patient_id, cast(null as text) as theme_code, cast(null as int) as level, u.commune_code, cast(null as uuid) as coordinator_id,
                       %s as reason, u.state, u.since
                  from offer.noted_need u left join territory.commune c on c.code = u.commune_code
                 where u.noted_on between :year and :day
                """
                        .formatted(reason));
    }

    /// Every figure, in the order of the page.
    static final List<Indicator> ALL =
            List.of(
                    FILE_ACTIVE,
                    SITUATIONS,
                    INCLUDED,
                    WATCHED,
                    REQUESTS,
                    ALERTS,
                    LEVELS_2_AND_3,
                    WITH_PPS,
                    WITHOUT_PPS,
                    WITH_OPINION,
                    WITHOUT_OPINION,
                    EXITS,
                    NOT_INCLUDED,
                    FILE_ACTIVE_BY_COORDINATOR);

    private Definitions1() {}

    static Optional<Indicator> bySlug(String slug) {
        return ALL.stream().filter(i -> i.slug().equals(slug)).findFirst();
    }
}
