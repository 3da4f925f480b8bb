package fr.maillage.rcp.internal;

import fr.maillage.web.FormView;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A meeting: who is spoken of, who takes part.
///
/// @param why what a button was refused for
/// @param rate adopted for taking part, as it is proposed; null for none
/// @param edit null once the meeting is over, and for those who only take part
public record MeetingPage(
        String href,
        String title,
        String sub,
        String state,
        String icon,
        String tone,
        String place,
        boolean link,
        @Nullable String chair,
        @Nullable String secretary,
        @Nullable String theme,
        @Nullable String appointment,
        @Nullable String cancelledWhy,
        List<Person> persons,
        int hidden,
        List<Who> participants,
        List<Choice> answers,
        @Nullable String why,
        boolean open,
        boolean past,
        boolean team,
        boolean clinical,
        @Nullable FormView edit,
        @Nullable FormView put,
        @Nullable FormView add,
        @Nullable FormView cancel,
        boolean toInvite,
        @Nullable String rate) {

    /// A person on the agenda.
    ///
    /// @param question null for those who are not shown health content
    /// @param state « Examinée », « À reporter »; null before
    /// @param remove address; null when she stays
    public record Person(
            String id,
            String href,
            String family,
            String given,
            String facts,
            @Nullable String question,
            String by,
            @Nullable String agreed,
            @Nullable String state,
            @Nullable String remove) {}

    /// Somebody who takes part.
    ///
    /// @param forWhom the person they come for; null: everybody
    /// @param answer « Viendra », « Invité, sans réponse »…
    /// @param note why the invitation could not leave
    /// @param present « PRESENT », « ABSENT » or empty
    public record Who(
            String id,
            String name,
            String profession,
            String kind,
            @Nullable String forWhom,
            String answer,
            String icon,
            String tone,
            @Nullable String note,
            String present,
            String minutes,
            String paid,
            @Nullable String error) {}

    public record Choice(String value, String label) {}
}
