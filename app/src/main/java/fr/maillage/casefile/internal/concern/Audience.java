package fr.maillage.casefile.internal.concern;

import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.PatientId;
import fr.maillage.network.Networks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Who reads a concern: its author, the head of the structure and the person's référent by rule,
/// and whoever is named. A secretary is never named, nor is anybody of the circle unless named. The
/// policy of `casefile.concern` holds the same rule, whatever a statement forgets.
@Component
class Audience {

    /// Functions of a team that are not offered: the head reads by rule, the secretary does not.
    private static final Set<String> NOT_NAMED = Set.of("SECRETARY", "HEAD");

    private final Networks networks;
    private final CaseFiles files;
    private final Clock clock;

    Audience(Networks networks, CaseFiles files, Clock clock) {
        this.networks = networks;
        this.files = files;
        this.clock = clock;
    }

    /// Accounts that may be named, with their words: the team (without those who read by rule),
    /// then the professionals of the circle who have one.
    Map<UUID, String> mayBeNamed(PatientId patient) {
        var today = LocalDate.now(clock);
        var found = new LinkedHashMap<UUID, String>();
        var referent = referent(patient);
        var me = SignedIn.current().accountId();
        for (var member : networks.team(today)) {
            var account = member.accountId();
            if (account == null
                    || NOT_NAMED.contains(member.function())
                    || member.id().equals(referent)
                    || account.equals(me)) continue;
            found.put(account, member.name());
        }
        for (var actor : files.circle(patient, today)) {
            var account = actor.accountId();
            if (account == null || actor.kind().equals("PROCHE")) continue;
            found.putIfAbsent(
                    account,
                    actor.name()
                            + (actor.profession() == null
                                    ? ""
                                    : ", "
                                            + actor.profession()
                                                    .toLowerCase(java.util.Locale.FRENCH)
                                            + " du cercle"));
        }
        return found;
    }

    /// The names of those who read by rule today, the author first.
    List<String> byRule(PatientId patient, String author) {
        var names = new ArrayList<String>();
        names.add(author);
        var referent = referent(patient);
        for (var member : networks.team(LocalDate.now(clock))) {
            var reads = member.function().equals("HEAD") || Objects.equals(member.id(), referent);
            if (reads && !names.contains(member.name())) names.add(member.name());
        }
        return names;
    }

    private @org.jspecify.annotations.Nullable UUID referent(PatientId patient) {
        return files.current(patient).map(CaseFiles.Support::coordinatorId).orElse(null);
    }
}
