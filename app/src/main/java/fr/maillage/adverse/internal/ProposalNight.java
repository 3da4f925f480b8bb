package fr.maillage.adverse.internal;

import fr.maillage.kernel.NetworkId;
import fr.maillage.platform.NightWork;

import org.springframework.stereotype.Component;

/// Looks each night for what may be an adverse event.
@Component("adverseProposalNight")
class ProposalNight implements NightWork {

    private final ProposalService proposals;

    ProposalNight(ProposalService proposals) {
        this.proposals = proposals;
    }

    @Override
    public String name() {
        return "événements indésirables";
    }

    @Override
    public void forStructure(NetworkId network) {
        proposals.find();
    }
}
