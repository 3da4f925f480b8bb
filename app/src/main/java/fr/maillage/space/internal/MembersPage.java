package fr.maillage.space.internal;

import fr.maillage.web.Sent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who is in a space, and what each may do about it.
///
/// @param inside whether who looks reads the space; otherwise they answer for a structure that is
///   in it or invited
/// @param standing structures and agencies in it, then those invited; one's own alone for who is
///   not inside
/// @param past those that left, declined or were taken out
/// @param mayHost invites, takes out, says who publishes
/// @param invited who invited one's own structure or agency, that is yet to answer; null otherwise
/// @param meaning what joining would mean
/// @param mayLeave one's own may leave
/// @param team one's own team to choose from; empty for who chooses nobody
/// @param candidates structures and agencies that may be invited, by group: the value and the name
/// @param missing networks of the region that work here and are not in a regional space
/// @param elsewhere networks of the region that the register knows and that do not work here
public record MembersPage(
        String space,
        String title,
        boolean inside,
        boolean over,
        List<Party> standing,
        List<Party> past,
        boolean mayHost,
        String purpose,
        @Nullable String invited,
        String meaning,
        boolean mayLeave,
        List<Choice> team,
        Map<String, List<Candidate>> candidates,
        boolean regional,
        List<String> missing,
        List<String> elsewhere,
        Sent form,
        String edited) {

    /// @param state « membre depuis le… », « invité le… »
    /// @param persons who enter, in words
    /// @param takeOut address that ends it; null for those who may not
    /// @param moderate address that changes whether it moderates; null as well
    public record Party(
            String id,
            String name,
            String state,
            String css,
            boolean regional,
            boolean moderates,
            List<String> persons,
            @Nullable String takeOut,
            @Nullable String moderate) {}

    public record Choice(String account, String name, String function, boolean chosen) {}

    public record Candidate(String value, String name, String detail) {}
}
