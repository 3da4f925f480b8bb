package fr.maillage.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.directory.Finder;
import fr.maillage.directory.Finder.Hit;
import fr.maillage.directory.Finder.Nature;
import fr.maillage.directory.Finder.Wanted;
import fr.maillage.testing.IntegrationTest;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The one box over real tables: by name, by place, by what they do.
@IntegrationTest
class FinderTest {

    @Autowired Finder finder;
    @Autowired JdbcClient sql;

    @BeforeEach
    void a_directory() {
        sql.sql(
                        """
                        insert into directory.activity (hash, pp_id, family_name, given_name, family_key, given_key, profession, expertise, mode, commune_code, commune_name, phone)
                        select md5(id || commune)::uuid, id, f, g, platform.search_key(f), platform.search_key(g), p, e, m, commune, label, t
                          from (values ('10190000011', 'Zvanhecke', 'Noémie', 'INFIRMIER', null, 'L', '59509', 'Sin-le-Noble', '0327110001'),
                                       ('10190000011', 'Zvanhecke', 'Noémie', 'INFIRMIER', null, 'S', '62498', 'Lens', null),
                                       ('10190000029', 'Zvanhecke', 'Paul', 'MASSEUR_KINE', null, 'L', '59178', 'Douai', '0327110002'),
                                       ('10190000037', 'Zquint', 'Aïcha', 'MEDECIN_SPECIALISTE', 'ZCARDIO', 'L', '59178', 'Douai', '0327110003'),
                                       ('10190000045', 'Zquint', 'Marc', 'PSYCHOLOGUE', null, 'S', '62193', 'Calais', '0321110004'))
                               v(id, f, g, p, e, m, commune, label, t)
                         where not exists (select 1 from directory.activity a where a.hash = md5(id || commune)::uuid)
                        """)
                .update();
        sql.sql(
                        "insert into directory.name (key, kind, people) values ('zvanhecke', 'f', 3), ('zquint', 'f', 2), ('noemie', 'g', 2), ('paul', 'g', 1), ('aicha', 'g', 1), ('marc', 'g', 1) on conflict do nothing")
                .update();
        sql.sql(
                        "insert into directory.term (kind, code, label) values ('SAVOIR_FAIRE', 'ZCARDIO', 'Zcardiologie interventionnelle') on conflict do nothing")
                .update();
        sql.sql(
                        """
                        insert into directory.organization (finess, name, kind, kind_label, commune_code, commune_name)
                        values ('590009999', 'EHPAD Les Zinnias (fictif)', 'EHPAD', 'EHPAD', '59509', 'Sin-le-Noble') on conflict do nothing
                        """)
                .update();
    }

    private List<Hit> ask(String typed) {
        return ask(typed, null);
    }

    private List<Hit> ask(String typed, @Nullable Set<String> only) {
        var read = finder.understand(typed, "59178");
        return finder.find(
                new Wanted(
                        EnumSet.allOf(Nature.class),
                        read.name(),
                        read.number(),
                        read.professions(),
                        read.expertises(),
                        read.kinds(),
                        read.need(),
                        read.place(),
                        read.km() == null ? 15 : read.km(),
                        read.mode(),
                        read.free(),
                        only,
                        true),
                20);
    }

    @Test
    void a_name_with_a_fault_a_place_and_a_profession_find_somebody_in_any_order() {
        for (var typed :
                new String[] {
                    "zvanhecke noemie",
                    "Noémie Zvanhecke",
                    "zvanheke infirmier",
                    "infirmière zvan douai",
                    "zvanhecke n"
                }) assertThat(ask(typed)).as(typed).extracting(Hit::ref).contains("10190000011");
        assertThat(ask("zvanhecke kiné")).extracting(Hit::ref).containsExactly("10190000029");
        assertThat(ask("zvanhecke salarié")).extracting(Hit::ref).containsExactly("10190000011");
    }

    @Test
    void each_is_shown_in_the_nearest_of_their_places_with_its_distance() {
        var near = ask("zvanhecke à moins de 10 km de Douai");
        assertThat(near).extracting(Hit::ref).containsExactly("10190000029", "10190000011");
        assertThat(near.getFirst().metres()).isZero();
        assertThat(near.getLast().communeName()).isEqualTo("Sin-le-Noble");
        assertThat(near.getLast().metres()).isBetween(1_000, 5_000);
        assertThat(ask("zvanhecke lens 5 km").getFirst().communeName()).isEqualTo("Lens");
        assertThat(ask("psychologue 59178 10 km zquint")).as("another town").isEmpty();
    }

    @Test
    void without_a_name_the_nearest_places_come_first() {
        assertThat(ask("zcardiologue douai")).extracting(Hit::ref).containsExactly("10190000037");
        var nurses = ask("infirmier 62300 0 km");
        assertThat(nurses).extracting(Hit::ref).contains("10190000011");
        assertThat(nurses).allSatisfy(hit -> assertThat(hit.metres()).isZero());
        assertThat(ask("ehpad 15 km de Douai")).extracting(Hit::ref).contains("590009999");
        assertThat(ask("zinias douai"))
                .as("a fault in a name")
                .extracting(Hit::ref)
                .contains("590009999");
        assertThat(ask("les zinnias")).extracting(Hit::ref).containsExactly("590009999");
    }

    @Test
    void numbers_and_lists_of_numbers_are_answered_as_such() {
        assertThat(ask("10190000037"))
                .extracting(Hit::specialty)
                .containsExactly("Zcardiologie interventionnelle");
        assertThat(ask("590009999"))
                .extracting(Hit::name)
                .containsExactly("EHPAD Les Zinnias (fictif)");
        assertThat(ask("", Set.of("10190000045", "590009999")))
                .extracting(Hit::ref)
                .containsExactlyInAnyOrder("10190000045", "590009999");
        assertThat(finder.activities("10190000011"))
                .extracting(Hit::communeName)
                .containsExactly("Sin-le-Noble", "Lens");
        assertThat(finder.one(Nature.STRUCTURE, "590009999")).isPresent();
        sql.sql(
                        """
                        insert into directory.offer (id, source, name, mode, commune_code, commune_name, updated_at)
                        values ('zoffre', 'DEMONSTRATION', 'Garde de nuit Zéphyr (fictive)', 'DOMICILE', '59178', 'Douai', now()) on conflict do nothing
                        """)
                .update();
        assertThat(finder.one(Nature.OFFRE, "zoffre"))
                .map(Hit::name)
                .contains("Garde de nuit Zéphyr (fictive)");
        sql.sql("delete from directory.offer where id = 'zoffre'").update();
        assertThat(ask("infirmier")).as("nowhere to begin").isEmpty();
    }

    @Test
    void a_commune_being_typed_is_understood_when_nobody_bears_the_name() {
        var read = finder.understand("kiné sin-le-nob", "59178");
        assertThat(read.place()).isNotNull().extracting(Finder.Place::code).isEqualTo("59569");
        assertThat(finder.understand("kiné zvan", "59178").place()).isNull();
        assertThat(finder.place("59178")).map(Finder.Place::label).contains("Douai (59)");
        assertThat(finder.professions()).extracting(Finder.Choice::code).contains("INFIRMIER");
    }

    @Test
    void a_name_fifty_bear_is_one_beside_another_and_not_the_commune_called_so() {
        bearers(49);
        var few = finder.understand("zdupont Gilles", null);
        assertThat(few.place()).isNotNull();
        assertThat(few.name()).isEqualTo("zdupont");
        bearers(50);
        var many = finder.understand("zdupont Gilles", null);
        assertThat(many.place()).isNull();
        assertThat(many.name()).isEqualTo("zdupont gilles");
        assertThat(finder.understand("zdupont à Gilles", null).place()).as("announced").isNotNull();
        sql.sql("delete from directory.name where key = 'gilles'").update();
    }

    @Test
    void a_commune_nothing_announced_may_be_a_name_and_says_what_to_type_for_it() {
        assertThat(finder.understand("perrier zquint", null).otherwise())
                .isEqualTo("\"perrier\" zquint");
        assertThat(finder.understand("\"perrier\" zquint", null).name())
                .isEqualTo("perrier zquint");
        for (var sure : List.of("zquint à Perrier", "zquint 59178", "infirmier douai"))
            assertThat(finder.understand(sure, null).otherwise()).as(sure).isNull();
    }

    @Test
    void who_is_called_as_typed_is_no_village_but_a_town_stays_one() {
        sql.sql(
                        """
                        insert into directory.activity (pp_id, family_name, given_name, family_key, given_key, profession)
                        select '10190000052', f, 'Zoltan', lower(f), 'zoltan', 'INFIRMIER' from unnest(array['Perriert', 'Lens']) f
                        """)
                .update();
        assertThat(finder.understand("zoltan perrier", null).name()).isEqualTo("zoltan perrier");
        assertThat(finder.understand("zoltan lens", null).place())
                .isNotNull()
                .extracting(Finder.Place::name)
                .isEqualTo("Lens");
        sql.sql("delete from directory.activity where pp_id = '10190000052'").update();
    }

    private void bearers(int people) {
        sql.sql(
                        "insert into directory.name (key, kind, people) values ('gilles', 'g', :people) on conflict (key, kind) do update set people = excluded.people")
                .param("people", people)
                .update();
    }
}
