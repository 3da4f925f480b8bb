package fr.maillage.intake.internal;

import fr.maillage.network.Networks;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// Those who may be given a request, and the names of those who were.
@Component
class Colleagues {

    private final Networks networks;
    private final Clock clock;

    Colleagues(Networks networks, Clock clock) {
        this.networks = networks;
        this.clock = clock;
    }

    /// Coordinators of today, to choose from.
    List<Choice> coordinators() {
        return networks.coordinators(LocalDate.now(clock)).stream()
                .map(m -> new Choice(m.id().toString(), m.name()))
                .toList();
    }

    /// Names of those whose sector holds a commune; "" when nobody covers it.
    String covering(String communeCode) {
        return networks.covering(communeCode, LocalDate.now(clock)).stream()
                .map(Networks.Member::name)
                .collect(Collectors.joining(", "));
    }

    /// Everybody of the team of today, by id.
    Map<UUID, String> names() {
        var names = new HashMap<UUID, String>();
        networks.team(LocalDate.now(clock)).forEach(m -> names.put(m.id(), m.name()));
        return names;
    }

    /// Who has a request; null while nobody does.
    static @Nullable String name(Map<UUID, String> names, @Nullable UUID member) {
        return member == null ? null : names.getOrDefault(member, IntakeText.COLLEAGUE_LEFT);
    }
}
