package fr.maillage.intake.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The form of a new request, as typed: what a refused form shows again.
///
/// @param subject what was typed to find the person
/// @param nearSeen what `subject` was when near matches were last shown
/// @param patient id of somebody known, `NOUVELLE`, `PERSONNE` (about nobody), or nothing chosen
///   yet
/// @param externalRef the number the request has where it came from
/// @param arrival what came by the public page and is being checked; empty for the others
/// @param mt `A_PREVENIR`, `PREVENU` or `OPPOSITION`
public record ReferralForm(
        String asker,
        String askerRpps,
        String askerQuality,
        String askerStructure,
        String askerPhone,
        String subject,
        String nearSeen,
        String patient,
        String birthName,
        String givenNames,
        String sex,
        String birthDate,
        String commune,
        String personPhone,
        String mtName,
        List<String> motives,
        String ownWords,
        String relativesWords,
        String note,
        String channel,
        String urgency,
        String agreement,
        String agreementReason,
        String mt,
        String externalRef,
        String arrival) {

    static final String NEW = "NOUVELLE";
    static final String NOBODY = "PERSONNE";

    public ReferralForm {
        asker = text(asker);
        askerRpps = text(askerRpps);
        askerQuality = text(askerQuality);
        askerStructure = text(askerStructure);
        askerPhone = text(askerPhone);
        subject = text(subject);
        nearSeen = text(nearSeen);
        patient = text(patient);
        birthName = text(birthName);
        givenNames = text(givenNames);
        sex = text(sex);
        birthDate = text(birthDate);
        commune = text(commune);
        personPhone = text(personPhone);
        mtName = text(mtName);
        motives = list(motives);
        ownWords = text(ownWords);
        relativesWords = text(relativesWords);
        note = text(note);
        channel = text(channel);
        urgency = text(urgency);
        agreement = text(agreement);
        agreementReason = text(agreementReason);
        mt = text(mt);
        externalRef = text(externalRef);
        arrival = text(arrival);
    }

    /// A blank form, with the commonest answers chosen: by telephone, no urgency.
    static ReferralForm blank() {
        return about("");
    }

    /// A blank form but for the words already typed to find the person.
    static ReferralForm about(String subject) {
        return new ReferralForm(
                "",
                "",
                "",
                "",
                "",
                subject,
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                List.of(),
                "",
                "",
                "",
                "TELEPHONE",
                "NORMALE",
                "",
                "",
                "A_PREVENIR",
                "",
                "");
    }

    /// Whether near matches were shown for what is typed now.
    boolean looked() {
        return subject.isBlank() || nearSeen.strip().equals(subject.strip());
    }

    private static String text(@Nullable String typed) {
        // a null character is no text, and PostgreSQL refuses it
        return typed == null ? "" : typed.replace("\u0000", "");
    }

    private static List<String> list(@Nullable List<String> typed) {
        return typed == null ? List.of() : List.copyOf(typed);
    }
}
