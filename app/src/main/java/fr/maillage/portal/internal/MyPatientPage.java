package fr.maillage.portal.internal;

import fr.maillage.careplan.SinceLastVisit;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.documents.Documents;
import fr.maillage.web.FormErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The plan of one person, as far as a member of the circle was given it.
///
/// @param since what changed since the reader last opened this file, as far as it is theirs to
///   read; null at the first visit
/// @param crisis what to do when things go wrong, as far as the reader may know it; null once the
///   person died
/// @param as whose page is shown to the team as a preview; null for the reader’s own
/// @param tasksOnly no health content at all: one's own tasks, and whom to call
public record MyPatientPage(
        String id,
        String family,
        String given,
        String age,
        String commune,
        boolean deceased,
        List<CaseFiles.Warning> warnings,
        String structure,
        String phone,
        @Nullable String hours,
        @Nullable String referent,
        boolean tasksOnly,
        @Nullable String plan,
        @Nullable String doctorsWord,
        @Nullable String awaited,
        SinceLastVisit.@Nullable Since since,
        List<Act> acts,
        List<Task> tasks,
        List<Text> texts,
        List<String> pathologies,
        List<Goal> goals,
        List<Task> others,
        List<Documents.Shown> documents,
        List<Member> circle,
        List<Reason> reasons,
        String today,
        @Nullable Refused refused,
        CaseFiles.@Nullable Crisis crisis,
        @Nullable String as) {

    /// A dated act of theirs, to be marked.
    public record Act(String id, String title, String due, String day, boolean late) {}

    /// Something to do: who, what, when; `next` the next day, in words.
    public record Task(
            String title,
            String who,
            @Nullable String profession,
            String when,
            @Nullable String place,
            @Nullable String next,
            String volet) {}

    public record Text(String title, String text) {}

    public record Goal(String title, @Nullable String measure, String result, List<Task> tasks) {}

    public record Member(
            String name,
            @Nullable String profession,
            String role,
            @Nullable String phone,
            @Nullable String dial) {}

    public record Reason(String code, String label) {}

    /// What was typed about an act, and what is wrong with it.
    public record Refused(String act, String on, String why, String note, FormErrors errors) {}
}
