package fr.maillage.careplan.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A version of the plan, as far as the reader may see it.
///
/// @param base `/dossiers/{patient}/pps`
/// @param href the version's own address
/// @param amendment what the doctor amended, part of the plan
/// @param steps sent, received, opinion; none for a plan nobody was asked about
/// @param aids the aid plan, as it stands today
/// @param education the therapeutic education programme; null when there is none to read
/// @param corrections what was changed after the version was first submitted, old to new
/// @param gaps what it lacks to count, with the place of each
/// @param missing parts of fiche O1 still empty
/// @param discussed comments and suggestions that wait; −1 for a version that is over
/// @param acts what may be done now, with the reasons of what may not
public record PpsPage(
        Banner banner,
        String base,
        String href,
        String heading,
        String sub,
        Mark status,
        Mark opinion,
        Mark handed,
        List<ReceiptPage.Step> steps,
        @Nullable String reason,
        @Nullable String amendment,
        List<Pathology> pathologies,
        List<Problem> problems,
        List<Aid> aids,
        @Nullable Education education,
        List<Section> sections,
        List<ActorGroup> actors,
        List<Version> versions,
        List<Line> opinions,
        List<Line> handings,
        List<Correction> corrections,
        List<Gap> gaps,
        int suggested,
        List<String> missing,
        Acts acts,
        FormErrors errors,
        String typedReason,
        String today,
        int discussed) {

    public record Pathology(String label, Mark severity, boolean ald, boolean main) {}

    /// A problem and the goals that answer it.
    public record Problem(String title, List<Goal> goals) {}

    /// @param line its name in every version; null when its title alone is read
    /// @param said « 2 commentaires, 1 proposition »; "" for nothing
    public record Goal(
            String title,
            @Nullable Mark result,
            String kind,
            String measure,
            List<Task> tasks,
            @Nullable String line,
            String said) {}

    /// An intervention: what, who, when, planned and done.
    ///
    /// @param origins protocols it comes from, for the clinical team alone
    /// @param line its name in every version
    /// @param said as for a goal
    public record Task(
            String title,
            String kind,
            String when,
            String actor,
            String actorSub,
            int planned,
            int done,
            int missed,
            String counts,
            Mark state,
            List<Mark> origins,
            String line,
            String said) {}

    /// An aid: what is asked for, where it stands, and what was granted.
    ///
    /// @param sub who decides, who asks
    /// @param amount « 850,00 € par mois »
    /// @param href its page; null when the reader does not open it
    public record Aid(
            String title,
            String kind,
            String sub,
            Mark state,
            @Nullable String amount,
            @Nullable String period,
            @Nullable String words,
            @Nullable String href) {}

    /// The education programme in a few lines.
    ///
    /// @param href its page; null when the reader does not open it
    public record Education(
            String title, List<String> lines, List<Line> sessions, @Nullable String href) {}

    /// A change made after the submission.
    public record Correction(
            String what,
            String kind,
            VersionsPage.@Nullable Side before,
            VersionsPage.@Nullable Side after,
            String when) {}

    /// Something missing and where to fill it.
    ///
    /// @param counts without it the plan does not count, or not as validated
    public record Gap(String words, String href, boolean counts) {}

    public record Section(String key, String title, List<Text> texts) {}

    public record Text(String title, String text) {}

    public record ActorGroup(String title, List<Actor> actors) {}

    public record Actor(String name, String sub, boolean main, @Nullable String phone) {}

    public record Version(
            String label, String href, Mark status, Mark opinion, String inForce, String handed) {}

    /// The sections of one of the three parts of the plan, in the order asked.
    public List<Section> sections(String... keys) {
        return java.util.Arrays.stream(keys)
                .flatMap(key -> sections.stream().filter(s -> s.key().equals(key)))
                .toList();
    }

    /// A line of history: what, and by whom and when.
    public record Line(String what, @Nullable String words, String when) {}

    /// @param submitWhy why it cannot be submitted now, all at once
    /// @param receipt whether a sign that the doctor has it may be noted
    /// @param forceWhy why it cannot be put in force now
    /// @param team the reader is of the clinical team
    /// @param review goals of the former version are to be graded in this one
    public record Acts(
            boolean write,
            boolean submit,
            List<String> submitWhy,
            boolean force,
            boolean forceOpen,
            @Nullable String forceWhy,
            boolean takeBack,
            boolean opinion,
            boolean receipt,
            boolean handOver,
            boolean next,
            boolean compare,
            boolean review,
            boolean team) {}
}
