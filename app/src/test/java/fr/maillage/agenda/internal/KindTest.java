package fr.maillage.agenda.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.testing.IntegrationTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What counts as a contact with the person is said once in Java and once to the views.
@IntegrationTest
class KindTest {

    @Autowired JdbcClient sql;

    @ParameterizedTest
    @EnumSource(Kind.class)
    void the_views_and_the_code_agree_on_what_one_does_with_the_person(Kind kind) {
        assertThat(
                        sql.sql("select agenda.with_the_person(:kind)")
                                .param("kind", kind.name())
                                .query((row, _) -> row.getBoolean(1))
                                .single())
                .isEqualTo(kind.withThePerson());
    }
}
