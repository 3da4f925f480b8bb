package fr.maillage.steering.internal.project;

import fr.maillage.web.FormErrors;
import fr.maillage.web.FormView;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The pages of projects, in words.
public final class ProjectPage {

    private ProjectPage() {}

    public record Home(List<Row> rows, boolean mayLead, @Nullable String why) {}

    /// @param spent « 62,5 % » of what was planned
    public record Row(
            String href,
            String title,
            String leader,
            String state,
            String css,
            String done,
            String days,
            String spent,
            String reached) {}

    /// @param day looked at, as a date field sends it; `dayWords` in words
    /// @param last the gap to the plan in force that day; null while none was adopted
    /// @param first the gap to the first plan; null when it is the one in force
    public record One(
            UUID id,
            String title,
            String purpose,
            String leader,
            String lead,
            String carried,
            @Nullable String closed,
            String day,
            String dayWords,
            List<PlanLine> plans,
            @Nullable Whole last,
            @Nullable Whole first,
            List<Action> actions,
            @Nullable Drawing drawing,
            boolean mayWrite,
            boolean prepared,
            @Nullable FormView change,
            FormErrors errors,
            String whyTyped,
            String closingTyped,
            @Nullable String why) {

        public String href() {
            return "/projets/" + id;
        }
    }

    public record PlanLine(String name, String when, String why) {}

    public record Whole(String plan, List<Fact> facts) {}

    /// @param css of the mark; "" for none
    public record Fact(String label, String value, String css) {}

    /// @param firstDays gap to the first plan when it is another; « ajoutée », « retirée »
    public record Action(
            String href,
            String title,
            String owner,
            String state,
            String css,
            String planned,
            String done,
            String days,
            String firstDays,
            String money,
            String moneyPercent,
            String fte,
            String fteGap,
            String expected,
            String reached,
            String why) {}

    /// Bars over time, in thousandths of the width.
    ///
    /// @param today where the day looked at lies
    public record Drawing(List<Tick> ticks, List<Bars> rows, int today) {}

    public record Tick(int x, String label) {}

    /// @param first the first plan when it differs; null otherwise
    /// @param done what was done; null when nothing was
    public record Bars(
            String title,
            @Nullable Bar first,
            @Nullable Bar last,
            @Nullable Bar done,
            boolean late,
            String words) {}

    public record Bar(int x, int width) {}

    public record Writing(
            UUID id,
            String title,
            String plan,
            @Nullable String replanning,
            boolean first,
            List<FormView> forms,
            @Nullable String why) {

        public String href() {
            return "/projets/" + id;
        }
    }

    /// @param form null where nothing more is told
    /// @param why it was not noted; null otherwise
    public record Telling(
            UUID project,
            String projectTitle,
            String title,
            String owner,
            List<Fact> planned,
            List<Told> told,
            @Nullable FormView form,
            @Nullable String why) {}

    public record Told(
            String on, String dates, String spent, String fte, String reached, String words) {}
}
