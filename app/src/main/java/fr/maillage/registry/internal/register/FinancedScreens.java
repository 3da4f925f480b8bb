package fr.maillage.registry.internal.register;

import static java.util.Objects.requireNonNullElse;

import fr.maillage.kernel.Money;
import fr.maillage.kernel.Typography;
import fr.maillage.registry.internal.register.FinancedPage.Count;
import fr.maillage.registry.internal.register.FinancedPage.Financed;
import fr.maillage.registry.internal.register.FinancedPage.Named;
import fr.maillage.registry.internal.register.FinancedPage.Sorted;
import fr.maillage.registry.internal.register.FinancedPage.Table;
import fr.maillage.registry.internal.register.FinancedPage.Theme;
import fr.maillage.registry.internal.register.FinancedPage.Year;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The financed networks. Printed figures stay as printed; sums and rates are worked out again
/// beside them, and a difference is said.
@Component
@Transactional(readOnly = true)
class FinancedScreens {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final JdbcClient sql;

    FinancedScreens(JdbcClient sql) {
        this.sql = sql;
    }

    FinancedPage page() {
        return new FinancedPage(financing(), guide(), table(2011), table(2010), region(), counts());
    }

    private List<Financed> financing() {
        return sql.sql(
                        """
                        select f.structure_id, s.name, f.year, f.fund, n.label as theme, f.amount, f.source from registry.financing f join registry.structure s on s.id = f.structure_id
                        left join network.theme n on n.code = f.theme_code order by f.year desc, s.name collate "fr-x-icu", f.fund limit 500
                        """)
                .query((row, _) ->
                        new Financed(
                                "/registre/"
                                        + row.getObject("structure_id", UUID.class)
                                        + "?partie=histoire",
                                row.getString("name"),
                                row.getInt("year"),
                                RegisterText.fund(row.getString("fund")),
                                requireNonNullElse(row.getString("theme"), ""),
                                new Money(row.getBigDecimal("amount")).formatted(),
                                row.getString("source")))
                .list();
    }

    private List<Sorted> guide() {
        var byType = new LinkedHashMap<String, java.util.ArrayList<Named>>();
        sql.sql(
                        """
                        select k.guide_type, s.id, s.name from registry.classification k join registry.structure s on s.id = k.structure_id
                        order by array_position(array['PROXIMITE','REGIONAL_CANCER_PERINATALITE','TRES_SPECIALISE','AUTRE'], k.guide_type), s.name collate "fr-x-icu"
                        """)
                .query((row, _) ->
                        byType.computeIfAbsent(
                                        row.getString("guide_type"),
                                        _ -> new java.util.ArrayList<>())
                                .add(
                                        new Named(
                                                "/registre/" + row.getObject("id", UUID.class),
                                                row.getString("name"))))
                .list();
        return byType.entrySet().stream()
                .map(e ->
                        new Sorted(
                                RegisterText.guide(e.getKey()),
                                e.getValue().size(),
                                e.getKey().equals("REGIONAL_CANCER_PERINATALITE"),
                                e.getValue()))
                .toList();
    }

    /// A line of a published table; figures are null where nothing is printed.
    private record Printed(
            @Nullable String code,
            String label,
            @Nullable Integer networks,
            @Nullable BigDecimal amount,
            @Nullable Integer share,
            @Nullable Integer patients,
            @Nullable Integer median,
            @Nullable Integer perPatient,
            @Nullable BigDecimal isq,
            @Nullable String note,
            String source) {}

    private Table table(int year) {
        var all =
                sql.sql(
                                """
                                select theme_code, label, networks, amount, share, patients_mean, patients_median, amount_a_patient, isq_mean, note, source
                                from registry.national_theme where year = :year order by rank
                                """)
                        .param("year", year)
                        .query((row, _) -> printed(row))
                        .list();
        var lines = all.stream().filter(p -> p.code() != null).toList();
        var total = all.stream().filter(p -> p.code() == null).findFirst().orElseThrow();
        var networks = sum(lines, Printed::networks);
        var amount =
                lines.stream()
                        .map(p -> requireNonNullElse(p.amount(), BigDecimal.ZERO))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        var shares = sum(lines, Printed::share);
        var summed =
                new Theme(
                        "Somme des lignes",
                        Typography.number(networks),
                        total.amount() == null ? "" : new Money(amount).formatted(),
                        total.share() == null ? "" : shares + Typography.NBSP + "%",
                        "",
                        "",
                        "",
                        "",
                        null);
        return new Table(
                total.source(),
                lines.stream().map(FinancedScreens::theme).toList(),
                theme(total),
                summed,
                requireNonNullElse(total.note(), ""));
    }

    private static int sum(List<Printed> lines, Function<Printed, @Nullable Integer> of) {
        return lines.stream().map(of).mapToInt(v -> v == null ? 0 : v).sum();
    }

    private static Printed printed(ResultSet row) throws SQLException {
        return new Printed(
                row.getString("theme_code"),
                row.getString("label"),
                row.getObject("networks", Integer.class),
                row.getBigDecimal("amount"),
                row.getObject("share", Integer.class),
                row.getObject("patients_mean", Integer.class),
                row.getObject("patients_median", Integer.class),
                row.getObject("amount_a_patient", Integer.class),
                row.getBigDecimal("isq_mean"),
                row.getString("note"),
                row.getString("source"));
    }

    private static Theme theme(Printed p) {
        return new Theme(
                p.code() == null ? "Total imprimé" : p.label(),
                number(p.networks()),
                p.amount() == null ? "" : new Money(p.amount()).formatted(),
                p.share() == null ? "" : p.share() + Typography.NBSP + "%",
                number(p.patients()),
                number(p.median()),
                p.perPatient() == null ? "" : number(p.perPatient()) + Typography.NBSP + "€",
                p.isq() == null ? "" : p.isq().toPlainString().replace('.', ','),
                p.code() == null ? null : p.note());
    }

    private static String number(@Nullable Integer n) {
        return n == null ? "" : Typography.number(n);
    }

    private List<Year> region() {
        var most =
                sql.sql("select max(total) as most from registry.region_funding")
                        .query((row, _) -> row.getBigDecimal("most"))
                        .single();
        return sql.sql("select * from registry.region_funding order by year")
                .query((row, _) -> {
                    var total = row.getBigDecimal("total");
                    var consumed = row.getBigDecimal("consumed");
                    var rate = row.getBigDecimal("rate");
                    var worked = consumed.multiply(HUNDRED).divide(total, 2, RoundingMode.HALF_UP);
                    return new Year(
                            row.getInt("year"),
                            euros(row.getBigDecimal("faqsv")),
                            euros(row.getBigDecimal("drdr")),
                            euros(row.getBigDecimal("fiqcs")),
                            euros(total),
                            euros(consumed),
                            hundredths(total, most),
                            hundredths(consumed, most),
                            percent(rate),
                            worked.compareTo(rate) == 0 ? null : percent(worked),
                            row.getString("note"));
                })
                .list();
    }

    private static int hundredths(BigDecimal part, BigDecimal most) {
        return part.multiply(HUNDRED).divide(most, 0, RoundingMode.HALF_UP).intValueExact();
    }

    private static String percent(BigDecimal rate) {
        return rate.toPlainString().replace('.', ',') + Typography.NBSP + "%";
    }

    private static String euros(@Nullable BigDecimal amount) {
        return amount == null ? "" : Typography.number(amount.longValue()) + Typography.NBSP + "€";
    }

    private List<Count> counts() {
        return sql.sql(
                        "select scope, year, networks, words, source from registry.network_count order by scope, rank")
                .query((row, _) ->
                        new Count(
                                row.getString("scope").equals("FRANCE")
                                        ? "France"
                                        : "Nord – Pas-de-Calais",
                                row.getInt("year"),
                                row.getString("networks"),
                                requireNonNullElse(row.getString("words"), ""),
                                row.getString("source")))
                .list();
    }
}
