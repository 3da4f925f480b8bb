package fr.maillage.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.access.SignedIn;
import fr.maillage.intake.AskerQuality;
import fr.maillage.intake.Motive;
import fr.maillage.intake.Referrals;
import fr.maillage.intake.Referrals.Letter;
import fr.maillage.intake.internal.Codes.Agreement;
import fr.maillage.intake.internal.Codes.Channel;
import fr.maillage.intake.internal.Codes.ClosedReason;
import fr.maillage.intake.internal.Codes.Degree;
import fr.maillage.intake.internal.Codes.Means;
import fr.maillage.intake.internal.Codes.ToKind;
import fr.maillage.intake.internal.Codes.ToldHow;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Consents;
import fr.maillage.patient.Patients;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@IntegrationTest
class ReferralServiceTest {

    @Autowired ReferralService referrals;

    @Autowired Answers answers;

    @Autowired Referrals door;

    @Autowired UrgencyService urgencies;

    @Autowired Handovers handovers;

    @Autowired Patients patients;

    @Autowired Consents consents;

    @Autowired Cast cast;

    @Autowired MovableClock clock;

    @Autowired JdbcClient sql;

    @AfterEach
    void back() {
        clock.reset();
        SecurityContextHolder.clearContext();
    }

    private <T extends @Nullable Object> T as(SignedIn who, Supplier<T> work) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(
                                who, null, who.getAuthorities()));
        return cast.as(who, work);
    }

    private static NewReferral request(
            NewReferral.About about, AskerQuality quality, Degree urgency) {
        return new NewReferral(
                new NewReferral.Asker(quality, "Jean LOUEUR", null, null, null, null),
                about,
                List.of(Motive.AIDANT_EPUISE),
                "« Mon mari ne tient plus »",
                null,
                null,
                Channel.TELEPHONE,
                urgency,
                Agreement.INFORMEE_ACCORD,
                null,
                false,
                false,
                null);
    }

    private UUID receive(NewReferral request) {
        return as(cast.sophieSecretary, () -> referrals.receive(request));
    }

    private UUID receiveFor(PatientId patient, AskerQuality quality) {
        return receive(request(new NewReferral.About.Known(patient), quality, Degree.NORMALE));
    }

    private List<Letter> letters(UUID referral) {
        return as(cast.claireCoordinator, () -> door.noticeFor(referral).letters());
    }

    private void decide(UUID referral, Decision decision) {
        assertThat(as(cast.claireCoordinator, () -> answers.decide(referral, decision))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, 46, 103})
    @Proves("REQ-INTAKE-09")
    void no_request_is_refused_for_age_pathology_or_income(int age) {
        var born = LocalDate.now(clock).minusYears(age);
        var person =
                new Patients.NewPatient(
                        "ACCUEILLI-" + UUID.randomUUID(),
                        null,
                        "Camille",
                        "F",
                        born,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "A_DECLARER",
                        null,
                        null,
                        null);
        var id =
                receive(
                        request(
                                new NewReferral.About.Unknown(person),
                                AskerQuality.PERSONNE,
                                Degree.NORMALE));

        var saved = as(cast.claireCoordinator, () -> door.get(id));
        assertThat(saved.status()).isEqualTo("A_ANALYSER");
        assertThat(as(cast.claireCoordinator, () -> patients.get(saved.patient()).birthDate()))
                .isEqualTo(born);
    }

    @Test
    @Proves({"REQ-INTAKE-02", "REQ-INTAKE-04", "REQ-INTAKE-11"})
    void a_request_keeps_who_asks_the_person_s_words_and_the_urgency() {
        var id = receiveFor(cast.newPatient(cast.douai), AskerQuality.INFIRMIER);
        var saved = as(cast.claireCoordinator, () -> door.get(id));
        assertThat(saved.askerQuality()).isEqualTo("INFIRMIER");
        assertThat(saved.ownWords()).isEqualTo("« Mon mari ne tient plus »");
        assertThat(saved.urgency()).isEqualTo("NORMALE");
        assertThat(as(cast.claireCoordinator, () -> door.of(saved.patient())))
                .extracting(Referrals.Referral::id)
                .containsExactly(id);
    }

    @Test
    @Proves("REQ-INTAKE-03")
    void the_attending_doctor_is_told_of_request_and_decision() {
        var id = receiveFor(cast.newPatient(cast.douai), AskerQuality.VOISIN);
        assertThat(letters(id))
                .extracting(Letter::recipientKind)
                .containsExactly("MEDECIN_TRAITANT", "ADRESSEUR");
        assertThat(letters(id).getFirst().recipientName()).isEqualTo("Dr Anne MOREL");

        assertThat(mtNotice(id)).as("a letter in the tray tells nobody").isEqualTo("A_PREVENIR");
        letter(id, Referrals.LetterState.POSTED);
        assertThat(mtNotice(id)).isEqualTo("PREVENU");
        decide(id, new Decision.Close(ClosedReason.INJOIGNABLE, ""));
        assertThat(letters(id).getFirst().subject())
                .isEqualTo("Suite donnée à une demande d’appui");
    }

    private void letter(UUID id, Referrals.LetterState state) {
        as(
                cast.claireCoordinator,
                () -> {
                    door.letter(id, "MEDECIN_TRAITANT", state);
                    return 0;
                });
    }

    @Test
    void a_letter_that_comes_back_told_nobody_but_a_call_did() {
        var id = receiveFor(cast.newPatient(cast.douai), AskerQuality.VOISIN);
        letter(id, Referrals.LetterState.POSTED);
        letter(id, Referrals.LetterState.RETURNED);
        assertThat(mtNotice(id)).isEqualTo("A_PREVENIR");
        as(cast.sophieSecretary, () -> referrals.mtTold(id, ToldHow.TELEPHONE));
        letter(id, Referrals.LetterState.RETURNED);
        assertThat(mtNotice(id)).as("told by telephone whatever the letter").isEqualTo("PREVENU");
    }

    @Test
    void the_attending_doctor_told_by_telephone_is_noted_once_told() {
        var id = receiveFor(cast.newPatient(cast.douai), AskerQuality.SOCIAL);
        assertThat(as(cast.sophieSecretary, () -> referrals.mtTold(id, ToldHow.TELEPHONE)))
                .isTrue();
        assertThat(mtNotice(id)).isEqualTo("PREVENU");
        // whether the letter was written before or after the call
        assertThat(
                        cast.in(
                                cast.douai,
                                () ->
                                        sql.sql(
                                                        "select mt_told_how from intake.referral where id = :id")
                                                .param("id", id)
                                                .query((row, _) -> row.getString(1))
                                                .single()))
                .isEqualTo("TELEPHONE");
    }

    @Test
    void an_urgency_ends_with_the_person_s_death() {
        var id =
                receive(
                        request(
                                new NewReferral.About.Known(cast.newPatient(cast.douai)),
                                AskerQuality.HOPITAL,
                                Degree.URGENTE));
        as(
                cast.claireCoordinator,
                () -> {
                    urgencies.stop(id, true);
                    return 0;
                });
        assertThat(as(cast.claireCoordinator, () -> urgencies.get(id).endedWhy()))
                .isEqualTo("DECES");
        assertThat(as(cast.claireCoordinator, () -> urgencies.get(id).state().next()))
                .as("nothing is due any more")
                .isNull();
    }

    @Test
    void the_attending_doctor_is_not_told_when_the_person_opposes_it_or_has_none() {
        var patient = cast.newPatient(cast.douai);
        var opposed =
                new NewReferral(
                        new NewReferral.Asker(
                                AskerQuality.INFIRMIER, "Lucie PETIT", null, null, null, null),
                        new NewReferral.About.Known(patient),
                        List.of(Motive.RUPTURE_SOINS),
                        null,
                        null,
                        null,
                        Channel.TELEPHONE,
                        Degree.NORMALE,
                        Agreement.INFORMEE_ACCORD,
                        null,
                        true,
                        true,
                        null);
        var id = receive(opposed);
        assertThat(mtNotice(id)).isEqualTo("OPPOSITION");
        assertThat(letters(id)).extracting(Letter::recipientKind).containsExactly("ADRESSEUR");
        assertThat(as(cast.claireCoordinator, () -> referrals.mtTold(id, ToldHow.TELEPHONE)))
                .as("refused")
                .isFalse();
        assertThat(as(cast.claireCoordinator, () -> patients.get(patient).mtTold())).isFalse();

        var alone =
                new Patients.NewPatient(
                        "SANSMT-" + UUID.randomUUID(),
                        null,
                        "Camille",
                        "F",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "A_RECHERCHER",
                        null,
                        null,
                        null);
        var none =
                receive(
                        request(
                                new NewReferral.About.Unknown(alone),
                                AskerQuality.SOCIAL,
                                Degree.NORMALE));
        assertThat(mtNotice(none)).isEqualTo("SANS_MT");
        assertThat(letters(none)).extracting(Letter::recipientKind).containsExactly("ADRESSEUR");
    }

    @Test
    void who_asks_decides_what_they_learn() {
        var patient = cast.newPatient(cast.douai);
        var name = as(cast.claireCoordinator, () -> patients.get(patient).displayName());
        for (var quality :
                List.of(
                        AskerQuality.BAILLEUR,
                        AskerQuality.VOISIN,
                        AskerQuality.MAIRIE,
                        AskerQuality.PROCHE)) {
            var id = receiveFor(patient, quality);
            decide(id, new Decision.Advise("Revoir le traitement avec le pharmacien"));
            var letter = letters(id).getLast();
            assertThat(letter.subject()).startsWith("Accusé de réception");
            assertThat(letter.body())
                    .as(quality.name())
                    .doesNotContain(name)
                    .doesNotContain("pharmacien")
                    .doesNotContain("onseil");
        }
        var nurse = receiveFor(patient, AskerQuality.INFIRMIER);
        decide(nurse, new Decision.Advise("Revoir le traitement avec le pharmacien"));
        assertThat(letters(nurse).getLast().body())
                .contains(name)
                .contains("Revoir le traitement avec le pharmacien");

        var worker = receiveFor(patient, AskerQuality.SOCIAL);
        decide(worker, new Decision.Advise("Revoir le traitement avec le pharmacien"));
        assertThat(letters(worker).getLast().body())
                .contains(name)
                .contains("Un conseil a été donné")
                .doesNotContain("pharmacien");

        as(
                cast.claireCoordinator,
                () -> {
                    consents.record(
                            patient,
                            new Consents.Consent(
                                    Consents.Act.PARTAGE_EQUIPE,
                                    Consents.State.OPPOSITION,
                                    LocalDate.now(clock),
                                    "ORAL",
                                    "PERSONNE",
                                    null,
                                    null,
                                    null,
                                    null));
                    return 0;
                });
        assertThat(letters(nurse).getLast().body())
                .as("the person opposes sharing")
                .doesNotContain(name)
                .doesNotContain("pharmacien");
    }

    @Test
    void a_request_about_nobody_is_answered_in_full_to_whoever_asks() {
        var id =
                receive(
                        request(
                                new NewReferral.About.Nobody(),
                                AskerQuality.MAIRIE,
                                Degree.NORMALE));
        decide(id, new Decision.Advise("Consultation mémoire du centre hospitalier"));
        var letters = letters(id);
        assertThat(letters).hasSize(1);
        assertThat(letters.getFirst().body())
                .contains("Consultation mémoire du centre hospitalier");
        assertThat(letters.getFirst().patient()).isNull();
    }

    @Test
    void an_urgent_request_opens_its_circuit_at_once_and_the_relay_of_the_weekend_is_told() {
        clock.goTo(LocalDateTime.of(2026, 6, 5, 16, 40));
        var patient = cast.newPatient(cast.douai);
        var id =
                receive(
                        request(
                                new NewReferral.About.Known(patient),
                                AskerQuality.HOPITAL,
                                Degree.URGENTE));

        var urgency = as(cast.claireCoordinator, () -> urgencies.get(id));
        assertThat(urgency.state().due48())
                .isEqualTo(
                        LocalDateTime.of(2026, 6, 7, 16, 40).atZone(FrenchDates.PARIS).toInstant());
        assertThat(urgency.state().relay48()).as("named relay by setting, not named yet").isNull();
        as(
                cast.claireCoordinator,
                () -> {
                    urgencies.nameRelay(id, "HAD des Trois Terrils");
                    return 0;
                });
        assertThat(as(cast.claireCoordinator, () -> urgencies.get(id).state().relay48()))
                .isEqualTo("HAD des Trois Terrils");

        as(
                cast.claireCoordinator,
                () -> {
                    urgencies.answer(
                            id, "Passage d’une infirmière ce soir", "HAD des Trois Terrils");
                    return 0;
                });
        clock.move(Duration.ofHours(24));
        assertThat(
                        as(
                                cast.claireCoordinator,
                                () ->
                                        urgencies.evaluated(
                                                id,
                                                true,
                                                clock.instant(),
                                                Means.TELEPHONE,
                                                "HAD",
                                                null)))
                .isTrue();
        assertThat(
                        as(
                                cast.claireCoordinator,
                                () ->
                                        urgencies.evaluated(
                                                id,
                                                true,
                                                clock.instant(),
                                                Means.TELEPHONE,
                                                "HAD",
                                                null)))
                .as("once")
                .isFalse();
        assertThat(as(cast.claireCoordinator, () -> urgencies.enterLevel(id, 3)))
                .containsExactly(new UrgencyState.Obstacle.NotEvaluated(false));
        clock.move(Duration.ofHours(24));
        as(
                cast.claireCoordinator,
                () -> urgencies.evaluated(id, false, clock.instant(), Means.DOMICILE, "HAD", null));
        assertThat(as(cast.claireCoordinator, () -> urgencies.enterLevel(id, 3))).isEmpty();
        assertThat(as(cast.claireCoordinator, () -> door.get(id).level())).isEqualTo(3);
    }

    @Test
    void the_on_call_person_evaluates_when_the_structure_has_one() {
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "insert into network.setting (key, value) values ('URGENCY_ON_CALL', '1')")
                                .update());
        try {
            clock.goTo(LocalDateTime.of(2026, 6, 5, 16, 40));
            var id =
                    receive(
                            request(
                                    new NewReferral.About.Known(cast.newPatient(cast.douai)),
                                    AskerQuality.HOPITAL,
                                    Degree.URGENTE));
            assertThat(as(cast.claireCoordinator, () -> urgencies.get(id).state().relay48()))
                    .startsWith("Astreinte de l’équipe");
        } finally {
            cast.in(
                    cast.douai,
                    () ->
                            sql.sql("delete from network.setting where key = 'URGENCY_ON_CALL'")
                                    .update());
        }
    }

    @Test
    @Proves({"REQ-INTAKE-06", "REQ-INTAKE-07"})
    void a_hand_over_needs_the_person_s_agreement_is_traced_asked_again_and_acknowledged() {
        var id = receiveFor(cast.newPatient(cast.douai), AskerQuality.MEDECIN);
        assertThat(
                        as(
                                cast.claireCoordinator,
                                () ->
                                        answers.decide(
                                                id,
                                                new Decision.Orient(
                                                        ToKind.MAIA,
                                                        "MAIA de Flandre",
                                                        "Gestion de cas",
                                                        false))))
                .containsExactly(new Decision.Obstacle.PersonHasNotAgreed());
        decide(id, new Decision.Orient(ToKind.MAIA, "MAIA de Flandre", "Gestion de cas", true));

        var sent = as(cast.claireCoordinator, () -> handovers.of(id)).getFirst();
        assertThat(sent.sentAt()).isEqualTo(clock.instant());
        assertThat(sent.acknowledgedAt()).isNull();
        assertThat(as(cast.claireCoordinator, () -> door.letterOfHandover(sent.id())).body())
                .contains("Gestion de cas");
        assertThat(letters(id).getFirst().body())
                .as("the attending doctor learns where")
                .contains("orientée vers MAIA de Flandre");
        assertThat(as(cast.claireCoordinator, () -> handovers.remind(id, sent.id()))).isTrue();
        assertThat(as(cast.claireCoordinator, () -> door.letterOfHandover(sent.id())).subject())
                .startsWith("Relance");
        assertThat(
                        as(
                                cast.claireCoordinator,
                                () -> handovers.acknowledge(id, sent.id(), "Mme Flandre", null)))
                .isTrue();
        assertThat(as(cast.claireCoordinator, () -> handovers.remind(id, sent.id())))
                .as("nothing more to ask")
                .isFalse();
        assertThat(as(cast.claireCoordinator, () -> handovers.unacknowledged()))
                .extracting(Handovers.Handover::id)
                .doesNotContain(sent.id());
    }

    @Test
    @Proves("REQ-INTAKE-12")
    void a_request_is_answered_once_and_may_be_taken_up_again() {
        var id = receiveFor(cast.newPatient(cast.douai), AskerQuality.MEDECIN);
        assertThat(as(cast.claireCoordinator, () -> referrals.take(id))).isTrue();
        assertThat(as(cast.karimCoordinator, () -> referrals.take(id)))
                .as("a colleague has it")
                .isFalse();
        decide(id, new Decision.Await("l’accord de la personne"));
        decide(id, new Decision.Close(ClosedReason.DOUBLON, ""));
        assertThat(as(cast.claireCoordinator, () -> answers.decide(id, new Decision.Advise("x"))))
                .hasSize(1);
        assertThat(as(cast.claireCoordinator, () -> answers.reopen(id))).isTrue();
        as(
                cast.claireCoordinator,
                () -> {
                    door.ledToSupport(id);
                    door.ledToSupport(id);
                    return 0;
                });
        assertThat(as(cast.claireCoordinator, () -> door.get(id).status()))
                .isEqualTo("ACCOMPAGNEMENT");
        assertThat(as(cast.claireCoordinator, () -> door.analysis(id))).isEmpty();
    }

    @Test
    void a_request_without_follow_up_is_purged_after_the_set_time() {
        var gone = receiveFor(cast.newPatient(cast.douai), AskerQuality.MEDECIN);
        var kept = receiveFor(cast.newPatient(cast.douai), AskerQuality.MEDECIN);
        decide(gone, new Decision.Close(ClosedReason.REFUS, ""));
        decide(kept, new Decision.Advise("Voir le CLIC"));
        clock.move(Duration.ofDays(364));
        as(cast.claireCoordinator, () -> door.purge());
        assertThat(as(cast.claireCoordinator, () -> door.get(gone).status()))
                .isEqualTo("SANS_SUITE");
        clock.move(Duration.ofDays(2));
        assertThat(as(cast.claireCoordinator, () -> door.purge())).isPositive();
        assertThatThrownBy(() -> as(cast.claireCoordinator, () -> door.get(gone)))
                .isInstanceOf(NotFound.class);
        assertThat(as(cast.claireCoordinator, () -> door.get(kept).status())).isEqualTo("CONSEIL");
    }

    @Test
    void another_structure_s_request_does_not_exist() {
        var id = receiveFor(cast.newPatient(cast.douai), AskerQuality.MEDECIN);
        assertThatThrownBy(() -> as(cast.calaisCoordinator, () -> door.get(id)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        as(
                                cast.calaisCoordinator,
                                () -> answers.decide(id, new Decision.Advise("x"))))
                .isInstanceOf(NotFound.class);
    }

    private String mtNotice(UUID id) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql("select mt_notice from intake.referral where id = :id")
                                .param("id", id)
                                .query((row, _) -> row.getString(1))
                                .single());
    }
}
