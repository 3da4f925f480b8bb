package fr.maillage.registry.internal.sheet;

import fr.maillage.kernel.NetworkId;
import fr.maillage.platform.DailyWork;
import fr.maillage.platform.Tenancy;
import fr.maillage.registry.StoredTexts;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Compares the files of the register with their checksums, once a day and when it is asked.
@Component
class TextsVerification implements StoredTexts, DailyWork {

    private static final Logger log = LoggerFactory.getLogger(TextsVerification.class);

    private final JdbcClient sql;
    private final LineFiles files;

    TextsVerification(JdbcClient sql, LineFiles files) {
        this.sql = sql;
        this.files = files;
    }

    @Override
    public String name() {
        return "textes du registre";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(4, 20);
    }

    @Override
    public void run() {
        var found = verify();
        if (!found.altered().isEmpty())
            log.error(
                    "texts of the register: {} altered {}",
                    found.altered().size(),
                    found.altered());
    }

    @Override
    public Verification verify() {
        long checked = 0;
        var altered = new ArrayList<UUID>();
        for (var keeper : keepers()) {
            var found = keeper.call(files::compare);
            checked += found.checked();
            altered.addAll(found.altered());
        }
        return new Verification(checked, altered);
    }

    /// Those who edit a sheet.
    private List<Tenancy> keepers() {
        return sql.sql(
                        "select distinct owner_id, case when owner_id is null then region_code end as region_code from registry.structure")
                .query((row, _) -> {
                    var owner = row.getObject("owner_id", UUID.class);
                    return owner != null
                            ? Tenancy.of(new NetworkId(owner))
                            : new Tenancy(
                                    Set.of(), null, Set.of(row.getString("region_code")), null);
                })
                .list();
    }
}
