package fr.maillage.offer.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.directory.Offers;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormRefused;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A need nobody answers lives so: open, then met or given up, with how; it never opens again.
@Service
@Transactional
class NeedService {

    private static final int LONGEST = 2_000;

    private final JdbcClient sql;
    private final Offers offers;
    private final NamedCommunes communes;
    private final Trail trail;
    private final Clock clock;

    NeedService(JdbcClient sql, Offers offers, NamedCommunes communes, Trail trail, Clock clock) {
        this.sql = sql;
        this.offers = offers;
        this.communes = communes;
        this.trail = trail;
        this.clock = clock;
    }

    /// Notes one; throws `FormRefused`.
    ///
    /// @param patient whose need it is; null when of nobody in particular
    UUID note(Typed typed, @Nullable PatientId patient) {
        var errors = new FormErrors();
        var need = offers.need(typed.text("besoin")).orElse(null);
        if (need == null) errors.add("besoin", OfferText.NO_NEED);
        var commune = communes.find(typed.text("commune")).orElse(null);
        if (commune == null) errors.add("commune", OfferText.NO_COMMUNE);
        var since = FormFields.date(typed, "since", true, errors);
        if (since != null && since.isAfter(LocalDate.now(clock)))
            errors.add("since", OfferText.TO_COME);
        for (var field : Set.of("words", "instead"))
            if (typed.text(field).length() > LONGEST) errors.add(field, OfferText.LONG);
        FormRefused.unless(errors);
        var by = SignedIn.current();
        var id = Ids.next();
        sql.sql(
                        """
                        insert into offer.unmet_need (id, need, commune_code, commune_name, since, patient_id, words, instead, noted_by, noted_name, noted_at)
                        values (:id, :need, :commune, :name, :since, :patient, :words, :instead, :by, :byName, :now)
                        """)
                .param("id", id)
                .param("need", Objects.requireNonNull(need).code())
                .param("commune", Objects.requireNonNull(commune).code())
                .param("name", commune.name())
                .param("since", since)
                .param("patient", patient == null ? null : patient.value(), java.sql.Types.OTHER)
                .param("words", typed.orNull("words"))
                .param("instead", typed.orNull("instead"))
                .param("by", by.accountId())
                .param("byName", by.displayName())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (patient != null) trail.wrote(Trail.Action.CREATE, patient, "besoin non couvert", id);
        return id;
    }

    private record Standing(LocalDate since, @Nullable UUID patient) {}

    /// Whose need it is; empty when of nobody in particular. Throws `NotFound`.
    @Transactional(readOnly = true)
    Optional<PatientId> of(UUID id) {
        return Optional.ofNullable(standing(id).patient()).map(PatientId::new);
    }

    private Standing standing(UUID id) {
        return sql.sql("select since, patient_id as patient from offer.unmet_need where id = :id")
                .param("id", id)
                .query((row, _) ->
                        new Standing(
                                row.getObject("since", LocalDate.class),
                                row.getObject("patient", UUID.class)))
                .optional()
                .orElseThrow(() -> new NotFound("besoin", id));
    }

    /// Says how it ended: `COUVERT` or `ABANDONNE`. Throws `FormRefused`; `NotFound`, also for the
    /// need of somebody else; `OptimisticLockingFailureException` when somebody did first.
    ///
    /// @param whose the file it is ended from, opened by who ends it; null when it is of nobody
    void end(UUID id, @Nullable PatientId whose, Typed typed) {
        var standing = standing(id);
        if (!Objects.equals(standing.patient(), whose == null ? null : whose.value()))
            throw new NotFound("besoin", id);
        var errors = new FormErrors();
        var state = FormFields.oneOf(typed, "state", Set.of("COUVERT", "ABANDONNE"), errors);
        var on = FormFields.date(typed, "endedOn", true, errors);
        if (on != null && on.isAfter(LocalDate.now(clock)))
            errors.add("endedOn", OfferText.TO_COME);
        if (on != null && on.isBefore(standing.since())) errors.add("endedOn", OfferText.BEFORE);
        var words = typed.text("words");
        if (words.isEmpty()) errors.add("words", OfferText.HOW);
        else if (words.length() > LONGEST) errors.add("words", OfferText.LONG);
        FormRefused.unless(errors);
        var changed =
                sql.sql(
                                """
                                update offer.unmet_need set state = :state, ended_on = :on, ended_words = :words, version = version + 1
                                 where id = :id and version = :version and state = 'OUVERT'
                                """)
                        .param("state", state)
                        .param("on", on)
                        .param("words", words)
                        .param("id", id)
                        .param("version", typed.version())
                        .update();
        if (changed == 0) throw new OptimisticLockingFailureException("unmet need");
        if (whose != null) trail.wrote(Trail.Action.UPDATE, whose, "besoin non couvert", id);
    }
}
