package fr.maillage.intake.internal;

import fr.maillage.intake.AskerQuality;
import fr.maillage.intake.AskerQuality.Share;
import fr.maillage.intake.Referrals.Letter;
import fr.maillage.intake.Referrals.Notice;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.network.Networks;
import fr.maillage.patient.Consents;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Gathers what a notice depends on; [NoticeRule] decides. Inside the caller's transaction.
@Component
class Notices {

    private final JdbcClient sql;
    private final Consents consents;
    private final Networks networks;

    Notices(JdbcClient sql, Consents consents, Networks networks) {
        this.sql = sql;
        this.consents = consents;
        this.networks = networks;
    }

    Notice of(ReferralRow request) {
        var letters = new ArrayList<Letter>();
        var network = networks.get(ReferralService.network());
        var from = new NoticeRule.From(network.name(), network.phone(), owner(request));
        NoticeRule.toDoctor(request, from).ifPresent(letters::add);
        NoticeRule.toAsker(request, from, share(request)).ifPresent(letters::add);
        return new Notice(request.patient(), java.util.List.copyOf(letters));
    }

    private @Nullable String owner(ReferralRow request) {
        return request.assignedTo() == null ? null : networks.member(request.assignedTo()).name();
    }

    /// What this asker may learn now: their quality, then what the person said about sharing. Null
    /// when the request is about nobody: nothing is secret.
    private @Nullable Share share(ReferralRow request) {
        var patient = request.patient();
        if (patient == null) return null;
        var share = request.quality().share();
        return switch (share) {
            case CARE, PART -> opposed(patient, request) ? Share.ACKNOWLEDGEMENT : share;
            case CONSENTED ->
                    consents.last(patient, Consents.Act.PARTAGE_HORS_EQUIPE)
                                    .filter(c -> c.state() == Consents.State.DONNE)
                                    .isPresent()
                            ? Share.PART
                            : Share.ACKNOWLEDGEMENT;
            case SELF, ACKNOWLEDGEMENT -> share;
        };
    }

    /// The person opposes sharing as a whole, or with this professional; or telling the attending
    /// doctor, when it is he.
    private boolean opposed(PatientId patient, ReferralRow request) {
        if (request.quality() == AskerQuality.MEDECIN_TRAITANT && !request.mtTold()) return true;
        return consents.last(patient, Consents.Act.PARTAGE_EQUIPE)
                .filter(c ->
                        c.state() == Consents.State.OPPOSITION
                                || c.state() == Consents.State.REFUSE
                                || c.state() == Consents.State.RETIRE
                                || c.state() == Consents.State.OPPOSITION_PARTIELLE
                                        && concerns(c.opposedTo(), request))
                .isPresent();
    }

    private static boolean concerns(@Nullable String opposedTo, ReferralRow request) {
        return opposedTo != null
                && (request.askerName().contains(opposedTo)
                        || opposedTo.contains(request.askerName())
                        || opposedTo.equals(request.askerRpps()));
    }

    /// Throws `NotFound`.
    Letter handover(UUID id) {
        var network = networks.get(ReferralService.network());
        return sql.sql(
                        """
                        select h.id, h.patient_id, h.to_name, h.content, h.reminded_at, p.display_name, p.birth_date
                        from intake.handover h join patient.identity p on p.network_id = h.network_id and p.id = h.patient_id
                        where h.id = :id
                        """)
                .param("id", id)
                .query((row, _) ->
                        NoticeRule.handover(
                                row.getObject("id", UUID.class),
                                new PatientId(row.getObject("patient_id", UUID.class)),
                                row.getString("to_name"),
                                row.getString("content"),
                                row.getTimestamp("reminded_at") != null,
                                row.getString("display_name"),
                                row.getObject("birth_date", java.time.LocalDate.class),
                                new NoticeRule.From(network.name(), network.phone(), null)))
                .optional()
                .orElseThrow(() -> new NotFound("relais", id));
    }
}
