package fr.maillage.space.internal;

import fr.maillage.web.Sent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A discussion: its messages in their order, what was decided in it, the form of a reply.
///
/// @param space address of the space
/// @param concluded « conclue par … », or null
/// @param mayWrite neither the space nor the discussion is over
/// @param mayConclude who opened it, or a moderator, while the space goes on
/// @param answered the message replied to; null for none
/// @param owners who may be asked to do something: value and name, by structure
/// @param edited what was refused: « reply », « decision », the id of a message or of a decision
public record ThreadPage(
        String space,
        String spaceTitle,
        String href,
        String subject,
        String opened,
        @Nullable String concluded,
        boolean mayWrite,
        boolean mayConclude,
        List<Message> messages,
        int fresh,
        List<Decision> decisions,
        @Nullable Message answered,
        Map<String, Map<String, String>> owners,
        Sent form,
        String edited) {

    /// @param when « hier », and `exact` in full
    /// @param to author of the message it answers, « » when none; `toHref` its anchor
    /// @param paragraphs what it says; empty when it was withdrawn
    /// @param withdrawn « retiré par … », or null
    /// @param past what it said before, latest first, each with when it changed
    /// @param fresh since I came last
    public record Message(
            String id,
            String author,
            String of,
            String when,
            String exact,
            String to,
            String toHref,
            String words,
            List<String> paragraphs,
            @Nullable String edited,
            @Nullable String withdrawn,
            List<Past> past,
            boolean fresh,
            boolean mine,
            boolean mayWithdraw,
            int version) {}

    public record Past(String until, List<String> paragraphs) {}

    /// @param state « pour le … », « fait le … »
    /// @param mayEnd owner, author of the decision, moderator
    public record Decision(
            String id,
            String words,
            String owner,
            String state,
            String css,
            String from,
            String href,
            boolean mayEnd,
            int version) {}
}
