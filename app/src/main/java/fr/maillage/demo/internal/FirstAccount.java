package fr.maillage.demo.internal;

import fr.maillage.access.TeamAccounts;
import fr.maillage.network.Networks;
import fr.maillage.network.Openings;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The way into an empty installation: `--maillage.first-account=login
/// --maillage.first-structure="Name"` makes the structure, with the default grid and criteria, and
/// its head, whose password is printed once and changed at the first sign-in. Does nothing where
/// somebody can already sign in.
@Component
class FirstAccount {

    private final JdbcClient sql;
    private final Networks networks;
    private final Openings openings;
    private final String login;
    private final String structure;
    private final String region;

    FirstAccount(
            JdbcClient sql,
            Networks networks,
            Openings openings,
            @Value("${maillage.first-account:}") String login,
            @Value("${maillage.first-structure:}") String structure,
            @Value("${maillage.first-region:32}") String region) {
        this.sql = sql;
        this.networks = networks;
        this.openings = openings;
        this.login = login.strip();
        this.structure = structure.strip();
        this.region = region.strip();
    }

    /// Throws [CannotBegin], a sentence for whoever starts the installation, when what was asked
    /// cannot be done; nothing is written then.
    Optional<TeamAccounts.Given> createIfAsked() {
        if (login.isEmpty()) {
            if (!structure.isEmpty()) throw new CannotBegin(DemoText.NO_FIRST_ACCOUNT);
            return Optional.empty();
        }
        if (sql.sql("select count(*) from access.account").query((row, _) -> row.getInt(1)).single()
                > 0) {
            Said.line(DemoText.SOMEBODY_ALREADY);
            return Optional.empty();
        }
        if (!TeamAccounts.isLogin(login)) throw new CannotBegin(DemoText.NOT_A_LOGIN);
        if (structure.length() < 3 || structure.length() > 120)
            throw new CannotBegin(DemoText.NO_FIRST_STRUCTURE);
        if (!isRegion()) throw new CannotBegin(DemoText.NOT_A_REGION);
        var given =
                openings.open(
                                new Openings.NewStructure(
                                        structure,
                                        structure,
                                        "DAC",
                                        region,
                                        DemoText.PHONE_TO_SAY,
                                        networks.allThemes().stream()
                                                .map(Networks.Theme::code)
                                                .toList(),
                                        login,
                                        "",
                                        login))
                        .head();
        Said.line(DemoText.firstAccount(given.login(), given.password()));
        return Optional.of(given);
    }

    private boolean isRegion() {
        return sql.sql(
                        "select exists (select 1 from territory.division where region_code = :region and main)")
                .param("region", region)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }
}
