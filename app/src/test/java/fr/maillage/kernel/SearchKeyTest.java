package fr.maillage.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.testing.IntegrationTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The key made in Java and the one the database makes are the same, or a name stored by one would
/// not be found by the other.
@IntegrationTest
class SearchKeyTest {

    private static final String LETTERS =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                    + "àâäáãåçéèêëíìîïñóòôöõøúùûüýÿœæßłđšžčğışÀÂÄÁÃÅÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØÚÙÛÜÝŸŒÆŁĐŠŽČĞİŞ"
                    + "ðÐþÞħĦŋŊŧŦẞ"
                    + "0123456789";
    private static final String BETWEEN = " -'’.,()/  \u00a0\u2019\u2013\t";

    @Autowired JdbcClient sql;

    @Test
    void both_ways_to_make_a_key_agree() {
        var names =
                new ArrayList<>(
                        List.of(
                                "D’HŒDT",
                                "d'Hoedt",
                                "LE GUEN-ÇABOCHE",
                                "BÉTHENCOURT-DŒUF",
                                "Nguyễn",
                                "Straße",
                                "ŁUKASZ",
                                "E\u0301LODIE",
                                "  DE   LA  TOUR ",
                                "'-’",
                                "Ægidius",
                                "L'HAŸ-LES-ROSES"));
        var random = new Random(20_260_602);
        for (int i = 0; i < 3_000; i++) names.add(name(random));

        var stored =
                sql.sql(
                                "select platform.search_key(n.name) from unnest(:names) with ordinality n (name, rank) order by rank")
                        .param("names", names.toArray(String[]::new))
                        .query((row, _) -> row.getString(1))
                        .list();

        for (int i = 0; i < names.size(); i++)
            assertThat(SearchKey.of(names.get(i))).as(names.get(i)).isEqualTo(stored.get(i));
    }

    private static String name(Random random) {
        var name = new StringBuilder();
        int words = 1 + random.nextInt(3);
        for (int w = 0; w < words; w++) {
            if (w > 0) name.append(BETWEEN.charAt(random.nextInt(BETWEEN.length())));
            int letters = 1 + random.nextInt(10);
            for (int l = 0; l < letters; l++)
                name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return name.toString();
    }
}
