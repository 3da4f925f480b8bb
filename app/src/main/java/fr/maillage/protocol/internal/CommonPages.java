package fr.maillage.protocol.internal;

import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Pages of the theme groups.
public final class CommonPages {

    private CommonPages() {}

    /// @param cards the groups
    /// @param figures what the plan of the region follows, in words
    public record Groups(List<Card> cards, List<Figure> figures) {}

    /// @param inForce « Version 2, arrêtée le… »; null while there is none
    public record Card(
            String href,
            String label,
            String themes,
            @Nullable String inForce,
            int members,
            int adopted,
            boolean proposed,
            boolean ours) {}

    public record Figure(String label, String words) {}

    /// One group.
    ///
    /// @param write who reads may write for a structure of the group
    /// @param head who reads decides for their structure
    /// @param member their structure is in the group
    /// @param obstacle why it may not be; null when it may
    /// @param adopted it is on the version in force
    /// @param models published models of their structure
    /// @param form what was typed
    public record Group(
            String href,
            String label,
            String source,
            @Nullable Version inForce,
            @Nullable Proposal proposal,
            List<Row> rows,
            List<Meeting> meetings,
            List<String> history,
            boolean write,
            boolean head,
            boolean member,
            @Nullable String obstacle,
            boolean adopted,
            List<Model> models,
            Sent form,
            FormErrors errors) {}

    /// @param departures lines of the trunk it does not take
    public record Version(
            String label, String why, String read, List<Part> parts, List<Departure> departures) {}

    public record Part(String title, List<Line> lines) {}

    /// @param local left to each structure
    public record Line(String words, boolean local) {}

    public record Departure(String title, String why) {}

    /// @param stands how many spoke, until when
    /// @param opine who reads may say what their structure thinks
    /// @param opined it said so already
    /// @param conclude who reads may conclude
    /// @param obstacle why it cannot become common now; null when it may
    public record Proposal(
            String href,
            String label,
            String why,
            String stands,
            String read,
            @Nullable String compare,
            List<Said> opinions,
            boolean opine,
            boolean opined,
            boolean conclude,
            @Nullable String obstacle) {}

    public record Said(
            String name, String opinion, @Nullable String words, String tone, String icon) {}

    /// @param financed and therefore obliged
    public record Row(
            String name,
            String state,
            String tone,
            String icon,
            List<Departure> derogations,
            String local,
            boolean financed) {}

    public record Meeting(String on, String words, String by) {}

    public record Model(String id, String label) {}

    /// A proposal or an adoption being written: lines to mark, or to account for.
    ///
    /// @param action under `href`, the address of the group
    /// @param lines of the model, to be marked as left to each; none for an adoption
    /// @param gaps lines to account for
    /// @param besides what of the model the common version does not have; "" for nothing
    public record Writing(
            String href,
            String action,
            String title,
            String model,
            String modelLabel,
            List<Mark> lines,
            List<Gap> gaps,
            String besides,
            Sent form,
            FormErrors errors) {}

    public record Mark(String key, String kind, String title, boolean local) {}

    /// @param ours null when the model has no such line
    public record Gap(
            String key,
            String kind,
            String title,
            String common,
            @Nullable String ours,
            String why) {}
}
