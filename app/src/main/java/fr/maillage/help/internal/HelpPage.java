package fr.maillage.help.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is brought to a person and those around her.
///
/// @param cancer followed for a theme that cannot do without the attending doctor
/// @param doctor the attending doctor in words; null when none may be told
/// @param near professionals of the circle, main ones first
/// @param grant null while no agreement with a psychologist runs
/// @param missions priority missions of the open accompaniment; null without one
/// @param missionsSaid false: what the file says, to be confirmed
/// @param lasting arrangements and helps in place
public record HelpPage(
        Banner banner,
        boolean cancer,
        @Nullable String doctor,
        List<Near> near,
        List<AskedCard> asked,
        FormView ask,
        List<CourseCard> courses,
        @Nullable FormView grant,
        List<GivenCard> lasting,
        List<GivenCard> others,
        FormView note,
        @Nullable FormView missions,
        boolean missionsSaid,
        String source) {

    /// A professional of the circle.
    public record Near(
            String name, String quality, @Nullable String phone, @Nullable String dial) {}

    /// @param state of the whole
    public record AskedCard(
            String asked,
            @Nullable String words,
            String state,
            String tone,
            String icon,
            List<ItemLine> items) {}

    /// @param href where the team does it
    /// @param conclusion null while it waits, the form standing instead
    public record ItemLine(
            String label,
            String href,
            @Nullable String conclusion,
            @Nullable String by,
            @Nullable FormView form) {}

    /// @param count « 3 séances faites sur 6 »
    /// @param cost what the structure pays for them
    /// @param forms a session, more of them, the end; none once over
    public record CourseCard(
            String title,
            String forWhom,
            @Nullable String reason,
            String count,
            String cost,
            int done,
            int granted,
            @Nullable String ended,
            List<SessionLine> sessions,
            List<FormView> forms) {}

    public record SessionLine(
            String on, String place, String state, String tone, String icon, String paid) {}

    /// @param due that a review is late or near; null when it does not last
    /// @param facts label and words, two by two
    /// @param forms to correct, review, end
    public record GivenCard(
            String title,
            String family,
            String on,
            String result,
            String tone,
            String icon,
            @Nullable String due,
            String dueTone,
            List<String> words,
            List<Fact> facts,
            List<Fact> reviews,
            List<FormView> forms) {}

    public record Fact(String label, String words) {}
}
