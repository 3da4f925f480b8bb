package fr.maillage.correspondence.internal;

import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.Actor;
import fr.maillage.intake.Referrals;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.Typography;
import fr.maillage.patient.Patients;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// To whom a letter about somebody may go, and why not to the others: what the person opposes, who
/// is outside the care team without their consent, who died.
///
/// Source: CSP L.1110-4 (opposition, prior consent outside the care team).
@Component
class Recipients {

    private final Patients patients;
    private final CaseFiles files;
    private final Referrals referrals;
    private final Addresses addresses;
    private final JdbcClient sql;

    Recipients(
            Patients patients,
            CaseFiles files,
            Referrals referrals,
            Addresses addresses,
            JdbcClient sql) {
        this.patients = patients;
        this.files = files;
        this.referrals = referrals;
        this.addresses = addresses;
        this.sql = sql;
    }

    /// Somebody a letter may go to.
    ///
    /// @param key `MEDECIN_TRAITANT`, `PERSONNE`, `ADRESSEUR`, or the line of the circle
    /// @param line of the circle, when it is somebody of it
    /// @param never why no letter goes to them; null when one may
    /// @param clinicalNever why no letter with health content does; null when one may
    record Recipient(
            String key,
            RecipientKind kind,
            String name,
            String quality,
            @Nullable String rpps,
            @Nullable String address,
            @Nullable UUID line,
            @Nullable String never,
            @Nullable String clinicalNever) {

        /// Why this letter does not go to them; null when it may.
        @Nullable String obstacle(boolean clinical) {
            return never != null ? never : clinical ? clinicalNever : null;
        }
    }

    /// What the person opposes.
    private record Precaution(
            boolean all, List<String> names, Set<UUID> lines, boolean sharedOutside) {}

    /// Everybody a letter about this person may go to on that day, the attending doctor first.
    @Transactional(readOnly = true)
    public List<Recipient> of(PatientId patient, LocalDate day) {
        var person = patients.get(patient);
        var precaution = precaution(patient);
        var all = new ArrayList<Recipient>();
        if (person.mtState().equals("DECLARE") && person.mtName() != null)
            all.add(
                    new Recipient(
                            RecipientKind.MEDECIN_TRAITANT.name(),
                            RecipientKind.MEDECIN_TRAITANT,
                            person.mtName(),
                            RecipientKind.MEDECIN_TRAITANT.label(),
                            person.mtRpps(),
                            addresses.ofPractitioner(person.mtRpps()),
                            null,
                            person.mtTold() ? null : CorrespondenceText.MT_OPPOSED,
                            null));
        all.add(
                new Recipient(
                        RecipientKind.PERSONNE.name(),
                        RecipientKind.PERSONNE,
                        PersonFields.name(person.displayName()),
                        RecipientKind.PERSONNE.label(),
                        null,
                        addresses.ofPerson(patient),
                        null,
                        person.deceasedOn() == null ? null : CorrespondenceText.DECEASED,
                        null));
        var circle =
                files.circle(patient, day).stream()
                        .filter(actor -> !actor.role().equals("MEDECIN_TRAITANT"))
                        .toList();
        var practices =
                addresses.ofPractitioners(
                        circle.stream().flatMap(actor -> Stream.ofNullable(actor.rpps())).toList());
        for (var actor : circle) all.add(of(actor, precaution, practices.get(actor.rpps())));
        referrals.of(patient).stream()
                .findFirst()
                // a doctor who asks is written to as the doctor
                .filter(request -> !request.askerName().equals(person.mtName()))
                .ifPresent(request ->
                        all.add(
                                new Recipient(
                                        RecipientKind.ADRESSEUR.name(),
                                        RecipientKind.ADRESSEUR,
                                        request.askerName(),
                                        RecipientKind.ADRESSEUR.label(),
                                        null,
                                        null,
                                        null,
                                        null,
                                        CorrespondenceText.ASKER_CLINICAL)));
        return List.copyOf(all);
    }

    /// One of them, by key. Empty when they are no longer one.
    @Transactional(readOnly = true)
    public Optional<Recipient> find(PatientId patient, String key, LocalDate day) {
        return of(patient, day).stream().filter(r -> r.key().equals(key)).findFirst();
    }

    private Recipient of(Actor actor, Precaution precaution, @Nullable String practice) {
        var represents = actor.role().equals("REPRESENTANT_LEGAL");
        var kind =
                represents
                        ? RecipientKind.REPRESENTANT
                        : actor.kind().equals("STRUCTURE")
                                ? RecipientKind.STRUCTURE
                                : RecipientKind.INTERVENANT;
        var opposed =
                !represents
                        && (precaution.lines().contains(actor.id())
                                || precaution.names().contains(actor.name())
                                || precaution.all() && !actor.kind().equals("PROCHE"));
        return new Recipient(
                actor.id().toString(),
                kind,
                actor.name(),
                CorrespondenceText.quality(actor),
                actor.rpps(),
                practice,
                actor.id(),
                null,
                opposed
                        ? CorrespondenceText.OPPOSED
                        : !represents && !precaution.sharedOutside() && outside(actor)
                                ? CorrespondenceText.OUTSIDE
                                : null);
    }

    /// Whether nothing of health may be shared with them without prior consent.
    private static boolean outside(Actor actor) {
        return actor.kind().equals("PROCHE")
                || actor.parts().isEmpty()
                || actor.parts().equals(Set.of("TACHES"));
    }

    private Precaution precaution(PatientId patient) {
        return sql.sql(
                        """
                        select opposed_to_all, opposed_to, opposed_to_lines, shared_outside from patient.precaution where patient_id = :patient
                        """)
                .param("patient", patient.value())
                .query((row, _) ->
                        new Precaution(
                                row.getBoolean("opposed_to_all"),
                                List.of((String[]) row.getArray("opposed_to").getArray()),
                                Arrays.stream(
                                                (Object[])
                                                        row.getArray("opposed_to_lines").getArray())
                                        .map(id -> UUID.fromString(id.toString()))
                                        .collect(Collectors.toUnmodifiableSet()),
                                row.getBoolean("shared_outside")))
                .optional()
                .orElse(new Precaution(false, List.of(), Set.of(), false));
    }

    /// « Dr Anne MOREL, médecin traitant ».
    static String words(Recipient recipient) {
        return recipient.kind() == RecipientKind.PERSONNE
                ? Typography.capital(recipient.quality())
                        + Typography.NBSP
                        + ": "
                        + recipient.name()
                : recipient.name() + ", " + recipient.quality();
    }
}
