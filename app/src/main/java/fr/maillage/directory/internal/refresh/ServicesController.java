package fr.maillage.directory.internal.refresh;

import fr.maillage.access.Allowed;
import fr.maillage.directory.internal.refresh.Trouble.What;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Since when each national service has been heard.
@Controller
class ServicesController {

    private final JdbcClient sql;
    private final RefreshProperties properties;
    private final ServiceWorries worries;

    ServicesController(JdbcClient sql, RefreshProperties properties, ServiceWorries worries) {
        this.worries = worries;
        this.sql = sql;
        this.properties = properties;
    }

    private record Known(String service, ServicesPage.Row row) {}

    @GetMapping(RefreshText.PAGE)
    @PreAuthorize(Allowed.UPKEEP)
    @Transactional(readOnly = true)
    String services(Model model) {
        var known =
                sql
                        .sql(
                                "select service, resource, tried_at, heard_at, failure, taken from directory.refresh order by service, resource")
                        .query((row, _) -> known(row))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(Known::service));
        model.addAttribute(
                "page",
                new ServicesPage(
                        RefreshText.hour(properties.at()),
                        worries.worries(),
                        Arrays.stream(NationalService.values()).map(s -> one(s, known)).toList()));
        return "directory/services";
    }

    private ServicesPage.Service one(NationalService service, Map<String, List<Known>> known) {
        return new ServicesPage.Service(
                RefreshText.service(service.name()),
                !properties.of(service).set()
                        ? RefreshText.off(
                                "maillage.directory.fhir."
                                        + service.name().toLowerCase(java.util.Locale.ROOT)
                                        + ".address")
                        : null,
                known.getOrDefault(service.name(), List.of()).stream().map(Known::row).toList());
    }

    private static Known known(ResultSet row) throws SQLException {
        var code = row.getString("failure");
        var failure = code == null ? null : What.valueOf(code);
        var heard = instant(row.getTimestamp("heard_at"));
        var tried = instant(row.getTimestamp("tried_at"));
        return new Known(
                row.getString("service"),
                new ServicesPage.Row(
                        RefreshText.list(row.getString("resource")),
                        RefreshText.mark(failure),
                        RefreshText.standing(failure, heard),
                        Typography.number(row.getLong("taken")),
                        tried == null ? "" : FrenchDates.exact(tried)));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
