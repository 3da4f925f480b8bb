package fr.maillage.space.internal;

import fr.maillage.web.Sent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A space: what is new, information, discussions, what is to be done, meetings, texts, members.
///
/// @param about « Thème : gérontologie »; "" for none
/// @param news how much is new since I came last
/// @param closed « clos le … », or null
/// @param mayWrite it goes on
/// @param publishes whether who looks publishes information
/// @param edit address of its form; null for those who do not host it
/// @param old whether information that is over is shown too
/// @param offered texts that may be put in it, by structure
/// @param edited « text », or the id of an information, whose form was refused
public record SpacePage(
        String href,
        String title,
        String kind,
        String about,
        String purpose,
        String host,
        int news,
        @Nullable String closed,
        boolean mayWrite,
        boolean publishes,
        @Nullable String edit,
        boolean regional,
        List<Information> information,
        int past,
        boolean old,
        List<Discussion> discussions,
        List<ThreadPage.Decision> decisions,
        String agendaOf,
        @Nullable String agenda,
        List<Meeting> coming,
        List<Meeting> held,
        List<Text> texts,
        Map<String, Map<String, String>> offered,
        List<Member> members,
        Sent form,
        String edited) {

    /// @param until « jusqu’au … », « terminée le … »
    /// @param readBy « lue par 4 personnes de 2 structures », for those who publish; "" otherwise
    public record Information(
            String id,
            String title,
            List<String> paragraphs,
            @Nullable String link,
            String by,
            String until,
            boolean over,
            boolean fresh,
            String readBy) {}

    /// @param last « Claire DUMONT, hier »
    /// @param count of messages that stand, in words
    public record Discussion(
            String href,
            String subject,
            String opened,
            String last,
            String exact,
            String count,
            boolean fresh,
            boolean concluded) {}

    /// @param minutes whether its minutes are kept
    public record Meeting(String href, String day, String subject, String mode, boolean minutes) {}

    /// @param file whether the text itself is kept
    public record Text(
            String id,
            String title,
            String href,
            boolean file,
            String of,
            String why,
            boolean mayRemove) {}

    /// @param people « 3 personnes »; "" for an agency
    public record Member(String name, String people, boolean regional, boolean invited) {}
}
