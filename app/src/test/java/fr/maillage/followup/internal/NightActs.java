package fr.maillage.followup.internal;

import fr.maillage.kernel.NetworkId;
import org.springframework.beans.factory.BeanFactory;

/// The night of one structure, as the scheduler has it pass.
public final class NightActs {

    private NightActs() {}

    /// Begins it, or takes it up where it stopped. Call under the structure's context.
    public static void pass(BeanFactory beans, NetworkId network) {
        beans.getBean(Nights.class).pass(network);
    }
}
