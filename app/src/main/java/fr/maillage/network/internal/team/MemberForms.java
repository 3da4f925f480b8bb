package fr.maillage.network.internal.team;

import fr.maillage.network.Networks;
import fr.maillage.network.internal.Members;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.LinkedHashMap;
import java.util.Map;

/// Choices of the forms about a member.
@Component
@Transactional(readOnly = true)
class MemberForms {

    private final Networks networks;

    MemberForms(Networks networks) {
        this.networks = networks;
    }

    Map<String, String> functions() {
        return Members.FUNCTIONS;
    }

    /// Poles and antennas by id.
    Map<String, String> units() {
        var units = new LinkedHashMap<String, String>();
        networks.units().forEach(u -> units.put(u.id().toString(), u.name()));
        return units;
    }
}
