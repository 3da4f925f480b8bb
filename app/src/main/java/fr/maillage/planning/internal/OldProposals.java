package fr.maillage.planning.internal;

import fr.maillage.kernel.NetworkId;
import fr.maillage.network.Setting;
import fr.maillage.platform.NightWork;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;

/// Forgets proposals of rounds whose days are long past, with who would have been visited when;
/// what was accepted is in the agenda and stays there.
@Component
class OldProposals implements NightWork {

    private final Proposals proposals;
    private final RoundSettings settings;
    private final Clock clock;

    OldProposals(Proposals proposals, RoundSettings settings, Clock clock) {
        this.proposals = proposals;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "tournées";
    }

    @Override
    @Transactional
    public void forStructure(NetworkId network) {
        proposals.forget(
                LocalDate.now(clock).minusDays(settings.read().of(Setting.ROUNDS_KEPT_DAYS)));
    }
}
