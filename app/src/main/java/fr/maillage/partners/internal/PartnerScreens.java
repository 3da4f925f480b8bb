package fr.maillage.partners.internal;

import fr.maillage.directory.Finder.Nature;
import fr.maillage.kernel.FrenchDates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Establishments and services the structure works with regularly, by sector. Source: FIQCS 2008,
/// which counts them as health, medico-social and social.
@Component
@Transactional(readOnly = true)
class PartnerScreens {

    private final JdbcClient sql;
    private final Clock clock;

    PartnerScreens(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    PartnersPage page() {
        var today = LocalDate.now(clock);
        var lines =
                sql.sql(
                                """
                                select k.ref, k.sector, k.partner_since, k.partner_until, k.agreement_on, coalesce(o.name, 'FINESS ' || k.ref) as name,
                                       coalesce(o.kind_label, 'absent de l’annuaire national') as kind_label
                                  from partners.knowledge k left join directory.organization o on o.finess = k.ref
                                 where k.kind = 'STRUCTURE' and k.partner_since is not null
                                 order by coalesce(k.partner_until, 'infinity') >= :today desc, name collate "fr-x-icu", k.ref
                                """)
                        .param("today", today)
                        .query((row, _) -> {
                            var until = row.getObject("partner_until", LocalDate.class);
                            var since = row.getObject("partner_since", LocalDate.class);
                            var agreement = row.getObject("agreement_on", LocalDate.class);
                            return new PartnersPage.Line(
                                    new Partner(Nature.STRUCTURE, row.getString("ref")).address(),
                                    row.getString("name"),
                                    row.getString("kind_label"),
                                    Objects.requireNonNull(
                                            PartnersText.SECTORS.get(row.getString("sector"))),
                                    PartnersText.days(since, until),
                                    agreement == null ? null : FrenchDates.date(agreement),
                                    !since.isAfter(today)
                                            && (until == null || !until.isBefore(today)));
                        })
                        .list();
        var counts = new LinkedHashMap<String, Integer>();
        PartnersText.SECTORS.values().forEach(sector -> counts.put(sector, 0));
        lines.stream()
                .filter(PartnersPage.Line::present)
                .forEach(l -> counts.merge(l.sector(), 1, Integer::sum));
        return new PartnersPage(
                counts.values().stream().mapToInt(Integer::intValue).sum(), counts, lines);
    }
}
