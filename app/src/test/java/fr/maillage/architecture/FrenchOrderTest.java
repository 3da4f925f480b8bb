package fr.maillage.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.network.Networks;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.SqlInTheCode;
import fr.maillage.testing.TestWorld.Cast;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Lists of names read as in a French directory: BÉCUE stands before BRASSART, D’HONDT beside
/// DHONT, whatever the locale of the database.
@IntegrationTest
class FrenchOrderTest {

    /// A name of somebody or of a place, sorted on and followed by no collation.
    private static final Pattern UNSORTED =
            Pattern.compile(
                    "order"
                            + " by(?:[^;()]|\\([^()]*\\))*?\\b(family_name|given_name|display_name|birth_name|network_name|commune_name)\\b(?!"
                            + " collate \"fr-x-icu\")(?= *(,|$|\\n|\\)| limit))");

    @Autowired Cast cast;

    @Autowired JdbcClient sql;

    @Autowired Networks networks;

    @Test
    void a_team_is_listed_as_french_people_expect() {
        var names =
                List.of(
                        "BRASSART",
                        "BÉCUE",
                        "d’HONDT",
                        "DHONT",
                        "ÉVRARD",
                        "ETIENNE",
                        "FABRE",
                        "ÇELIK",
                        "CARON");
        cast.in(
                cast.calais,
                () -> {
                    for (var name : names)
                        sql.sql(
                                        "insert into network.team_member (family_name, given_name,"
                                                + " function, since, until) values (:name, 'Ordre',"
                                                + " 'SECRETARY', '2019-01-01', '2019-12-31')")
                                .param("name", name)
                                .update();
                    return null;
                });

        var listed = cast.in(cast.calais, () -> networks.team(LocalDate.of(2019, 6, 1)));

        assertThat(listed)
                .extracting(member -> member.name().replace("Ordre ", ""))
                .containsExactly(
                        "BÉCUE",
                        "BRASSART",
                        "CARON",
                        "ÇELIK",
                        "D’HONDT",
                        "DHONT",
                        "ETIENNE",
                        "ÉVRARD",
                        "FABRE");
    }

    @Test
    void no_statement_sorts_names_by_their_bytes() {
        assertThat(SqlInTheCode.statements())
                .filteredOn(statement -> UNSORTED.matcher(statement.text()).find())
                .isEmpty();
    }
}
