package fr.maillage.assessment.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A questionnaire ready for the one template that renders them all: sections, in words, with what
/// was typed.
///
/// Hidden groups and fields are in it too, so that a page without JavaScript can show them and
/// nothing typed is lost.
public record FormView(
        String canonical,
        String title,
        String description,
        String copyright,
        List<Group> sections,
        List<Score> scores,
        List<ProblemProposal> problems,
        Absent absent,
        boolean complete) {

    /// What lets one say that something cannot be assessed: the names of its two fields are `name`
    /// and `words`; `said` is the reason in words once one is given, `error` what is wrong with it.
    public record Absent(
            String name,
            String wordsName,
            List<Option> reasons,
            String words,
            @Nullable String said,
            @Nullable String error) {
        @Override
        public String toString() {
            return "Absent[" + name + "]";
        }
    }

    /// What a group holds, in order.
    public sealed interface Element permits Group, Field, Note {
        String linkId();

        boolean visible();
    }

    /// A section at the top level, a fieldset below. `layout` is the definition's hint: "table" for
    /// a row of short questions. `required`, `answered` and `errors` count what is visible inside;
    /// `setAside` is why the group was not assessed, `absent` how to say so, null where the
    /// definition has its own question for it.
    public record Group(
            String linkId,
            String title,
            @Nullable String help,
            String layout,
            boolean visible,
            List<Element> elements,
            int required,
            int answered,
            int errors,
            @Nullable String setAside,
            @Nullable Absent absent)
            implements Element {}

    /// A sentence between two questions.
    public record Note(String linkId, String text, boolean visible) implements Element {}

    /// One question. `name` is the name of the form field, `values` what it shows: the reading when
    /// it could be read, the very text typed when it could not, with `error`. `min`, `max` and
    /// `maxLength` are empty or 0 without limit. `inside` says that it stands in the question
    /// before it. `absent` is null for what need not be answered.
    public record Field(
            String linkId,
            String name,
            String label,
            @Nullable String help,
            Kind kind,
            List<Option> options,
            boolean required,
            boolean visible,
            List<String> values,
            @Nullable String error,
            @Nullable String unit,
            String min,
            String max,
            int maxLength,
            @Nullable Score score,
            @Nullable Absent absent,
            boolean inside)
            implements Element {

        /// Whether it was said that it cannot be assessed.
        public boolean setAside() {
            return absent != null && absent.said() != null;
        }

        /// The only value, or nothing.
        public String value() {
            return values.isEmpty() ? "" : values.getFirst();
        }

        @Override
        public String toString() {
            return "Field[" + linkId + "]";
        }
    }

    public record Option(String value, String label, boolean selected) {}

    /// `CHECK_BOX` posts "true" or nothing; `YES_NO` posts "true" or "false"; `CHOICES` posts one
    /// value per box ticked. `COMPUTED` is shown and not posted.
    public enum Kind {
        YES_NO,
        CHECK_BOX,
        INTEGER,
        DECIMAL,
        DATE,
        CHOICE,
        CHOICES,
        OPEN_CHOICE,
        LINE,
        TEXT,
        COMPUTED
    }

    @Override
    public String toString() {
        return "FormView[" + canonical + "]";
    }
}
