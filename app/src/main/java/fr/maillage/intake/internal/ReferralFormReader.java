package fr.maillage.intake.internal;

import fr.maillage.directory.Practitioners;
import fr.maillage.directory.Practitioners.Practitioner;
import fr.maillage.intake.AskerQuality;
import fr.maillage.intake.Motive;
import fr.maillage.intake.internal.Codes.Agreement;
import fr.maillage.intake.internal.Codes.Channel;
import fr.maillage.intake.internal.Codes.Degree;
import fr.maillage.kernel.BirthDate;
import fr.maillage.kernel.KernelText;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.PersonName;
import fr.maillage.kernel.PhoneNumber;
import fr.maillage.kernel.Rpps;
import fr.maillage.patient.Identities;
import fr.maillage.patient.Patients;
import fr.maillage.patient.Patients.NewPatient;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads the form of a new request. Nothing in it looks at an age, a pathology or an income to
/// accept it.
@Component
class ReferralFormReader {

    private static final int LONGEST = 20_000;

    private final Practitioners practitioners;
    private final Patients patients;
    private final Identities identities;
    private final Clock clock;

    ReferralFormReader(
            Practitioners practitioners, Patients patients, Identities identities, Clock clock) {
        this.practitioners = practitioners;
        this.patients = patients;
        this.identities = identities;
        this.clock = clock;
    }

    /// The request. Throws `FormRefused` with every sentence.
    @Transactional(readOnly = true)
    NewReferral read(ReferralForm form) {
        var errors = new FormErrors();
        var request = read(form, errors);
        if (request == null) throw new FormRefused(errors);
        return request;
    }

    /// The request, or null with every sentence in `errors`.
    @Transactional(readOnly = true)
    @Nullable NewReferral read(ReferralForm form, FormErrors errors) {
        var asker = asker(form, errors);
        var about = about(form, errors);
        var motives = AnalysisService.all(Motive.class, form.motives());
        if (motives.isEmpty()) errors.add("motives", IntakeText.MOTIVE);
        var agreement = Codes.of(Agreement.class, form.agreement()).orElse(null);
        if (agreement == null && !(about instanceof NewReferral.About.Nobody))
            errors.add("agreement", IntakeText.AGREEMENT);
        var missing =
                agreement == null || !form.agreementReason().isBlank()
                        ? null
                        : IntakeText.reasonFor(agreement);
        if (missing != null) errors.add("agreementReason", missing);
        var urgency = Codes.of(Degree.class, form.urgency()).orElse(null);
        if (urgency == null) errors.add("urgency", IntakeText.URGENCY);
        var channel = Codes.of(Channel.class, form.channel()).orElse(null);
        if (channel == null) errors.add("channel", IntakeText.CHANNEL);
        tooLong("ownWords", form.ownWords(), errors);
        tooLong("relativesWords", form.relativesWords(), errors);
        tooLong("note", form.note(), errors);
        tooLong("agreementReason", form.agreementReason(), errors);
        if (form.externalRef().length() > 100) errors.add("externalRef", IntakeText.TOO_LONG);
        if (channel == Channel.VIATRAJECTOIRE && form.externalRef().isBlank())
            errors.add("externalRef", IntakeText.REFERENCE);
        if (!errors.none() || asker == null || about == null || urgency == null || channel == null)
            return null;
        return new NewReferral(
                asker,
                about,
                motives.stream().toList(),
                blank(form.ownWords()),
                blank(form.relativesWords()),
                blank(form.note()),
                channel,
                urgency,
                agreement,
                blank(form.agreementReason()),
                form.mt().equals("OPPOSITION"),
                form.mt().equals("PREVENU"),
                blank(form.externalRef()));
    }

    /// Who was chosen in the directory, or typed as a number.
    Optional<Practitioner> known(ReferralForm form) {
        return Rpps.parse(form.askerRpps().isBlank() ? form.asker() : form.askerRpps())
                .flatMap(practitioners::find);
    }

    private NewReferral.@Nullable Asker asker(ReferralForm form, FormErrors errors) {
        var known = known(form).orElse(null);
        var number = Rpps.parse(form.askerRpps().isBlank() ? form.asker() : form.askerRpps());
        if (known == null && (number.isPresent() || !form.askerRpps().isBlank()))
            errors.add("asker", IntakeText.RPPS_UNKNOWN);
        else if (known == null && form.asker().isBlank()) errors.add("asker", IntakeText.ASKER);
        else if (form.asker().length() > 200) errors.add("asker", IntakeText.TOO_LONG);
        var quality = Codes.of(AskerQuality.class, form.askerQuality()).orElse(null);
        if (quality == null) errors.add("askerQuality", IntakeText.QUALITY);
        var phone =
                form.askerPhone().isBlank()
                        ? Optional.<PhoneNumber>empty()
                        : PhoneNumber.parse(form.askerPhone());
        if (!form.askerPhone().isBlank() && phone.isEmpty())
            errors.add("askerPhone", KernelText.PHONE);
        if (quality == null) return null;
        var typedPhone = phone.map(PhoneNumber::value).orElse(null);
        if (known == null)
            return new NewReferral.Asker(
                    quality,
                    form.asker().strip(),
                    null,
                    null,
                    typedPhone,
                    blank(form.askerStructure()));
        var structure = blank(form.askerStructure());
        return new NewReferral.Asker(
                quality,
                known.displayName(),
                known.professionLabel(),
                known.rpps(),
                typedPhone == null ? known.phone() : typedPhone,
                structure == null ? known.organization() : structure);
    }

    private NewReferral.@Nullable About about(ReferralForm form, FormErrors errors) {
        if (form.patient().equals(ReferralForm.NOBODY)) return new NewReferral.About.Nobody();
        if (form.patient().equals(ReferralForm.NEW)) return unknown(form, errors);
        var id = PatientId.parse(form.patient());
        if (id.isEmpty()) {
            errors.add(
                    "subject",
                    form.looked() && !form.subject().isBlank()
                            ? IntakeText.CHOOSE_PERSON
                            : form.subject().isBlank()
                                    ? IntakeText.CHOOSE_PERSON
                                    : IntakeText.LOOK_FIRST);
            return null;
        }
        try {
            return new NewReferral.About.Known(patients.get(id.get()).id());
        } catch (NotFound _) {
            errors.add("subject", IntakeText.NOT_A_PERSON);
            return null;
        }
    }

    /// Somebody new, once the near matches were shown: two files for one person are worse than ten
    /// seconds.
    private NewReferral.@Nullable About unknown(ReferralForm form, FormErrors errors) {
        var typed = form.subject().strip().split("\\s+", 2);
        var family =
                form.birthName().isBlank() && !form.subject().isBlank()
                        ? typed[0]
                        : form.birthName();
        var given =
                form.givenNames().isBlank() && form.birthName().isBlank() && typed.length == 2
                        ? typed[1]
                        : form.givenNames();
        if (!form.looked() || form.nearSeen().isBlank())
            errors.add("subject", IntakeText.LOOK_FIRST);
        var name = PersonName.check(family, given);
        KernelText.of(name).ifPresent(sentence -> errors.add("birthName", sentence));
        if (given.isBlank()) errors.add("givenNames", IntakeText.GIVEN_NAMES);
        if (!form.sex().matches("[FMI]")) errors.add("sex", IntakeText.SEX);
        LocalDate born = null;
        if (!form.birthDate().isBlank()) {
            var check = BirthDate.check(form.birthDate(), LocalDate.now(clock));
            KernelText.of(check).ifPresent(sentence -> errors.add("birthDate", sentence));
            if (check instanceof BirthDate.Check.Valid(var date)) born = date.value();
        }
        var phone =
                form.personPhone().isBlank()
                        ? Optional.<PhoneNumber>empty()
                        : PhoneNumber.parse(form.personPhone());
        if (!form.personPhone().isBlank() && phone.isEmpty())
            errors.add("personPhone", KernelText.PHONE);
        identities
                .questionAbout(form.commune())
                .ifPresent(question -> errors.add("commune", question));
        if (!(name instanceof PersonName.Check.Valid(var valid))) return null;
        var doctor = blank(form.mtName());
        var asker =
                known(form)
                        .filter(_ ->
                                form.askerQuality().equals(AskerQuality.MEDECIN_TRAITANT.name()))
                        .orElse(null);
        var named =
                doctor == null && form.askerQuality().equals(AskerQuality.MEDECIN_TRAITANT.name())
                        ? blank(form.asker())
                        : doctor;
        return new NewReferral.About.Unknown(
                new NewPatient(
                        valid.family(),
                        null,
                        valid.given(),
                        form.sex(),
                        born,
                        null,
                        phone.map(PhoneNumber::value).orElse(null),
                        null,
                        null,
                        null,
                        blank(form.commune()),
                        asker == null && named == null ? "A_DECLARER" : "DECLARE",
                        asker == null ? null : asker.rpps(),
                        asker == null ? named : asker.displayName(),
                        asker == null ? null : asker.phone()));
    }

    private static void tooLong(String field, String typed, FormErrors errors) {
        if (typed.length() > LONGEST) errors.add(field, IntakeText.TOO_LONG);
    }

    static @Nullable String blank(String typed) {
        var text = typed.strip();
        return text.isEmpty() ? null : text;
    }

    static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
