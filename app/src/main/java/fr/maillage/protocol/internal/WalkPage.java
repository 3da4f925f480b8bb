package fr.maillage.protocol.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An algorithm walked for a person: what was answered, then the question that waits, or what it
/// comes to.
///
/// @param sub protocol, version, who began it and when
/// @param count how many answers were given
/// @param question null once every question was answered
/// @param ended « conclu le…, par… »; null while it was not
/// @param note what is to be known of its version, or null
/// @param plan where its lines are proposed to the plan's draft; null when there is no draft, when
///   it is not concluded or proposes nothing
public record WalkPage(
        Banner banner,
        String href,
        String all,
        String name,
        String sub,
        @Nullable String ended,
        @Nullable String note,
        List<Step> path,
        int count,
        @Nullable Question question,
        List<String> advice,
        List<String> lines,
        String plans,
        @Nullable String plan,
        @Nullable String conflict,
        FormErrors errors) {

    /// @param by who answered, and when
    public record Step(String question, String answer, String by) {}

    public record Question(
            String key, String title, String help, String source, List<String> answers) {}
}
