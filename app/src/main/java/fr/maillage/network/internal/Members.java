package fr.maillage.network.internal;

import fr.maillage.access.Role;
import fr.maillage.web.Sent;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Lines of the team, for the pages about the team.
@Component
public class Members {

    /// Functions of a team, by code.
    public static final Map<String, String> FUNCTIONS = NetworkText.FUNCTIONS;

    private final StaffService team;

    Members(StaffService team) {
        this.team = team;
    }

    /// Adds a line to the team, in the caller's transaction. Refuses by `FormRefused`.
    public UUID add(Sent form) {
        return team.member(null, form);
    }

    /// Whether nobody could set the structure any more after this member's last day.
    public boolean lastHead(UUID member, LocalDate lastDay) {
        return team.lastHead(member, lastDay);
    }

    /// What a function of the team opens.
    public static Role role(String function) {
        return MemberAccess.role(function);
    }
}
