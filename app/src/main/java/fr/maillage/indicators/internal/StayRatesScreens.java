package fr.maillage.indicators.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.indicators.internal.StayRates.Span;
import fr.maillage.indicators.internal.StayRates.What;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.Share;
import fr.maillage.kernel.Typography;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The page of unplanned stays and readmissions, and the names behind each count.
@Component
class StayRatesScreens {

    static final String HERE = "/pilotage/sejours";

    private static final List<StayRatesPage.Period> PERIODS =
            List.of(
                    new StayRatesPage.Period("annee", "Depuis le 1er janvier"),
                    new StayRatesPage.Period("12-mois", "Douze derniers mois"),
                    new StayRatesPage.Period("annee-derniere", "Année dernière"));

    private static final List<PilotagePage.Meaning> MEANINGS =
            List.of(
                    new PilotagePage.Meaning(
                            "Personnes suivies",
                            "Personnes différentes incluses dont l’accompagnement a été ouvert au moins un jour de la période. Par protocole\u00A0: celles dont un plan entré en vigueur en porte au moins une ligne\u00A0; une personne compte dans chacun de ses protocoles.",
                            "définition Maillage"),
                    new PilotagePage.Meaning(
                            "Séjours non programmés",
                            "Séjours non programmés commencés dans la période, un jour où la personne était suivie\u00A0; rapportés à 100 personnes suivies. Le taux peut dépasser 100.",
                            "guide DGOS 2012, fiches O1 §3 et L1 §2 (séjours non programmés)\u00A0; calcul\u00A0: proposition Maillage"),
                    new PilotagePage.Meaning(
                            "Réadmissions à 30 jours",
                            "Retours à domicile suivis d’un séjour non programmé dans les 30 jours, parmi les retours de la période vieux d’au moins 30 jours. Un décès à l’hôpital et un transfert (autre séjour commencé le jour même) ne sont pas des retours.",
                            "guide DGOS 2012, fiche D2 §3.4 (réadmission précoce)\u00A0; calcul\u00A0: proposition Maillage"),
                    new PilotagePage.Meaning(
                            "Situations aiguës, hospitalisations évitées",
                            "Situations urgentes ou très spécifiques notées par l’équipe dans la période, vieilles de plus de 7 jours. Évitée\u00A0: une hospitalisation était à craindre, la personne est restée chez elle, et aucun séjour non programmé n’a commencé dans les 7 jours.",
                            "guide DGOS 2012, fiches D3 §2 (hospitalisations indues) et O1 §3 III-B (situations d’urgence)\u00A0; calcul\u00A0: proposition Maillage"));

    private final StayRates rates;
    private final Trail trail;
    private final Clock clock;

    StayRatesScreens(StayRates rates, Trail trail, Clock clock) {
        this.rates = rates;
        this.trail = trail;
        this.clock = clock;
    }

    private Span span(String period) {
        var today = LocalDate.now(clock);
        return switch (period) {
            case "12-mois" -> new Span(today.minusYears(1).plusDays(1), today);
            case "annee-derniere" ->
                    new Span(
                            today.withDayOfYear(1).minusYears(1),
                            today.withDayOfYear(1).minusDays(1));
            default -> new Span(today.withDayOfYear(1), today);
        };
    }

    @Transactional(readOnly = true)
    StayRatesPage page(String period) {
        var span = span(period);
        var acute = rates.acute(span, LocalDate.now(clock));
        return new StayRatesPage(
                "du " + FrenchDates.date(span.from()) + " au " + FrenchDates.date(span.to()),
                period,
                PERIODS,
                rates.rows(span, LocalDate.now(clock)).stream()
                        .map(row -> row(row, period))
                        .toList(),
                new StayRatesPage.Acute(
                        count(What.AIGUES, null, acute.all(), period),
                        count(What.CRAINTES, null, acute.feared(), period),
                        count(What.EVITEES, null, acute.kept(), period),
                        new Share(acute.kept(), acute.feared()).formatted()),
                MEANINGS);
    }

    private static StayRatesPage.Row row(StayRates.Row row, String period) {
        return new StayRatesPage.Row(
                row.protocol() == null
                        ? "Toute la structure"
                        : Objects.requireNonNullElse(row.title(), ""),
                count(What.SUIVIES, row.protocol(), row.followed(), period),
                count(What.SEJOURS, row.protocol(), row.stays(), period),
                row.per1000().map(StayRatesScreens::tenths).orElse("–"),
                count(What.RETOURS, row.protocol(), row.returns(), period),
                count(What.READMISSIONS, row.protocol(), row.again(), period),
                new Share(row.again(), row.returns()).formatted());
    }

    private static String tenths(long value) {
        return Typography.number(value / 10) + (value % 10 == 0 ? "" : "," + value % 10);
    }

    private static StayRatesPage.Count count(
            What what, @Nullable UUID protocol, long value, String period) {
        return new StayRatesPage.Count(
                Typography.number(value),
                HERE
                        + "/"
                        + what.code()
                        + "?periode="
                        + period
                        + (protocol == null ? "" : "&protocole=" + protocol));
    }

    /// The names behind a count. Whoever is no clinician sees those of the structure, and none by
    /// protocol: a protocol says what somebody suffers from.
    @Transactional
    IndicatorListPage names(String code, String period, @Nullable String protocol) {
        var what = What.of(code);
        var today = LocalDate.now(clock);
        var span = span(period);
        var clinician = SignedIn.current().role().clinical();
        UUID one =
                protocol == null
                        ? null
                        : Ids.parse(protocol).orElseThrow(() -> new NotFound("protocole", null));
        var named = clinician || one == null;
        var found = rates.names(what, one, span, today);
        if (named)
            trail.listed(
                    "PILOTAGE", found.stream().map(StayRates.Named::patient).distinct().toList());
        return new IndicatorListPage(
                what.label(),
                one == null
                        ? null
                        : rates.title(one).orElseThrow(() -> new NotFound("protocole", one)),
                Typography.number(found.size()),
                FrenchDates.longDay(span.to()),
                meaning(what).definition(),
                meaning(what).source(),
                false,
                named ? null : IndicatorsText.PROTOCOL_LIST,
                found.stream().map(n -> line(n, what, named, today)).toList());
    }

    private static PilotagePage.Meaning meaning(What what) {
        return MEANINGS.get(
                switch (what) {
                    case SUIVIES -> 0;
                    case SEJOURS -> 1;
                    case RETOURS, READMISSIONS -> 2;
                    case AIGUES, CRAINTES, EVITEES -> 3;
                });
    }

    private static IndicatorListPage.Line line(
            StayRates.Named one, What what, boolean named, LocalDate today) {
        return new IndicatorListPage.Line(
                named ? one.name() : IndicatorsText.NAME_RESERVED,
                named ? "/dossiers/" + one.patient() : null,
                named ? Objects.requireNonNullElse(one.commune(), "") : "",
                "",
                "",
                what.label(),
                FrenchDates.shortDay(one.day(), today),
                FrenchDates.longDay(one.day()),
                "");
    }
}
