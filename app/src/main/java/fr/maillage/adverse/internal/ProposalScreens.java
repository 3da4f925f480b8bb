package fr.maillage.adverse.internal;

import fr.maillage.access.Trail;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import fr.maillage.network.Networks;
import fr.maillage.network.Setting;
import fr.maillage.web.Shown;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;

/// The list « à qualifier ». What is new is looked for each time, so that nobody waits for the
/// night.
@Component("adverseProposalScreens")
@Transactional // not read-only: what is new is found, and the list leaves its line in the trail
class ProposalScreens {

    private static final int PAGE = 30;

    private final ProposalService proposals;
    private final Networks networks;
    private final Trail trail;
    private final Clock clock;

    ProposalScreens(ProposalService proposals, Networks networks, Trail trail, Clock clock) {
        this.proposals = proposals;
        this.networks = networks;
        this.trail = trail;
        this.clock = clock;
    }

    /// @param page from 1
    ProposalsPage page(int page, Shown shown) {
        proposals.find();
        var total = proposals.waiting();
        var lines = proposals.waiting(PAGE, (page - 1) * PAGE);
        trail.listed(
                EventService.PART,
                lines.stream()
                        .map(Proposal::patient)
                        .filter(Objects::nonNull)
                        .map(PatientId::value)
                        .distinct()
                        .toList());
        var today = LocalDate.now(clock);
        return new ProposalsPage(
                total,
                AdverseText.rule(networks.setting(Setting.MISSED_ACTS, null)),
                lines.stream()
                        .map(p ->
                                new ProposalsPage.Line(
                                        p.id().toString(),
                                        p.cause().type.label,
                                        p.cause().type.icon,
                                        FrenchDates.shortDay(p.happenedOn(), today),
                                        p.patient() == null ? p.professional() : p.person(),
                                        p.patient() == null ? null : "/dossiers/" + p.patient(),
                                        AdverseText.found(p)))
                        .toList(),
                page > 1 ? "/evenements/a-qualifier?page=" + (page - 1) : null,
                page * PAGE < total ? "/evenements/a-qualifier?page=" + (page + 1) : null,
                shown.key().isEmpty() ? null : shown.key(),
                shown.typed().text("why"),
                shown.outcome().why());
    }
}
