package fr.maillage.patient.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Consents.Act;
import fr.maillage.patient.Consents.Consent;
import fr.maillage.patient.Consents.State;
import fr.maillage.patient.Consents;
import fr.maillage.patient.Patients.NewPatient;
import fr.maillage.patient.Patients;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.Proves;
import fr.maillage.testing.RecordedStatements;
import fr.maillage.testing.TestWorld.Cast;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class PatientsTest {

    private static final LocalDate BORN = LocalDate.of(1950, 3, 4);

    @Autowired Cast cast;

    @Autowired Patients patients;

    @Autowired Consents consents;

    @Autowired JdbcClient sql;

    @Test
    void a_name_corrected_is_found_by_its_new_words_and_no_longer_by_the_old() {
        var tail = letters();
        var patient = create("Zélie", "Avant" + tail, BORN, null);
        assertThat(near("avant" + tail)).extracting(Patients.Near::id).containsExactly(patient);
        cast.in(
                cast.douai,
                () ->
                        sql.sql("update patient.patient set birth_name = :name where id = :id")
                                .param("name", "D’Apr" + tail)
                                .param("id", patient.value())
                                .update());
        assertThat(near("avant" + tail)).isEmpty();
        assertThat(near("dapr" + tail)).extracting(Patients.Near::id).containsExactly(patient);
        assertThat(near("d'apr" + tail + " zelie"))
                .extracting(Patients.Near::id)
                .containsExactly(patient);
    }

    @Test
    void persons_are_found_by_an_index_that_begins_with_the_structure() {
        create("Zélie", "Plan" + letters(), BORN, null);
        var plan =
                cast.in(
                        cast.douai,
                        () -> {
                            sql.sql("select set_config('enable_seqscan', 'off', true)")
                                    .query((_, _) -> 0)
                                    .list();
                            return String.join(
                                    " ",
                                    sql.sql(
                                                    "explain select patient_id from patient.name_word where word = any ('{durand,duran}')")
                                            .query((row, _) -> String.valueOf(row.getString(1)))
                                            .list());
                        });
        assertThat(plan)
                .as("equality is leakproof: it may use the index beside the policy")
                .contains("name_word_pkey")
                .containsPattern("Index Cond: .*network_id.*word = ANY");
    }

    @Test
    void a_beginning_with_enough_bearers_does_not_read_the_vocabulary() {
        var head = letters();
        for (int i = 0; i < 3; i++) create("Zélie", head + letters(), BORN, null);
        var reads = RecordedStatements.all().executed("where length(word) >=");
        assertThat(cast.as(cast.claireCoordinator, () -> patients.near(head, 3)))
                .hasSize(3)
                .allSatisfy(n -> assertThat(n.likeness()).isEqualTo(0.9));
        near(head.substring(0, 2)); // two letters are not mistyped
        assertThat(RecordedStatements.all().executed("where length(word) >=")).isEqualTo(reads);
        assertThat(cast.as(cast.claireCoordinator, () -> patients.near(head, 4))).hasSize(3);
        assertThat(RecordedStatements.all().executed("where length(word) >="))
                .as("not enough of them: a typo is thought of")
                .isEqualTo(reads + 1);
    }

    @Test
    void the_words_of_one_beginning_are_found_by_the_index() {
        var plan =
                cast.in(
                        cast.douai,
                        () -> {
                            sql.sql("select set_config('enable_seqscan', 'off', true)")
                                    .query((_, _) -> 0)
                                    .list();
                            return String.join(
                                    " ",
                                    sql.sql(
                                                    """
                                                    explain select distinct word from patient.name_vocabulary
                                                    where word collate "C" >= 'ler' and word collate "C" < 'ler~'
                                                    """)
                                            .query((row, _) -> String.valueOf(row.getString(1)))
                                            .list());
                        });
        assertThat(plan)
                .contains("name_vocabulary_beginning")
                .containsPattern("Index Cond: .*network_id.*word.*>=.*<");
    }

    @Test
    void a_birth_date_nobody_shares_shows_all_those_of_the_name_further_away() {
        var name = "Datee" + letters();
        var one = create("Paul", name, BORN, null);
        assertThat(near(name + " 05/03/1950"))
                .extracting(Patients.Near::id, Patients.Near::likeness)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(one, 0.6));
        var unknown = create("Paul", name, null, null);
        assertThat(near(name + " 1951"))
                .extracting(Patients.Near::id, Patients.Near::likeness)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(unknown, 0.8));
        assertThat(near(name + " 1950"))
                .extracting(Patients.Near::id)
                .containsExactly(one, unknown);
    }

    @Test
    void near_matches_bear_accents_order_and_a_typo_and_put_the_deceased_last() {
        var given = letters(); // one’s own family name: tests share the database
        var alive = create("Hélène-Éloïse", "Prévost" + given, BORN, null);
        var dead = create("Hélène", "Prévost" + given, BORN, null);
        cast.in(
                cast.douai,
                () -> {
                    patients.died(dead, LocalDate.of(2026, 5, 1));
                    patients.died(dead, LocalDate.of(2026, 5, 1));
                    return null;
                });

        for (var typed :
                List.of(
                        "helene prevost" + given,
                        "PREVOST" + given + " Hélène",
                        "prevots" + given + " helene",
                        "prevost" + given + " 04/03/1950",
                        "Prévost" + given + " 04031950")) {
            assertThat(near(typed))
                    .as(typed)
                    .extracting(Patients.Near::id)
                    .containsExactly(alive, dead);
        }
        assertThat(near("prevost" + given)).hasSize(2);
        assertThat(cast.as(cast.claireCoordinator, () -> patients.near("prevost" + given, 1)))
                .hasSize(1);
        assertThat(cast.as(cast.calaisCoordinator, () -> patients.near("prevost" + given, 10)))
                .isEmpty();
    }

    @Test
    void a_telephone_number_finds_and_an_unknown_birth_date_still_shows() {
        var name = "Marchand" + letters();
        var known = create("Paul", name, BORN, "06 39 98 12 34");
        var unknown = create("Paul", name, null, null);

        assertThat(near("0639981234"))
                .extracting(Patients.Near::id)
                .contains(known)
                .doesNotContain(unknown);
        assertThat(near(name + " 04/03/1950"))
                .extracting(Patients.Near::id)
                .containsExactly(known, unknown);
        assertThat(near(name + " 05/03/1950"))
                .extracting(Patients.Near::id)
                .containsExactly(unknown);
    }

    @Test
    @Proves("REQ-IDENTITY-01")
    void an_ins_finds_its_person_and_is_held_by_one_of_the_structure() {
        var name = "Insdouble" + letters();
        var ins = ins();
        var ana =
                cast.as(
                        cast.sophieSecretary,
                        () -> patients.create(person("Ana", name, BORN, null, ins)));
        var grouped = ins.replaceFirst("(.)(..)(..)(..)(...)(...)(..)", "$1 $2 $3 $4 $5 $6 $7");
        assertThat(near(grouped)).extracting(Patients.Near::id).containsExactly(ana);
        assertThatThrownBy(() ->
                        cast.as(
                                cast.sophieSecretary,
                                () -> patients.create(person("Eva", name, BORN, null, ins))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(ins);
    }

    @Test
    void somebody_of_another_structure_is_not_there() {
        var theirs = cast.newPatient(cast.calais);
        assertThatThrownBy(() -> cast.as(cast.claireCoordinator, () -> patients.get(theirs)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        cast.as(
                                cast.claireCoordinator,
                                () -> {
                                    patients.opposeTellingDoctor(theirs, "CSAPA");
                                    return null;
                                }))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void opposing_the_doctor_being_told_is_kept_and_taken_back() {
        var patient = cast.newPatient(cast.douai);
        cast.as(
                cast.claireCoordinator,
                () -> {
                    patients.opposeTellingDoctor(patient, "le suivi au CSAPA");
                    return null;
                });
        assertThat(cast.as(cast.claireCoordinator, () -> patients.get(patient)).mtTold()).isFalse();
        cast.as(
                cast.claireCoordinator,
                () -> {
                    patients.opposeTellingDoctor(patient, null);
                    return null;
                });
        assertThat(cast.as(cast.claireCoordinator, () -> patients.get(patient)).mtTold()).isTrue();
    }

    @Test
    @Proves({"REQ-RIGHTS-01", "REQ-RIGHTS-02"})
    void acts_add_up_and_the_last_one_counts() {
        var patient = cast.newPatient(cast.douai);
        var agreed =
                new Consent(
                        Act.ACCOMPAGNEMENT,
                        State.DONNE,
                        LocalDate.of(2026, 6, 1),
                        "ORAL",
                        "PERSONNE",
                        null,
                        null,
                        null,
                        null);
        var withdrawn =
                new Consent(
                        Act.ACCOMPAGNEMENT,
                        State.RETIRE,
                        LocalDate.of(2026, 6, 2),
                        "TELEPHONE",
                        "PERSONNE",
                        null,
                        null,
                        null,
                        null);

        assertThat(
                        cast.as(
                                cast.claireCoordinator,
                                () -> consents.last(patient, Act.ACCOMPAGNEMENT)))
                .isEmpty();
        record(patient, agreed);
        assertThat(
                        cast.as(
                                cast.claireCoordinator,
                                () -> consents.last(patient, Act.ACCOMPAGNEMENT)))
                .contains(agreed);
        record(patient, withdrawn);

        assertThat(
                        cast.as(
                                cast.claireCoordinator,
                                () -> consents.last(patient, Act.ACCOMPAGNEMENT)))
                .contains(withdrawn);
        assertThat(cast.as(cast.claireCoordinator, () -> consents.history(patient)))
                .extracting(Consents.Recorded::consent)
                .containsExactly(withdrawn, agreed);
        assertThatThrownBy(() ->
                        cast.in(cast.douai, () -> sql.sql("delete from patient.consent").update()))
                .rootCause()
                .hasMessageContaining("never changed or removed");
        assertThat(
                        cast.as(
                                cast.claireCoordinator,
                                () ->
                                        sql.sql(
                                                        "select count(*) from patient.line_of_life where patient_id = :id and kind = 'DROITS'")
                                                .param("id", patient.value())
                                                .query((row, _) -> row.getInt(1))
                                                .single()))
                .isEqualTo(2);
    }

    @Test
    @Proves("REQ-RIGHTS-02")
    void an_opposition_to_one_professional_holds_until_a_line_about_the_same_one() {
        var patient = cast.newPatient(cast.douai);
        record(patient, sharing(State.OPPOSITION_PARTIELLE, "Dr MOREL"));
        record(patient, sharing(State.DONNE, null));
        assertThat(opposed(patient)).containsExactly("Dr MOREL");
        record(patient, sharing(State.DONNE, "Dr MOREL"));
        assertThat(opposed(patient)).isEmpty();
        record(patient, sharing(State.OPPOSITION, null));
        assertThat(opposed(patient)).containsExactly("tous");
    }

    private List<String> opposed(PatientId patient) {
        return cast.as(
                cast.claireCoordinator,
                () ->
                        sql.sql(
                                        "select case when whole then 'tous' else opposed_to end from patient.opposition where patient_id = :id")
                                .param("id", patient.value())
                                .query((row, _) -> row.getString(1))
                                .list());
    }

    private static Consent sharing(State state, @Nullable String professional) {
        return new Consent(
                Act.PARTAGE_EQUIPE,
                state,
                LocalDate.of(2026, 6, 2),
                "ORAL",
                "PERSONNE",
                null,
                null,
                professional,
                null);
    }

    private void record(PatientId patient, Consent consent) {
        cast.as(
                cast.claireCoordinator,
                () -> {
                    consents.record(patient, consent);
                    return null;
                });
    }

    private List<Patients.Near> near(String typed) {
        return cast.as(cast.claireCoordinator, () -> patients.near(typed, 10));
    }

    private PatientId create(
            String given, String family, @Nullable LocalDate born, @Nullable String phone) {
        return cast.as(
                cast.sophieSecretary,
                () -> patients.create(person(given, family, born, phone, null)));
    }

    private static NewPatient person(
            String given,
            String family,
            @Nullable LocalDate born,
            @Nullable String phone,
            @Nullable String ins) {
        return new NewPatient(
                family,
                null,
                given,
                "F",
                born,
                ins,
                phone,
                null,
                null,
                null,
                null,
                "A_RECHERCHER",
                null,
                null,
                null);
    }

    /// A matricule of the test range, with its key.
    private static String ins() {
        long serial = Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 1_000_000L);
        var number = "2500399%06d".formatted(serial);
        return number + "%02d".formatted(97 - Long.parseLong(number) % 97);
    }

    private static String letters() {
        return UUID.randomUUID()
                .toString()
                .substring(0, 8)
                .chars()
                .mapToObj(c -> Character.toString('a' + c % 26))
                .collect(java.util.stream.Collectors.joining());
    }
}
